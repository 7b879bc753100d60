/** What the findings about resources of i18next say: see `findings.ts`. */
export const findingsI18next = {
  'i18next-missing': 'The key {{key}} is not in {{targetLocale}}.',
  'i18next-context': 'The key {{key}}, a form for a context, is not in {{targetLocale}}.',
  'i18next-extra_key': 'The key {{key}} is not in {{sourceLocale}}.',
  'i18next-extra_plural': 'The plural form {{key}} is never asked for in {{targetLocale}}.',
  'i18next-type_changed': 'The key {{key}} is of another type: {{expected}} in {{sourceLocale}}, {{actual}} here.',
  'i18next-array_changed':
    'The array {{key}} has another number of items: {{expected, number}} in {{sourceLocale}}, {{actual, number}} here.',
  'i18next-duplicate': 'The key {{key}} stands here twice: the value on line {{line}} is never seen.',
  'i18next-plural_cardinal': 'The key {{key}} lacks plural forms that {{locale}} needs: {{categories}}.',
  'i18next-plural_ordinal': 'The key {{key}} lacks forms for ordinal numbers that {{locale}} needs: {{categories}}.',
  'i18next-rare-plural_cardinal':
    'The key {{key}} lacks plural forms that {{locale}} has for great numbers: {{categories}}.',
  'i18next-rare-plural_ordinal':
    'The key {{key}} lacks forms for ordinal numbers that {{locale}} has for great numbers: {{categories}}.',
  'i18next-interpolation_changed': '{{expected}} became {{actual}}.',
  'i18next-interpolation_lost': '{{expected}} is missing from the translation.',
  'i18next-interpolation_added': '{{actual}} is not in the source.',
  'i18next-format_changed': '{{expected}} is filled in in another way: {{actual}}.',
  'i18next-nesting_unknown': '{{actual}} takes in a key that {{targetLocale}} does not have.',
  'i18next-nesting_lost': '{{expected}} is missing from the translation.',
  'i18next-tags_unbalanced': 'The tag {{text}} has no counterpart in its text, or stands across another pair.',
  'i18next-tags_changed': 'The tag {{expected}} became {{actual}}.',
  'i18next-tags_lost': 'The tag {{expected}} is missing from the translation.',
  'i18next-tags_added': 'The tag {{actual}} is not in the source.',
} as const;
