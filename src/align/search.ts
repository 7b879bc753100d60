import type { BeadPrior } from './beads.ts';
import type { Lattice, Region } from './lattice.ts';

/** Log probabilities of having no counterpart: opening a run of such units, going on with it, ending it. */
export interface GapCosts {
  readonly open: number;
  readonly extend: number;
  readonly close: number;
}

/** What a search works on: bead scores by size and by the state in which the bead ends, in nats. */
export interface ScoredLattice {
  readonly lattice: Lattice;
  readonly priors: readonly BeadPrior[];
  /** By bead size: an array by state; `IMPOSSIBLE` where the bead would leave the band. */
  readonly scores: readonly Float32Array[];
  readonly gaps: GapCosts;
}

export const IMPOSSIBLE = -1e9;
const HOPELESS = -1e8;

/**
 * The three layers of the state space: after a two-sided bead, inside a run of source units without counterpart, inside
 * such a run of target units. With layers, the price of a run is affine in its length, so that a missing section costs
 * what one gap costs (Gotoh 1982, for sequences).
 */
const LAYERS = 3;
const MATCH = 0;
const SOURCE_GAP = 1;
const TARGET_GAP = 2;
/** Forward only: all ways into a two-sided bead that starts at a state, whatever the layer. */
const DEPARTURE = 3;

/**
 * Sums over all paths (forward-backward): forward[layer][state] is the log probability of all ways to get there,
 * backward[layer][state] of all ways to go on.
 */
export function forwardBackward(scored: ScoredLattice, workspace: Workspace = new Workspace()): Sums {
  const { size } = scored.lattice;
  const forward = workspace.forward.take(LAYERS + 1, size);
  const backward = workspace.backward.take(LAYERS, size);
  const totals = scored.lattice.regions.map((region) => {
    sweepForward(scored, region, forward);
    sweepBackward(scored, region, backward);
    const end = region.base.at(-1)! + region.target.to;
    return logSum3(forward[MATCH]![end]!, forward[SOURCE_GAP]![end]!, forward[TARGET_GAP]![end]!);
  });
  return { forward, backward, totals };
}

/** Forward and backward sums by layer and state, and the total of each region. */
export interface Sums {
  readonly forward: readonly Float64Array[];
  readonly backward: readonly Float64Array[];
  readonly totals: readonly number[];
}

/** Arrays by state that one search after another may use, since new ones of their size are dear. */
export class Workspace {
  readonly scores: Arrays<Float32Array> = new Arrays((size) => new Float32Array(size));
  readonly forward: Arrays<Float64Array> = new Arrays((size) => new Float64Array(size));
  readonly backward: Arrays<Float64Array> = new Arrays((size) => new Float64Array(size));
}

class Arrays<Numbers extends Float32Array | Float64Array> {
  readonly #make: (size: number) => Numbers;
  #arrays: Numbers[] = [];

  constructor(make: (size: number) => Numbers) {
    this.#make = make;
  }

