import type { Element } from 'domhandler';
import { languageOf, toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';

/** The language that an element says it is in: `lang`, else `xml:lang`; undefined where it says none that is known. */
export function languageAttribute({ attribs }: Element): Locale | undefined {
  const tag = attribs['lang'] ?? attribs['xml:lang'];
  if (tag === undefined) return undefined;
  try {
    return toLocale(tag);
  } catch {
    return undefined;
  }
}

/** The locale, where its language is another than that of the document: `en-US` is none in a document in `en-GB`. */
export function otherLanguage(locale: Locale | undefined, document: Locale): Locale | undefined {
  return locale === undefined || languageOf(locale) === languageOf(document) ? undefined : locale;
}

/** Which way an element says that its text runs; undefined where it does not, or leaves it to the text. */
export function directionAttribute({ attribs }: Element): 'ltr' | 'rtl' | undefined {
  const value = attribs['dir']?.toLowerCase();
  return value === 'ltr' || value === 'rtl' ? value : undefined;
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(
  'Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Sogd Syrc Thaa Yezi'.split(' '),
);

/** Which way a language is written. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
}
