import type { DocumentDate, Furniture } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { parseDateLine } from './date-line.ts';
import { isLanguageSwitcher } from './language-switcher.ts';

/** A paragraph as far as its place on the page says what it is. */
export interface PageLine {
  readonly text: string;
  /** Whether it opens a turn. */
  readonly isTurn: boolean;
  readonly isSingleLine: boolean;
}

/** What on a page is not its body. */
export interface PageParts {
  readonly title?: string;
  readonly date?: DocumentDate;
  /** By the index of the paragraph. */
  readonly furniture: ReadonlyMap<number, Furniture['kind']>;
}

/** A header is not looked for beyond so many paragraphs. */
const HEADER_LENGTH = 12;
const FOOTER_LENGTH = 20;
const MAX_TITLE_LENGTH = 300;
const MAX_FOOTER_WORDS = 8;

const ENDS_SENTENCE = /[.!?…。！？।؟۔։:;,][\s"'”’»›）)\]」』*_]*$/u;
const FOOTER_SHAPE = /^(?:©|\(c\)|copyright\b)|^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/iu;

/**
 * Tells title, date line, language switcher and the lines of header and footer from the body, by their place and shape.
 *
 * The title is a line beside the date line, or before the first turn. Lines at the end count as a footer where they are
 * short, do not end as sentences do, and the body's paragraphs do; and only on a page that shows by a date, a switcher
 * or turns that it is one. Where in doubt, a line belongs to the body.
 */
export function findPageParts(lines: readonly PageLine[], locale: Locale): PageParts {
  const furniture = new Map<number, Furniture['kind']>();
  const firstTurn = lines.findIndex((line) => line.isTurn);
  const headerEnd = findHeaderEnd(lines, firstTurn);

  let date: (DocumentDate & { at: number }) | undefined;
  for (let k = 0; k < headerEnd; k++) {
    const { text } = lines[k]!;
    if (isLanguageSwitcher(text)) furniture.set(k, 'language-switcher');
    else if (date === undefined) {
      const found = parseDateLine(text, locale);
      if (found !== undefined) {
        date = { at: k, text: text.normalize('NFC'), ...found };
        furniture.set(k, 'date');
      }
    }
  }

  const isPage = date !== undefined || firstTurn !== -1 || furniture.size > 0;
  const title = isPage ? findTitle(lines, furniture, date?.at, firstTurn, headerEnd) : undefined;
  if (title !== undefined) {
    furniture.set(title, 'title');
    // What stands before both title and date is the page's navigation.
    for (let k = 0; k < Math.min(title, date?.at ?? title); k++)
      if (!furniture.has(k) && !endsSentence(lines[k]!.text) && wordCount(lines[k]!.text) <= MAX_FOOTER_WORDS)
        furniture.set(k, 'header');
  }
  // Neither is a number of the document, or a line of dashes, part of the text.
  if (isPage) {
    const isBare = (k: number): boolean => !furniture.has(k) && !/\p{L}/u.test(lines[k]!.text);
    let end = Math.max((title ?? -1) + 1, date === undefined ? 0 : date.at + 1, firstTurn);
    while (end < headerEnd && isBare(end)) end += 1;
    for (let k = 0; k < Math.min(end, lines.length); k++) if (isBare(k)) furniture.set(k, 'header');
  }
  if (isPage)
    for (const k of findFooter(lines, furniture))
      furniture.set(k, isLanguageSwitcher(lines[k]!.text) ? 'language-switcher' : 'footer');

  // A page of nothing but furniture is a text after all.
  if (furniture.size === lines.length) return { furniture: new Map() };
  const { at: _, ...documentDate } = date ?? { at: 0, text: '' };
  return {
    ...(title === undefined ? {} : { title: lines[title]!.text.normalize('NFC') }),
    ...(date === undefined ? {} : { date: documentDate }),
    furniture,
  };
}

/** The header ends with the first turn, or with the first line after the third that is no title, date or navigation. */
function findHeaderEnd(lines: readonly PageLine[], firstTurn: number): number {
  const limit = Math.min(lines.length, HEADER_LENGTH, firstTurn === -1 ? Infinity : firstTurn);
  for (let k = 0; k < limit; k++) {
    const { text } = lines[k]!;
    if (text.length > MAX_TITLE_LENGTH || (k > 2 && text.length > 80 && endsSentence(text))) return k;
  }
  return limit;
}

function findTitle(
  lines: readonly PageLine[],
  furniture: ReadonlyMap<number, string>,
  date: number | undefined,
  firstTurn: number,
  headerEnd: number,
): number | undefined {
  const canBe = (k: number): boolean =>
    k >= 0 &&
    k < headerEnd &&
    !furniture.has(k) &&
    lines[k]!.isSingleLine &&
    /\p{L}/u.test(lines[k]!.text) &&
    !lines[k]!.isTurn &&
    lines[k]!.text.length <= MAX_TITLE_LENGTH;
  const isPlain = (k: number): boolean => canBe(k) && !/[.:;,。]$/u.test(lines[k]!.text);
  const skip = (from: number, step: 1 | -1): number => {
    let k = from;
    while (furniture.has(k)) k += step;
    return k;
  };
  if (date !== undefined) {
    const beside = [skip(date, -1), skip(date, 1)];
    return beside.find(isPlain) ?? (canBe(beside[0]!) ? beside[0] : undefined);
  }
  if (firstTurn === -1) return undefined;
  const candidates = lines.map((_, k) => k).filter((k) => k < firstTurn && isPlain(k));
  return candidates[0];
}

function findFooter(lines: readonly PageLine[], furniture: ReadonlyMap<number, string>): number[] {
  const isFooter = ({ text, isTurn, isSingleLine }: PageLine): boolean =>
    !isTurn &&
    isSingleLine &&
    (FOOTER_SHAPE.test(text) ||
      isLanguageSwitcher(text) ||
      (!endsSentence(text) && wordCount(text) <= MAX_FOOTER_WORDS));
  let start = lines.length;
  while (start > 0 && lines.length - start < FOOTER_LENGTH && !furniture.has(start - 1) && isFooter(lines[start - 1]!))
    start -= 1;
  const body = lines.slice(0, start).filter((_, k) => !furniture.has(k));
  const sentences = body.filter(({ text }) => endsSentence(text)).length;
  // The last words of a turn are body, however short.
  if (lines[start - 1]?.isTurn === true && !endsSentence(lines[start - 1]!.text)) return [];
  if (body.length < 3 || sentences < 0.8 * body.length) return [];
  return Array.from({ length: lines.length - start }, (_, k) => start + k);
}

function wordCount(text: string): number {
  // A line in a script without spaces counts two characters a word.
  const wide = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]/gu)?.length ?? 0;
  return text.split(/\s+/u).length + wide / 2;
}

function endsSentence(text: string): boolean {
  return ENDS_SENTENCE.test(text.slice(-40));
}
