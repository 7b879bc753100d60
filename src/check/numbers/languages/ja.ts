import { defineWords } from '../define-words.ts';
import type { NumberWords } from '../define-words.ts';

// Beside these, numbers are read sign by sign: see `ideographicNumbers`.
/** How Japanese counts. */
export const japanese: NumberWords = defineWords({ 0.5: '半分' }, {}, {}, '');
