/** What the rules about resources of i18next report: see `rules.ts`. */
export const rulesI18next = {
  'i18next-missing': 'A key of the source is not in the translation.',
  'i18next-context': 'A key is not there in the form for a context that the source has.',
  'i18next-extra': 'A key of the translation is not in the source, or is a plural form that is never asked for.',
  'i18next-type': 'A key is a text on one side, and an object or array on the other.',
  'i18next-array': 'An array has another number of items than in the source.',
  'i18next-duplicate': 'A key stands twice in one object.',
  'i18next-plural': 'A key lacks plural forms that its language needs.',
  'i18next-rare-plural': 'A key lacks a plural form that its language has for great numbers only.',
  'i18next-interpolation': 'A value that is filled in stands on one side only.',
  'i18next-format': 'A value is filled in with another format than in the source.',
  'i18next-nesting': 'A text takes in a key that is not there, or no longer takes one in.',
  'i18next-tags': 'Tags are not closed, or are not those of the source.',
} as const;
