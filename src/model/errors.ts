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
  'document-invalid': 'This is not a document: {{reason}}.',
  'json-invalid': 'This is not paralign JSON at {{path}}: {{reason}}. Give what toJson() wrote.',
  'locale-invalid': '“{{tag}}” is not a known locale. Give a BCP 47 language tag such as en-GB, ru-RU or zh-Hant-TW.',
  'locale-same': 'Source and target are both {{locale}}. Give two different locales, for example en-GB and ru-RU.',
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
