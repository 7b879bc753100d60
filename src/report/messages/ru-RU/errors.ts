import type { ErrorType } from '../../../model/errors.ts';

/** The templates of `errorTemplates` in Russian, with the same data. A type without one is worded in English. */
export const errors: Readonly<Partial<Record<ErrorType, string>>> = {
  'alignment-invalid': 'Это не выравнивание: {{reason}}.',
  'bitext-invalid': 'Из этих частей не складывается битекст: {{reason}}.',
  'document-invalid': 'Это не документ: {{reason}}.',
  'json-invalid': 'Это не JSON paralign в {{path}}: {{reason}}. Нужно то, что записала toJson().',
  'locale-invalid':
    '«{{tag}}» – неизвестная локаль. Укажите языковой тег BCP 47, например en-GB, ru-RU или zh-Hant-TW.',
  'locale-same':
    'И исходный текст, и перевод обозначены как {{locale}}. Укажите две разные локали, например en-GB и ru-RU.',
};
