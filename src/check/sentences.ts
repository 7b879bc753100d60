import { segmentsOf } from '../model/document.ts';
import type { Stretch } from './rule.ts';

/** A sentence of a stretch, as its block was segmented. */
export interface Sentence {
  /** Half-open range of the stretch's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The sentences of a stretch, in order. */
export function sentencesOf({ blocks }: Stretch): Sentence[] {
  let start = 0;
  return blocks.flatMap((block) => {
    const at = start;
    // The blocks' texts are joined by a line feed.
    start += block.text.length + 1;
    return segmentsOf(block).map(({ from, to }) => ({
      from: at + from,
      to: at + to,
      text: block.text.slice(from, to),
    }));
  });
}
