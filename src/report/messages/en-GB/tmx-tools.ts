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

  'tmx-argument-memories': 'TMX files; one of them may be - for standard input',
  'tmx-option-identity':
    'What makes two units the same: the text and codes of their source (“source”), or their tuid, and for those without one the source (“tuid”)',
  'option-not-size':
    '“{{value}}” is not a value of {{option}}. Give a number of bytes, such as 500000, 64K, 256M or 2G.',

  'tmx-merge-summary': 'Make one memory of several',
  'tmx-merge-about':
    'Makes one memory of several. Units that are the same become one, with the languages of all; one that says no more than another is left out. The header is that of the first file, and what the others say in theirs is noted. The order is that in which units first appear, and does not depend on --memory-limit.',
  'tmx-merge-example': 'Two memories, nothing lost',
  'tmx-merge-example-newest': 'By number, and of two translations the one that was changed last',
  'tmx-option-merge-policy':
    'Where the same unit is translated in two ways: keep both (“all”), the one that was changed last (“newest”), or the first (“first”)',
  'tmx-merge-done_one': '{{count, number}} unit from {{read}} in {{files}} files, written to {{file}}',
  'tmx-merge-done_other': '{{count, number}} units from {{read}} in {{files}} files, written to {{file}}',

  'tmx-dedupe-summary': 'Leave out units that a memory has already',
  'tmx-dedupe-about':
    'Leaves out units that say the same in the same languages as another. Dates, notes and other things said about them do not count. The order is that in which units first appear, and does not depend on --memory-limit.',
  'tmx-dedupe-example': 'Exact duplicates',
  'tmx-dedupe-example-alike': 'Also those that differ in case or codes only; keep the newest',
  'tmx-option-dedupe-policy': 'Which one to keep: the first, or the one that was changed last',
  'tmx-option-ignore-case': 'Take upper and lower case for the same',
  'tmx-option-ignore-codes': 'Compare texts without their codes',
  'tmx-dedupe-done_one': '{{count, number}} unit of {{read}}, written to {{file}}',
  'tmx-dedupe-done_other': '{{count, number}} units of {{read}}, written to {{file}}',

  'tmx-standard-output': 'standard output',
  'tmx-inexact': '{{file}}: “{{wanted}}” is taken to mean {{present}}.',
  'tmx-problem': '{{file}}:{{line}}:{{column}}: left out: {{message}}',
  'tmx-problems-more_one': '{{file}}: {{count, number}} more problem is not shown.',
  'tmx-problems-more_other': '{{file}}: {{count, number}} more problems are not shown.',
  'tmx-progress': '{{file}}: {{count}} units',
} as const;
