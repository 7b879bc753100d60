import { Mark, markOf } from './marks.ts';

/** How a unit ends: with which mark, brackets and quotation marks after it left aside. */
export const End = {
  /** Without a mark, as headings do. */
  none: 0,
  stop: 1,
  question: 2,
  exclamation: 3,
  ellipsis: 4,
  colon: 5,
  comma: 6,
  /** With a bracket or a quotation mark and nothing before it. */
  close: 7,
} as const;
export const ENDS = 8;

/** What a unit begins with; of the dashes and commas, it is a dash. */
export const Begin = { upper: 0, lower: 1, letter: 2, digit: 3, quote: 4, dash: 5, other: 6 } as const;
export const BEGINS = 7;

/** What there is to a unit besides its words. */
export interface Shape {
  /** In UTF-16 code units. */
  readonly length: number;
  /**
   * The number of sentences, counted by their marks: a stop, question mark, exclamation mark, ellipsis or colon before a
   * space, and what is left at the end without one. A unit without letters and digits has none.
   */
  readonly sentences: number;
  readonly end: number;
  readonly begin: number;
}

/** When a mark that was met ends a sentence: if a space and no small letter follows; if a space follows; in any case. */
const UNLESS_SMALL = 1;
const BEFORE_SPACE = 2;
const AT_ONCE = 3;

const endOf: readonly number[] = byMark({
  [Mark.stop]: End.stop,
  [Mark.question]: End.question,
  [Mark.exclamation]: End.exclamation,
  [Mark.ellipsis]: End.ellipsis,
  [Mark.colon]: End.colon,
  [Mark.comma]: End.comma,
});

const beginOf: readonly number[] = byMark({
  [Mark.upper]: Begin.upper,
  [Mark.lower]: Begin.lower,
  [Mark.letter]: Begin.letter,
  [Mark.digit]: Begin.digit,
  [Mark.quote]: Begin.quote,
  [Mark.open]: Begin.quote,
  [Mark.comma]: Begin.dash,
  [Mark.other]: Begin.other,
});

/**
 * Looks at a text's marks, once from its beginning to its end. It knows no language, and takes a sentence end now and then
 * for none, or the other way round; that happens to both sides of a pair.
 */
export function shapeOf(text: string): Shape {
  let sentences = 0;
  /** Whether there was a letter or digit since the last sentence end. */
  let isOpen = false;
  let pending = 0;
  let isSpaced = false;
  let begin: number | undefined;
  let end: number = End.none;
  /** The letters since what is no letter, and in all. */
  let inWord = 0;
  let letters = 0;
  /** What comes before, and the last that was no space. */
  let previous: number = Mark.space;
  let last: number = Mark.space;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    const mark = markOf(code);
    if (mark === Mark.space) {
      isSpaced = true;
      inWord = 0;
      previous = mark;
      continue;
    }
    begin ??= beginOf[mark]!;
    if (pending > 0) {
      const goesOn = isSpaced ? pending === UNLESS_SMALL && mark === Mark.lower : pending < AT_ONCE;
      // Other marks belong to the end, and a dash after a space to what follows it: _“Yes?” – he said_.
      const isTail = mark === Mark.comma ? isSpaced : !isSpaced && mark >= Mark.stop;
      if (!isTail) {
        if (!goesOn) {
          sentences += 1;
          isOpen = false;
        }
        pending = 0;
      }
    }
    isSpaced = false;
    if (mark >= Mark.stop && mark <= Mark.colon) {
      // The point of an initial or of a number in front of the text, as in `J. Smith` and `1. Introduction`.
      const isPoint = code === 0x2e && pending === 0;
      const isName = isPoint && previous === Mark.upper && inWord === 1;
      const isNumber = isPoint && previous === Mark.digit && letters === 0;
      if (isOpen && !isName && !isNumber) pending = Math.max(pending, reachOf(mark, code));
      end = endOf[mark]!;
    } else if (mark === Mark.close || mark === Mark.quote) {
      if (last < Mark.stop) end = End.close;
    } else if (pending === 0) end = endOf[mark]!;
    if (mark <= Mark.lower) {
      inWord += 1;
      letters += 1;
    } else inWord = 0;
    if (mark <= Mark.digit) isOpen = true;
    previous = mark;
    last = mark;
  }
  return { length: text.length, sentences: sentences + (isOpen ? 1 : 0), end, begin: begin ?? Begin.other };
}

/** An array by mark; 0 for those that are not named. */
function byMark(values: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: Mark.other + 1 }, (_, mark) => values[mark] ?? 0);
}

/** The marks of scripts of their own stand for nothing else; of those that Latin script has too, one may stand in a number or name. */
function reachOf(mark: number, code: number): number {
  const isOwn = code > 0xff && (code < 0x20_00 || code >= 0x30_00);
  return isOwn ? AT_ONCE : mark === Mark.colon ? BEFORE_SPACE : UNLESS_SMALL;
}
