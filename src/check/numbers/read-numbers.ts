import { languageOf } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { asciiDigits } from './ascii-digits.ts';
import { compactMagnitudes } from './compact-magnitudes.ts';
import { numberWordsOf } from './number-words.ts';

/** A number written in digits. */
export interface NumberToken {
  /** Half-open range of the text. */
  readonly from: number;
  readonly to: number;
  /** The likeliest value, as a plain decimal: `1200`, `0.5`. */
  readonly value: string;
  /** All values that it may be read as, that one first. */
  readonly readings: readonly string[];
  /** What stands before and after the sign of a time or price, `15.30` or `2.70`, which others write as two numbers. */
  readonly parts?: readonly [string, string];
  /** It stands between quotation marks or brackets, or after `=`: no word stands for it. */
  readonly isLiteral: boolean;
  /** It may match, but need not: the minutes of a full hour, the numbers of a simple fraction, the digit of an identifier (`value1`). */
  readonly optional: boolean;
}

const SPACES = ' \u00a0\u202f\u2009';

/** Digits with signs between them; a space only before three digits. */
const numeral = new RegExp(`\\d+(?:[.,'’٫٬]\\d+|[${SPACES}]\\d{3}(?!\\d))*`, 'g');

/**
 * What has digits that are not numbers of the text: addresses, character references. No part looks further than where the
 * next one could begin, so that a long text without any takes no longer than its length.
 */
const address = /\b[a-z][a-z0-9+.-]{0,30}:\/\/\S+|\bwww\.\S+|&#\w+;|\]\((?:[^)\s\]]|\](?!\())*\)/gi;

/** The numbers of a text that are written in digits of any script, in order. */
export function readNumbers(text: string, locale: Locale): NumberToken[] {
  const ascii = asciiDigits(text);
  if (!/\d/.test(ascii)) return [];
  const plain = ascii.replace(/\S+/g, (run) => (isMail(run) ? blank(run) : run)).replace(address, blank);
  const tokens: Found[] = [];
  for (const match of plain.matchAll(numeral))
    for (const part of interpret(match[0], locale)) {
      const from = match.index + part.at;
      tokens.push(inContext(plain, from, from + part.length, part.readings, locale, tokens.at(-1)));
    }
  return joinMagnitudes(plain, tokens);
}

/** Whether there is an `@` in characters without a space, and a dot behind it, neither at an end. */
function isMail(run: string): boolean {
  const at = run.indexOf('@', 1);
  return at !== -1 && run.lastIndexOf('.', run.length - 2) > at + 1;
}

function blank(found: string): string {
  return ' '.repeat(found.length);
}

/** A number as it is found. */
interface Found extends NumberToken {
  /** What one stands for: 1000000 in `7 million`, 1 where there is no magnitude. */
  readonly scale: number;
}

/**
 * Reads magnitudes across numbers: `7 billion 300 million` and `2 тысячи 500` are one number each, a smaller one right behind
 * a magnitude; and in `5 to 10 million` the magnitude may be meant for both.
 */
function joinMagnitudes(text: string, found: readonly Found[]): NumberToken[] {
  const joined: Found[] = [];
  for (const token of found) {
    const before = joined.at(-1);
    const between = before === undefined ? '' : text.slice(before.to, token.from);
    if (before !== undefined && Number(token.value) < before.scale && /^[ \u00a0]$/.test(between)) {
      const value = String(Number(before.value) + Number(token.value));
      joined[joined.length - 1] = { ...token, from: before.from, value, readings: [value] };
      continue;
    }
    if (before?.scale === 1 && token.scale > 1 && /^\s*(?:[–—-]|\p{L}{1,4})\s*$/u.test(between)) {
      const readings = [...before.readings, ...before.readings.map((value) => String(Number(value) * token.scale))];
      joined[joined.length - 1] = { ...before, readings };
    }
    joined.push(token);
  }
  return joined.map(({ scale: _, ...token }) => token);
}

interface Part {
  readonly at: number;
  readonly length: number;
  readonly readings: readonly string[];
}

/** Reads digits with signs between them as one number, or as several side by side. */
function interpret(numeral: string, locale: Locale): Part[] {
  const digits = numeral.split(/\D/);
  const signs = [...numeral.replace(/\d/g, '')];
  const whole = (...readings: string[]): Part[] => [{ at: 0, length: numeral.length, readings }];
  if (signs.length === 0) return whole(integer(digits[0]!));

  const last = signs.at(-1)!;
  const grouped = isGrouped(digits, signs);
  if (grouped) {
    const value = integer(digits.join(''));
    // With one point or comma, `1,200` may also be a fraction; the locale says which is likelier.
    if (signs.length > 1 || !/[.,٫]/.test(last)) return whole(value);
    const fraction = decimal(digits[0]!, digits[1]!);
    if (digits[0] === '0' || last === decimalSign(locale)) return whole(fraction, value);
    // Nobody writes three noughts after another language's decimal sign.
    return digits[1] === '000' ? whole(value) : whole(value, fraction);
  }
  if (/[.,٫]/.test(last)) {
    const [fraction, before] = [digits.at(-1)!, digits.slice(0, -1)];
    if (signs.length === 1) return whole(decimal(before[0]!, fraction));
    if (!signs.slice(0, -1).includes(last) && isGrouped(before, signs.slice(0, -1)))
      return whole(decimal(before.join(''), fraction));
  }
  const isDate = digits.length === 3 && /^\d\d?\.\d\d?\.(?:\d{4}|\d{2})$/.test(numeral);
  // The number of a version or a chapter: its dots are part of it.
  if (!isDate && signs.every((sign) => sign === '.')) return whole(digits.join('.'));
  // A date, or a list without spaces.
  let at = 0;
  return digits.map((part) => {
    const found = { at, length: part.length, readings: [integer(part)] };
    at += part.length + 1;
    return found;
  });
}

