import { pluralSightings } from '../plural-sightings.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key without all plural forms that its language needs for counts up to a thousand (`kind` is `cardinal`), or for
 * places in an order (`ordinal`): for what is not there i18next shows the text of another language. Which forms a
 * language has is known from `Intl.PluralRules`. A form for zero is always free to have.
 *
 * Both sides are looked at: `locale` says which. What only greater counts need is for `i18next-rare-plural`.
 *
 * @example ok
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * ru-RU: {"files_one": "{{count}} файл", "files_few": "{{count}} файла", "files_many": "{{count}} файлов", "files_other": "{{count}} файла"}
 *
 * @example bad
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * ru-RU: {"files_one": "{{count}} файл", "files_other": "{{count}} файла"}
 * -> target block 1 i18next-plural {"kind":"cardinal","key":"files","locale":"ru-RU","categories":["few","many"]}
 *
 * @example bad
 * en-GB: {"place_ordinal_one": "{{count}}st", "place_ordinal_two": "{{count}}nd", "place_ordinal_other": "{{count}}th"}
 * ru-RU: {"place_ordinal_other": "{{count}}-е"}
 * -> source block 2 i18next-plural {"kind":"ordinal","key":"place","locale":"en-GB","categories":["few"]}
 */
export const i18nextPlural: Rule = {
  id: 'i18next-plural',
  severity: 'error',
  check: (context, report) => pluralSightings(context, 'needed', report),
};
