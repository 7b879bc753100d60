import type { Alignment, UnitRange } from '../model/alignment.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import { calibrated } from './calibrate.ts';
import { blocksOfConfirmed, isTorn, rectangleOf, within } from './confirmed-segments.ts';
import { joinAround, joinKnown, planAround } from './constraints.ts';
import type { ConfirmedBead, Plan } from './constraints.ts';
import type { RegionResult } from './decode.ts';
import { evidenceAround } from './evidence-around.ts';
import type { Side, Unit } from './evidence.ts';
import type { Rectangle } from './lattice.ts';
import { defaultEvidence } from './options.ts';
import type { AlignDocumentsOptions, AlignOptions } from './options.ts';
import { searchRegions } from './regions.ts';
import type { NamedScorer, RegionSearch } from './regions.ts';
import { alignSides } from './sides.ts';

/** The blocks of a document as units. */
export function blockSide({ locale, blocks }: Document): Side {
  return { locale, units: blocks.map((block) => ({ text: block.text, block })) };
}

/** The segments of two documents. */
export interface SegmentSides {
  readonly source: SegmentSide;
  readonly target: SegmentSide;
}

/** How to align the blocks of two documents, and how they are aligned so. */
export interface AlignedBlocks {
  readonly blocks: Alignment;
  readonly options: AlignOptions;
  /** What looked at them. */
  readonly scorers: readonly NamedScorer[];
}

/** The alignment of blocks; where it tears confirmed segments apart, once more with their blocks linked. */
export function alignBlocks(
  source: Side,
  target: Side,
  sides: SegmentSides,
  options: AlignDocumentsOptions,
): AlignedBlocks {
  const { confirmed = [], confirmedSegments = [] } = options;
  // What is wrong with them is told in terms of segments, before they become links of blocks.
  planAround(sides.source.side.units.length, sides.target.side.units.length, confirmedSegments);
  const linked = new Set<ConfirmedBead>();
  for (;;) {
    const links = blocksOfConfirmed([...linked], sides.source.start, sides.target.start, confirmed);
    const around = { ...options, confirmed: [...confirmed, ...links] };
    const { alignment: blocks, scorers } = alignSides(source, target, around);
    const torn = confirmedSegments.filter(
      (bead) => !linked.has(bead) && isTorn(bead, blocks, sides.source.start, sides.target.start),
    );
    if (torn.length === 0) return { blocks, options: around, scorers };
    for (const bead of torn) linked.add(bead);
  }
}

/** The search inside each link of blocks. */
export interface SegmentSearch {
  /** By link: where its segments are, and what is left to search of them, counted from there. */
  readonly inside: readonly { readonly rectangle: Rectangle; readonly plan: Plan }[];
  /** Its rectangles are those of the plans, in order. */
  readonly search: RegionSearch;
}

/**
 * Searches the segments inside the links of two documents' blocks: all together, each in its own region, so that the words
 * learnt in one paragraph serve in the others.
 */
export function searchSegments(
  { source, target }: SegmentSides,
  { blocks, scorers }: AlignedBlocks,
  options: AlignDocumentsOptions,
): SegmentSearch {
  const inside = blocks.links.map((link) => {
    const rectangle = rectangleOf(link, source.start, target.start);
    const lengths = [rectangle.source.to - rectangle.source.from, rectangle.target.to - rectangle.target.from] as const;
    return { rectangle, plan: planAround(...lengths, within(rectangle, options.confirmedSegments ?? [])) };
  });
  const known = joinKnown(inside.map(({ plan, rectangle }) => ({ plan, at: rectangle })));
  const evidence = evidenceAround(known, options.evidence ?? defaultEvidence(), source.side, target.side);
  const open = inside.flatMap(({ rectangle, plan }) =>
    plan.rectangles.map((part) => ({
      source: shift(part.source, rectangle.source.from),
      target: shift(part.target, rectangle.target.from),
    })),
  );
  return { inside, search: searchRegions(source.side, target.side, evidence, open, scorers) };
}

/** The segment alignments inside the links of two documents' blocks. */
export function alignSegments(
  sides: SegmentSides,
  aligned: AlignedBlocks,
  options: AlignDocumentsOptions,
): Alignment[] {
  const { inside, search } = searchSegments(sides, aligned, options);
  let next = 0;
  return inside.map(({ rectangle, plan }, k) => {
    const own = search.solution.results.slice(next, (next += plan.rectangles.length));
    const { confidence } = aligned.blocks.links[k]!;
    return joinAround(
      plan,
      own.map((result) => insideOf(calibrated(result), rectangle, confidence)),
    );
  });
}

/** A result in the segments of its link. A bead of segments can only be right where its blocks are. */
function insideOf(result: RegionResult, { source, target }: Rectangle, confidence: number): RegionResult {
  return {
    sizes: result.sizes,
    confidence: result.confidence.map((p) => p * confidence),
    crossing: result.crossing.map((link) => ({
      source: shift(link.source, -source.from),
      target: shift(link.target, -target.from),
      confidence: link.confidence * confidence,
    })),
  };
}

function shift({ from, to }: UnitRange, by: number): UnitRange {
  return { from: from + by, to: to + by };
}

/** All segments of a document as units, and by block the index of its first one. */
export interface SegmentSide {
  readonly side: Side;
  readonly start: readonly number[];
}

export function segmentSide({ locale, blocks }: Document): SegmentSide {
  const start = [0];
  const units: Unit[] = [];
  for (const block of blocks) {
    for (const segment of segmentsOf(block)) units.push({ text: textOfSegment(block, segment) });
    start.push(units.length);
  }
  return { side: { locale, units }, start };
}
