import type { Rule } from '../rule.ts';
import { empty } from './empty.ts';
import { extra } from './extra.ts';
import { lengthRatio } from './length-ratio.ts';
import { missing } from './missing.ts';
import { moved } from './moved.ts';
import { numberMismatch } from './number-mismatch.ts';
import { speakerMismatch } from './speaker-mismatch.ts';
import { untranslated } from './untranslated.ts';

/** The rules that are always there. */
export const builtInRules: readonly Rule[] = [
  missing,
  extra,
  moved,
  empty,
  untranslated,
  speakerMismatch,
  lengthRatio,
  numberMismatch,
];
