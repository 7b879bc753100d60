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
 * each line is one; except that a file without blank lines whose lines are all filled up to one width is one paragraph.
 *
 * @param opens the indices of lines that start a paragraph in any case: those with a speaker's label.
 */
export function groupLines(source: Source, lines: readonly Line[], opens: (line: number) => boolean): LineRange[] {
  const filled = lines.filter(({ from, to }) => from < to);
  const areLong = median(filled.map(({ from, to }) => to - from)) > LONG_LINE;
  const single = areLong || (!hasBlankBetween(lines) && !isWrapped(source, filled));
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
