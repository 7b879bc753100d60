import { Alignment } from '../model/alignment.ts';
import type { Bead, BeadSize, UnitRange } from '../model/alignment.ts';
import { ParalignError } from '../model/errors.ts';
import type { RegionResult } from './decode.ts';
import type { Rectangle } from './lattice.ts';

/**
 * A bead that a person or a memory vouches for: half-open ranges of unit indices, from 0. One of them may be empty: then
 * the units of the other have no counterpart, and where the empty one stands means nothing.
 */
export interface ConfirmedBead {
  readonly source: UnitRange;
  readonly target: UnitRange;
  /**
   * Whether its units stand elsewhere in the other text. Any other two-sided bead is a fixed point: what stands before it
   * on one side is aligned with what stands before it on the other.
   */
  readonly moved?: boolean;
}

/** A place that no bead crosses: before the source unit and before the target unit with these indices, from 0. */
export interface Boundary {
  readonly source: number;
  readonly target: number;
}

/** What is known of a pair before it is searched. */
export interface Known {
  /** The confirmed beads on the path. */
  readonly fixed: readonly ConfirmedBead[];
  /** The confirmed beads that cross it. */
  readonly crossing: readonly Bead[];
  /** Units that the search has to leave without counterpart: confirmed to have none, or to have it elsewhere. */
  readonly alone: { readonly source: ReadonlySet<number>; readonly target: ReadonlySet<number> };
}

/** What is left to search when some of the answer is known. */
export interface Plan extends Known {
  /** What is searched, in order, each by itself. Neither side of any is empty. */
  readonly rectangles: readonly Rectangle[];
  /** Everything on the path in order: a fixed bead, units that have nothing opposite, or the next rectangle. */
  readonly steps: readonly (BeadSize | 'search')[];
}

/**
 * Cuts a pair of texts at what is known of it.
 *
 * Of confirmed beads that cross one another, those with the fewest units count as moved.
 *
 * @param n the number of source units.
 * @param m the number of target units.
 * @throws {ParalignError} `confirmed-range`, `confirmed-overlap`, `boundary-range`, `boundary-crossing`,
 *   `boundary-confirmed`
 */
export function planAround(
  n: number,
  m: number,
  confirmed: readonly ConfirmedBead[] = [],
  boundaries: readonly Boundary[] = [],
): Plan {
  const beads = checkBeads(n, m, confirmed);
  const cuts = checkBoundaries(n, m, boundaries);
  for (const bead of beads) checkAgainst(bead, cuts);
  const linked = beads.filter(({ source, target }) => source.to > source.from && target.to > target.from);
  const fixed = heaviestChain(linked.filter(({ moved }) => moved !== true));
  const onPath = new Set(fixed);
  const crossing = linked.filter((bead) => !onPath.has(bead));
  const alone = { source: new Set<number>(), target: new Set<number>() };
  for (const bead of beads) {
    if (onPath.has(bead)) continue;
    for (let i = bead.source.from; i < bead.source.to; i++) alone.source.add(i);
    for (let j = bead.target.from; j < bead.target.to; j++) alone.target.add(j);
  }

  const rectangles: Rectangle[] = [];
  const steps: (BeadSize | 'search')[] = [];
  let i = 0;
  let j = 0;
  const goTo = (source: number, target: number): void => {
    if (source > i && target > j) {
      rectangles.push({ source: { from: i, to: source }, target: { from: j, to: target } });
      steps.push('search');
    } else if (source > i || target > j) steps.push([source - i, target - j]);
    [i, j] = [source, target];
  };
  const stops = [
    ...fixed,
    ...cuts.map((cut) => ({
      source: { from: cut.source, to: cut.source },
      target: { from: cut.target, to: cut.target },
    })),
  ].sort((a, b) => a.source.from - b.source.from || a.target.from - b.target.from || a.source.to - b.source.to);
  for (const { source, target } of stops) {
    goTo(source.from, target.from);
    if (source.to > source.from) steps.push([source.to - source.from, target.to - target.from]);
    [i, j] = [source.to, target.to];
  }
  goTo(n, m);
  return {
    rectangles,
    steps,
    fixed,
    crossing: crossing.map(({ source, target }) => ({ source, target, confidence: 1 })),
    alone,
  };
}

/**
 * One alignment of what was known and what was found.
 *
 * @param results by rectangle of the plan, with crossing links counted as the plan counts units.
 */
export function joinAround(plan: Plan, results: readonly RegionResult[]): Alignment {
  const sizes: BeadSize[] = [];
  const confidence: number[] = [];
  const crossing: Bead[] = [...plan.crossing];
  let i = 0;
  let j = 0;
  const push = ([ds, dt]: BeadSize, probability: number): void => {
    const known = (dt === 0 && plan.alone.source.has(i)) || (ds === 0 && plan.alone.target.has(j));
    sizes.push([ds, dt]);
    confidence.push(known ? 1 : probability);
    i += ds;
    j += dt;
  };
  let next = 0;
  for (const step of plan.steps) {
    if (step !== 'search') {
      push(step, 1);
      continue;
    }
    const result = results[next++]!;
    result.sizes.forEach((size, k) => push(size, result.confidence[k]!));
    crossing.push(...result.crossing);
  }
  return Alignment.of(sizes, confidence, crossing);
}

