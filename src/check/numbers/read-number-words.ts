import { languageOf } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { numberWordsOf } from './number-words.ts';

/**
 * The values that words of a text may stand for: cardinals and ordinals alone (`twenty`, `second`) and composed
 * (`twenty-five thousand`), Roman numerals, the names of months, simple fractions. As generous as words are vague: made to say
 * whether a number in digits may be meant, not what a text counts.
 */
export function readNumberWords(text: string, locale: Locale): Set<string> {
  const values = new Set<string>();
  for (const value of romanNumerals(text)) values.add(String(value));
  for (const value of monthsIn(text, locale)) values.add(String(value));
  for (const value of ideographicNumbers(text)) values.add(String(value));
  for (const [sign] of text.matchAll(/[¼½¾]/g)) values.add(String(('¼½¾'.indexOf(sign) + 1) / 4));
  const language = numberWordsOf(languageOf(locale));
  if (language === undefined) return values;

  /** The composed number so far: what is complete, and what a magnitude may still multiply. */
  let total = 0;
  let current: number | undefined;
  let end = 0;
  const close = (): void => {
    if (current !== undefined) values.add(String(total + current));
    total = 0;
    current = undefined;
  };
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const word = match[0];
    if (language.joins.has(word.toLowerCase()) && current !== undefined) continue;
    const between = text.slice(end, match.index);
    // Anything but spaces, hyphens and joining words ends a number.
    if (!/^[\s-]*(?:\p{L}+[\s-]+)*$/u.test(between)) close();
    end = match.index + word.length;
    const magnitude = language.magnitudeWords.find(word);
    const value = language.values.find(word) ?? language.compound?.(word);
    if (magnitude !== undefined) {
      const size = 10 ** magnitude;
      values.add(String(size));
      if (size === 100) current = Math.max(current ?? 0, 1) * size;
      else {
        total += (current ?? 1) * size;
        values.add(String(total));
        current = 0;
      }
    } else if (value === undefined) close();
    else {
      values.add(String(value));
      current = (current ?? 0) + value;
      values.add(String(current));
    }
  }
  close();
  return values;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const cyrillicTwins: Readonly<Record<string, string>> = { І: 'I', Х: 'X', С: 'C', М: 'M' };

function* romanNumerals(text: string): Generator<number> {
  for (const [found] of text.matchAll(/(?<![\p{L}\d])[IVXLCDMІХСМ]+(?![\p{L}\d])/gu)) {
    const numeral = found.replace(/[ІХСМ]/g, (letter) => cyrillicTwins[letter]!);
    if (!/^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(numeral)) continue;
    const digits = [...numeral].map((letter) => romanDigits[letter]!);
    yield digits.reduce((sum, digit, k) => sum + (digit < (digits[k + 1] ?? 0) ? -digit : digit), 0);
  }
}

const monthNames = new Map<Locale, ReadonlyMap<string, number>>();

/** Months by the names that CLDR has: alone and in a date, long and short. With capitals where the language has them. */
function monthsIn(text: string, locale: Locale): number[] {
  let names = monthNames.get(locale);
  if (names === undefined) {
    const made = new Map<string, number>();
    for (const month of ['long', 'short'] as const)
      for (const options of [{ month }, { month, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
        for (let k = 0; k < 12; k++) {
          const name = format.formatToParts(Date.UTC(2024, k, 1)).find((part) => part.type === 'month')?.value;
          if (name !== undefined && /^\p{L}+\.?$/u.test(name)) made.set(name.replace('.', ''), k + 1);
        }
      }
    monthNames.set(locale, (names = made));
  }
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => names.get(word) ?? []);
}

const ideographs = '〇一二三四五六七八九';
const ideographicUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const ideographicGroups: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

/** Numbers as Chinese and Japanese write them, `二十五`, `三万`; and digit by digit, `二〇一六`. */
function* ideographicNumbers(text: string): Generator<number> {
  for (const [found] of text.matchAll(/[〇零一二三四五六七八九十百千万萬亿億两兩]+/g)) {
    const numeral = found.replace(/零/g, '〇').replace(/[两兩]/g, '二');
    if (/^[〇一二三四五六七八九]+$/.test(numeral)) {
      yield Number([...numeral].map((sign) => ideographs.indexOf(sign)).join(''));
      continue;
    }
    let total = 0;
    let group = 0;
    let digit: number | undefined;
    for (const sign of numeral) {
      const unit = ideographicUnits[sign];
      const size = ideographicGroups[sign];
      if (unit !== undefined) group += (digit ?? 1) * unit;
      else if (size !== undefined) [total, group] = [total + (group + (digit ?? 0) || 1) * size, 0];
      digit = unit === undefined && size === undefined ? ideographs.indexOf(sign) : undefined;
    }
    yield total + group + (digit ?? 0);
  }
}
