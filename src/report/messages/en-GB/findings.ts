import { findingsI18next } from './findings-i18next.ts';
import { findingsStale } from './findings-stale.ts';
import { findingsSurface } from './findings-surface.ts';
import { suppressions } from './suppressions.ts';

/**
 * What a finding says, by rule id.
 *
 * A suffix after `_` picks the wording: the finding's `data.kind`; or, where the data has `expected` or `actual`,
 * `changed` (both), `lost` (expected only) or `added` (actual only); then the plural form of `data.count`.
 * To fill in: everything in the finding's data, `sourceLocale`, `sourceLine` and the same of the target, and for block
 * indices `earliest` and `latest` their numbers counted from 1, `earliestNumber` and `latestNumber`.
 */
const own = {
  missing: 'This paragraph has no counterpart in {{targetLocale}}: “{{text}}”',
  missing_unsure:
    'This paragraph has no counterpart in {{targetLocale}}, somewhere between paragraphs {{earliestNumber, number}} and {{latestNumber, number}}: “{{text}}”',
  missing_unsureLine:
    'This paragraph has no counterpart in {{targetLocale}}, somewhere between lines {{earliestLine}} and {{latestLine}}, most likely line {{targetLine}}: “{{text}}”',
  extra: 'This paragraph has no counterpart in {{sourceLocale}}: “{{text}}”',
  extra_unsure:
    'This paragraph has no counterpart in {{sourceLocale}}, somewhere between paragraphs {{earliestNumber, number}} and {{latestNumber, number}}: “{{text}}”',
  extra_unsureLine:
    'This paragraph has no counterpart in {{sourceLocale}}, somewhere between lines {{earliestLine}} and {{latestLine}}, most likely line {{sourceLine}}: “{{text}}”',
  moved_earlier_one: 'This paragraph stands {{count, number}} paragraph earlier than in {{sourceLocale}}: “{{text}}”',
  moved_earlier_other:
    'This paragraph stands {{count, number}} paragraphs earlier than in {{sourceLocale}}: “{{text}}”',
  moved_later_one: 'This paragraph stands {{count, number}} paragraph later than in {{sourceLocale}}: “{{text}}”',
  moved_later_other: 'This paragraph stands {{count, number}} paragraphs later than in {{sourceLocale}}: “{{text}}”',
  empty_target: 'The counterpart of this paragraph in {{targetLocale}} is empty: “{{text}}”',
  empty_source: 'The counterpart of this paragraph in {{sourceLocale}} is empty: “{{text}}”',
  untranslated_same: 'The text is the same as in {{sourceLocale}}: “{{text}}”',
  untranslated_language: 'The text is still in the language of {{sourceLocale}}: “{{text}}”',
  'speaker-mismatch_changed':
    'Another speaker than in {{sourceLocale}}: “{{actual}}” stands where “{{expected}}” was expected.',
  'speaker-mismatch_lost': 'The speaker’s label is gone: “{{expected}}” was expected here.',
  'speaker-mismatch_added': 'A speaker’s label that {{sourceLocale}} does not have: “{{actual}}”.',
  'length-ratio_short_one':
    'The translation is much shorter than others in this document: {{count, number}} character, about {{usual, number}} are usual for such a source.',
  'length-ratio_short_other':
    'The translation is much shorter than others in this document: {{count, number}} characters, about {{usual, number}} are usual for such a source.',
  'length-ratio_long_one':
    'The translation is much longer than others in this document: {{count, number}} character, about {{usual, number}} are usual for such a source.',
  'length-ratio_long_other':
    'The translation is much longer than others in this document: {{count, number}} characters, about {{usual, number}} are usual for such a source.',
  'number-mismatch_changed': 'The number {{expected}} became {{actual}}.',
  'number-mismatch_lost': 'The number {{expected}} is missing from the translation.',
  'number-mismatch_added': 'The number {{actual}} is not in the source.',
  /** For a rule that brings its own words in `data.message`. */
  own: '{{message}}',
  /** For a rule without words. */
  other: 'The rule {{rule}} reports this place.',
} as const;

export const findings: typeof own &
  typeof suppressions &
  typeof findingsSurface &
  typeof findingsI18next &
  typeof findingsStale = {
  ...own,
  ...suppressions,
  ...findingsSurface,
  ...findingsI18next,
  ...findingsStale,
};
