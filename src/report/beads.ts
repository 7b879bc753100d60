import { segmentBeads } from '../model/bitext.ts';
import type { Bitext, SegmentIndex } from '../model/bitext.ts';
import { segmentsOf } from '../model/document.ts';
import type { Document } from '../model/document.ts';

/**
 * The beads of a bitext as lines `i,j:k`: the indices of the units of either side, from 0. A side is empty for an
 * omission (`3:`) or an addition (`:3`). Every unit of either side stands in exactly one line.
 *
 * The lines are in the order of the texts; links that cross it come last.
 *
 * @param unit whether to count blocks, or segments through the whole document.
 */
export function formatBeads(bitext: Bitext, unit: 'block' | 'segment'): string {
  return beadRows(bitext, unit)
    .map(({ bead }) => `${bead}\n`)
    .join('');
}

/** One bead, with its notation and what stands in it. */
export interface BeadRow {
  /** `i,j:k`, as {@link formatBeads} writes it. */
  readonly bead: string;
  readonly confidence: number;
  readonly source: readonly SegmentIndex[];
  readonly target: readonly SegmentIndex[];
}

/** The beads of a bitext in the order of {@link formatBeads}. Of a block, `segment` is -1: the whole of it. */
export function beadRows(bitext: Bitext, unit: 'block' | 'segment'): BeadRow[] {
  if (unit === 'block')
    return bitext.blocks.beads.map(({ source, target, confidence }) => {
      const sides = [source, target].map(({ from, to }) => Array.from({ length: to - from }, (_, k) => from + k));
      const [blocks, counterparts] = sides.map((side) => side.map((block) => ({ block, segment: -1 })));
      return {
        bead: sides.map((side) => side.join(',')).join(':'),
        confidence,
        source: blocks!,
        target: counterparts!,
      };
    });
  const firsts = { source: firstSegments(bitext.source), target: firstSegments(bitext.target) };
  const beads = segmentBeads(bitext);
  return [...beads.filter((bead) => !bead.crossing), ...beads.filter((bead) => bead.crossing)].map((bead) => ({
    bead: (['source', 'target'] as const)
      .map((side) => bead[side].map(({ block, segment }) => firsts[side][block]! + segment).join(','))
      .join(':'),
    confidence: bead.confidence,
    source: bead.source,
    target: bead.target,
  }));
}

/** For each block, how many segments stand before it in the document. */
export function firstSegments(document: Document): number[] {
  let count = 0;
  return document.blocks.map((block) => {
    const first = count;
    count += segmentsOf(block).length;
    return first;
  });
}
