import type { Alignment, UnitRange } from '../../model/alignment.ts';
import type { Document } from '../../model/document.ts';
import type { EditVersion } from '../edit/state.ts';

/** A link of blocks. */
export interface BlockLink {
  readonly source: UnitRange;
  readonly target: UnitRange;
  readonly confidence: number;
  readonly confirmed: boolean;
  readonly crossing: boolean;
  readonly inner: Alignment;
}

/** The links of a version, by the blocks that stand in them. */
export interface VersionLinks {
  /** Those of the path in its order, then those that cross it. */
  readonly all: readonly BlockLink[];
  readonly bySource: readonly (BlockLink | undefined)[];
  readonly byTarget: readonly (BlockLink | undefined)[];
  /** How many of the pivot's blocks have a text, and a counterpart that has one. */
  readonly covered: number;
}

/** The links of a version. */
export function linksOf({ path, crossing, document }: EditVersion, pivot: Document): VersionLinks {
  const all: BlockLink[] = [];
  let [s, t] = [0, 0];
  for (const { source, target, confidence, confirmed = false, inner } of path) {
    if (inner !== undefined) {
      const ranges = { source: { from: s, to: s + source }, target: { from: t, to: t + target } };
      all.push({ ...ranges, confidence, confirmed, crossing: false, inner });
    }
    [s, t] = [s + source, t + target];
  }
  for (const { source, target, confidence, confirmed = false, inner } of crossing)
    all.push({ source, target, confidence, confirmed, crossing: true, inner });
  const bySource = new Array<BlockLink | undefined>(pivot.blocks.length).fill(undefined);
  const byTarget = new Array<BlockLink | undefined>(document.blocks.length).fill(undefined);
  for (const link of all) note(link, bySource, byTarget);
  return { all, bySource, byTarget, covered: coveredBy(all, pivot, document) };
}

/** How many of the pivot's blocks have a text, and by one of these links a counterpart that has one. */
export function coveredBy(links: readonly BlockLink[], pivot: Document, document: Document): number {
  const hasText = ({ blocks }: Document, k: number): boolean => /\S/.test(blocks[k]!.text);
  let covered = 0;
  for (const { source, target } of links) {
    let k = target.from;
    while (k < target.to && !hasText(document, k)) k += 1;
    if (k === target.to) continue;
    for (let block = source.from; block < source.to; block++) if (hasText(pivot, block)) covered += 1;
  }
  return covered;
}

/** Puts a link where its blocks find it. */
export function note(link: BlockLink, bySource: (BlockLink | undefined)[], byTarget: (BlockLink | undefined)[]): void {
  for (let k = link.source.from; k < link.source.to; k++) bySource[k] = link;
  for (let k = link.target.from; k < link.target.to; k++) byTarget[k] = link;
}

/** The links that cross the path. */
export function crossingOf({ all }: VersionLinks): readonly BlockLink[] {
  let from = all.length;
  while (from > 0 && all[from - 1]!.crossing) from -= 1;
  return all.slice(from);
}
