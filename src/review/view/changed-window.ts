import type { Document } from '../../model/document.ts';
import type { EditState, EditVersion, PathBead } from '../edit/state.ts';

/** A part of a version's path, and of its blocks. */
export interface VersionWindow {
  /** Half-open range of the beads of its path. */
  readonly beads: Range;
  /** Half-open range of its blocks. */
  readonly blocks: Range;
}

/** Half-open. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A part of a state that has all that changed, and whose rows depend on nothing outside it. */
export interface ChangedWindow {
  /** The pivot's blocks, of which there are as many before as after. */
  readonly pivot: Range;
  /** For each version, its part before the change and after it. */
  readonly versions: readonly { readonly before: VersionWindow; readonly after: VersionWindow }[];
}

/**
 * Where two states differ, one made of the other by edits. Both ends of the window are places at which every version has a
 * bead that ends, and one that begins, with blocks of the pivot: rows end there too, whatever stands elsewhere.
 *
 * @returns undefined where that cannot be told by looking there alone: when something that has moved changed or stands in the
 *   window, and of texts with additions that several versions share.
 */
export function changedWindow(before: EditState, after: EditState): ChangedWindow | undefined {
  if (before.shared !== undefined || after.shared !== undefined) return undefined;
  const { length } = after.pivot.blocks;
  const changed = { from: length, to: 0 };
  const see = (from: number, to: number): void => {
    changed.from = Math.min(changed.from, from);
    changed.to = Math.max(changed.to, to);
  };
  const inPivot = changedBlocks(before.pivot, after.pivot);
  if (inPivot.from < inPivot.to) see(inPivot.from, inPivot.to);
  for (const [v, version] of after.versions.entries()) {
    const old = before.versions[v]!;
    if (isOtherCrossing(old, version)) return undefined;
    seeVersion(old, version, see);
  }
  const pivot = widened(changed, length, after.versions);
  const versions = after.versions.map((version, v) => ({
    before: partOf(before.versions[v]!.path, pivot),
    after: partOf(version.path, pivot),
  }));
  const hasMoved = after.versions.some(({ crossing }, v) =>
    crossing.some(
      ({ source, target }) =>
        overlaps(source, pivot) ||
        overlaps(target, versions[v]!.before.blocks) ||
        overlaps(target, versions[v]!.after.blocks),
    ),
  );
  return hasMoved ? undefined : { pivot, versions };
}

/** The blocks that are others, or have another text, among those of the later document. */
function changedBlocks(before: Document, after: Document): Range {
  return before === after ? { from: 0, to: 0 } : differing(before.blocks, after.blocks);
}

/** What differs in the later of two lists: all but what they have in common at both ends. */
function differing<Item>(before: readonly Item[], after: readonly Item[]): Range {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: after.length - same };
}

function isOtherCrossing(before: EditVersion, after: EditVersion): boolean {
  const { crossing } = after;
  return crossing.length !== before.crossing.length || crossing.some((bead, k) => bead !== before.crossing[k]);
}

/** Tells which of the pivot's blocks stand where a version has changed. */
function seeVersion(before: EditVersion, after: EditVersion, see: (from: number, to: number) => void): void {
  const beads = differing(before.path, after.path);
  const isShorter = after.path.length < before.path.length;
  const blocks = changedBlocks(before.document, after.document);
  let [s, t] = [0, 0];
  for (const [k, { source, target }] of after.path.entries()) {
    const isOther = (k >= beads.from && k < beads.to) || (t < blocks.to && t + target > blocks.from);
    if (isOther) see(s, s + source);
    // What is gone stood before this.
    if (isShorter && k === beads.from) see(s, s);
    [s, t] = [s + source, t + target];
  }
  if (isShorter && beads.from === after.path.length) see(s, s);
}

/** A range made longer until both its ends are such as {@link changedWindow} says. */
function widened({ from, to }: Range, length: number, versions: readonly EditVersion[]): Range {
  const unfit = new Uint8Array(length + 1);
  for (const { path, crossing } of versions) {
    let s = 0;
    let isAfterPivot = false;
    for (const { source } of path) {
      if (!isAfterPivot || source === 0) unfit[s] = 1;
      for (let k = s + 1; k < s + source; k++) unfit[k] = 1;
      s += source;
      isAfterPivot = source > 0;
    }
    for (const bead of crossing) for (let k = bead.source.from + 1; k < bead.source.to; k++) unfit[k] = 1;
  }
  // One block more on each side: what stands between two rows is seen from both.
  let [start, end] = [Math.max(0, Math.min(from, to) - 1), Math.min(length, Math.max(from, to) + 1)];
  while (start > 0 && unfit[start] === 1) start -= 1;
  while (end < length && unfit[end] === 1) end += 1;
  return { from: start, to: end };
}

/** The part of a path that has certain blocks of the pivot; to the very ends where those are the pivot's. */
function partOf(path: readonly PathBead[], pivot: Range): VersionWindow {
  let [s, t, from, to] = [0, 0, 0, path.length];
  const blocks = { from: 0, to: 0 };
  for (const [k, { source, target }] of path.entries()) {
    if (s < pivot.from) [from, blocks.from] = [k + 1, t + target];
    // The first bead that begins at the end of the window has blocks of the pivot.
    if (s === pivot.to && source > 0) {
      to = k;
      break;
    }
    [s, t] = [s + source, t + target];
  }
  return { beads: { from, to }, blocks: { from: blocks.from, to: t } };
}

function overlaps(a: Range, b: Range): boolean {
  return a.from < b.to && b.from < a.to;
}
