import type { Document, Segment } from '../model/document.ts';
import { languageOf, toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { sentenceBoundaries } from './boundaries.ts';
import { exceptionsOf } from './exceptions.ts';
import type { Exceptions } from './exceptions.ts';

export interface SegmentOptions {
  /**
   * Further abbreviations after which a sentence goes on, with or without their last full stop, in any case: `['Abs.',
   * 'i.d.R.']`.
   */
  readonly abbreviations?: readonly string[];
}

/**
 * The sentences of a text, in order: half-open ranges without white space at their ends that together hold every
 * character that is not white space.
 *
 * The sentences are those of Unicode (UAX 29, by `Intl.Segmenter`), mended where a language's writing differs: a
 * sentence goes on after an abbreviation, an initial, an ordinal, the number of a list item, and before a word in lower
 * case; a closing quotation mark or bracket set off by a space belongs to the sentence before it; a sentence may start
 * with a figure or follow an ellipsis (…). A line end inside a paragraph is a space, a blank line ends a sentence.
 *
 * @throws {ParalignError} `locale-invalid`
 */
export function segment(text: string, locale: Locale | string, options: SegmentOptions = {}): Segment[] {
  const canonical = toLocale(locale);
  return segmentIn(text, canonical, withAbbreviations(exceptionsOf(languageOf(canonical)), options));
}

/** The same document with the segments of every block; an empty block has none. */
export function segmentDocument(document: Document, options: SegmentOptions = {}): Document {
  const exceptions = withAbbreviations(exceptionsOf(languageOf(document.locale)), options);
  return {
    ...document,
    blocks: document.blocks.map((block) => ({
      ...block,
      segments: segmentIn(block.text, document.locale, exceptions),
    })),
  };
}

function withAbbreviations(exceptions: Exceptions, { abbreviations = [] }: SegmentOptions): Exceptions {
  if (abbreviations.length === 0) return exceptions;
  const own = abbreviations.map((abbreviation) => fold(abbreviation.trim()).replace(/\.$/u, ''));
  return { ...exceptions, always: new Set([...exceptions.always, ...own]) };
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase();
}

function segmentIn(text: string, locale: Locale, exceptions: Exceptions): Segment[] {
  // Unicode ends a sentence at every line end. Here a single one only wraps a line; the length must stay the same.
  const unwrapped = text.replace(/(\r\n|[\n\r\u0085\u2028])(?!\s*?[\n\r\u0085\u2028])/gu, (end, _, at: number) =>
    /[\n\r\u0085\u2028]\s*$/u.test(text.slice(Math.max(0, at - 20), at)) ? end : ' '.repeat(end.length),
  );
  const language = languageOf(locale);
  const segments: Segment[] = [];
  let from = 0;
  for (const boundary of addBoundaries(unwrapped, sentenceBoundaries(unwrapped, locale), language, exceptions)) {
    const to = boundary === text.length ? boundary : settle(unwrapped, from, boundary, language, exceptions);
    if (to === undefined || to <= from) continue;
    push(segments, text, from, to);
    from = to;
  }
  push(segments, text, from, text.length);
  return segments;
}

function push(segments: Segment[], text: string, from: number, to: number): void {
  const piece = text.slice(from, to);
  const start = from + (piece.length - piece.trimStart().length);
  const end = to - (piece.length - piece.trimEnd().length);
  if (start < end) segments.push({ from: start, to: end });
}

/** So much text beside a boundary is looked at, so that the time stays linear. */
const CONTEXT = 64;

/** A figure that starts a sentence: Unicode waits for the next letter, and goes on when that is in lower case. */
const BEFORE_FIGURE = new RegExp(
  String.raw`(?<=(?:[\p{L}\p{M}]{4}|\p{Nd}{4})[.?!…؟]["'”’»›)\]]{0,3})[^\S\r\n]+(?=\p{Nd})`,
  'gu',
);
/** An ellipsis of one character does not end a sentence in Unicode. */
const AFTER_ELLIPSIS = /(?<=…["'”’»›)\]]{0,3})\s+(?=["'“‘«‹„([¿¡]?[\p{Lu}\p{Lt}])/gu;
/** In Greek the question mark is a semicolon, in NFC always U+003B. */
const AFTER_GREEK_QUESTION = /(?<=[;\u037E][»”"’)]{0,2})\s+(?=[«“"(]?[\p{Lu}\p{Lt}])/gu;

/** Unicode's boundaries and those it does not see. */
function addBoundaries(text: string, found: readonly number[], language: string, exceptions: Exceptions): number[] {
  const added = new Set(found);
  for (const match of text.matchAll(BEFORE_FIGURE)) {
    const at = match.index + match[0].length;
    const word = lastWord(text, match.index);
    if (
      word === undefined ||
      !(exceptions.always.has(word) || exceptions.maybe.has(word) || exceptions.numeric.has(word))
    )
      added.add(at);
  }
  for (const match of text.matchAll(AFTER_ELLIPSIS)) {
    const at = match.index + match[0].length;
    // The English pronoun is a capital anywhere in a sentence.
    if (language !== 'en' || !/^I(?![\p{L}])/u.test(text.slice(at, at + 2))) added.add(at);
  }
  if (language === 'el')
    for (const match of text.matchAll(AFTER_GREEK_QUESTION)) added.add(match.index + match[0].length);
  return added.size === found.length ? [...found] : [...added].sort((a, b) => a - b);
}

const LETTER = /\p{L}/u;
const CLOSING = /^[»›”’）)\]」』]+(?=\s|$)\s*/u;
const OPENING = /(?<=[.?!…。！？])\p{Ps}+\s*$/u;
const OPENING_CJK = /(?<=[.?!…。！？」』”’）)])[\p{Ps}“‘]+\s*$/u;
const ENUMERATOR = /^[([]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|\p{L}|[IVXLC]{1,6}|[ivxlc]{1,6})[.)\]]$/u;
const INITIAL = /^\p{L}$/u;
const DOTTED = /^(?:\p{L}{1,2}\.-?)+\p{L}{1,2}$/u;
const ROMAN = /^[IVXLC]+$/u;

