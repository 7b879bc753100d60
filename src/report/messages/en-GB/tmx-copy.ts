/** What `paralign tmx copy` says. */
export const tmxCopy = {
  'tmx-copy-summary': 'Read a TMX memory and write it again, strict and in order',
  'tmx-copy-about':
    'Reads a memory of TMX 1.1 to 1.4b, in any encoding, gzipped or not, unit by unit, and writes it as UTF-8 in the order of the DTD. Nothing in it is lost: codes, props, notes, attributes of any name and white space in segments stay. What breaks the DTD and is mended is told on standard error.',
  'tmx-copy-option-version': 'Write this version of TMX; by default that of the memory',
  'tmx-copy-option-level': '1 writes the text of segments only, 2 their codes too',
  'tmx-copy-option-characters':
    'What to do about a character that XML forbids: “error” stops, “replace” writes U+FFFD, “drop” leaves it out',
  'tmx-copy-example': 'Put in order what another program wrote',
  'tmx-copy-option-languages':
    'Keep language tags as they are, or write those of BCP 47: en_gb as en-GB, iw as he; what is no tag stays',
  'tmx-copy-example-languages': 'Language tags as BCP 47 has them',
  'tmx-copy-example-lenient': 'Save what can be read of a damaged file',
  'tmx-copy-example-old': 'For an old program that knows no codes',
  'tmx-mended': '{{file}}:{{line}}:{{column}}: mended: {{what}}',
  'tmx-mended-more_one': '{{file}}: {{count, number}} more part was mended.',
  'tmx-mended-more_other': '{{file}}: {{count, number}} more parts were mended.',
  'tmx-mended-order': 'elements stood in an order that TMX does not allow; they are put in order',
  'tmx-mended-segment': 'a variant has no <seg>; an empty one is written',
  'tmx-mended-header': 'the file has no <header>; an empty one is written',
  'tmx-mended-body': 'the file has no <body>; one is written',
} as const;
