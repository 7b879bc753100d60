/** What the commands below `paralign tmx` say that work on memories of any length. Plurals as in `cli.ts`. */
export const tmxTools = {
  'tmx-argument-memory': 'A TMX file, gzipped or not, or - for standard input',
  'tmx-option-lenient': 'Pass over units that cannot be read, with a warning for each, and do not stop at the first',
  'tmx-option-reporter': 'How to report: “text” for people, “json” for programs',
  'tmx-option-output':
    'Write to this file, or to standard output for -; what was done is then told on standard output, or on standard error',
  'tmx-option-source':
    'The language of the source, where units do not say; by default the header’s srclang, or else each unit’s first language',
  'tmx-option-memory-limit':
    'How much of a memory to hold, such as 256M or 2G; what is more goes through temporary files (TMPDIR)',

  'tmx-stats-summary': 'Count what is in a memory: units, words, duplicates',
  'tmx-stats-about':
    'Counts what is in a memory, for each of its languages: units, words, characters, the mean and longest length in characters, texts that come again, segments that are empty or the same as the source, and codes; and how many units each pair of languages has. Reads a memory of any length once, in constant memory but for some 20 bytes for each different text.',
  'tmx-stats-example': 'For people',
  'tmx-stats-example-json': 'For programs',

  'tmx-inexact': '{{file}}: “{{wanted}}” is taken to mean {{present}}.',
  'tmx-problem': '{{file}}:{{line}}:{{column}}: left out: {{message}}',
  'tmx-problems-more_one': '{{file}}: {{count, number}} more problem is not shown.',
  'tmx-problems-more_other': '{{file}}: {{count, number}} more problems are not shown.',
  'tmx-progress': '{{file}}: {{count}} units',
} as const;