/**
 * Where the sentence from `from` ends, given that Unicode ends it at `at`.
 *
 * @returns undefined where it goes on.
 */
function settle(text: string, from: number, at: number, language: string, exceptions: Exceptions): number | undefined {
  const left = text.slice(Math.max(from, at - CONTEXT), at);
  const right = text.slice(at, at + CONTEXT);
  if (/[\n\r\u0085\u2028\u2029]\s*$/u.test(left)) return at;
  const closing = CLOSING.exec(right);
  if (closing !== null) return /^\p{Ll}/u.test(right.slice(closing[0].length)) ? undefined : at + closing[0].length;
  // Unicode lets an opening bracket right after the full stop belong to the sentence before; so it is in CJK, without spaces.
  const opening = (isCjk(language) ? OPENING_CJK : OPENING).exec(left);
  if (opening !== null) return settle(text, from, at - opening[0].length, language, exceptions);
  const trimmed = left.trimEnd();
  if (trimmed.endsWith('.')) return goesOn(trimmed, right, at - from <= CONTEXT, exceptions) ? undefined : at;
  // After a quotation or an exclamation inside it, a sentence goes on in lower case.
  if (/[?!…"'”’»›)\]]$/u.test(trimmed) && /^\p{Ll}/u.test(right)) return undefined;
  if (
    language === 'ja' &&
    /[」』）]$/u.test(trimmed) &&
    /^(?:と|って|という|との|などと|は|が|を|に|の|も)/u.test(right)
  )
    return undefined;
  return at;
}

/** Whether a sentence goes on after a full stop. */
function goesOn(left: string, right: string, isWhole: boolean, exceptions: Exceptions): boolean {
  if (left.endsWith('..')) return false;
  if (isWhole && ENUMERATOR.test(left.trimStart())) return right !== '';
  const raw = lastRawWord(left);
  if (raw === undefined) return false;
  const word = fold(raw);
  const next = /^["'“‘«‹„([¿¡\s]*([\p{L}\p{M}\p{Nd}’'-]+)(\.?)/u.exec(right);
  const nextWord = next?.[1] ?? '';
  const isNextInitial = next?.[2] === '.' && INITIAL.test(nextWord);
  const startsSentence = !isNextInitial && exceptions.starters.has(fold(nextWord).replace(/['’].*$/u, ''));
  // A year before г. or a century before в.: the abbreviation may end the sentence. Before a name it never does.
  const afterFigure = /(?:\p{Nd}|[IVXLC])[\s\u00A0]?\S+$/u.test(left.slice(0, -1));
  if (exceptions.maybe.has(word) && (afterFigure || !exceptions.always.has(word)))
    return !startsSentence && !isFigure(nextWord);
  if (exceptions.always.has(word)) return true;
  if (exceptions.numeric.has(word) && (isFigure(nextWord) || ROMAN.test(nextWord))) return true;
  if (INITIAL.test(raw) && (isNextInitial || /(?:^|\s)\p{L}\.\s*\p{L}\.$/u.test(left))) return !startsSentence;
  if (
    INITIAL.test(raw) &&
    (/\p{Lu}/u.test(raw) || (/\p{Lo}/u.test(raw) && !/\p{Ideo}|\p{sc=Hang}|\p{sc=Hira}|\p{sc=Kana}/u.test(raw)))
  )
    return !startsSentence;
  if (DOTTED.test(raw)) return !startsSentence && LETTER.test(nextWord);
  if (exceptions.ordinals && (/^\p{Nd}{1,2}$/u.test(raw) || (ROMAN.test(raw) && raw.length > 1)))
    return !startsSentence && LETTER.test(nextWord) && !isCounted(left, exceptions);
  return false;
}

/** Whether the figure before the full stop belongs to an abbreviation: `vol. 2.` is no ordinal. */
function isCounted(left: string, exceptions: Exceptions): boolean {
  const word = /(\p{L}+)\.\s*[\p{Nd}IVXLC]+\.$/u.exec(left)?.[1];
  return word !== undefined && exceptions.numeric.has(fold(word));
}

function isFigure(word: string): boolean {
  return /^\p{Nd}/u.test(word);
}

/** The word before a full stop at the end, without it, and without an elided article (`l’ing.`). */
function lastRawWord(left: string): string | undefined {
  if (!left.endsWith('.')) return undefined;
  let from = left.length - 1;
  while (from > 0 && !BEFORE_WORD.test(left[from - 1]!)) from -= 1;
  const word = left
    .slice(from, -1)
    .replace(CJK_BEFORE, '')
    .replace(/^\p{L}{0,5}['’]/u, '')
    .replace(/[.’'-]+$/u, '');
  return /^[\p{L}\p{M}\p{Nd}№§.’'-]+$/u.test(word) ? word : undefined;
}

const BEFORE_WORD = /[\s"“‘«‹„()[\]/–—…?!,;:]/u;
/** In a script without spaces a Latin word starts anywhere. */
const CJK_BEFORE = /^.*[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function isCjk(language: string): boolean {
  return language === 'zh' || language === 'ja' || language === 'ko' || language === 'yue';
}

function lastWord(text: string, at: number): string | undefined {
  const word = lastRawWord(text.slice(Math.max(0, at - CONTEXT), at).trimEnd());
  return word === undefined ? undefined : fold(word);
}