/** What is known of several rectangles of a pair, in the units of the pair. */
export function joinKnown(parts: readonly { readonly plan: Known; readonly at: Rectangle }[]): Known {
  const shift = <B extends ConfirmedBead>(bead: B, { source, target }: Rectangle): B => ({
    ...bead,
    source: { from: bead.source.from + source.from, to: bead.source.to + source.from },
    target: { from: bead.target.from + target.from, to: bead.target.to + target.from },
  });
  const alone = (side: 'source' | 'target'): Set<number> =>
    new Set(parts.flatMap(({ plan, at }) => [...plan.alone[side]].map((unit) => unit + at[side].from)));
  return {
    fixed: parts.flatMap(({ plan, at }) => plan.fixed.map((bead) => shift(bead, at))),
    crossing: parts.flatMap(({ plan, at }) => plan.crossing.map((bead) => shift(bead, at))),
    alone: { source: alone('source'), target: alone('target') },
  };
}

/** Each bead once, none without units, out of range, or with a unit of another. */
function checkBeads(n: number, m: number, confirmed: readonly ConfirmedBead[]): ConfirmedBead[] {
  const beads = new Map<string, ConfirmedBead>();
  const owner = { source: new Map<number, ConfirmedBead>(), target: new Map<number, ConfirmedBead>() };
  for (const bead of confirmed) {
    const { source, target } = bead;
    if (!isRange(source, n) || !isRange(target, m) || (source.from === source.to && target.from === target.to))
      throw new ParalignError('confirmed-range', { bead: nameOfBead(bead), sourceLength: n, targetLength: m });
    const name = nameOfBead(bead);
    if (beads.has(name)) continue;
    beads.set(name, bead);
    for (const side of ['source', 'target'] as const)
      for (let unit = bead[side].from; unit < bead[side].to; unit++) {
        const other = owner[side].get(unit);
        if (other !== undefined)
          throw new ParalignError('confirmed-overlap', { first: nameOfBead(other), second: name, side, unit });
        owner[side].set(unit, bead);
      }
  }
  return [...beads.values()];
}

function isRange({ from, to }: UnitRange, length: number): boolean {
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && from <= to && to <= length;
}

/** The boundaries in order, each once. */
function checkBoundaries(n: number, m: number, boundaries: readonly Boundary[]): Boundary[] {
  for (const boundary of boundaries)
    if (!isRange({ from: 0, to: boundary.source }, n) || !isRange({ from: 0, to: boundary.target }, m))
      throw new ParalignError('boundary-range', {
        boundary: nameOfBoundary(boundary),
        sourceLength: n,
        targetLength: m,
      });
  const sorted = [...boundaries].sort((a, b) => a.source - b.source || a.target - b.target);
  return sorted.filter((boundary, k) => {
    const before = sorted[k - 1];
    if (before === undefined) return true;
    if (boundary.target < before.target)
      throw new ParalignError('boundary-crossing', {
        first: nameOfBoundary(before),
        second: nameOfBoundary(boundary),
      });
    return boundary.source !== before.source || boundary.target !== before.target;
  });
}

/** A bead has to lie between the same two boundaries on both sides. */
function checkAgainst(bead: ConfirmedBead, cuts: readonly Boundary[]): void {
  const { source, target } = bead;
  if (source.from === source.to || target.from === target.to) return;
  // Boundaries are in order on both sides, so the first that does not end before the bead is the only one in doubt.
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle]!;
    if (cut.source <= source.from && cut.target <= target.from) low = middle + 1;
    else high = middle;
  }
  const cut = cuts[low];
  if (cut !== undefined && (cut.source < source.to || cut.target < target.to))
    throw new ParalignError('boundary-confirmed', { boundary: nameOfBoundary(cut), bead: nameOfBead(bead) });
}

/** Of beads no two of which share a unit, those with the most units that follow one another on both sides. */
function heaviestChain(beads: readonly ConfirmedBead[]): ConfirmedBead[] {
  const inOrder = [...beads].sort((a, b) => a.source.from - b.source.from);
  const ends = [...new Set(inOrder.map(({ target }) => target.to))].sort((a, b) => a - b);
  /** By a prefix of `ends` (a Fenwick tree): the heaviest chain that ends no later. */
  const best: (Chain | undefined)[] = new Array(ends.length + 1);
  let heaviest: Chain | undefined;
  for (const bead of inOrder) {
    let before: Chain | undefined;
    for (let k = upTo(ends, bead.target.from); k > 0; k -= k & -k) before = heavier(before, best[k]);
    const units = bead.source.to - bead.source.from + bead.target.to - bead.target.from;
    const chain: Chain = { weight: (before?.weight ?? 0) + units, bead, before };
    for (let k = upTo(ends, bead.target.to); k <= ends.length; k += k & -k) best[k] = heavier(best[k], chain);
    heaviest = heavier(heaviest, chain);
  }
  const chain: ConfirmedBead[] = [];
  for (let link = heaviest; link !== undefined; link = link.before) chain.push(link.bead);
  return chain.reverse();
}

interface Chain {
  readonly weight: number;
  readonly bead: ConfirmedBead;
  readonly before: Chain | undefined;
}

/** The heavier of two, the first where they are equal. */
function heavier(a: Chain | undefined, b: Chain | undefined): Chain | undefined {
  return (b?.weight ?? 0) > (a?.weight ?? 0) ? b : a;
}

/** How many of the sorted numbers are no greater than a limit. */
function upTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A bead as a file of beads has it, `3,4:5`; longer runs as `3-9:5`. */
function nameOfBead({ source, target }: ConfirmedBead): string {
  const side = ({ from, to }: UnitRange): string => {
    if (!(to - from > 2)) return to - from === 2 ? `${from},${from + 1}` : to === from ? '' : `${from}`;
    return `${from}-${to - 1}`;
  };
  return `${side(source)}:${side(target)}`;
}

function nameOfBoundary({ source, target }: Boundary): string {
  return `${source}:${target}`;
}
