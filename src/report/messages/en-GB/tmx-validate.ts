/** What `paralign tmx validate` says; a part of `cli`. */
export const tmxValidate = {
  'tmx-validate-summary': 'Report everything that is wrong with a TMX file',
  'tmx-validate-about':
    'Holds a TMX file of version 1.1 to 1.4b, packed by gzip or not, to XML, to the document type of its version, and to what the specification demands beyond that: codes that do not pair, languages, dates and more. Prints problems with their line and column, as text the first ten of each rule, as JSON all of them; a file of any size takes the same memory.',
  'tmx-validate-example-screen': 'What is wrong, on the screen',
  'tmx-validate-example-json': 'The same for other programs, in a file; stop at warnings too',
  'argument-validate-memory': 'A TMX file, or - for standard input',
  'exit-validate-problems': 'Done, with problems at or above --fail-on',
  'exit-validate-failed': 'Nothing could be read: no such file, or not TMX at all',
  'validate-progress': 'Checking {{file}}',
  'validate-wrote_one': '{{count, number}} problem, written to {{file}}',
  'validate-wrote_other': '{{count, number}} problems, written to {{file}}',
  'validate-more_one': '{{rule}}: {{count, number}} more, see --reporter json',
  'validate-more_other': '{{rule}}: {{count, number}} more, see --reporter json',
  'validate-clean': 'No problems.',
} as const;
