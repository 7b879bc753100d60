import { segmentsOf } from './document.ts';
import type { Document } from './document.ts';
import type { RowUnit } from './version-view.ts';

/** Reads the text of units of a document, counted through it from 0. */
export type ReadUnits = (indices: readonly number[]) => string;

/**
 * How to read the text of a document's units: of several in one block, from the first to the last as it stands there, since
 * not every language puts a space between sentences; blocks, and what does not follow one another, joined.
 */
export function readUnits({ blocks }: Document, unit: RowUnit, join: string): ReadUnits {
  if (unit === 'block') return (indices) => indices.map((index) => blocks[index]!.text).join(join);
  const places = blocks.flatMap((block) => segmentsOf(block).map((segment) => ({ block, segment })));
  return (indices) => {
    let text = '';
    indices.forEach((index, k) => {
      const { block, segment } = places[index]!;
      const before = k > 0 && indices[k - 1] === index - 1 ? places[index - 1]! : undefined;
      if (before?.block === block) text += block.text.slice(before.segment.to, segment.to);
      else text += (k > 0 ? join : '') + block.text.slice(segment.from, segment.to);
    });
    return text;
  };
}
