import { graphemesOf } from './display-width.ts';
import type { Grapheme } from './display-width.ts';
import { printable } from './printable.ts';

/** A line cut out of a text, in three parts, and how far the middle one is from its start. */
export interface Excerpt {
  readonly before: string;
  /** The marked part; empty where nothing is marked. */
  readonly marked: string;
  readonly after: string;
  /** Columns before the marked part, and in it. */
  readonly indent: number;
  readonly length: number;
}

/**
 * As much of a text as fits in a line, with what is marked in it, safe to show (see {@link printable}). `…` stands
 * where the text goes on.
 *
 * @param mark half-open range in UTF-16 code units; the characters that it touches are marked whole.
 * @param width columns.
 */
export function excerpt(text: string, mark: { from: number; to: number } | undefined, width: number): Excerpt {
  const cut = Math.max(0, (mark?.from ?? 0) - REACH * width);
  const end = Math.min(text.length, (mark?.from ?? 0) + REACH * width);
  const all = graphemesOf(printable(text.slice(cut, end)));
  const isMarked = ({ offset, text: { length } }: Grapheme): boolean =>
    mark !== undefined && cut + offset < mark.to && cut + offset + length > mark.from;
  const first = Math.max(0, all.findIndex(isMarked));
  const [from, to] = windowOf(all, first, width);
  const shown = all.slice(from, to);
  const start = shown.findIndex(isMarked);
  const stop = shown.findLastIndex(isMarked) + 1;
  const parts = start < 0 ? [shown, [], []] : [shown.slice(0, start), shown.slice(start, stop), shown.slice(stop)];
  const [before = '', marked = '', after = ''] = parts.map((part) => part.map((grapheme) => grapheme.text).join(''));
  const [indent = 0, length = 0] = parts.map((part) => columns(part));
  const head = cut + from > 0 ? '…' : '';
  const tail = to < all.length || end < text.length ? '…' : '';
  return start < 0
    ? { before: head + before + tail, marked, after, indent: 0, length: 0 }
    : { before: head + before, marked, after: after + tail, indent: indent + head.length, length };
}

/**
 * So many times the width is looked at before and after the start of the mark, as a column may hold several code units: a
 * paragraph may be a megabyte, and have a mark at every word.
 */
const REACH = 5;

/** The characters that fit, those around `first` among them: a third of the line is what stands before it. */
function windowOf(all: readonly Grapheme[], first: number, width: number): [number, number] {
  if (columns(all) <= width) return [0, all.length];
  let from = first;
  for (let used = 0; from > 0 && used + all[from - 1]!.width <= width / 3; from--) used += all[from - 1]!.width;
  // Of a start that all but fits, nothing is cut off.
  if (columns(all.slice(0, from)) <= 2) from = 0;
  let room = width - (from > 0 ? 1 : 0);
  let to = from;
  while (to < all.length && all[to]!.width <= room) room -= all[to++]!.width;
  if (to < all.length) {
    // The ellipsis needs a column too.
    while (to > from + 1 && room < 1) room += all[--to]!.width;
  } else {
    // The end is in sight: show more of what stands before.
    while (from > 1 && all[from - 1]!.width <= room) room -= all[--from]!.width;
  }
  return [from, to];
}

function columns(graphemes: readonly Grapheme[]): number {
  return graphemes.reduce((sum, { width }) => sum + width, 0);
}
