import type { Alignment, Bead, UnitRange } from '../model/alignment.ts';
import type { ConfirmedBead } from './constraints.ts';
import type { Rectangle } from './lattice.ts';

/**
 * What confirmed beads of segments mean for the blocks that they stand in. `sourceStart` and `targetStart` give, by block,
 * the number of segments before it, and at the end of all.
 */

/** The segments of a link of blocks. */
export function rectangleOf(
  { source, target }: Pick<Bead, 'source' | 'target'>,
  sourceStart: readonly number[],
  targetStart: readonly number[],
): Rectangle {
  return {
    source: { from: sourceStart[source.from]!, to: sourceStart[source.to]! },
    target: { from: targetStart[target.from]!, to: targetStart[target.to]! },
  };
}

/** Whether no one link of the blocks holds both sides of a bead of segments. */
export function isTorn(
  bead: ConfirmedBead,
  blocks: Alignment,
  sourceStart: readonly number[],
  targetStart: readonly number[],
): boolean {
  if (isEmpty(bead.source) || isEmpty(bead.target)) return false;
  return !blocks.links.some((link) => {
    const { source, target } = rectangleOf(link, sourceStart, targetStart);
    return holds(source, bead.source) && holds(target, bead.target);
  });
}

/**
 * The links of blocks that beads of segments ask for: the blocks of each together, and those of beads that share one.
 *
 * @param given links that stand already: what they hold is not asked for again.
 */
export function blocksOfConfirmed(
  beads: readonly ConfirmedBead[],
  sourceStart: readonly number[],
  targetStart: readonly number[],
  given: readonly ConfirmedBead[],
): ConfirmedBead[] {
  let links: ConfirmedBead[] = [];
  for (const bead of beads) {
    let link: ConfirmedBead = {
      source: blocksOf(bead.source, sourceStart),
      target: blocksOf(bead.target, targetStart),
      ...(bead.moved !== undefined && { moved: bead.moved }),
    };
    if (given.some(({ source, target }) => holds(source, link.source) && holds(target, link.target))) continue;
    // What it grows by may touch others in its turn.
    for (let touching = touchedBy(link, links); touching.length > 0; touching = touchedBy(link, links)) {
      link = [link, ...touching].reduce((a, b) => ({
        source: hull(a.source, b.source),
        target: hull(a.target, b.target),
        ...(a.moved === true && b.moved === true && { moved: true }),
      }));
      links = links.filter((other) => !touching.includes(other));
    }
    links.push(link);
  }
  return links;
}

/** The parts of confirmed beads of segments that lie in a link, counted from its start. */
export function within({ source, target }: Rectangle, beads: readonly ConfirmedBead[]): ConfirmedBead[] {
  return beads.flatMap((bead): ConfirmedBead[] => {
    const [a, b] = [clip(bead.source, source), clip(bead.target, target)];
    const isNull = isEmpty(bead.source) || isEmpty(bead.target);
    if (isEmpty(a) && isEmpty(b)) return [];
    // A run without counterpart may go on beyond the link; a link of segments is in it or not.
    if (!isNull && !(holds(source, bead.source) && holds(target, bead.target))) return [];
    return [{ ...bead, source: a, target: b }];
  });
}

function touchedBy(link: ConfirmedBead, links: readonly ConfirmedBead[]): ConfirmedBead[] {
  return links.filter(({ source, target }) => meet(source, link.source) || meet(target, link.target));
}

function blocksOf({ from, to }: UnitRange, start: readonly number[]): UnitRange {
  return { from: blockOf(from, start), to: blockOf(to - 1, start) + 1 };
}

/** The block that a segment stands in. */
function blockOf(segment: number, start: readonly number[]): number {
  let low = 0;
  let high = start.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (start[middle]! <= segment) low = middle;
    else high = middle;
  }
  return low;
}

/** A range counted from the start of another, as far as it lies in it. */
function clip(range: UnitRange, { from, to }: UnitRange): UnitRange {
  const start = Math.min(Math.max(range.from, from), to);
  return { from: start - from, to: Math.max(start, Math.min(range.to, to)) - from };
}

function hull(a: UnitRange, b: UnitRange): UnitRange {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function holds(outer: UnitRange, inner: UnitRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function meet(a: UnitRange, b: UnitRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function isEmpty({ from, to }: UnitRange): boolean {
  return from === to;
}
