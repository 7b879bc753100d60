import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';

/** One way in which a path may carry a locale. */
export interface PathReading {
  readonly locale: Locale;
  /** What stands for it in the path, such as `pt_BR`, and the offset at which it stands. */
  readonly tag: string;
  readonly at: number;
  /** The path with `{locale}` in its place, and wherever else it stands: the same for all versions of a document. */
  readonly key: string;
}

// `en`, `en-GB`, `zh_Hant_TW`, `es-419`, `eng`. Which are locales is looked at afterwards.
const TAG = /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?$/;

/**
 * All the ways in which a path may carry a locale: as a folder (`ru/guide/page.html`), or in the file's name, alone
 * (`ru.html`) or set off (`page.ru.html`, `page_ru.html`, `ru-page.html`). ISO 639-2 codes count too: `rus`, `ger`. Where it stands
 * several times (`ru/page.ru.html`), that is one way more.
 *
 * @param path with `/` between its names.
 */
export function readingsOf(path: string): PathReading[] {
  const single = singleReadings(path);
  return [...togetherIn(path, single), ...single];
}

/** One reading for each locale that stands in the path more than once, by all of its places. */
function togetherIn(path: string, single: readonly PathReading[]): PathReading[] {
  return single.flatMap((first, k) => {
    const own = single.filter(({ tag }) => tag === first.tag);
    if (own.length < 2 || single.findIndex(({ tag }) => tag === first.tag) !== k) return [];
    let key = path;
    for (const { at, tag } of own.toReversed()) key = `${key.slice(0, at)}{locale}${key.slice(at + tag.length)}`;
    return [{ ...first, key }];
  });
}

function singleReadings(path: string): PathReading[] {
  const names = path.split('/');
  let start = 0;
  return names.flatMap((name, k): PathReading[] => {
    const offset = start;
    start += name.length + 1;
    const tags = k < names.length - 1 ? [{ tag: name, from: 0 }] : tagsOfName(name);
    return tags.flatMap(({ tag, from }): PathReading[] => {
      const locale = localeOf(tag);
      const at = offset + from;
      const key = `${path.slice(0, at)}{locale}${path.slice(at + tag.length)}`;
      return locale === undefined ? [] : [{ locale, tag, at, key }];
    });
  });
}

/** What may be a locale in a file's name: at each place the longest that is one. */
function tagsOfName(name: string): { readonly tag: string; readonly from: number }[] {
  // All endings, so that `page.en.html.gz` has its locale too; a name such as `.ru` has none.
  const parts = name.split(/(?<=[._-])|(?=[._-])/);
  let start = 0;
  return parts.flatMap((part, k) => {
    const from = start;
    start += part.length;
    if (/^[._-]$/.test(part)) return [];
    for (let end = Math.min(parts.length, k + 5); end > k; end--) {
      if (end === parts.length && parts[k - 1] === '.') continue;
      const tag = parts.slice(k, end).join('');
      if (localeOf(tag) !== undefined) return [{ tag, from }];
    }
    return [];
  });
}

const ISO_639_2_B: Readonly<Record<string, string>> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  mao: 'mi',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};
let names: Intl.DisplayNames | undefined;

function localeOf(text: string): Locale | undefined {
  if (!TAG.test(text)) return undefined;
  const [language = '', ...rest] = text.replaceAll('_', '-').split('-');
  const known = ISO_639_2_B[language.toLowerCase()];
  try {
    const locale = toLocale([known ?? language, ...rest].join('-'));
    // A language of three letters must be one that CLDR names: any three letters are well-formed.
    names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    if (language.length === 3 && names.of(locale.split('-')[0]!) === undefined) return undefined;
    return locale;
  } catch {
    return undefined;
  }
}
