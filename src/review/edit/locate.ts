import type { UnitRange } from '../../model/alignment.ts';
import type { Sized } from './path-edit.ts';
import type { Side } from './state.ts';

/** A path of beads, and what crosses it. */
export interface Beads {
  readonly path: readonly Sized[];
  readonly crossing: readonly { readonly source: UnitRange; readonly target: UnitRange }[];
}

/** Where a unit stands: a bead of the path, or a link that crosses it, by its index; with the units of both its sides. */
export interface Located {
  readonly kind: 'path' | 'crossing';
  readonly index: number;
  readonly source: UnitRange;
  readonly target: UnitRange;
}

/** The link or bead that a unit stands in; where it has moved, the link that crosses the path. */
export function locate({ path, crossing }: Beads, side: Side, unit: number): Located {
  const index = crossing.findIndex((bead) => unit >= bead[side].from && unit < bead[side].to);
  if (index >= 0) return { kind: 'crossing', index, source: crossing[index]!.source, target: crossing[index]!.target };
  return locateInPath(path, side, unit);
}

/** The bead of the path that a unit stands in. */
export function locateInPath(path: readonly Sized[], side: Side, unit: number): Located {
  let [s, t] = [0, 0];
  for (const [index, { source, target }] of path.entries()) {
    const at = { source: { from: s, to: s + source }, target: { from: t, to: t + target } };
    if (unit >= at[side].from && unit < at[side].to) return { kind: 'path', index, ...at };
    [s, t] = [s + source, t + target];
  }
  throw new RangeError(`there is no ${side} unit ${unit}`);
}

/** Whether a bead of the path is a unit whose counterpart stands elsewhere. */
export function hasMoved({ crossing }: Beads, source: UnitRange, target: UnitRange): boolean {
  const overlaps = (a: UnitRange, b: UnitRange): boolean => a.from < b.to && b.from < a.to;
  return crossing.some((bead) => overlaps(bead.source, source) || overlaps(bead.target, target));
}
