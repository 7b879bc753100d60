import type { Locale } from '../../model/locale.ts';
import { tokenize } from '../tokens.ts';
import { agreement } from './anchors.ts';
import type { Anchor, AnchorSource } from './anchors.ts';

/** Two-letter codes of languages and three-letter codes of currencies that texts speak of; regions are all asked for. */
const LANGUAGES =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko la lo lt lv mk mn ms my ne nl no pa pl pt ro ru sa sk sl sq sr sv sw ta te th tr uk ur uz vi yi zh'.split(
    ' ',
  );
const CURRENCIES = 'AUD BRL CAD CHF CNY CZK DKK EUR GBP HUF INR JPY KRW KZT MXN NOK PLN RUB SEK TRY UAH USD'.split(' ');
const REGIONS =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW 001 002 003 005 009 013 019 142 150'.split(
    ' ',
  );

/**
 * How many words both vocabularies must have for the calendar to be asked. The first date format of a process takes longer
 * than all other names together, and in a short text the days and years of its dates are known already.
 */
const CALENDAR_WORDS = 2000;

/** How sure it is that a name stands where the other name stands: there are other ways to say it. */
const CERTAINTY = 0.8;
/** A month may be written as a number, but most such numbers are no month. */
const MONTH_FIGURE = 0.15;

/**
 * The names of regions, languages, currencies, months and days of the week in any two languages, as the platform knows
 * them (CLDR through `Intl`). It says nothing where a locale is not given or not known to the platform, and of the calendar
 * only in texts of two thousand different words and more. The names of a language are kept for the next text.
 */
export const commonNames: AnchorSource = function* (source, target) {
  if (source.locale === undefined || target.locale === undefined) return;
  const a = namesIn(source.locale);
  const b = namesIn(target.locale);
  if (a === undefined || b === undefined) return;
  const [inSource, inTarget] = [source, target].map(({ words }) => new Map(words.map((word, k) => [word, k])));
  const found = new Map<number, Anchor>();
  const add = (sourceTokens: readonly string[], targetTokens: readonly string[], certainty: number): void => {
    const weight = certainty / Math.max(sourceTokens.length, targetTokens.length);
    for (const x of sourceTokens) {
      const s = inSource!.get(x);
      if (s === undefined) continue;
      for (const y of targetTokens) {
        const t = inTarget!.get(y);
        if (t === undefined) continue;
        const key = s * target.words.length + t;
        const agreed = weight * agreement(source.frequency[s]!, target.frequency[t]!);
        found.set(key, [s, t, Math.max(found.get(key)?.[2] ?? 0, agreed)]);
      }
    }
  };
  const withCalendar = Math.min(source.words.length, target.words.length) >= CALENDAR_WORDS;
  for (let k = 0; k < (withCalendar ? ALL : CALENDAR); k++) {
    const names = a.at(k);
    const figure = a.figureAt(k);
    const isThere = names.some((tokens) => tokens.some((token) => inSource!.has(token)));
    // The platform is asked for the other language's names of those things only that the source speaks of.
    if (!isThere && (figure === undefined || !inSource!.has(figure))) continue;
    const others = b.at(k);
    for (const x of names) for (const y of others) add(x, y, CERTAINTY);
    if (figure === undefined) continue;
    for (const x of names) if (x[0] !== figure) add(x, [figure], MONTH_FIGURE);
    for (const y of others) if (y[0] !== figure) add([figure], y, MONTH_FIGURE);
  }
  yield* found.values();
};

/** Things that have a name are numbered: regions, languages, currencies; from this number on months and days; and the end. */
const CALENDAR = REGIONS.length + LANGUAGES.length + CURRENCIES.length;
const ALL = CALENDAR + 12 + 7;

const cache = new Map<Locale, Names | undefined>();
/** A program that aligns more languages than this asks the platform again. */
const MOST_LOCALES = 24;

/** What has a name; undefined for a language that the platform does not know. */
function namesIn(locale: Locale): Names | undefined {
  if (!cache.has(locale)) {
    if (cache.size >= MOST_LOCALES) cache.clear();
    const known = Intl.DisplayNames.supportedLocalesOf(locale).length > 0;
    cache.set(locale, known ? new Names(locale) : undefined);
  }
  return cache.get(locale);
}

/** The names of one language, by number of the thing that has the name, in the tokens of the word model. */
class Names {
  readonly #locale: Locale;
  readonly #known: (readonly string[][] | undefined)[] = [];
  #display: Record<'region' | 'language' | 'currency', Intl.DisplayNames> | undefined;
  #calendar: Record<'month' | 'date' | 'weekday', Intl.DateTimeFormat> | undefined;

  constructor(locale: Locale) {
    this.#locale = locale;
  }

  /** The names of a thing, each as the tokens that it is made of. */
  at(k: number): readonly string[][] {
    return (this.#known[k] ??= tokenLists(this.#ask(k)));
  }

  /** The number of the month that a thing is, as a token. */
  figureAt(k: number): string | undefined {
    const month = k - CALENDAR;
    return month >= 0 && month < 12 ? `#${month + 1}` : undefined;
  }

  #ask(k: number): (string | undefined)[] {
    if (k >= CALENDAR) return this.#askCalendar(k - CALENDAR);
    this.#display ??= displayNames(this.#locale);
    const { region, language, currency } = this.#display;
    let rest = k;
    if (rest < REGIONS.length) return [region.of(REGIONS[rest]!)];
    rest -= REGIONS.length;
    if (rest < LANGUAGES.length) return [language.of(LANGUAGES[rest]!)];
    rest -= LANGUAGES.length;
    return [currency.of(CURRENCIES[rest]!)];
  }

  #askCalendar(k: number): (string | undefined)[] {
    this.#calendar ??= calendar(this.#locale);
    const { month, date, weekday } = this.#calendar;
    if (k >= 12) return [weekday.format(Date.UTC(2024, 0, k - 11))];
    const day = Date.UTC(2024, k, 15);
    // In many languages a month has another form in a date.
    return [month.format(day), date.formatToParts(day).find(({ type }) => type === 'month')?.value];
  }
}

function displayNames(locale: Locale): Record<'region' | 'language' | 'currency', Intl.DisplayNames> {
  const of = (type: Intl.DisplayNamesType): Intl.DisplayNames =>
    new Intl.DisplayNames(locale, { type, fallback: 'none' });
  return { region: of('region'), language: of('language'), currency: of('currency') };
}

function calendar(locale: Locale): Record<'month' | 'date' | 'weekday', Intl.DateTimeFormat> {
  const of = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', ...options });
  return {
    month: of({ month: 'long' }),
    date: of({ month: 'long', day: 'numeric' }),
    weekday: of({ weekday: 'long' }),
  };
}

/** The tokens of names that are not the same, without those that say little. */
function tokenLists(names: readonly (string | undefined)[]): string[][] {
  const lists = names
    .map((name) => telling(tokenize(name ?? '')))
    .filter((tokens) => tokens.length > 0 && tokens.length <= 3);
  return [...new Map(lists.map((tokens) => [tokens.join(' '), tokens])).values()];
}

/** Of several words, those that are longer than most articles and prepositions; of characters and pairs, the pairs. */
function telling(tokens: readonly string[]): string[] {
  if (tokens.length === 1) return [...tokens];
  const words = tokens.filter((token) => !token.startsWith('#') && /\p{L}/u.test(token));
  const isSign = (token: string): boolean =>
    /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u.test(
      token,
    );
  return words.filter((token) => (isSign(token) ? token.replace(/\p{M}/gu, '').length > 1 : token.length > 3));
}
