/** What the command says of the formats that alignments are written in. Part of {@link cli}. */
export const cliFormats = {
  'align-about':
    'Aligns a text with its translation: which paragraphs belong together and, inside them, which sentences. Prints an overview, or writes the result: as a translation memory (TMX), XLIFF, PO, a table (TSV, CSV, XLSX), JSON Lines, JSON, resources of i18next, two plain files line for line (“moses”), or a list of beads. With -o the overview is printed too. With more than two texts, each is aligned with the first, and what belongs together stands in one row of a table, or in one unit of a memory.',
  'align-example-xliff': 'XLIFF 2.1, which a CAT tool opens; without --format it is 1.2',
  'align-example-i18next': 'Resources for an application: locales/en-GB/page.json and locales/ru-RU/page.json',
  'option-align-format':
    'What to write: “xliff” is version 1.2 and “xliff2” 2.1; without it the ending of the output file decides, and on the screen “text”',
  'option-align-output':
    'Write to this file, packed where its name ends in .gz, or to standard output for -; with “i18next” the folder, with “moses” what the names of the files begin with. The overview then goes to standard output, or to standard error',
  'i18next-output': 'A file a language is written. Give the folder for them: -o locales writes {{example}}.',
  'option-check-input':
    'How to read the files, as for “paralign align”; or what a file is that is aligned already, “moses” being two files line for line. Where it is left out, by what each file starts with, then by its name',
  'aligned-files': 'With --input {{format}} another number of files is needed: two for “moses”, one for the others.',
} as const;
