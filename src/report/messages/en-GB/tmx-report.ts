/** The words of the reports on memories. Plurals as in `cli.ts`. */
export const tmxReport = {
  'tmx-units_one': '{{count, number}} unit',
  'tmx-units_other': '{{count, number}} units',
  'tmx-no-language': '(no language)',
  'tmx-stats-units': 'Units',
  'tmx-stats-words': 'Words',
  'tmx-stats-characters': 'Characters',
  'tmx-stats-mean': 'Mean length',
  'tmx-stats-longest': 'Longest',
  'tmx-stats-duplicates': 'Duplicates',
  'tmx-stats-empty': 'Empty',
  'tmx-stats-untranslated': 'Same as source',
  'tmx-stats-codes': 'Codes',
} as const;
