import { languageOf } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import type { MarkedText } from './marked-text.ts';

/** A web or e-mail address in a text. */
export interface Address extends MarkedText {
  /** What tells it from others: without its scheme, `www.`, language, fragment and closing slash. */
  readonly key: string;
  /** Its host, without its language. */
  readonly host: string;
  /** The language that its host or path names, where it is one of those asked for. */
  readonly language?: string;
  /** Whether it stands behind a text as the target of its link, and not in it. */
  readonly isLink?: true;
}

/** Signs that may close a sentence or a quotation after an address. */
const CLOSING = '.,;:!?…\'"»”’*_~|';
/**
 * An address with a scheme, one that begins with `www.`, an e-mail address, or the target of a Markdown link. It ends at
 * white space, quotation marks and the punctuation of the Far East.
 */
const address =
  /(?<![\p{L}\p{N}])(?:(?:https?|ftp|mailto|tel):|www\.)[^\s<>"'\\«»“”„‹›`。，；：！？、（）「」『』【】《》]+|(?<=\]\()(?:[^\s()]|\([^\s()]*\))+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
/** `page.ru.html`, `page.pt-BR.md`: the language before the end of a file's name. */
const languageOfFile = /[._]([a-z]{2,3}(?:[-_][a-z]{2,4})?)(?=\.[a-z]+$)/i;
/** What every address has; to look for that alone takes a small part of the time, and most texts have none. */
const trace = /@|\]\(|www\.|(?:https?|ftp|mailto|tel):/iu;
/** Where a script without spaces goes on after an address. */
const glued = /(?<=[!-.0-~])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The addresses of a text, in order. Languages in them are known by the locales. */
export function findAddresses(text: string, locales: readonly Locale[]): Address[] {
  if (!trace.test(text)) return [];
  return [...text.matchAll(address)].flatMap((match) => {
    const found = trim(match[0]);
    // What is left of `www.` or a scheme alone is no address.
    if (!/[\p{L}\p{N}]/u.test(found.replace(/^(?:www\.|[a-z]+:)/i, ''))) return [];
    const from = match.index;
    return [{ from, to: from + found.length, text: found, ...normalise(found, locales) }];
  });
}

function trim(found: string): string {
  const end = /^(?:https?|www)/i.test(found) ? found.search(glued) : -1;
  let length = end > 0 ? end : found.length;
  // Counted once: a long row of brackets must not be counted again for each of them.
  const counts = new Map<string, number>();
  for (const sign of found.slice(0, length)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  for (; length > 0; length--) {
    const last = found[length - 1]!;
    const opening = { ')': '(', ']': '[', '}': '{' }[last];
    const isLoose = opening !== undefined && counts.get(last)! > (counts.get(opening) ?? 0);
    if (!CLOSING.includes(last) && !isLoose) break;
    counts.set(last, counts.get(last)! - 1);
  }
  return found.slice(0, length);
}

function normalise(text: string, locales: readonly Locale[]): { key: string; host: string; language?: string } {
  const languages = new Set(locales.map((locale) => languageOf(locale)));
  let language: string | undefined;
  const isLanguage = (part: string): boolean => {
    const head = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/i.exec(part)?.[1]?.toLowerCase();
    if (head === undefined || !languages.has(head)) return false;
    language = head;
    return true;
  };
  const plain = decodePercent(text)
    .normalize('NFC')
    .replace(/#.*$/, '')
    .replace(/^(?:https?|ftp|mailto|tel):(?:\/\/)?/i, '');
  const [whole, query = ''] = plain.split('?') as [string, string?];
  const isRelative = !/^(?:[a-z]+:|www\.)|@/i.test(text);
  const [host, ...path] = (isRelative ? ['', ...whole.split('/')] : whole.split('/')) as [string, ...string[]];
  const labels = host.toLowerCase().split('.');
  const hostParts =
    labels.length > 2 ? labels.filter((label, k) => label !== 'www' && !(k === 0 && isLanguage(label))) : labels;
  const pathParts = path
    .filter((part) => part !== '' && !isLanguage(part))
    .map((part) => part.replace(languageOfFile, (suffix, named: string) => (isLanguage(named) ? '' : suffix)));
  const wanted = query.split('&').filter((item) => item !== '' && !isLanguage(item.split('=')[1] ?? ''));
  const bare = hostParts.join('.');
  const key = [[bare, ...pathParts].join('/'), ...wanted].join('?');
  return { key, host: bare, ...(language !== undefined && { language }) };
}

function decodePercent(text: string): string {
  try {
    return decodeURI(text);
  } catch {
    // Not in UTF-8, or a stray sign: it is compared as it stands.
    return text;
  }
}

/**
 * The keys by which addresses are found to be the same page, or the same page in the other language: where each names its own
 * language, the rest of the path may be translated too.
 */
export function addressKeys(locales: readonly [source: Locale, target: Locale]): {
  readonly source: (address: Address) => string[];
  readonly target: (address: Address) => string[];
} {
  const languages = locales.map((locale) => languageOf(locale));
  const inOther = ({ host }: Address, language: string): string => `${host} not in ${language}`;
  const named = ({ host, language }: Address): string | undefined => (host === '' ? undefined : language);
  return {
    source: (address) => {
      const language = named(address);
      return [address.key, ...(language === undefined ? [] : [inOther(address, language)])];
    },
    target: (address) => {
      const language = named(address);
      const others = language === undefined ? [] : languages.filter((other) => other !== language);
      return [address.key, ...others.map((other) => inOther(address, other))];
    },
  };
}
