import type { Rule } from '../rule.ts';
import { bracketBalance } from './bracket-balance.ts';
import { declaredLanguage } from './declared-language.ts';
import { doubleSpace } from './double-space.ts';
import { empty } from './empty.ts';
import { extra } from './extra.ts';
import { headingLevel } from './heading-level.ts';
import { illegalCharacter } from './illegal-character.ts';
import { inconsistent } from './inconsistent.ts';
import { inlineCodeMismatch } from './inline-code-mismatch.ts';
import { i18nextArray } from './i18next-array.ts';
import { i18nextContext } from './i18next-context.ts';
import { i18nextDuplicate } from './i18next-duplicate.ts';
import { i18nextExtra } from './i18next-extra.ts';
import { i18nextFormat } from './i18next-format.ts';
import { i18nextInterpolation } from './i18next-interpolation.ts';
import { i18nextMissing } from './i18next-missing.ts';
import { i18nextNesting } from './i18next-nesting.ts';
import { i18nextPlural } from './i18next-plural.ts';
import { i18nextRarePlural } from './i18next-rare-plural.ts';
import { i18nextTags } from './i18next-tags.ts';
import { i18nextType } from './i18next-type.ts';
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

/** The rules about resources of i18next. They see nothing in other documents. */
const i18nextRules: readonly Rule[] = [
  i18nextMissing,
  i18nextContext,
  i18nextExtra,
  i18nextType,
  i18nextArray,
  i18nextDuplicate,
  i18nextPlural,
  i18nextRarePlural,
  i18nextInterpolation,
  i18nextFormat,
  i18nextNesting,
  i18nextTags,
];

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
  declaredLanguage,
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
  ...i18nextRules,
  stale,
  unaccepted,
];
