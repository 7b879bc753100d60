import type { Block, InlineCode } from '../../model/document.ts';
import { syntaxes } from './syntaxes.ts';
import type { Syntax } from './syntaxes.ts';

/**
 * Where the text of a block is in its file, by UTF-16 code unit of the text: the offset at which each begins and at which
 * it ends. -1 stands where the file has no such border: inside what Unicode normalisation made, or a reference stands for.
 */
export interface BlockOffsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** A text as it is written there: `&amp;` for `&` in HTML. */
  readonly write: (text: string) => string;
}

/**
 * Finds the text of a block in its file. A reader folds the line ends of a paragraph, takes mark-up out, puts characters for what
 * stands for them, and brings the text into NFC; this follows it the other way. The format is not asked for: of those in which all
 * of the text can be followed the first is taken, plain text before others.
 *
 * Whoever changes a file by it should read the file again, and see that nothing else changed.
 *
 * @param file the decoded text of the file, without a byte order mark.
 * @returns undefined where the block has no place, or that text does not stand there.
 */
export function locateBlock(file: string, block: Block): BlockOffsets | undefined {
  for (const syntax of syntaxes) {
    const found = follow(file, block, syntax);
    if (found !== undefined) return found;
  }
  return undefined;
}

function follow(file: string, { text, place, codes = [] }: Block, syntax: Syntax): BlockOffsets | undefined {
  if (place === undefined) return undefined;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = place.offset;
  let code = 0;
  /** Takes down that what stands in the file up to `end` is `length` code units of the text. */
  const take = (length: number, end: number): void => {
    for (let n = 0; n < length; n++) {
      starts.push(n === 0 ? at : -1);
      ends.push(n === length - 1 ? end : -1);
    }
    at = end;
  };
  while (starts.length < text.length) {
    const k = starts.length;
    // What the parser had to add, a tag that is not closed, stands nowhere.
    while (code < codes.length && codes[code]!.at < k) code += 1;
    const found = codeAt(file, at, codes, code, k);
    if (found !== undefined) {
      at += codes[found]!.data.length;
      code = found + 1;
      continue;
    }
    const token = syntax.tokenAt({ file, at, text, k });
    if (token !== undefined) {
      if (!text.startsWith(token.text, k)) return undefined;
      take(token.text.length, at + token.length);
      continue;
    }
    const raw = chunkAt(file, at);
    const normal = raw.normalize('NFC');
    if (raw === '' || !text.startsWith(normal, k)) return undefined;
    if (raw === normal) for (let n = 0; n < raw.length; n++) take(1, at + 1);
    else take(normal.length, at + raw.length);
  }
  return { starts, ends, write: syntax.write };
}

/** Which of the codes from the given one on, of those at one place of the text, stands here. */
function codeAt(file: string, at: number, codes: readonly InlineCode[], from: number, k: number): number | undefined {
  for (let code = from; code < codes.length && codes[code]!.at === k; code++) {
    const { data } = codes[code]!;
    if (data !== '' && file.startsWith(data, at)) return code;
  }
  return undefined;
}

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
