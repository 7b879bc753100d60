import { segmentsOf } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';
import type { BeadSize } from '../../model/alignment.ts';
import { editVersion, withCrossing, withoutCrossing } from './edit-version.ts';
import { hasMoved, locate, locateInPath } from './locate.ts';
import type { Located } from './locate.ts';
import { linkInPath, mergeInPath, moveInPath, splitInPath, unlinkInPath } from './path-edit.ts';
import { Refusal } from './refusal.ts';
import type { EditVersion, Side } from './state.ts';

/** Joins the bead of a block with the one after it. */
export function mergeBlocks(pivot: Document, version: EditVersion, side: Side, block: number): EditVersion | Refusal {
  const at = locate(version, side, block);
  if (at.kind === 'crossing') return new Refusal('moved');
  return editVersion(pivot, version, mergeInPath(version.path, at.index));
}

/** Cuts the bead of a block before that block. */
export function splitBlocks(pivot: Document, version: EditVersion, side: Side, block: number): EditVersion | Refusal {
  const at = locate(version, side, block);
  if (at.kind === 'crossing') return new Refusal('moved');
  const { inner, ...size } = version.path[at.index]!;
  if (inner === undefined) return new Refusal('not-linked');
  const count = block - at[side].from;
  if (count === 0) return new Refusal('not-divisible');
  const other = counterpartsBefore(pivot, version, at, side, count);
  const cut: BeadSize =
    side === 'source' ? [count, Math.min(other, size.target)] : [Math.min(other, size.source), count];
  return editVersion(pivot, version, splitInPath(version.path, at.index, cut));
}

/**
 * How many blocks of the other side belong to the first `count` of this one: as many as hold most of their sentences'
 * counterparts, and one at least.
 */
function counterpartsBefore(
  pivot: Document,
  { document, path }: EditVersion,
  at: Located,
  side: Side,
  count: number,
): number {
  const otherSide = side === 'source' ? 'target' : 'source';
  const [own, other] = side === 'source' ? [pivot, document] : [document, pivot];
  const segments = (of: Document, from: number, blocks: number): number =>
    of.blocks.slice(from, from + blocks).reduce((sum, block) => sum + segmentsOf(block).length, 0);
  const before = segments(own, at[side].from, count);
  let reached = 0;
  for (const bead of path[at.index]!.inner!.links)
    if (bead[side].to <= before) reached = Math.max(reached, bead[otherSide].to);
  const size = at[otherSide].to - at[otherSide].from;
  for (let blocks = 1; blocks < size; blocks++)
    if (segments(other, at[otherSide].from, blocks) >= reached) return blocks;
  // The other side has to end somewhere in it, where it has more blocks than one.
  return Math.max(1, size - 1);
}

/** Leaves all blocks of a bead without counterpart. */
export function unlinkBlocks(pivot: Document, version: EditVersion, side: Side, block: number): EditVersion | Refusal {
  const at = locate(version, side, block);
  if (at.kind === 'crossing') return withoutCrossing(version, at);
  return editVersion(pivot, version, unlinkInPath(version.path, at.index));
}

/** Links two blocks that have no counterpart: on the path where that can be, else across it. */
export function linkBlocks(
  pivot: Document,
  version: EditVersion,
  source: number,
  target: number,
): EditVersion | Refusal {
  const [a, b] = [locateInPath(version.path, 'source', source), locateInPath(version.path, 'target', target)];
  if (hasMoved(version, a.source, a.target) || hasMoved(version, b.source, b.target)) return new Refusal('moved');
  if (a.target.from < a.target.to || b.source.from < b.source.to) return new Refusal('linked');
  const edit = linkInPath(version.path, a.index, b.index);
  const linked = edit === undefined ? undefined : editVersion(pivot, version, edit);
  // What moved may stand between the two: the link crosses the path then.
  return linked === undefined || linked instanceof Refusal ? withCrossing(pivot, version, source, target) : linked;
}

/** Gives a block, and what stands between it and that end of its bead, to the bead before or after. */
export function moveBlock(
  pivot: Document,
  version: EditVersion,
  side: Side,
  block: number,
  by: -1 | 1,
): EditVersion | Refusal {
  const at = locate(version, side, block);
  if (at.kind === 'crossing') return new Refusal('moved');
  const count = by < 0 ? block + 1 - at[side].from : at[side].to - block;
  return editVersion(pivot, version, moveInPath(version.path, at.index, side, count, by));
}
