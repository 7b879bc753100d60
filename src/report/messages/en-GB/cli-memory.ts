/** What the commands say that look up, fill and convert memories. Part of {@link cli}. */
export const cliMemory = {
  'tmx-query-summary': 'Look a text up in a TMX memory',
  'tmx-query-about':
    'Looks a text up in a TMX memory, or every line of standard input with --batch, and prints the matches, the best first: 100% is the same text, below that it is compared by words, with numbers, punctuation and inline codes counted. With --format json one object a line.',
  'tmx-query-example-text': 'What the memory has for a word',
  'tmx-query-example-batch': 'Every line of standard input, for other programs',
  'argument-query': 'The text to look up; left out with --batch',
  'option-memory-source-locale':
    'The language to look up, such as en-GB; any region answers where that one is not there',
  'option-memory-target-locale': 'The language of the translations, such as ru-RU',
  'option-query-batch': 'Look up every line of standard input',
  'option-query-min': 'The least match to show, in per cent',
  'option-query-limit': 'The most matches to show for a text',
  'option-query-format': 'How to show them: “text” for people, “json” for programs',

  'query-text': 'Give either a text to look up or --batch, which reads one a line from standard input.',
  'query-none': 'no match of {{min}}% or more',
  'query-line-long': '{{file}}:{{line}}: this line has more than {{most}} MiB. Look up sentences or paragraphs.',
  'query-line-encoding': '{{file}}:{{line}}: this line is not valid UTF-8. Convert the input to UTF-8.',
  'memory-locale-missing': 'The languages of the memory must be named. Give {{option}}, for example en-GB.',
  'memory-language_one': '{{wanted}} was asked for; {{used}} stands for it in {{count, number}} unit.',
  'memory-language_other': '{{wanted}} was asked for; {{used}} stands for it in {{count, number}} units.',
  'option-not-percent': '“{{value}}” is not a value of {{option}}. Give a whole number from 1 to 100.',

  'tmx-convert-summary': 'Turn a TMX memory into other formats, and back',
  'tmx-convert-about':
    'Reads a memory and writes it in another format: TMX, a table with a column a language (CSV, TSV, XLSX), JSON Lines that hold everything, XLIFF 1.2 (“xliff”) or 2.1 (“xliff2”), or two plain files, line for line (“moses”). What the file names end in says which; --from and --to say it for others. With --format, two languages of a memory as the bitext that paralign works on.',
  'tmx-convert-example-csv': 'A table to open as a spreadsheet',
  'tmx-convert-example-back': 'And back: the first row names the languages',
  'tmx-convert-example-xlsx': 'A spreadsheet, for people; needs the package hucre',
  'tmx-convert-example-jsonl': 'Everything, a unit a line, for other programs',
  'tmx-convert-example-xliff': 'XLIFF 1.2, for a CAT tool',
  'tmx-convert-example-moses': 'Two plain files to train with: corpus.en-GB and corpus.ru-RU',
  'tmx-convert-example-from-moses': 'Two plain files into a memory',
  'tmx-convert-example-locales': 'Two languages of a memory as a bitext',
  'argument-convert': 'The file to convert, or - for standard input',
  'argument-convert-target': 'With --from moses, the file in the other language',
  'option-convert-from': 'What the file is; without it the ending of its name decides, else “tmx”',
  'option-convert-to': 'What to write; without it the ending of the output file decides',
  'option-convert-source-locale':
    'The language of the original, such as en-GB; with --target-locale only units that have both are written',
  'option-convert-target-locale': 'The language of the translation, such as ru-RU',
  'option-convert-cells':
    'What stands in the cells of a table: the text without inline codes (“text”), or segments as TMX writes them (“tmx”)',
  'option-convert-format':
    'Write two languages as a bitext; without it .tsv and .json of a TMX memory, and what goes to the screen, are one',
  'option-convert-output':
    'Write to this file, or to standard output for -; with --to moses, what the names of the two files begin with',
  'convert-format-twice': 'Give either --to, for a memory in another format, or --format, for a bitext.',
  'convert-to-unknown': 'The format of {{file}} cannot be told from its name. Give --to, one of: {{choices}}.',
  'convert-tmx-only': '{{option}} is for TMX, and this is {{format}}. Leave it out.',
  'convert-files': 'Give one file; or two, line for line, with --from moses.',
  'moses-output': 'Two files are written. Give -o corpus for corpus.en-GB and corpus.ru-RU.',
  'xlsx-output': 'XLSX is not text, and this is a terminal. Give -o memory.xlsx.',

  'tmx-pretranslate-summary': 'Fill a document from TMX memories, and say how much they cover',
  'tmx-pretranslate-about':
    'Cuts a document into sentences and fills in what memories have for each: the same text, else the best match from --min on. Writes a table, JSON, a memory, or the text itself, and prints how many segments and words are in each band of matches.',
  'tmx-pretranslate-example': 'A table: sentence, translation, match',
  'tmx-pretranslate-example-text': 'The text, with what is exactly the same filled in',
  'argument-document': 'The text to translate, or - for standard input',
  'argument-memories': 'TMX files, the one that counts most first',
  'option-pretranslate-min': 'The least match to fill in, in per cent',
  'option-placeholder': 'In text, what stands for a sentence that is not filled; {source} is the sentence itself',
  'option-pretranslate-format':
    'What to write; without it the ending of the output file decides, and on the screen “tsv”',
  'option-pretranslate-output':
    'Write to this file, or to standard output for -; the coverage then goes to standard output, or to standard error',
  'coverage-match': 'Match',
  'coverage-segments': 'Segments',
  'coverage-words': 'Words',
  'coverage-share': 'Share',
  'coverage-none': 'none',
  'coverage-all': 'all',
} as const;
