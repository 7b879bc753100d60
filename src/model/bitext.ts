import type { Alignment, UnitRange } from './alignment.ts';
import { segmentsOf } from './document.ts';
import type { Document } from './document.ts';
import { ParalignError } from './errors.ts';

/** Two language versions of one document, and which of their blocks and segments say the same thing. */
export interface Bitext {
  readonly source: Document;
  readonly target: Document;
  /** The alignment of the two documents' blocks. */
  readonly blocks: Alignment;
  /**
   * For each link of `blocks.links`, in that order, the alignment of the segments inside it: the segments of the link's
   * source blocks, counted through from 0, with those of its target blocks.
   */
  readonly segments: readonly Alignment[];
}

/**
 * A bitext of its parts, checked: the block alignment covers both documents, and each segment alignment covers the
 * segments of its link.
 *
 * @throws {ParalignError} `bitext-invalid`, `locale-same`
 */
export function createBitext(parts: Bitext): Bitext {
  const { source, target, blocks, segments } = parts;
  if (source.locale === target.locale) throw new ParalignError('locale-same', { locale: source.locale });
  if (blocks.sourceLength !== source.blocks.length || blocks.targetLength !== target.blocks.length)
    throw new ParalignError('bitext-invalid', {
      reason: `the alignment is of ${blocks.sourceLength} and ${blocks.targetLength} blocks, the documents have ${source.blocks.length} and ${target.blocks.length}`,
    });
  const links = blocks.links;
  if (links.length !== segments.length)
    throw new ParalignError('bitext-invalid', {
      reason: `there are ${links.length} links of blocks and ${segments.length} alignments of their segments`,
    });
  links.forEach((link, k) => {
    const counts = [countSegments(source, link.source), countSegments(target, link.target)];
    const inside = segments[k] as Alignment;
    if (inside.sourceLength !== counts[0] || inside.targetLength !== counts[1])
      throw new ParalignError('bitext-invalid', {
        reason: `link ${k} has ${counts[0]} and ${counts[1]} segments, its alignment ${inside.sourceLength} and ${inside.targetLength}`,
      });
  });
  return Object.freeze({ source, target, blocks, segments: Object.freeze([...segments]) });
}

/** The same bitext seen from the other side. */
export function invertBitext(bitext: Bitext): Bitext {
  const blocks = bitext.blocks.invert();
  // Inverting reorders crossing links by their new source, so the segment alignments are put in that order too.
  const byTarget = new Map(bitext.blocks.links.map((link, k) => [link.target.from, bitext.segments[k] as Alignment]));
  return Object.freeze({
    source: bitext.target,
    target: bitext.source,
    blocks,
    segments: Object.freeze(blocks.links.map((link) => (byTarget.get(link.source.from) as Alignment).invert())),
  });
}

/** One segment in its document: the index of its block, and its own index in that block. */
export interface SegmentIndex {
  readonly block: number;
  readonly segment: number;
}

/** A bead of segments, with the indices of what stands on each side. */
export interface SegmentBead {
  readonly source: readonly SegmentIndex[];
  readonly target: readonly SegmentIndex[];
  readonly confidence: number;
  /** Whether it is linked across the path: by itself, or with the blocks it stands in. */
  readonly crossing: boolean;
}

/**
 * All segment beads of a bitext: those inside the linked blocks, and every segment of a block without counterpart as an
 * omission or addition; in the order of the block path, those of crossing block links last.
 */
export function segmentBeads(bitext: Bitext): SegmentBead[] {
  const inside = new Map(bitext.blocks.links.map((link, k) => [link, bitext.segments[k] as Alignment]));
  const crossingLinks = new Set(bitext.blocks.crossing);
  return bitext.blocks.beads.flatMap((bead): SegmentBead[] => {
    const source = segmentIndices(bitext.source, bead.source);
    const target = segmentIndices(bitext.target, bead.target);
    const crossing = crossingLinks.has(bead);
    const alignment = inside.get(bead);
    if (alignment === undefined) {
      const { confidence } = bead;
      return [
        ...source.map((index) => ({ source: [index], target: [], confidence, crossing })),
        ...target.map((index) => ({ source: [], target: [index], confidence, crossing })),
      ];
    }
    return alignment.beads.map((inner) => ({
      source: source.slice(inner.source.from, inner.source.to),
      target: target.slice(inner.target.from, inner.target.to),
      confidence: inner.confidence,
      crossing: crossing || alignment.crossing.includes(inner),
    }));
  });
}

function segmentIndices(document: Document, range: UnitRange): SegmentIndex[] {
  const indices: SegmentIndex[] = [];
  for (let block = range.from; block < range.to; block++)
    segmentsOf(document.blocks[block]!).forEach((_, segment) => indices.push({ block, segment }));
  return indices;
}

function countSegments(document: Document, range: UnitRange): number {
  return segmentIndices(document, range).length;
}
