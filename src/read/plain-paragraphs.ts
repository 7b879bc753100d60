import type { Nodes, Root } from 'mdast';

/** A text of Markdown in which a single character stands for each paragraph without any mark-up. */
export interface Shortened {
  readonly text: string;
  /** Puts the paragraphs back into the tree that was made of the short text. */
  restore(tree: Root): void;
}

/**
 * Lines between blank ones, each of which begins with a letter, an opening quotation mark or a dash, and that have no sign which
 * means anything in Markdown, its extensions or HTML. In whatever it stands - a list, a block of code - such a paragraph is one
 * exactly as a single letter would be.
 */
const paragraph =
  /(?<=^|\n\n)[\p{L}«“„—](?:[^\n\r\t\0:`*_~<>[\]{}&\\|#@=^]|:(?=[ \n]))*(?:\n[\p{L}«“„—](?:[^\n\r\t\0:`*_~<>[\]{}&\\|#@=^]|:(?=[ \n]))*)*(?=\n\n|\n*$)/gu;
/** In them, what is an address or breaks a line all the same. */
const hasMeaning = /www\.| (?:\n|$)/i;

/** The characters that stand for paragraphs: of private use, so that a text seldom has them itself. */
const FIRST = 0xe0_00;
const LAST = 0xf8_ff;
const stub = /[\ue000-\uf8ff]/;
const stubs = /[\ue000-\uf8ff]/g;

/**
 * Takes out of a text what its parser need not look at: it goes from letter to letter, and most texts are mostly prose.
 *
 * @returns undefined where there is nothing to take out, or no character to put in its place.
 */
export function shortenParagraphs(text: string): Shortened | undefined {
  if (text.includes('\r') || stub.test(text)) return undefined;
  const originals: string[] = [];
  /** By paragraph: where it stands in the short text, and how many characters are taken out up to its end. */
  const places: number[] = [];
  const removed: number[] = [0];
  const short = text.replace(paragraph, (found, at: number) => {
    if (FIRST + originals.length > LAST || hasMeaning.test(found)) return found;
    const before = removed.at(-1)!;
    places.push(at - before);
    removed.push(before + found.length - 1);
    return String.fromCharCode(FIRST + originals.push(found) - 1);
  });
  if (originals.length === 0) return undefined;
  const original = (character: string): string => originals[character.charCodeAt(0) - FIRST]!;
  const offsetIn = (offset: number): number => offset + removed[countBelow(places, offset)]!;
  return { text: short, restore: (tree) => restore(tree, original, offsetIn) };
}

function restore(tree: Root, original: (character: string) => string, offsetIn: (offset: number) => number): void {
  const left: Nodes[] = [tree];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.position !== undefined) {
      const { start, end } = node.position;
      node.position = {
        start: { ...start, offset: offsetIn(start.offset ?? 0) },
        end: { ...end, offset: offsetIn(end.offset ?? 0) },
      };
    }
    if ('value' in node && stub.test(node.value)) node.value = node.value.replace(stubs, original);
    if ('children' in node) for (const child of node.children) left.push(child);
  }
}

/** How many of some numbers in order are less than a bound. */
function countBelow(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
