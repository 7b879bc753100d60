import type { BeadSize } from '../../model/alignment.ts';
import { Refusal } from './refusal.ts';
import type { Side } from './state.ts';

/** The beads `from` to `to` (half open) of a path give way to others of these sizes, over the same units. */
export interface PathEdit {
  readonly from: number;
  readonly to: number;
  readonly beads: readonly BeadSize[];
}

/** A bead as far as its size goes. */
export interface Sized {
  readonly source: number;
  readonly target: number;
}

/** Joins a bead with the one after it. */
export function mergeInPath(path: readonly Sized[], index: number): PathEdit | Refusal {
  const [a, b] = [path[index], path[index + 1]];
  if (a === undefined || b === undefined) return new Refusal('nothing-there');
  const [source, target] = [a.source + b.source, a.target + b.target];
  if (source === 0 || target === 0) return new Refusal('same-side');
  return { from: index, to: index + 2, beads: [[source, target]] };
}

/** Cuts a bead after so many units of each side. */
export function splitInPath(path: readonly Sized[], index: number, [a, b]: BeadSize): PathEdit | Refusal {
  const { source, target } = path[index]!;
  if (a + b === 0 || a + b === source + target) return new Refusal('not-divisible');
  return {
    from: index,
    to: index + 1,
    beads: [
      [a, b],
      [source - a, target - b],
    ],
  };
}

/** Leaves each unit of a bead without counterpart. */
export function unlinkInPath(path: readonly Sized[], index: number): PathEdit | Refusal {
  const { source, target } = path[index]!;
  if (source === 0 || target === 0) return new Refusal('not-linked');
  return {
    from: index,
    to: index + 1,
    beads: [
      [source, 0],
      [0, target],
    ],
  };
}

/**
 * Links two units that have no counterpart, where only such units stand between them.
 *
 * @param source the index of the bead that is the source's unit alone, `target` that of the target's.
 * @returns undefined where a link stands between them: then theirs crosses the path.
 */
export function linkInPath(path: readonly Sized[], source: number, target: number): PathEdit | undefined {
  const [from, last] = [Math.min(source, target), Math.max(source, target)];
  const between = path.slice(from + 1, last);
  if (between.some((bead) => bead.source > 0 && bead.target > 0)) return undefined;
  const sources = between.reduce((sum, bead) => sum + bead.source, 0);
  const targets = between.length - sources;
  // Units of one side keep their order: those between stand before the link or after it, as their side has it.
  const beads: BeadSize[] =
    source < target
      ? [
          [0, targets],
          [1, 1],
          [sources, 0],
        ]
      : [
          [sources, 0],
          [1, 1],
          [0, targets],
        ];
  return { from, to: last + 1, beads: beads.filter(([a, b]) => a + b > 0) };
}

/** Gives the first units of a bead to the bead before it (`by` is -1), or its last ones to the bead after it (1). */
export function moveInPath(
  path: readonly Sized[],
  index: number,
  side: Side,
  count: number,
  by: -1 | 1,
): PathEdit | Refusal {
  const [own, other] = [path[index]!, path[index + by]];
  if (other === undefined) return new Refusal('nothing-there');
  const change = ({ source, target }: Sized, n: number): BeadSize =>
    side === 'source' ? [source + n, target] : [source, target + n];
  const beads = [change(own, -count), change(other, count)];
  if (by < 0) beads.reverse();
  return {
    from: Math.min(index, index + by),
    to: Math.max(index, index + by) + 1,
    beads: beads.filter(([a, b]) => a + b > 0),
  };
}

/** Sizes with each unit that has no counterpart by itself, as an alignment has them. */
export function singled(sizes: readonly BeadSize[]): BeadSize[] {
  return sizes.flatMap(([source, target]): BeadSize[] =>
    source === 0
      ? Array.from({ length: target }, () => [0, 1] as const)
      : target === 0
        ? Array.from({ length: source }, () => [1, 0] as const)
        : [[source, target]],
  );
}
