import { Alignment } from '../../model/alignment.ts';
import type { BeadSize } from '../../model/alignment.ts';
import { segmentsOf } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';
import { hasMoved, locate, locateInPath } from './locate.ts';
import type { Beads, Located } from './locate.ts';
import { linkInPath, mergeInPath, moveInPath, singled, splitInPath, unlinkInPath } from './path-edit.ts';
import type { PathEdit } from './path-edit.ts';
import { Refusal } from './refusal.ts';
import type { EditVersion, Side } from './state.ts';

/** A sentence by its block and its place in it, from 0. */
export interface SegmentPlace {
  readonly block: number;
  readonly segment: number;
}

/** What is done to the alignment of a link's sentences: `index` is the sentence's, counted through the link. */
type InnerEdit = (beads: Beads, index: number) => PathEdit | 'drop-crossing' | Refusal;

/** Joins the bead of a sentence with the one after it. */
export function mergeSegments(
  pivot: Document,
  version: EditVersion,
  side: Side,
  at: SegmentPlace,
): EditVersion | Refusal {
  return editInner(pivot, version, side, at, (beads, index) => {
    const found = locate(beads, side, index);
    return found.kind === 'crossing' ? new Refusal('moved') : mergeInPath(beads.path, found.index);
  });
}

/** Cuts the bead of a sentence before that sentence; the other side after as many sentences, as far as it has them. */
export function splitSegments(
  pivot: Document,
  version: EditVersion,
  side: Side,
  at: SegmentPlace,
): EditVersion | Refusal {
  return editInner(pivot, version, side, at, (beads, index) => {
    const found = locate(beads, side, index);
    if (found.kind === 'crossing') return new Refusal('moved');
    const { source, target } = beads.path[found.index]!;
    if (source === 0 || target === 0) return new Refusal('not-linked');
    const count = index - found[side].from;
    if (count === 0) return new Refusal('not-divisible');
    const other = Math.max(1, Math.min(count, (side === 'source' ? target : source) - 1));
    const cut: BeadSize = side === 'source' ? [count, other] : [other, count];
    return splitInPath(beads.path, found.index, cut);
  });
}

/** Leaves all sentences of a bead without counterpart. */
export function unlinkSegments(
  pivot: Document,
  version: EditVersion,
  side: Side,
  at: SegmentPlace,
): EditVersion | Refusal {
  return editInner(pivot, version, side, at, (beads, index) => {
    const found = locate(beads, side, index);
    return found.kind === 'crossing' ? 'drop-crossing' : unlinkInPath(beads.path, found.index);
  });
}

/** Gives a sentence, and what stands between it and that end of its bead, to the bead before or after. */
export function moveSegment(
  pivot: Document,
  version: EditVersion,
  side: Side,
  at: SegmentPlace,
  by: -1 | 1,
): EditVersion | Refusal {
  return editInner(pivot, version, side, at, (beads, index) => {
    const found = locate(beads, side, index);
    if (found.kind === 'crossing') return new Refusal('moved');
    const count = by < 0 ? index + 1 - found[side].from : found[side].to - index;
    return moveInPath(beads.path, found.index, side, count, by);
  });
}

/** Links two sentences of one link of blocks that have no counterpart: on its path where that can be, else across it. */
export function linkSegments(
  pivot: Document,
  version: EditVersion,
  source: SegmentPlace,
  target: SegmentPlace,
): EditVersion | Refusal {
  const [a, b] = [innerAt(pivot, version, 'source', source), innerAt(pivot, version, 'target', target)];
  if (a === undefined || b === undefined || a.alignment !== b.alignment) return new Refusal('apart');
  const beads = beadsOf(a.alignment);
  const [s, t] = [locateInPath(beads.path, 'source', a.index), locateInPath(beads.path, 'target', b.index)];
  if (hasMoved(beads, s.source, s.target) || hasMoved(beads, t.source, t.target)) return new Refusal('moved');
  if (s.target.from < s.target.to || t.source.from < t.source.to) return new Refusal('linked');
  const edit = linkInPath(beads.path, s.index, t.index);
  const linked = edit === undefined ? undefined : applyInner(a.alignment, edit);
  if (linked !== undefined && !(linked instanceof Refusal)) return withInner(version, a.at, linked);
  const { path, crossing } = a.alignment;
  const bead = { source: s.source, target: t.target, confidence: 1 };
  return withInner(version, a.at, Alignment.of(path.map(sizeOf), path.map(confidenceOf), [...crossing, bead]));
}

function editInner(
  pivot: Document,
  version: EditVersion,
  side: Side,
  place: SegmentPlace,
  work: InnerEdit,
): EditVersion | Refusal {
  const found = innerAt(pivot, version, side, place);
  if (found === undefined) return new Refusal('not-linked');
  const { alignment, at, index } = found;
  const edit = work(beadsOf(alignment), index);
  if (edit instanceof Refusal) return edit;
  if (edit !== 'drop-crossing') {
    const inner = applyInner(alignment, edit);
    return inner instanceof Refusal ? inner : withInner(version, at, inner);
  }
  const kept = alignment.crossing.filter((bead) => index < bead[side].from || index >= bead[side].to);
  return withInner(version, at, Alignment.of(alignment.path.map(sizeOf), alignment.path.map(confidenceOf), kept));
}

/** The alignment that a sentence stands in, and its index in that; undefined where its block has no counterpart. */
function innerAt(
  pivot: Document,
  version: EditVersion,
  side: Side,
  { block, segment }: SegmentPlace,
): { readonly alignment: Alignment; readonly at: Located; readonly index: number } | undefined {
  const at = locate(version, side, block);
  const alignment = (at.kind === 'path' ? version.path : version.crossing)[at.index]!.inner;
  if (alignment === undefined) return undefined;
  const { blocks } = side === 'source' ? pivot : version.document;
  const before = blocks.slice(at[side].from, block).reduce((sum, one) => sum + segmentsOf(one).length, 0);
  return { alignment, at, index: before + segment };
}

function withInner(version: EditVersion, { kind, index }: Located, inner: Alignment): EditVersion {
  const exchange = <Bead>(beads: readonly Bead[]): Bead[] =>
    beads.map((bead, k) => (k === index ? { ...bead, confidence: 1, confirmed: true as const, inner } : bead));
  return kind === 'path'
    ? { ...version, path: exchange(version.path) }
    : { ...version, crossing: exchange(version.crossing) };
}

function beadsOf({ path, crossing }: Alignment): Beads {
  return { path: path.map((bead) => ({ source: sizeOf(bead)[0], target: sizeOf(bead)[1] })), crossing };
}

/** An alignment with some beads of its path exchanged; those that a person has made are sure. */
function applyInner({ path, crossing }: Alignment, { from, to, beads }: PathEdit): Alignment | Refusal {
  const old = path.slice(from, to);
  if (old.some((bead) => hasMoved({ path: [], crossing }, bead.source, bead.target))) return new Refusal('moved');
  const sizes = singled(beads);
  return Alignment.of(
    [...path.slice(0, from).map(sizeOf), ...sizes, ...path.slice(to).map(sizeOf)],
    [...path.slice(0, from).map(confidenceOf), ...sizes.map(() => 1), ...path.slice(to).map(confidenceOf)],
    crossing,
  );
}

function sizeOf({ source, target }: Alignment['path'][number]): BeadSize {
  return [source.to - source.from, target.to - target.from];
}

function confidenceOf({ confidence }: { readonly confidence: number }): number {
  return confidence;
}
