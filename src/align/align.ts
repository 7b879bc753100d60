import type { Alignment, UnitRange } from '../model/alignment.ts';
import { createBitext } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import { prepare } from './band.ts';
import { findBoundaries } from './boundaries.ts';
import type { Boundaries } from './boundaries.ts';
import { joinAround, joinKnown, planAround } from './constraints.ts';
import type { ConfirmedBead } from './constraints.ts';
import type { RegionResult } from './decode.ts';
import { solve } from './engine.ts';
import { evidenceAround } from './evidence-around.ts';
import type { Evidence, Side, Unit } from './evidence.ts';
import { cognates } from './evidence/anchors.ts';
import { kindEvidence, turnEvidence } from './evidence/category.ts';
import { lengthEvidence } from './evidence/length.ts';
import { wordEvidence } from './evidence/words.ts';
import { Lattice } from './lattice.ts';
import type { Rectangle } from './lattice.ts';
import { alignRegions } from './regions.ts';
import { blocksOfConfirmed, isTorn, rectangleOf, within } from './confirmed-segments.ts';
import { segmentDocument } from '../segment/segment.ts';

/** How to align. */
export interface AlignOptions {
  /**
   * What the aligner looks at. Default: {@link defaultEvidence}. To add to it rather than replace it, give
   * `[...defaultEvidence(), myEvidence]`.
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Beads that come out as they are given, with confidence 1; the rest is aligned around them, and learns from them. Of
   * documents, beads of blocks. Of beads that cross one another, those with the fewest units count as moved.
   */
  readonly confirmed?: readonly ConfirmedBead[];
  /** Where no bead may cross. Default: nowhere. */
  readonly boundaries?: Boundaries;
}

/** How to align documents. */
export interface AlignDocumentsOptions extends AlignOptions {
  /**
   * Beads of segments, counted through each document from 0, that come out as they are given. Where the alignment of the
   * blocks would tear one apart, the blocks it stands in are linked, as if that had been confirmed.
   */
  readonly confirmedSegments?: readonly ConfirmedBead[];
}

/** How to align lists of units. */
export interface AlignUnitsOptions extends AlignOptions {
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
}

/** The evidence that needs nothing but the two texts. */
export function defaultEvidence(): Evidence[] {
  return [lengthEvidence(), wordEvidence([cognates]), kindEvidence(), turnEvidence()];
}

/**
 * Aligns two lists of units - sentences, paragraphs, lines - by nothing but their texts.
 *
 * ```ts
 * alignUnits(['One.', 'Two. Three.'], ['Один.', 'Два.', 'Три.']).toString(); // => '1:1 1:2'
 * ```
 *
 * @throws {ParalignError} `locale-invalid`; those of {@link planAround} and {@link findBoundaries} for what is confirmed
 */
export function alignUnits(
  source: readonly string[],
  target: readonly string[],
  options: AlignUnitsOptions = {},
): Alignment {
  const side = (texts: readonly string[], locale: string | undefined): Side => ({
    units: texts.map((text) => ({ text })),
    ...(locale === undefined ? {} : { locale: toLocale(locale) }),
  });
  return alignSides(side(source, options.sourceLocale), side(target, options.targetLocale), options);
}

/**
 * Aligns two versions of a document: their blocks first, then the segments inside each pair of blocks. Documents that
 * have not been segmented are segmented on the way; the bitext holds the segmented ones.
 *
 * @throws {ParalignError} `locale-same`; those of {@link planAround} and {@link findBoundaries} for what is confirmed
 */
export function align(source: Document, target: Document, options: AlignDocumentsOptions = {}): Bitext {
  if (source.locale === target.locale) throw new ParalignError('locale-same', { locale: source.locale });
  const [a, b] = [segmented(source), segmented(target)];
  const sides = { source: segmentSide(a), target: segmentSide(b) };
  const blocks = alignBlocks(blockSide(a), blockSide(b), sides, options);
  return createBitext({ source: a, target: b, blocks, segments: alignSegments(sides, blocks, options) });
}

