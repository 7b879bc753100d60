import type { Line, Source } from './source.ts';

/** So many lines of a file, from the first to the one before `to`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Lines of text that was wrapped by hand or by a mail program are not longer. */
const MAX_WRAP = 100;
const MIN_WRAP = 40;
/** Half the lines being longer, each is a paragraph of its own. */
const LONG_LINE = 150;

/**
 * Groups a file's lines into paragraphs.
 *
 * Blank lines separate paragraphs. Where there are none, or where most lines are too long to be parts of a paragraph,
 * each line is one; so too where some lines are too long for that and nearly all end as sentences do, as in a text of a paragraph
 * a line with blank lines between its chapters; except that a file without blank lines whose lines are all filled up to one width is one paragraph.
 *
 * @param opens the indices of lines that start a paragraph in any case: those with a speaker's label.
 */
export function groupLines(source: Source, lines: readonly Line[], opens: (line: number) => boolean): LineRange[] {
  const filled = lines.filter(({ from, to }) => from < to);
  const areLong = median(filled.map(({ from, to }) => to - from)) > LONG_LINE;
  const single = areLong || (hasBlankBetween(lines) ? isOneALine(source, lines) : !isWrapped(source, filled));
  const groups: LineRange[] = [];
  lines.forEach(({ from, to, blankBefore }, k) => {
    if (from === to) return;
    const last = groups.at(-1);
    if (last === undefined || single || blankBefore > 0 || opens(k)) groups.push({ from: k, to: k + 1 });
    else groups[groups.length - 1] = { from: last.from, to: k + 1 };
  });
  return groups;
}

/**
 * The text between two offsets with its line ends folded: into a space, or into nothing between two characters of a
 * script that is written without spaces.
 */
export function foldLines(source: Source, from: number, to: number): string {
  return joinLines(source.text.slice(from, to).split(/\r\n|\n|\r/u));
}

/** Lines of one paragraph as one: with a space between them, or nothing between two characters of a script without spaces. */
export function joinLines(pieces: readonly string[]): string {
  let folded = (pieces[0] ?? '').trimEnd();
  for (const piece of pieces.slice(1)) {
    const next = piece.trim();
    const isSeamless = isWide(folded.at(-1) ?? '') && isWide(next[0] ?? '');
    folded += next === '' || isSeamless ? next : ` ${next}`;
  }
  return folded;
}

function isWide(character: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF01-\uFF60]$/u.test(character);
}

function hasBlankBetween(lines: readonly Line[]): boolean {
  let seen = false;
  return lines.some(({ from, to, blankBefore }) => {
    const between = seen && from < to && blankBefore > 0;
    seen ||= from < to;
    return between;
  });
}

/** So many lines are too long to have been wrapped, and so many lines that another follows end as sentences do, at least. */
const SOME_LONG = 0.2;
const MOST_END = 0.9;
/** Fewer lines that another follows say nothing. */
const FEWEST = 4;

/** Whether the lines that stand below each other are paragraphs, although there are blank lines elsewhere. */
function isOneALine(source: Source, lines: readonly Line[]): boolean {
  const inner = lines.filter(({ from, to }, k) => {
    const next = lines[k + 1];
    return from < to && next !== undefined && next.from < next.to && next.blankBefore === 0;
  });
  if (inner.length < FEWEST) return false;
  const long = inner.filter(({ from, to }) => to - from > MAX_WRAP).length;
  const ended = inner.filter(({ from, to }) =>
    /[.!?…。！？:;]["'»”’)\]」』]*$/u.test(source.text.slice(from, to)),
  ).length;
  return long >= SOME_LONG * inner.length && ended >= MOST_END * inner.length;
}

/** Whether each line but the last is so full that the next line's first word would not have fitted. */
function isWrapped(source: Source, lines: readonly Line[]): boolean {
  const width = lines.reduce((widest, { from, to }) => Math.max(widest, to - from), 0);
  if (lines.length < 3 || width < MIN_WRAP || width > MAX_WRAP) return false;
  const full = lines.filter(({ from, to }, k) => {
    const next = lines[k + 1];
    if (next === undefined) return true;
    const word = /^\S+/u.exec(source.text.slice(next.from, next.to))?.[0].length ?? 0;
    return to - from + 1 + word > width;
  });
  return full.length >= 0.9 * lines.length;
}

function median(numbers: number[]): number {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
