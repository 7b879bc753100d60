import { ParalignError } from './errors.ts';

/** A BCP 47 language tag in canonical case: `en-GB`, `ru-RU`, `zh-Hant-TW`. Made by {@link toLocale}. */
export type Locale = string;

// Made when it is first needed: that takes longer than loading all of this library.
let languageNames: Intl.DisplayNames | undefined;

/**
 * The canonical form of a language tag. Case does not matter, `_` is read as `-`, and aliases are resolved (`iw` is
 * `he`, `en-UK` is `en-GB`).
 *
 * A two-letter language must be one that CLDR knows, so that a slip such as `gr` for Greek is found here and not in the
 * result. Three-letter codes are taken as they are: CLDR does not name all the languages that have one.
 *
 * @throws {ParalignError} `locale-invalid`
 */
export function toLocale(tag: string): Locale {
  let canonical: string | undefined;
  try {
    [canonical] = Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'));
  } catch {
    // The error below says more.
  }
  const language = canonical === undefined ? '' : languageOf(canonical);
  const known = language.length === 3 || (language.length === 2 && isKnown(language));
  if (canonical === undefined || !known) throw new ParalignError('locale-invalid', { tag });
  return canonical;
}

function isKnown(language: string): boolean {
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return languageNames.of(language) !== undefined;
}

/** The language subtag: `zh` of `zh-Hant-TW`. */
export function languageOf(locale: Locale): string {
  return /^[A-Za-z]+/.exec(locale)?.[0].toLowerCase() ?? '';
}
