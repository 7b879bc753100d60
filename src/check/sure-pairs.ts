import type { Bitext } from '../model/bitext.ts';
import type { TextPair } from '../model/text-pair.ts';
import { createContext } from './context.ts';

/** Links surer than this are taken for right. */
const SURE = 0.9;

/**
 * The paragraphs of a bitext that are surely translations of one another. Those of an older version help to align a newer
 * one, as a memory does: where a paragraph was taken out of one side only, its translation is not joined to its neighbour.
 */
export function surePairs(bitext: Bitext): TextPair[] {
  return createContext(bitext).beads.flatMap(({ source, target, confidence }) =>
    confidence < SURE || source.text.trim() === '' || target.text.trim() === ''
      ? []
      : [{ source: source.text, target: target.text }],
  );
}
