/** The suffixes by which i18next tells plural forms apart. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The keys of a catalogue as code asks for them: without the suffixes of their plural forms. */
export type KeyOf<Catalogue> = keyof Catalogue extends infer Key
  ? Key extends `${infer Base}_${PluralCategory}`
    ? Base
    : Key extends string
      ? Key
      : never
  : never;

/** What the Russian catalogue must have, given the English one: the same keys, and every plural form of Russian. */
export type RussianCatalogue<English> = {
  readonly [
    Key in keyof English as Key extends `${infer Base}_one` ? `${Base}_${'one' | 'few' | 'many' | 'other'}` : Key
  ]: string;
};