  /** So many arrays of a size in which everything is impossible; those given out before are no longer valid. */
  take(count: number, size: number): Numbers[] {
    if (this.#arrays.some((array) => array.length < size)) this.#arrays = [];
    while (this.#arrays.length < count) this.#arrays.push(this.#make(size));
    return this.#arrays.slice(0, count).map((array) => array.subarray(0, size).fill(IMPOSSIBLE) as Numbers);
  }
}

function sweepForward({ priors, scores, gaps }: ScoredLattice, region: Region, f: readonly Float64Array[]): void {
  const { low, high, base, source, target } = region;
  const [match, sourceGap, targetGap, departure] = f as [Float64Array, Float64Array, Float64Array, Float64Array];
  const incoming = new Float64Array(priors.length);
  match[base[0]! + target.from] = 0;
  departure[base[0]! + target.from] = 0;
  const rows = source.to - source.from;
  for (let r = 0; r <= rows; r++) {
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      if (r === 0 && j === target.from) continue;
      let best = IMPOSSIBLE;
      for (let k = 0; k < priors.length; k++) {
        incoming[k] = IMPOSSIBLE;
        const score = scores[k]![state]!;
        if (score < HOPELESS) continue;
        const [ds, dt] = priors[k]!.size;
        const p = base[r - ds]! + j - dt;
        const value = score + departure[p]!;
        incoming[k] = value;
        if (value > best) best = value;
      }
      if (best > HOPELESS) {
        let sum = 0;
        for (let k = 0; k < priors.length; k++) if (incoming[k]! > best - 40) sum += Math.exp(incoming[k]! - best);
        match[state] = best + Math.log(sum);
      }
      if (r > 0 && j >= low[r - 1]! && j <= high[r - 1]!) {
        const p = base[r - 1]! + j;
        sourceGap[state] = logSum2(logSum2(match[p]!, targetGap[p]!) + gaps.open, sourceGap[p]! + gaps.extend);
      }
      if (j > low[r]!) {
        const p = state - 1;
        targetGap[state] = logSum2(logSum2(match[p]!, sourceGap[p]!) + gaps.open, targetGap[p]! + gaps.extend);
      }
      departure[state] = logSum2(match[state]!, logSum2(sourceGap[state]!, targetGap[state]!) + gaps.close);
    }
  }
}

function sweepBackward({ priors, scores, gaps }: ScoredLattice, region: Region, b: readonly Float64Array[]): void {
  const { low, high, base, source, target } = region;
  const [match, sourceGap, targetGap] = b as [Float64Array, Float64Array, Float64Array];
  const outgoing = new Float64Array(priors.length);
  const rows = source.to - source.from;
  const end = base[rows]! + target.to;
  match[end] = 0;
  sourceGap[end] = 0;
  targetGap[end] = 0;
  for (let r = rows; r >= 0; r--) {
    for (let j = high[r]!; j >= low[r]!; j--) {
      const state = base[r]! + j;
      if (state === end) continue;
      let best = IMPOSSIBLE;
      for (let k = 0; k < priors.length; k++) {
        outgoing[k] = IMPOSSIBLE;
        const [ds, dt] = priors[k]!.size;
        if (r + ds > rows || j + dt > high[r + ds]! || j + dt < low[r + ds]!) continue;
        const p = base[r + ds]! + j + dt;
        const value = scores[k]![p]! + match[p]!;
        outgoing[k] = value;
        if (value > best) best = value;
      }
      let beads = IMPOSSIBLE;
      if (best > HOPELESS) {
        let sum = 0;
        for (let k = 0; k < priors.length; k++) if (outgoing[k]! > best - 40) sum += Math.exp(outgoing[k]! - best);
        beads = best + Math.log(sum);
      }
      const viaSource = r < rows && j >= low[r + 1]! && j <= high[r + 1]! ? sourceGap[base[r + 1]! + j]! : IMPOSSIBLE;
      const viaTarget = j < high[r]! ? targetGap[state + 1]! : IMPOSSIBLE;
      const opened = logSum2(viaSource, viaTarget) + gaps.open;
      match[state] = logSum2(beads, opened);
      const closed = beads + gaps.close;
      sourceGap[state] = logSum3(closed, viaSource + gaps.extend, viaTarget + gaps.open);
      targetGap[state] = logSum3(closed, viaSource + gaps.open, viaTarget + gaps.extend);
    }
  }
}

function logSum2(a: number, b: number): number {
  if (a === b && a <= HOPELESS) return IMPOSSIBLE;
  if (a < b) return a < b - 40 ? b : b + Math.log1p(Math.exp(a - b));
  return b < a - 40 ? a : a + Math.log1p(Math.exp(b - a));
}

function logSum3(a: number, b: number, c: number): number {
  return logSum2(a, logSum2(b, c));
}

/** By state: the log of all ways into a two-sided bead that starts there. */
export function departures({ forward }: Sums): Float64Array {
  return forward[DEPARTURE]!;
}

/** By state: the log of all ways on from a two-sided bead that ends there. */
export function arrivals({ backward }: Sums): Float64Array {
  return backward[MATCH]!;
}

/** The log probability (before division by the total) that the step into `state` is a source unit without counterpart. */
export function sourceGapMass({ forward, backward }: Sums, state: number): number {
  return forward[SOURCE_GAP]![state]! + backward[SOURCE_GAP]![state]!;
}

/** The log probability (before division by the total) that the step into `state` is a target unit without counterpart. */
export function targetGapMass({ forward, backward }: Sums, state: number): number {
  return forward[TARGET_GAP]![state]! + backward[TARGET_GAP]![state]!;
}

/** The log probability (before division by the total) that a run of source units without counterpart begins with the step into `state`. */
export function openedSource({ forward, backward }: Sums, gaps: GapCosts, from: number, state: number): number {
  return logSum2(forward[MATCH]![from]!, forward[TARGET_GAP]![from]!) + gaps.open + backward[SOURCE_GAP]![state]!;
}

/** The same of target units. */
export function openedTarget({ forward, backward }: Sums, gaps: GapCosts, from: number, state: number): number {
  return logSum2(forward[MATCH]![from]!, forward[SOURCE_GAP]![from]!) + gaps.open + backward[TARGET_GAP]![state]!;
}

/** Calls `visit` with each bead whose posterior is at least `least`. */
export function forEachBead(
  scored: ScoredLattice,
  sums: Sums,
  region: Region,
  total: number,
  least: number,
  visit: (type: number, r: number, j: number, posterior: number) => void,
): void {
  const { low, high, base } = region;
  const { priors, scores } = scored;
  const forward = sums.forward[MATCH]!;
  const backward = arrivals(sums);
  const departure = departures(sums);
  const bar = Math.log(least) + total;
  for (let r = 1; r < low.length; r++) {
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      const arrival = backward[state]!;
      // All beads that end here together.
      if (forward[state]! + arrival < bar) continue;
      for (let k = 0; k < priors.length; k++) {
        const score = scores[k]![state]!;
        if (score < HOPELESS) continue;
        const [ds, dt] = priors[k]!.size;
        const mass = departure[base[r - ds]! + j - dt]! + score + arrival;
        if (mass >= bar) visit(k, r, j, Math.exp(Math.min(0, mass - total)));
      }
    }
  }
}

/** For each row of a region, the first and last state whose posterior is at least `least`. */
export function likelyStates(
  { forward, backward }: Sums,
  region: Region,
  total: number,
  least: number,
): { first: Int32Array; last: Int32Array } {
  const { low, high, base } = region;
  const bar = Math.log(least) + total;
  const first = high.slice();
  const last = low.slice();
  for (let r = 0; r < low.length; r++)
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      let likely = false;
      for (let layer = 0; layer < LAYERS; layer++)
        if (forward[layer]![state]! + backward[layer]![state]! >= bar) likely = true;
      if (!likely) continue;
      if (j < first[r]!) first[r] = j;
      last[r] = j;
    }
  return { first, last };
}
