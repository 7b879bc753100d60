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
  'bitext-invalid': 'These parts do not make a bitext: {{reason}}.',
  'date-invalid': '“{{text}}” is not a date. Give one such as 2016-04-12 or 2016-04-12T17:00:00Z.',
  'document-invalid': 'This is not a document: {{reason}}.',
  'file-binary':
    '{{file}}: this is not a text file: there is a control character at byte {{offset}} (from 0). Export it as plain text in UTF-8 first.',
  'file-empty': '{{file}}: there is no text in it. Give a file with at least one line of text.',
  'file-encoding':
    '{{file}}:{{line}}: this is not valid {{encoding}}: the first wrong byte is at offset {{offset}} (from 0). Convert the file to UTF-8, for example with iconv -f windows-1251 -t UTF-8.',
  'gold-outdated':
    '{{file}}: this is not the text that was aligned by hand: {{reason}}. Align it with align(), or make a new gold.json.',
  'json-invalid': 'This is not paralign JSON at {{path}}: {{reason}}. Give what toJson() wrote.',
  'knowledge-invalid':
    '{{file}}: this is not knowledge that paralign saved: {{reason}}, at {{path}}. Give what --save-knowledge or Knowledge.toJson() wrote.',
  'locale-invalid': '“{{tag}}” is not a known locale. Give a BCP 47 language tag such as en-GB, ru-RU or zh-Hant-TW.',
  'locale-same': 'Source and target are both {{locale}}. Give two different locales, for example en-GB and ru-RU.',
  'rule-unknown': 'There is no rule “{{rule}}”. Did you mean “{{suggestion}}”?',
  'tmx-character':
    'XML 1.0 does not allow the character {{character}}, found in {{unit}}. Take it out of the text, or have it replaced or dropped.',
  'tmx-invalid': '{{file}}:{{line}}:{{column}}: this is XML but not TMX: {{reason}}.',
  'tmx-language':
    'The {{side}} language of the bitext is not clear: {{reason}}. Name one of the languages of the memory: {{languages}}.',
  'tmx-name': 'XML can call nothing “{{name}}”, found in {{unit}}. Rename or take out that element or attribute.',
  'tmx-structure':
    'What paralign has noted in {{unit}} is damaged: {{reason}}. Export the memory again, or read its pairs only: structure: false, on the command line --lean.',
  'xml-bytes':
    '{{file}}: the bytes at offset {{offset}} (from 0) are not {{encoding}}. Save the file in the encoding that it declares.',
  'xml-encoding':
    '{{file}}: the file declares the encoding “{{encoding}}”, which is not known or is not what the file is in. Save it as UTF-8.',
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
