import type { Range } from '../model/document.ts';

/** Tells whether a range lies within one of others, which may lie in each other. */
export function withinAny(ranges: readonly Range[]): (range: Range) => boolean {
  const sorted = ranges.toSorted((a, b) => a.from - b.from);
  /** How far any of the ranges up to each reaches. */
  const reach: number[] = [];
  for (const { to } of sorted) reach.push(Math.max(reach.at(-1) ?? 0, to));
  return ({ from, to }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.from <= from) low = middle + 1;
      else high = middle;
    }
    return low > 0 && reach[low - 1]! >= to;
  };
}

/** So many texts are looked for in one. */
const MOST = 1000;

/**
 * Tells whether a text holds others. After so many it says yes without looking: who asks reports what is not there, and of a
 * paragraph with so much to report nobody reads the rest.
 */
export function searchIn(text: string): (wanted: string) => boolean {
  let left = MOST;
  return (wanted) => (left -= 1) < 0 || text.includes(wanted);
}