/** Whether the signs part off thousands; also in the Indian manner, `1,00,000`. */
function isGrouped(digits: readonly string[], signs: readonly string[]): boolean {
  if (signs.length === 0) return true;
  const [first, ...rest] = digits as [string, ...string[]];
  if (new Set(signs.map((sign) => (SPACES.includes(sign) ? ' ' : sign))).size > 1) return false;
  if (rest.at(-1)!.length !== 3) return false;
  const western = first.length <= 3 && rest.every((group) => group.length === 3);
  const indian = signs[0] === ',' && first.length <= 2 && rest.slice(0, -1).every((group) => group.length === 2);
  return western || indian;
}

/** Adds the readings that the words and signs around a number make possible. */
function inContext(
  text: string,
  from: number,
  to: number,
  plain: readonly string[],
  locale: Locale,
  before: NumberToken | undefined,
): Found {
  const prior = text.slice(Math.max(0, from - 3), from);
  const next = text.slice(to, to + 24);
  const value = Number(plain[0]);
  const magnitude = magnitudeAfter(next, locale);
  const scaled = magnitude === undefined ? [] : plain.map((reading) => shift(reading, magnitude.zeros));
  // `1.2m` is rather 1,200,000 than 1.2 metres, but it may be either; words leave no doubt.
  const readings = [...scaled, ...(magnitude === undefined || magnitude.isVague ? plain : [])];
  const isShort = /^\d\d$/.test(text.slice(from, to));
  const isDecade = value % 10 === 0 && /^(?:['’]?s\b|-?(?:е|х|ми|м|ые|ых|er)(?!\p{L}))/u.test(next);
  const afterYear = before !== undefined && /^[/–—-]$/.test(text.slice(before.to, from)) && Number(before.value) > 1000;
  if (isShort && (isDecade || afterYear || /['’]$/.test(prior)))
    for (const century of [19, 20, 18]) readings.push(String(century * 100 + value));
  // The 1700s are the 18th century.
  if (isDecade && value >= 1000 && value < 2100 && value % 100 === 0) readings.push(String(value / 100 + 1));
  if (/^[  ]?p\.? ?m\b/i.test(next) && value < 12) readings.push(String(value + 12));
  // One and a half: ½ is a sign of its own.
  const half = Number.isInteger(value) ? /^[ \u00a0\u202f]?([¼½¾])/.exec(next)?.[1] : undefined;
  if (half !== undefined) readings.unshift(String(value + ('¼½¾'.indexOf(half) + 1) / 4));
  const parts = /^(\d{1,4})[.,](\d\d)$/.exec(text.slice(from, to));
  const isFullHour = isShort && value === 0 && /\d:$/.test(prior);
  const isFraction = /^\/[2-9](?!\d)/.test(next) || (/\b[1-9]\/$/.test(prior) && !/^\d/.test(next));
  // `h2o`, and `I18n`, which counts letters.
  const isPartOfWord = /\p{Ll}$/u.test(prior) || (/\p{L}$/u.test(prior) && /^\p{Ll}/u.test(next));
  const isIdiom = /^rd[- ]part(?:y|ies)\b/.test(next);
  return {
    from,
    to: to + (magnitude?.length ?? 0),
    scale: magnitude === undefined ? 1 : 10 ** magnitude.zeros,
    value: readings[0]!,
    readings,
    isLiteral: prior.endsWith('=') || (/["'`[(|]$/.test(prior) && /^["'`\])|]/.test(next)),
    ...(parts && { parts: [integer(parts[1]!), integer(parts[2]!)] as const }),
    optional: isFullHour || isFraction || isIdiom || isPartOfWord,
  };
}

interface Magnitude {
  readonly zeros: number;
  /** In code units, with the space before it. */
  readonly length: number;
  /** Whether it may as well be a unit: `m`. */
  readonly isVague: boolean;
}

/** The magnitude word or abbreviation that a text begins with. */
function magnitudeAfter(next: string, locale: Locale): Magnitude | undefined {
  const east = /^[ \u00a0]?(?:([百백])|([千천])|([万萬만])|([亿億억])|([兆조]))/u.exec(next);
  if (east) {
    const zeros = [2, 3, 4, 8, 12][east.slice(1).findIndex((found) => found !== undefined)]!;
    return { zeros, length: east[0].length, isVague: false };
  }
  const match = /^[ \u00a0\u202f-]?(\p{L}[\p{L}\p{M}]*)/u.exec(next);
  if (!match) return undefined;
  const word = match[1]!;
  const zeros = numberWordsOf(languageOf(locale))?.magnitudes.find(word) ?? compactMagnitudes(locale).find(word);
  return zeros === undefined ? undefined : { zeros, length: match[0].length, isVague: word.length <= 2 };
}

const decimalSigns = new Map<Locale, string>();

function decimalSign(locale: Locale): string {
  let sign = decimalSigns.get(locale);
  if (sign === undefined) {
    const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
    sign = parts.find((part) => part.type === 'decimal')?.value ?? '.';
    decimalSigns.set(locale, sign);
  }
  return sign;
}

function integer(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function decimal(digits: string, fraction: string): string {
  // An expression would look for the end from every nought.
  let end = fraction.length;
  while (fraction[end - 1] === '0') end -= 1;
  const rest = fraction.slice(0, end);
  return rest === '' ? integer(digits) : `${integer(digits)}.${rest}`;
}

/** A decimal with its point moved to the right. */
function shift(value: string, zeros: number): string {
  const [digits = '', fraction = ''] = value.split('.');
  const moved = digits + fraction.slice(0, zeros).padEnd(zeros, '0');
  return decimal(moved, fraction.slice(zeros));
}
