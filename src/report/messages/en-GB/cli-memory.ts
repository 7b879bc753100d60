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
} as const;
