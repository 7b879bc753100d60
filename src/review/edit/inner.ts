import { alignUnits } from '../../align/align.ts';
import { Alignment, isNull } from '../../model/alignment.ts';
import type { Bead, BeadSize, UnitRange } from '../../model/alignment.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';

/** Ranges of blocks on both sides. */
export interface BlockRanges {
  readonly source: UnitRange;
  readonly target: UnitRange;
}

/** A link of blocks as it was, with the alignment of its segments. */
export interface OldLink extends BlockRanges {
  readonly inner: Alignment;
}

/**
 * The alignment of the segments in a new link of blocks: as the old links had them, where they say of all its segments where
 * they belong; else aligned anew.
 */
export function innerOf(pivot: Document, version: Document, link: BlockRanges, old: readonly OldLink[]): Alignment {
  return keptInner(pivot, version, link, old) ?? alignedInner(pivot, version, link);
}

/** Where a range of blocks lies among the segments of its document, counted through it. */
function segmentRange(document: Document, { from, to }: UnitRange): UnitRange {
  let at = 0;
  for (let k = 0; k < from; k++) at += segmentsOf(document.blocks[k]!).length;
  const start = at;
  for (let k = from; k < to; k++) at += segmentsOf(document.blocks[k]!).length;
  return { from: start, to: at };
}

function keptInner(
  pivot: Document,
  version: Document,
  link: BlockRanges,
  old: readonly OldLink[],
): Alignment | undefined {
  const own = { source: segmentRange(pivot, link.source), target: segmentRange(version, link.target) };
  const kept: Bead[] = [];
  const crossing: Bead[] = [];
  for (const one of old) {
    const start = { source: segmentRange(pivot, one.source).from, target: segmentRange(version, one.target).from };
    for (const [beads, list] of [
      [one.inner.path, kept],
      [one.inner.crossing, crossing],
    ] as const)
      for (const bead of beads) {
        const source = shift(bead.source, start.source - own.source.from);
        const target = shift(bead.target, start.target - own.target.from);
        const inside = [within(source, own.source), within(target, own.target)];
        if (inside.every((side) => side !== 'outside')) list.push({ source, target, confidence: bead.confidence });
        else if (inside.some((side) => side === 'inside')) return undefined;
      }
  }
  const sizes = kept.map(({ source, target }): BeadSize => [source.to - source.from, target.to - target.from]);
  const sum = (side: 0 | 1): number => sizes.reduce((total, size) => total + size[side], 0);
  const isWhole = sum(0) === own.source.to - own.source.from && sum(1) === own.target.to - own.target.from;
  if (!isWhole || kept.every(isNull)) return undefined;
  return Alignment.of(
    sizes,
    kept.map(({ confidence }) => confidence),
    crossing,
  );
}

/** Where a range lies, counted from the start of a link with so many units; an empty one is nowhere. */
function within({ from, to }: UnitRange, link: UnitRange): 'inside' | 'outside' | 'nowhere' {
  if (from === to) return 'nowhere';
  return from >= 0 && to <= link.to - link.from ? 'inside' : 'outside';
}

function shift({ from, to }: UnitRange, by: number): UnitRange {
  return { from: from + by, to: to + by };
}

function alignedInner(pivot: Document, version: Document, link: BlockRanges): Alignment {
  return alignUnits(textsOf(pivot, link.source), textsOf(version, link.target), {
    sourceLocale: pivot.locale,
    targetLocale: version.locale,
  });
}

function textsOf({ blocks }: Document, { from, to }: UnitRange): string[] {
  return blocks.slice(from, to).flatMap((block) => segmentsOf(block).map((segment) => textOfSegment(block, segment)));
}
