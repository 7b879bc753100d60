import type { Rule } from '../rule.ts';
import { empty } from './empty.ts';
import { extra } from './extra.ts';
import { lengthRatio } from './length-ratio.ts';
import { merged } from './merged.ts';
import { missing } from './missing.ts';
import { moved } from './moved.ts';
import { numberMismatch } from './number-mismatch.ts';
import { partlyUntranslated } from './partly-untranslated.ts';
import { speakerMismatch } from './speaker-mismatch.ts';
import { split } from './split.ts';
import { truncated } from './truncated.ts';
import { untranslated } from './untranslated.ts';

/** The rules that are always there. */
export const builtInRules: readonly Rule[] = [
  missing,
  extra,
  moved,
  merged,
  split,
  empty,
  untranslated,
  partlyUntranslated,
  truncated,
  speakerMismatch,
  lengthRatio,
  numberMismatch,
];
