import type { Element } from 'domhandler';
import type { Locale } from '../model/locale.ts';
import { BLOCK_ELEMENTS } from './html-names.ts';

/**
 * Whether what stands in an element is not to be translated: `translate`, in XHTML `its:translate`, the class `notranslate`,
 * and code blocks. Also what ITS's filter of locales says is not for this one.
 *
 * @param above whether it is so for the element around it, which counts where this one does not say.
 */
export function isKept({ name, attribs }: Element, above: boolean, locale: Locale): boolean {
  if (!isForLocale(attribs, locale)) return true;
  const translate = (attribs['translate'] ?? attribs['its:translate'])?.toLowerCase();
  if (translate === 'no') return true;
  if (translate === 'yes' || translate === '') return false;
  return above || isVerbatim(name) || /(?:^|\s)notranslate(?:\s|$)/.test(attribs['class'] ?? '');
}

/** Whether the white space of an element counts. */
export function isVerbatim(name: string): boolean {
  return name === 'pre' || name === 'xmp' || name === 'listing' || name === 'plaintext';
}

/**
 * Whether an element begins and ends a block, or stands inside a text: as HTML has it, unless `its-within-text` says otherwise. What is
 * `nested` in a text, such as a footnote, is a block of its own.
 */
export function isBlockElement({ name, attribs }: Element): boolean {
  const within = (attribs['its-within-text'] ?? attribs['its:withintext'])?.toLowerCase();
  if (within === 'yes') return false;
  return within === 'no' || within === 'nested' || BLOCK_ELEMENTS.has(name);
}

/** ITS: the ranges of locales, by commas, that something is for, or with `exclude` is not for; `*` is all. */
function isForLocale(attribs: Readonly<Record<string, string>>, locale: Locale): boolean {
  const list = attribs['its-locale-filter-list'] ?? attribs['its:localefilterlist'];
  if (list === undefined) return true;
  const type = attribs['its-locale-filter-type'] ?? attribs['its:localefiltertype'];
  const isListed = list.split(',').some((range) => isInRange(locale, range.trim()));
  return isListed !== (type?.toLowerCase() === 'exclude');
}

/** Extended filtering of RFC 4647: `de-*-DE` and `de-DE` have `de-Latn-DE`. */
function isInRange(locale: Locale, range: string): boolean {
  const [first = '', ...wanted] = range.toLowerCase().split('-');
  const [language, ...subtags] = locale.toLowerCase().split('-');
  if (first === '' || (first !== '*' && first !== language)) return false;
  let at = 0;
  for (const subtag of wanted) {
    if (subtag === '*') continue;
    while (at < subtags.length && subtags[at] !== subtag) {
      // What follows a single letter is an extension, which no range reaches over.
      if (subtags[at]!.length === 1) return false;
      at += 1;
    }
    if (at === subtags.length) return false;
    at += 1;
  }
  return true;
}
