import { defineWords } from '../define-words.ts';
import type { NumberWords } from '../define-words.ts';

// Beside these, numbers are read sign by sign: see `ideographicNumbers`.
/** How Chinese counts. */
export const chinese: NumberWords = defineWords({ 0.5: '半', 2: '双 兩 两' }, {}, {}, '');
