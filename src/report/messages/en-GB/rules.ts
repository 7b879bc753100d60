import { rulesI18next } from './rules-i18next.ts';

/** What a rule reports, in one sentence, by rule id: for reports that explain their rules. */
const own = {
  missing: 'A paragraph of the source has no counterpart in the translation.',
  extra: 'A paragraph of the translation has no counterpart in the source.',
  empty: 'The counterpart of a paragraph has no text.',
  moved: 'A paragraph stands at another place than in the source.',
  merged: 'Paragraphs of the source stand as one in the translation.',
  split: 'A paragraph of the source stands as several in the translation.',
  untranslated: 'A paragraph is still in the language of the source.',
  'partly-untranslated': 'Part of a paragraph is still in the language of the source.',
  truncated: 'Part of a paragraph is missing from its translation.',
  'length-ratio': 'A translation is much shorter or longer than others in the same document.',
  'number-mismatch': 'A number stands on one side only, or with another value.',
  'url-mismatch': 'An address stands on one side only, or is another one.',
  'placeholder-mismatch': 'A placeholder stands on one side only.',
  'inline-code-mismatch': 'A piece of code in the text stands on one side only.',
  'speaker-mismatch': 'Another speaker says the paragraph than in the source.',
  'question-lost': 'A question is no longer one in the translation.',
  'quote-balance': 'A quotation mark lacks its partner.',
  'bracket-balance': 'A bracket lacks its partner.',
  'mixed-script': 'A word holds letters of two scripts that look alike.',
  'wrong-language': 'A paragraph is in neither language of the pair.',
  'double-space': 'Two spaces stand where one should.',
  'repeated-word': 'A word stands twice in a row.',
  'illegal-character': 'A character has no place in a text.',
  inconsistent: 'The same text is translated in two ways, or two texts in the same way.',
  terminology: 'A term is not translated as the glossary says.',
  'name-mismatch': 'A name of the source is missing from the translation.',
  'heading-level': 'A heading has another level than in the source.',
  stale: 'The source has changed since it was translated.',
  unaccepted: 'Nobody has accepted the translation, or it was changed since.',
  'missing-document': 'A document has no translation at all.',
  suppression: 'A note that silences a rule is faulty, or silences nothing.',
  baseline: 'An entry of the baseline answers to nothing any more and must be taken out.',
} as const;

export const rules: typeof own & typeof rulesI18next = { ...own, ...rulesI18next };
