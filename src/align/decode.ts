import type { Bead, BeadSize } from '../model/alignment.ts';
import type { BeadPrior } from './beads.ts';
import type { Region } from './lattice.ts';
import { forEachBead, sourceGapMass, targetGapMass } from './search.ts';
import type { ScoredLattice, Sums } from './search.ts';

/** What the search decided in one region: the sizes of the beads in order, and the probability of each. */
export interface RegionResult {
  readonly sizes: BeadSize[];
  readonly confidence: number[];
  /** Links between units that `sizes` leaves alone. */
  readonly crossing: Bead[];
}

/** The probability of each unit that it has no counterpart. */
interface NullPosterior {
  readonly sourceNull: Float64Array;
  readonly targetNull: Float64Array;
}

/** The most probable beads of each region. */
export function decide(scored: ScoredLattice, sums: Sums): RegionResult[] {
  const n = scored.lattice.endBase.length - 1;
  const m = scored.lattice.regions.reduce((most, region) => Math.max(most, region.target.to), 0);
  const posterior = { sourceNull: new Float64Array(n), targetNull: new Float64Array(m) };
  return scored.lattice.regions.map((region, k) => {
    const total = sums.totals[k]!;
    nullPosteriors(sums, region, total, posterior);
    return bestPath(scored, sums, region, total, posterior);
  });
}

function nullPosteriors(sums: Sums, region: Region, total: number, posterior: NullPosterior): void {
  const { low, high, base, source, target } = region;
  for (let r = 0; r < low.length; r++)
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      if (r > 0) posterior.sourceNull[source.from + r - 1]! += Math.exp(sourceGapMass(sums, state) - total);
      if (j > target.from) posterior.targetNull[j - 1]! += Math.exp(targetGapMass(sums, state) - total);
    }
  for (let i = source.from; i < source.to; i++) posterior.sourceNull[i] = Math.min(1, posterior.sourceNull[i]!);
  for (let j = target.from; j < target.to; j++) posterior.targetNull[j] = Math.min(1, posterior.targetNull[j]!);
}

/**
 * The path with the greatest expected number of units that stand in the right step of it: each bead counts its posterior
 * once for each of its units, and a unit without counterpart the posterior of being left out at that very place. (Left out
 * at any place is more probable: with that, a text that repeats itself, whose beads might stand anywhere, would be left out.)
 */
function bestPath(
  scored: ScoredLattice,
  sums: Sums,
  region: Region,
  total: number,
  { sourceNull, targetNull }: NullPosterior,
): RegionResult {
  const { low, high, base, source, target } = region;
  const rows = low.length - 1;
  const first = base[0]! + low[0]!;
  const size = base[rows]! + high[rows]! - first + 1;
  const gain = new Float64Array(size).fill(-1);
  const step = new Int8Array(size).fill(-3);
  const weight = new Float64Array(size);
  const offered: { type: number; posterior: number }[][] = [];
  forEachBead(scored, sums, region, total, 1e-4, (type, r, j, posterior) => {
    (offered[base[r]! + j - first] ??= []).push({ type, posterior });
  });
  gain[base[0]! + target.from - first] = 0;
  for (let r = 0; r <= rows; r++) {
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j - first;
      const take = (previous: number, value: number, units: number, kind: number): void => {
        if (gain[previous]! < 0) return;
        const reached = gain[previous]! + value * units;
        if (reached > gain[state]!) {
          gain[state] = reached;
          step[state] = kind;
          weight[state] = value;
        }
      };
      for (const { type, posterior } of offered[state] ?? []) {
        const [ds, dt] = scored.priors[type]!.size;
        take(base[r - ds]! + j - dt - first, posterior, ds + dt, type);
      }
      if (r > 0 && j >= low[r - 1]! && j <= high[r - 1]!)
        take(base[r - 1]! + j - first, Math.exp(sourceGapMass(sums, base[r]! + j) - total), 1, SOURCE_NULL);
      if (j > low[r]!) take(state - 1, Math.exp(targetGapMass(sums, base[r]! + j) - total), 1, TARGET_NULL);
    }
  }
  const sizes: BeadSize[] = [];
  const confidence: number[] = [];
  const crossing: Bead[] = [];
  let r = rows;
  let j = target.to;
  while (r > 0 || j > target.from) {
    const state = base[r]! + j - first;
    const kind = step[state]!;
    // That a unit has no counterpart is as probable as it is anywhere, wherever on the path that is written down.
    const probability = Math.min(
      1,
      kind === SOURCE_NULL
        ? sourceNull[source.from + r - 1]!
        : kind === TARGET_NULL
          ? targetNull[j - 1]!
          : weight[state]!,
    );
    const steps = stepsOf(kind, scored.priors);
    for (const [ds, dt] of steps) {
      sizes.push([ds, dt]);
      confidence.push(probability);
      r -= ds;
      j -= dt;
    }
    const swapped = kind < 0 ? undefined : scored.priors[kind]!.swapped;
    if (swapped !== undefined) {
      const [[firstSource, firstTarget], [, secondTarget]] = swapped;
      const [i, from] = [source.from + r, j + secondTarget];
      crossing.push({
        source: { from: i, to: i + firstSource },
        target: { from, to: from + firstTarget },
        confidence: probability,
      });
    }
  }
  return { sizes: sizes.reverse(), confidence: confidence.reverse(), crossing };
}

const SOURCE_NULL = -1;
const TARGET_NULL = -2;

/** The sizes that a step of the path is written down as, last first. Of two beads that changed places the second stays on the path. */
function stepsOf(kind: number, priors: readonly BeadPrior[]): readonly BeadSize[] {
  if (kind === SOURCE_NULL) return [[1, 0]];
  if (kind === TARGET_NULL) return [[0, 1]];
  const { size, swapped } = priors[kind]!;
  if (swapped === undefined) return [size];
  const [[firstSource, firstTarget], second] = swapped;
  return [...Array<BeadSize>(firstTarget).fill([0, 1]), second, ...Array<BeadSize>(firstSource).fill([1, 0])];
}
