import type { Place } from '../model/document.ts';

/** A half-open range of a file's decoded text, without the white space around it. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** How many blank lines stand before it. */
  readonly blankBefore: number;
}

/** A file's decoded text, and where its lines are. */
export interface Source {
  readonly text: string;
  /** The offsets at which the lines start. */
  readonly lineStarts: readonly number[];
}

/**
 * The lines end at LF or CRLF; in a file without any LF at CR, as in old Macintosh files. A stray CR in a file of LF
 * lines is white space, so that lines are counted as other tools count them. A final line end opens no further line.
 */
export function createSource(text: string): Source {
  const end = text.includes('\n') ? '\n' : '\r';
  const lineStarts = [0];
  for (let k = text.indexOf(end); k !== -1; k = text.indexOf(end, k + 1))
    if (k + 1 < text.length) lineStarts.push(k + 1);
  return { text, lineStarts };
}

/** Where an offset is. */
export function placeOf(source: Source, offset: number): Place {
  let low = 0;
  let high = source.lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (source.lineStarts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { offset, line: low + 1, column: offset - source.lineStarts[low]! + 1 };
}

/** All lines, each without the white space around it; of a blank line `from` and `to` are where it starts. */
export function linesOf(source: Source): Line[] {
  let blankBefore = 0;
  return source.lineStarts.map((start, k) => {
    const { from, to } = trimRange(source.text, start, source.lineStarts[k + 1] ?? source.text.length);
    const line = from === to ? { from: start, to: start, blankBefore } : { from, to, blankBefore };
    blankBefore = from === to ? blankBefore + 1 : 0;
    return line;
  });
}

/** The range without the white space at its ends. */
export function trimRange(text: string, from: number, to: number): { from: number; to: number } {
  while (from < to && isSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1;
  return { from, to };
}

/** What `String.prototype.trim` takes away. All of it is in the basic plane. */
function isSpace(code: number): boolean {
  if (code > 0x20 && code < 0xa0) return code === 0x85;
  return (
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x20 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  );
}
