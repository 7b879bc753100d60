import type { Rule } from '../rule.ts';
import { bracketBalance } from './bracket-balance.ts';
import { doubleSpace } from './double-space.ts';
import { empty } from './empty.ts';
import { extra } from './extra.ts';
import { headingLevel } from './heading-level.ts';
import { illegalCharacter } from './illegal-character.ts';
import { inconsistent } from './inconsistent.ts';
import { inlineCodeMismatch } from './inline-code-mismatch.ts';
import { lengthRatio } from './length-ratio.ts';
import { merged } from './merged.ts';
import { missing } from './missing.ts';
import { mixedScript } from './mixed-script.ts';
import { moved } from './moved.ts';
import { nameMismatch } from './name-mismatch.ts';
import { numberMismatch } from './number-mismatch.ts';
import { partlyUntranslated } from './partly-untranslated.ts';
import { placeholderMismatch } from './placeholder-mismatch.ts';
import { questionLost } from './question-lost.ts';
import { quoteBalance } from './quote-balance.ts';
import { repeatedWord } from './repeated-word.ts';
import { speakerMismatch } from './speaker-mismatch.ts';
import { split } from './split.ts';
import { stale } from './stale.ts';
import { unaccepted } from './unaccepted.ts';
import { terminology } from './terminology.ts';
import { truncated } from './truncated.ts';
import { untranslated } from './untranslated.ts';
import { urlMismatch } from './url-mismatch.ts';
import { wrongLanguage } from './wrong-language.ts';

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
  wrongLanguage,
  illegalCharacter,
  placeholderMismatch,
  inlineCodeMismatch,
  urlMismatch,
  questionLost,
  quoteBalance,
  bracketBalance,
  mixedScript,
  doubleSpace,
  repeatedWord,
  headingLevel,
  inconsistent,
  terminology,
  nameMismatch,
  stale,
  unaccepted,
];
