import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';

/** One way in which a path may carry a locale. */
export interface PathReading {
  readonly locale: Locale;
  /** The path with `{locale}` in its place: the same for all versions of a document. */
  readonly key: string;
}

// `en`, `en-GB`, `zh_Hant_TW`, `es-419`, `eng`. Which are locales is looked at afterwards.
const TAG = /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?$/;

/**
 * All the ways in which a path may carry a locale: as a folder (`ru/guide/page.html`), or in the file's name, alone
 * (`ru.html`) or set off (`page.ru.html`, `page_ru.html`, `ru-page.html`). ISO 639-2 codes count too: `rus`, `ger`.
 *
 * @param path with `/` between its names.
 */
export function readingsOf(path: string): PathReading[] {
  const names = path.split('/');
  return names.flatMap((name, k): PathReading[] => {
    const keyWith = (inner: string): string => [...names.slice(0, k), inner, ...names.slice(k + 1)].join('/');
    const whole = localeOf(name);
    if (k < names.length - 1) return whole === undefined ? [] : [{ locale: whole, key: keyWith('{locale}') }];
    return readingsOfName(name).map(({ locale, key }) => ({ locale, key: keyWith(key) }));
  });
}

function readingsOfName(name: string): PathReading[] {
  // All endings, so that `page.en.html.gz` has its locale too; a name such as `.ru` has none.
  const readings: PathReading[] = [];
  const parts = name.split(/(?<=[._-])|(?=[._-])/);
  for (let from = 0; from < parts.length; from++) {
    if (/^[._-]$/.test(parts[from]!)) continue;
    for (let to = Math.min(parts.length, from + 5); to > from; to--) {
      const before = parts[from - 1];
      const after = parts[to];
      if (after === undefined && from > 0 && before === '.') continue;
      const locale = localeOf(parts.slice(from, to).join(''));
      if (locale === undefined) continue;
      readings.push({ locale, key: [...parts.slice(0, from), '{locale}', ...parts.slice(to)].join('') });
      break;
    }
  }
  return readings;
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
