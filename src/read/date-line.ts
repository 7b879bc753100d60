import type { Locale } from '../model/locale.ts';

/** A line that is a date: the ISO 8601 form, absent where no such day exists. */
export interface DateLine {
  readonly iso?: string;
}

/** No date line is longer. */
const MAX_LENGTH = 60;

/** Words that stand beside a date without changing it, whatever the language: of, at, year, o'clock, time zones. */
const FILLER = new Set(
  `at of on the st nd rd th and year h hrs hours time gmt utc msk cet cest est edt pst pdt bst am pm
  published updated date posted
  года г год году в мск время часов дата обновлено опубликовано
  року р рік о год дата опубліковано
  uhr um den der am vom datum stand veröffentlicht
  le à er h heure publié date
  de del a las los el h hs horas fecha publicado
  il alle ore del data pubblicato
  às em de data horas publicado
  r roku o godz godzina data
  tarih tarihi saat günü
  في من عام سنة الساعة م هـ ه التاريخ يوم
  年 月 日 号 號 点 點 時 时 分 星期 日期
  년 월 일 시 분 오전 오후 날짜`
    .split(/\s+/u)
    .filter((word) => word !== ''),
);

const ZEROS = '٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐０';

/**
 * Reads a line that is a date, perhaps with a time and the day of the week, in the words of the locale or of English,
 * or in figures: `12 April 2016, 17:00`, `12 апреля 2016 года`, `2016年4月12日`, `12.04.2016`, also glued as
 * `12 April 201617:00`.
 *
 * @returns undefined when the line is anything else.
 */
export function parseDateLine(line: string, locale: Locale): DateLine | undefined {
  if (line.length > MAX_LENGTH) return undefined;
  const text = toAsciiDigits(line.normalize('NFKC').replace(/[\u061C\u200B-\u200F\u2066-\u2069]/gu, ''))
    .toLocaleLowerCase(locale)
    .trim();
  if (!/\d/u.test(text)) return undefined;
  const found = parseFigures(text, locale) ?? parseWords(text, locale);
  if (found === undefined) return undefined;
  const { time, rest } = takeTime(found.rest);
  if (!isFiller(rest, locale)) return undefined;
  const { year, month, day } = found;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return {};
  const iso = date.toISOString().slice(0, 10);
  return { iso: time === undefined ? iso : `${iso}T${time}` };
}

interface Found {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The line without the date. */
  readonly rest: string;
}

/** A date in figures: year first, or day and month in the locale's order. */
function parseFigures(text: string, locale: Locale): Found | undefined {
  const yearFirst =
    /(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)\s?[日号號일.]?(?:t(?=\d))?/u.exec(text);
  if (yearFirst !== null) {
    const [whole, year, month, day] = yearFirst;
    return { year: Number(year), month: Number(month), day: Number(day), rest: text.replace(whole, ' ') };
  }
  const yearLast = /(?<!\d)(\d{1,2})([-./])\s?(\d{1,2})\2\s?(\d{4})(?=\d{1,2}:|\D|$)/u.exec(text);
  if (yearLast === null) return undefined;
  const [whole, first, , second, year] = yearLast;
  const [day, month] = isMonthFirst(locale) ? [second, first] : [first, second];
  return { year: Number(year), month: Number(month), day: Number(day), rest: text.replace(whole, ' ') };
}

function isMonthFirst(locale: Locale): boolean {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).formatToParts(0).map((part) => part.type);
  return parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('month');
}

function parseWords(text: string, locale: Locale): Found | undefined {
  for (const [name, month] of [...monthNames(locale), ...monthNames('en')]) {
    const at = indexOfWord(text, name);
    if (at === -1) continue;
    let rest = `${text.slice(0, at)} ${text.slice(at + name.length)}`;
    const year = /(?<!\d)(\d{4})(?=\d{1,2}:|\D|$)/u.exec(rest);
    if (year === null) continue;
    rest = `${rest.slice(0, year.index)} ${rest.slice(year.index + 4)}`;
    // The day is the first number beside the month that is no time.
    const day = /(?<![\d:])(\d{1,2})(?![\d:]|[.h]\d)/u.exec(rest);
    if (day === null) continue;
    rest = `${rest.slice(0, day.index)} ${rest.slice(day.index + day[0].length)}`;
    return { year: Number(year[1]), month, day: Number(day[1]), rest };
  }
  return undefined;
}

function indexOfWord(text: string, word: string): number {
  const at = text.indexOf(word);
  const isInside = at > 0 && /[\p{L}\p{M}]/u.test(text[at - 1]!);
  const goesOn = /^[\p{L}\p{M}]/u.test(text.slice(at + word.length));
  return at === -1 || isInside || goesOn ? -1 : at;
}

const monthNamesByLocale = new Map<Locale, ReadonlyArray<readonly [name: string, month: number]>>();

/** The names of the months as they stand in a date and alone, long and short, the longest first. */
function monthNames(locale: Locale): ReadonlyArray<readonly [name: string, month: number]> {
  const known = monthNamesByLocale.get(locale);
  if (known !== undefined) return known;
  const names = new Map<string, number>();
  for (const width of ['long', 'short'] as const)
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        timeZone: 'UTC',
        month: width,
        ...(day === undefined ? {} : { day, year: 'numeric' }),
      });
      for (let month = 1; month <= 12; month++) {
        const part = format.formatToParts(Date.UTC(2016, month - 1, 12)).find(({ type }) => type === 'month');
        const name = part?.value.normalize('NFKC').toLocaleLowerCase(locale).replace(/\.$/u, '') ?? '';
        if (/\p{L}/u.test(name) && !names.has(name)) names.set(name, month);
      }
    }
  const sorted = [...names].sort(([a], [b]) => b.length - a.length);
  monthNamesByLocale.set(locale, sorted);
  return sorted;
}

function takeTime(text: string): { time?: string; rest: string } {
  const match = /(?<!\d)(\d{1,2})\s?[:.h時时点點시]\s?(\d{2})(?::\d{2})?(?!\d)\s?分?\s*(a\.?m\.?|p\.?m\.?)?/u.exec(
    text,
  );
  if (match === null) return { rest: text };
  const [whole, hour, minute, half] = match;
  const afternoon = half?.startsWith('p') === true;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  if (hours > 23 || Number(minute) > 59) return { rest: text };
  return { time: `${String(hours).padStart(2, '0')}:${minute}`, rest: text.replace(whole, ' ') };
}

function isFiller(rest: string, locale: Locale): boolean {
  if (/\d/u.test(rest)) return false;
  const weekdays = weekdayNames(locale);
  return rest
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .every((word) => FILLER.has(word) || weekdays.has(word));
}

function weekdayNames(locale: Locale): Set<string> {
  const names = new Set<string>();
  for (const language of [locale, 'en'])
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day++)
        for (const word of format
          .format(Date.UTC(2016, 0, day))
          .toLocaleLowerCase(locale)
          .split(/[^\p{L}\p{M}]+/u))
          names.add(word);
    }
  return names;
}

function toAsciiDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    for (const zero of ZEROS) {
      const value = code - zero.codePointAt(0)!;
      if (value >= 0 && value <= 9) return String(value);
    }
    return digit;
  });
}
