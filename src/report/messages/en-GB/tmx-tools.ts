/** What the commands below `paralign tmx` say that work on memories of any length. Plurals as in `cli.ts`. */
export const tmxTools = {
  'tmx-argument-memory': 'A TMX file, gzipped or not, or - for standard input',
  'tmx-option-entities':
    'Expand entities that the file declares as short plain text; without it, such a file is refused, as one with any other entity always is',
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

  'tmx-filter-summary': 'Keep the units that are as you say',
  'tmx-filter-about':
    'Keeps the units for which everything holds that is given, and leaves them as they are. Languages are matched as CAT tools do: the same language and region, then the language alone, then any region. An expression is a text that must be in the segment, or /a regular expression/ with flags: /trains?/i.',
  'tmx-filter-example': 'What has a text in two languages',
  'tmx-filter-example-date': 'What somebody wrote since a day',
  'tmx-filter-example-finding': 'Leave out units whose numbers differ, and those that are not translated',
  'tmx-filter-example-text': 'What does not speak of trains',
  'tmx-option-language': 'It has a text in this language, and in all others that are given',
  'tmx-option-from': 'It was changed or created on this day or later, such as 2016-04-12 or 20160412T170000Z',
  'tmx-option-to': 'It was changed or created on this day or earlier',
  'tmx-option-author': 'This person, or another who is given, created or changed it',
  'tmx-option-prop': 'It has this prop with this value; without =value, with any',
  'tmx-option-text': 'One of its texts matches the expression',
  'tmx-option-source-text': 'The text of its source matches the expression',
  'tmx-option-target-text': 'A text besides its source matches the expression',
  'tmx-option-min-length': 'Each of its texts has this many characters at least',
  'tmx-option-max-length': 'Each of its texts has this many characters at most',
  'tmx-option-finding':
    'Keep units whose source and translation make this rule of “paralign check” report something; of several, one',
  'tmx-option-invert': 'Keep the others',
  'tmx-filter-done_one': '{{count, number}} unit of {{read}}, written to {{file}}',
  'tmx-filter-done_other': '{{count, number}} units of {{read}}, written to {{file}}',
  'tmx-filter-nothing': 'Say which units to keep: give --language, --from, --text or another condition. See {{help}}.',
  'tmx-expression-invalid':
    '“{{value}}” is not a value of {{option}}: {{reason}}. Give a text, or a regular expression such as /trains?/i.',

  'tmx-clean-summary': 'Take out codes, control characters, edge space, empty units',
  'tmx-clean-about':
    'Takes out control characters, white space where segments begin and end, segments without content, and units that are left without any or with one of several; with --codes also the codes. Says how much there was of each. What is clean stays as it is.',
  'tmx-clean-example': 'All but the codes',
  'tmx-clean-example-codes': 'Plain text only',
  'tmx-option-codes':
    'What to do about codes of formatting: keep them, put an empty ph element with a number in the place of each (“placeholder”), or take them out (“drop”)',
  'tmx-option-keep-controls': 'Leave control characters where they are',
  'tmx-option-keep-edges': 'Leave white space at the edges of segments',
  'tmx-option-keep-empty': 'Leave empty segments and units',
  'tmx-clean-done_one': '{{count, number}} unit of {{read}}, written to {{file}}',
  'tmx-clean-done_other': '{{count, number}} units of {{read}}, written to {{file}}',
  'tmx-clean-counts':
    'changed units: {{changedUnits}}; codes: {{codes}}; control characters: {{controls}}; trimmed segments: {{edges}}; empty segments taken out: {{emptyVariants}}; empty units taken out: {{emptyUnits}}',

  'tmx-split-summary': 'Make several memories of one',
  'tmx-split-about':
    'Makes several memories of one: one for each pair of languages, or one for so many units or bytes. Each has the header of the first. In the name of the output, {source} and {target} stand for languages, {n} for the number of the file, {nnn} for the same in three digits; a file that is there is replaced.',
  'tmx-split-example': 'One for each pair of languages: memory.en-GB-ru-RU.tmx, …',
  'tmx-split-example-units': 'So many units in each',
  'tmx-split-example-size': 'Files of at most 100 MiB: memory.1.tmx, …',
  'tmx-option-pairs': 'One file for each pair of source and target language',
  'tmx-option-units': 'So many units in a file',
  'tmx-option-size': 'So many bytes in a file at most, such as 500K or 100M; a unit that alone has more has its own',
  'tmx-option-pattern':
    'The names of the files; by default the name of the memory with {source}-{target} or {n} before its ending',
  'tmx-split-wrote_one': '{{file}}: {{count, number}} unit',
  'tmx-split-wrote_other': '{{file}}: {{count, number}} units',
  'tmx-split-how': 'Say how to split: give one of --pairs, --units and --size. See {{help}}.',
  'tmx-split-pattern': '“{{value}}” names only one file. Put {{needed}} into it.',

  'tmx-diff-summary': 'Show what two memories differ in',
  'tmx-diff-about':
    'Shows which units two memories do not have in common, and which have changed, word by word. The order of units does not count.',
  'tmx-diff-example': 'For people',
  'tmx-diff-example-json': 'For programs, by number',
  'tmx-argument-old': 'The TMX file to compare with, or - for standard input',
  'tmx-argument-new': 'The TMX file to compare, or - for standard input',
  'tmx-option-metadata': 'Compare attributes, notes and props too',
  'tmx-exit-same': 'The memories are the same',
  'tmx-exit-different': 'The memories differ',

  'tmx-standard-output': 'standard output',
  'tmx-inexact': '{{file}}: “{{wanted}}” is taken to mean {{present}}.',
  'tmx-problem': '{{file}}:{{line}}:{{column}}: left out: {{message}}',
  'tmx-problems-more_one': '{{file}}: {{count, number}} more problem is not shown.',
  'tmx-problems-more_other': '{{file}}: {{count, number}} more problems are not shown.',
  'tmx-progress': '{{file}}: {{count}} units',
} as const;
