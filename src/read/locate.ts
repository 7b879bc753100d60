import type { Block } from '../model/document.ts';

/**
 * Where the text of a block is in its file, by UTF-16 code unit of the text: the offset at which each begins and at which
 * it ends. -1 stands where the file has no such border: inside what Unicode normalisation made.
 */
export interface BlockOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Finds the text of a block in its file. A reader folds the line ends of a paragraph and brings its text into NFC; this
 * follows it the other way.
 *
 * @param file the decoded text of the file, without a byte order mark.
 * @returns undefined where the block has no place, or that text does not stand there.
 */
export function locateBlock(file: string, { text, place }: Block): BlockOffsets | undefined {
  if (place === undefined) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = place.offset;
  while (starts.length < text.length) {
    const k = starts.length;
    const fold = /^[^\S\n\r]*(?:\r\n|\n|\r)\s*/.exec(file.slice(at, at + MAX_FOLD))?.[0];
    if (fold !== undefined) {
      // The whole of it became a space or, between characters of some scripts, nothing.
      if (text[k] === ' ') {
        starts.push(at);
        ends.push(at + fold.length);
      }
      at += fold.length;
      continue;
    }
    const raw = chunkAt(file, at);
    const normal = raw.normalize('NFC');
    if (raw === '' || !text.startsWith(normal, k)) return undefined;
    for (let n = 0; n < normal.length; n++) {
      starts.push(n === 0 || raw === normal ? at + n : -1);
      ends.push(raw === normal ? at + n + 1 : n === normal.length - 1 ? at + raw.length : -1);
    }
    at += raw.length;
  }
  return { starts, ends };
}

/** White space around a line end is looked at no further than this. */
const MAX_FOLD = 1000;
/** Characters that normalisation may join to the one before: marks, and the vowels and finals of Hangul. */
const JOINING = /[\p{M}\u1160-\u11ff]/u;

/** The character at an offset with all that normalisation may join to it. */
function chunkAt(file: string, at: number): string {
  let end = at;
  do {
    const code = file.codePointAt(end);
    if (code === undefined) break;
    end += code > 0xffff ? 2 : 1;
  } while (end < file.length && JOINING.test(String.fromCodePoint(file.codePointAt(end)!)));
  return file.slice(at, end);
}
