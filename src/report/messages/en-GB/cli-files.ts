/** What the command says of kinds of files: encodings, files that are aligned already, and `paralign pair`. Part of {@link cli}. */
export const cliFiles = {
  'option-encoding':
    'The encoding of the files, such as koi8-r, or of those in one language: ru=koi8-r; without it UTF-8, UTF-16, or what the letters tell',
  'encoding-assumed':
    '{{file}}: this is not UTF-8; its letters are those of {{encoding}}, and so it was read. Give --encoding where it is another.',
  'check-example-memory': 'A file that is aligned already: PO, TMX, XLIFF, TSV, CSV, XLSX or JSON Lines',
  'option-needs-two-files': '{{option}} is for two texts, and {{file}} is aligned already. Leave it out.',
  'pair-summary': 'Say which files are versions of one document',
  'pair-about':
    'Says which files of folders are versions of one document: by the links of pages to their versions (hreflang), by the locales in their paths, and where names say nothing, by the numbers and names in their texts. With the confidence of each pair, and what is left over.',
  'argument-pair': 'One folder with all languages, or a folder for each',
  'option-pair-source-locale': 'Locale of the originals; without it the first that there is',
  'option-pair-min': 'The confidence, 0 to 1, below which texts are not paired by what is in them',
  'option-pair-format': 'How to write the pairs',
  'pair-example': 'All documents of a folder',
  'pair-example-folders': 'Two folders, for a program',
  'pair-min': '“{{value}}” is no confidence. Give a number from 0 to 1, such as 0.8.',
  'pair-none': 'There are no documents in {{folder}}. Give a folder that holds texts, pages or subtitles.',
  'pair-by-name': 'by name',
  'pair-by-content': 'by content',
  'pair-left': 'no counterpart',
  'pair-count_one': '{{count, number}} pair, {{left, number}} without counterpart',
  'pair-count_other': '{{count, number}} pairs, {{left, number}} without counterpart',
} as const;
