/**
 * What can go wrong, as data.
 *
 * Every error that this library throws on purpose is a {@link ParalignError}. Its `type` is a key of this table; its
 * message is the template with the error's data filled in, `{{name}}` standing for a datum. A user interface words the
 * same data in another language through its own templates (see `report/messages`).
 *
 * A template says what is wrong, where, and what to do next, on one line.
 */
export const errorTemplates = {
  'alignment-invalid': 'This is not an alignment: {{reason}}.',
  'baseline-invalid':
    '{{file}}: this is not a baseline that paralign wrote, at {{path}}: {{reason}}. Mend that entry, or make the baseline anew.',
  'beads-invalid':
    '{{file}}:{{line}}: “{{text}}” is not a bead. Write the units of both sides, counted from 0, as 3,4:5; one side is empty for what has no counterpart.',
  'bitext-invalid': 'These parts do not make a bitext: {{reason}}.',
  'boundary-confirmed':
    'The boundary at {{boundary}} runs through the confirmed bead {{bead}}, or lies between its two sides. Take one of the two out.',
  'boundary-crossing': 'The boundaries at {{first}} and {{second}} cross each other. Take one of them out.',
  'boundary-headings':
    'Every heading{{level}} is to be a boundary, but there are {{sourceCount}} in the source (lines {{sourceLines}}) and {{targetCount}} in the target (lines {{targetLines}}). Mend the texts, or give other boundaries.',
  'boundary-marker':
    'The marker {{marker}} has to stand as often in both texts, and at least once: it stands {{sourceCount}} times in the source (lines {{sourceLines}}) and {{targetCount}} times in the target (lines {{targetLines}}). Mend the texts, or give another marker.',
  'boundary-range':
    'There is no boundary at {{boundary}}: the texts have {{sourceLength}} and {{targetLength}} units. Give the units that it stands before, counted from 0.',
  'confirmed-overlap':
    'The confirmed beads {{first}} and {{second}} both take the {{side}} unit {{unit}} (from 0). Confirm one of them.',
  'confirmed-range':
    'There is no bead {{bead}} to confirm: the texts have {{sourceLength}} and {{targetLength}} units. Give units counted from 0, on one side at least.',
  'date-invalid': '“{{text}}” is not a date. Give one such as 2016-04-12 or 2016-04-12T17:00:00Z.',
  'dictionary-cell':
    '{{file}}:{{line}}: the term in column {{column}} is empty. Expected a term and its translation: fill it in, or take the row out.',
  'dictionary-columns-csv':
    '{{file}}:{{line}}: expected {{expected}} columns, found {{found}}. Write a term and its translation, separated by a comma (or everywhere by a semicolon), and put terms that hold one in quotation marks; name further columns in the first row: en,ru,notes.',
  'dictionary-columns-tsv':
    '{{file}}:{{line}}: expected {{expected}} columns, found {{found}}. Write a term and its translation with one tab between them; name further columns in the first row, by locale.',
  'dictionary-empty':
    '{{file}}: there is no term in {{source}} with a translation in {{target}}. Give a dictionary of these two languages, or leave it out.',
  'dictionary-format':
    '{{file}}: the name does not say what kind of dictionary this is. Give a file whose name ends in .tsv, .csv or .tbx.',
  'dictionary-language':
    '{{file}}: there are no terms in {{source}} and {{target}}: its languages are {{languages}}. Give a dictionary of these two languages, or leave it out.',
  'dictionary-quote':
    '{{file}}:{{line}}: a quotation mark is not where CSV can have one. Put the whole cell in quotation marks, close them, and double those inside.',
  'document-invalid': 'This is not a document: {{reason}}.',
  'embedder-failed':
    'The embedder failed on texts {{from}} to {{to}} (from 1; the first is “{{text}}”): {{reason}}. Mend the embedder, or leave it out.',
  'embedder-missing':
    'The package {{package}} is not installed. Install it (npm install {{package}}), or give another embedder.',
  'embedding-count':
    'The embedder gave {{found}} vectors for {{expected}} texts (from text {{from}}, “{{text}}”). It must give one for each text, in order.',
  'embedding-unknown':
    'The text “{{text}}” was not embedded. Give embeddingEvidence() the same two texts that are aligned.',
  'embedding-vector':
    'The vector of text {{index}} (from 1), “{{text}}”, cannot be used: {{reason}}. The embedder must give vectors of one length, of finite numbers that are not all zero.',
  'encoding-refused':
    '{{file}}: this is {{encoding}}, which is not read. Convert the file to UTF-8, for example with iconv -f {{encoding}} -t UTF-8.',
  'encoding-unknown':
    '{{file}}: there is no encoding “{{encoding}}”. Name one such as UTF-8, UTF-16LE, windows-1251, KOI8-R, Shift_JIS, GB18030 or Big5.',
  'explain-apart':
    'There is nothing to explain about {{bead}}: a boundary, a confirmed bead or the blocks that they stand in keep these units apart, so that they were never looked at together.',
  'explain-range':
    'There is no bead {{bead}} to explain: the texts have {{sourceLength}} and {{targetLength}} units. Give units counted from 0.',
  'file-binary':
    '{{file}}: this is not a text file: there is a control character at byte {{offset}} (from 0). Export it as plain text in UTF-8 first.',
  'file-conflict':
    '{{file}}:{{line}}: a merge left its conflict here: “{{marker}}”. Settle it and save the file; a conflict that is shown as an example belongs into a block of code.',
  'file-empty': '{{file}}: there is no text in it. Give a file with at least one line of text.',
  'file-encoding':
    '{{file}}:{{line}}: this is not valid {{encoding}}: the first wrong byte is at offset {{offset}} (from 0). Convert the file to UTF-8, for example with iconv -f windows-1251 -t UTF-8.',
  'file-encrypted': '{{file}}: this document is protected by a password. Save it without one.',
  'file-foreign':
    '{{file}}: this is a file of the format {{found}}, which is not read as a document. Save it as DOCX, ODT or plain text.',
  'file-pointer':
    '{{file}}: this is a pointer of Git LFS, not the file itself. Fetch it with git lfs pull; in CI, have the checkout fetch files of LFS.',
  'file-too-long':
    '{{file}}: this is too long to be read as {{format}}: it has {{length}} characters, and the limit is {{limit}}. Split it.',
  'gold-outdated':
    '{{file}}: this is not the text that was aligned by hand: {{reason}}. Align it with align(), or make a new gold.json.',
  'json-invalid': 'This is not paralign JSON at {{path}}: {{reason}}. Give what toJson() wrote.',
  'knowledge-invalid':
    '{{file}}: this is not knowledge that paralign saved: {{reason}}, at {{path}}. Give what --save-knowledge or Knowledge.toJson() wrote.',
  'locale-invalid': '“{{tag}}” is not a known locale. Give a BCP 47 language tag such as en-GB, ru-RU or zh-Hant-TW.',
  'locale-same': 'Source and target are both {{locale}}. Give two different locales, for example en-GB and ru-RU.',
  'markup-invalid':
    '{{file}}:{{line}}:{{column}}: this cannot be read as {{format}}: {{reason}}. Mend it there, or give it as another format.',
  'moses-lines':
    '{{file}} ends after line {{line}}, but {{other}} goes on. Expected two files with as many lines, line for line: give the two that belong together.',
  'office-invalid':
    '{{file}}: this cannot be read as {{format}}: {{reason}}. Open it in the program that wrote it, and save it again.',
  'office-refused': '{{file}}: this {{format}} is refused: {{reason}}. Save it again, or split it.',
  'pattern-invalid': 'The rule “{{rule}}” has an expression that cannot be read, “{{pattern}}”: {{reason}}.',
  'pivot-unknown': 'There is no version in {{locale}} to be the pivot. Give one of: {{locales}}.',
  'po-invalid':
    '{{file}}:{{line}}:{{column}}: this is not a PO file: {{reason}}. Expected {{expected}}. Mend the line; msgfmt --check says the same in its words.',
  'po-language':
    '{{file}}: the file does not say which language it is in: its header has no Language that is known. Add it, such as pt_BR, or give the target locale.',
  'resource-deep':
    '{{file}}:{{line}}:{{column}}: this is nested deeper than {{limit}} levels. Give a resource of i18next, or leave the file out.',
  'resource-json':
    '{{file}}:{{line}}:{{column}}: this is not JSON: expected {{expected}}, found “{{found}}”. Mend the file: JSON has no comments and no commas at ends.',
  'resource-mixed': '{{resource}} is a resource of i18next, and {{other}} is not. Give two resources, or two texts.',
  'resource-root':
    '{{file}}:{{line}}:{{column}}: a resource of i18next is an object with keys. Expected {, write the texts as {"key": "text"}.',
  'resource-text':
    'The text of {{id}} in {{locale}} has “{{sign}}”, which i18next would fill in. Take it out, or leave the text out.',
  'rule-unknown': 'There is no rule “{{rule}}”. Did you mean “{{suggestion}}”?',
  'select-empty':
    '{{file}}: nothing on this page matches “{{select}}”. Give a selector that does, such as main or #content.',
  'select-invalid': '“{{select}}” is not a CSS selector: {{reason}}. Give one such as main, #content or article > p.',
  'subtitles-invalid':
    '{{file}}:{{line}}:{{column}}: these are no {{format}} subtitles: {{reason}}. Expected {{expected}}. Mend the line, or say what kind of file it is.',
  'suppressions-invalid':
    '{{file}}: this is not a list of suppressions, at {{path}}: {{reason}}. Write entries with a rule, a fingerprint or a text, and a reason.',
  'table-invalid':
    '{{file}}:{{line}}: this table cannot be read: {{reason}}. Write a unit a row, with the languages of the columns in the first: en,ru.',
  'tbx-invalid':
    '{{file}}:{{line}}:{{column}}: this is XML but not TBX: {{reason}}. Mend the file, or export it again.',
  'tmx-character':
    'XML 1.0 does not allow the character {{character}}, found in {{unit}}. Take it out of the text, or have it replaced or dropped.',
  'tmx-invalid':
    '{{file}}:{{line}}:{{column}}: this is XML but not TMX: {{reason}}. Mend the file; of XLIFF, “paralign tmx convert” makes TMX.',
  'tmx-language':
    'The {{side}} language of the bitext is not clear: {{reason}}. Name one of the languages of the memory: {{languages}}.',
  'tmx-name': 'XML can call nothing “{{name}}”, found in {{unit}}. Rename or take out that element or attribute.',
  'tmx-structure':
    'What paralign has noted in {{unit}} is damaged: {{reason}}. Export the memory again, or read its pairs only: structure: false, on the command line “paralign tmx convert --lean”.',
  'translation-mismatch':
    '{{file}}: the machine translation has {{found}} paragraphs or lines, the text that it translates has {{expected}}. Translate it paragraph by paragraph, or line by line, and leave none out.',
  'unit-line-invalid':
    '{{file}}:{{line}}: this is not a unit of a memory, at {{path}}: {{reason}}. Write JSON Lines as “paralign tmx convert --to jsonl” does.',
  'xliff-invalid':
    '{{file}}:{{line}}:{{column}}: this is XML but not XLIFF: {{reason}}. Mend the file, or export it again as XLIFF 1.2 or 2.1.',
  'xlsx-invalid':
    '{{file}}: this is not a spreadsheet that can be read: {{reason}}. Save it again as XLSX (Excel workbook), or as CSV.',
  'xlsx-limit': 'XLSX cannot hold this memory: {{reason}}. Split the memory, or write CSV.',
  'xlsx-missing':
    'XLSX needs the package {{package}}, which is not installed. Install it (npm install {{package}}), or use CSV.',
  'xml-bytes':
    '{{file}}: the bytes at offset {{offset}} (from 0) are not {{encoding}}. Save the file in the encoding that it declares.',
  'xml-encoding':
    '{{file}}: the file declares the encoding “{{encoding}}”, which is not known or is not what the file is in. Save it as UTF-8.',
  'xml-gzip': '{{file}}: this starts as gzip does, but cannot be unpacked. Pack the file again, or give it unpacked.',
  'xml-malformed':
    '{{file}}:{{line}}:{{column}}: this is not well-formed XML: {{reason}}. Mend the file, or have it exported again.',
  'xml-refused': '{{file}}:{{line}}:{{column}}: this XML is refused: {{reason}}. Take that out of the file.',
} as const;

/** The closed list of what can go wrong. */
export type ErrorType = keyof typeof errorTemplates;

/** What fills an error's template, and what a program can act on. */
export type ErrorData = Readonly<Record<string, string | number>>;

/** An error that the caller can do something about. Anything else that is thrown is a defect of this library. */
export class ParalignError<Type extends ErrorType = ErrorType> extends Error {
  readonly type: Type;
  readonly data: ErrorData;

  constructor(type: Type, data: ErrorData = {}, options?: ErrorOptions) {
    super(fillTemplate(errorTemplates[type], data), options);
    this.name = 'ParalignError';
    this.type = type;
    this.data = data;
  }
}

/** Fills `{{name}}` with the datum of that name; a name without a datum stays as it is, so that the gap is seen. */
export function fillTemplate(template: string, data: ErrorData): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? String(data[name]) : whole,
  );
}