/** The document as it is, or cut into segments where it was not. */
export function segmented(document: Document): Document {
  return document.blocks.every((block) => block.segments !== undefined) ? document : segmentDocument(document);
}

function blockSide({ locale, blocks }: Document): Side {
  return { locale, units: blocks.map((block) => ({ text: block.text, block })) };
}

/** Aligns two lists of units around what is known of them. */
export function alignSides(source: Side, target: Side, options: AlignOptions): Alignment {
  const { boundaries, confirmed } = findBoundaries(source, target, options.boundaries);
  const plan = planAround(
    source.units.length,
    target.units.length,
    [...(options.confirmed ?? []), ...confirmed],
    boundaries,
  );
  const evidence = evidenceAround(plan, options.evidence ?? defaultEvidence(), source, target);
  return joinAround(plan, alignRegions(source, target, evidence, plan.rectangles));
}

interface SegmentSides {
  readonly source: SegmentSide;
  readonly target: SegmentSide;
}

/** The alignment of blocks; where it tears confirmed segments apart, once more with their blocks linked. */
function alignBlocks(source: Side, target: Side, sides: SegmentSides, options: AlignDocumentsOptions): Alignment {
  const { confirmed = [], confirmedSegments = [] } = options;
  // What is wrong with them is told in terms of segments, before they become links of blocks.
  planAround(sides.source.side.units.length, sides.target.side.units.length, confirmedSegments);
  const linked = new Set<ConfirmedBead>();
  for (;;) {
    const links = blocksOfConfirmed([...linked], sides.source.start, sides.target.start, confirmed);
    const blocks = alignSides(source, target, { ...options, confirmed: [...confirmed, ...links] });
    const torn = confirmedSegments.filter(
      (bead) => !linked.has(bead) && isTorn(bead, blocks, sides.source.start, sides.target.start),
    );
    if (torn.length === 0) return blocks;
    for (const bead of torn) linked.add(bead);
  }
}

/**
 * The segment alignments inside the links of two documents' blocks. All are searched together, each in its own region, so
 * that the words learnt in one paragraph serve in the others.
 */
function alignSegments(
  { source, target }: SegmentSides,
  blocks: Alignment,
  options: AlignDocumentsOptions,
): Alignment[] {
  const inside = blocks.links.map((link) => {
    const rectangle = rectangleOf(link, source.start, target.start);
    const lengths = [rectangle.source.to - rectangle.source.from, rectangle.target.to - rectangle.target.from] as const;
    return { rectangle, plan: planAround(...lengths, within(rectangle, options.confirmedSegments ?? [])) };
  });
  const [a, b] = [source.side, target.side];
  const known = joinKnown(inside.map(({ plan, rectangle }) => ({ plan, at: rectangle })));
  const scorers = prepare(a, b, evidenceAround(known, options.evidence ?? defaultEvidence(), a, b));
  const open = inside.flatMap(({ rectangle, plan }) =>
    plan.rectangles.map((part) => ({
      source: shift(part.source, rectangle.source.from),
      target: shift(part.target, rectangle.target.from),
    })),
  );
  const results = open.length === 0 ? [] : solve(Lattice.full(a.units.length, open), scorers).results;
  let next = 0;
  return inside.map(({ rectangle, plan }, k) => {
    const own = results.slice(next, (next += plan.rectangles.length));
    const { confidence } = blocks.links[k]!;
    return joinAround(
      plan,
      own.map((result) => insideOf(result, rectangle, confidence)),
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
interface SegmentSide {
  readonly side: Side;
  readonly start: readonly number[];
}

function segmentSide({ locale, blocks }: Document): SegmentSide {
  const start = [0];
  const units: Unit[] = [];
  for (const block of blocks) {
    for (const segment of segmentsOf(block)) units.push({ text: textOfSegment(block, segment) });
    start.push(units.length);
  }
  return { side: { locale, units }, start };
}
