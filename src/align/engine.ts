import { Alignment } from '../model/alignment.ts';
import type { Bead, BeadSize } from '../model/alignment.ts';
import { beadPriors } from './beads.ts';
import type { BeadPrior } from './beads.ts';
import type { Candidate, Scorer, WeightedBead } from './evidence.ts';
import type { Lattice, Region } from './lattice.ts';
import {
  arrivals,
  departures,
  forwardBackward,
  IMPOSSIBLE,
  openedSource,
  openedTarget,
  sourceGapMass,
  targetGapMass,
} from './search.ts';
import type { GapCosts, ScoredLattice, Sums } from './search.ts';

/** Rounds of expectation maximisation; the last one only decides. More changed nothing on the development sets. */
const ROUNDS = 4;
/** Beads less likely than this teach the evidence nothing. */
const TEACHES = 0.08;
/** What is less likely than this is not counted when habits are learnt. */
const COUNTS = 0.001;

const DEFAULT_GAPS: GapCosts = { open: Math.log(0.04), extend: Math.log(0.5), close: Math.log(0.5) };

/** What the search decided in one region: the sizes of the beads in order, and the probability of each. */
export interface RegionResult {
  readonly sizes: BeadSize[];
  readonly confidence: number[];
  /** Links between units that `sizes` leaves alone. */
  readonly crossing: Bead[];
}

/** How a translator treats boundaries. */
export interface Habits {
  readonly priors: readonly BeadPrior[];
  readonly gaps: GapCosts;
}

/** What a search found. */
export interface Solution {
  /** By region. */
  readonly results: readonly RegionResult[];
  /** By region: the log of the sum over all its paths. */
  readonly totals: readonly number[];
  readonly habits: Habits;
}

/**
 * Finds the most probable beads in each region of a lattice.
 *
 * Expectation maximisation: score every bead by all evidence, sum over all paths, let the evidence learn from the posterior,
 * and again. The path that is given back is the one with the most units expected to be right, which is not always the
 * single most probable path.
 */
export function solve(lattice: Lattice, scorers: readonly Scorer[], rounds: number = ROUNDS): Solution {
  let habits: Habits = { priors: beadPriors, gaps: DEFAULT_GAPS };
  for (let round = 1; ; round++) {
    for (const scorer of scorers) scorer.begin?.(lattice);
    const { scored, sums } = sumPaths(lattice, (candidate) => scoreOf(candidate, scorers), habits);
    if (round === rounds) return { results: decide(scored, sums), totals: sums.totals, habits };
    const beads = lattice.regions.flatMap((region, k) => likelyBeads(scored, sums, region, sums.totals[k]!));
    for (const scorer of scorers) scorer.learn?.(beads);
    habits = learnHabits(scored, sums);
  }
}

/**
 * Searches a lattice once, with habits and evidence as they are.
 *
 * @param scoreOfBead the score of a two-sided candidate, in nats.
 */
export function search(lattice: Lattice, scoreOfBead: (candidate: Candidate) => number, habits: Habits): Solution {
  const { scored, sums } = sumPaths(lattice, scoreOfBead, habits);
  return { results: decide(scored, sums), totals: sums.totals, habits };
}

function sumPaths(
  lattice: Lattice,
  scoreOfBead: (candidate: Candidate) => number,
  habits: Habits,
): { scored: ScoredLattice; sums: Sums } {
  const scored = { lattice, ...habits, scores: beadPriors.map(() => new Float32Array(lattice.size)) };
  for (const region of lattice.regions) scoreRegion(scored, region, scoreOfBead);
  return { scored, sums: forwardBackward(scored) };
}

/** How many beads, and how many units without counterpart, the prior probabilities are worth. */
const PRIOR_BEADS = 30;
const PRIOR_GAPS = 10;
/** A size of bead may become this much more common than it was thought to be before anything was seen. */
const MOST_GROWTH = 2;
/** The range within which the probability of going on with a gap is learnt. */
const EXTEND = { least: 0.1, most: 0.95 };

/**
 * How this pair's translator treats boundaries: how common each size of bead is, and how common and how long gaps are.
 *
 * Sizes with several units on both sides keep their prior. Learnt, they feed on themselves: any stretch of text is better
 * explained by one large bead than by wrong small ones, and the more common the large bead is thought to be, the more so.
 */
function learnHabits(scored: ScoredLattice, sums: Sums): Habits {
  const counts = beadPriors.map(({ probability }) => probability * PRIOR_BEADS);
  const priorOpened = 2 * Math.exp(DEFAULT_GAPS.open) * PRIOR_BEADS;
  let beads = PRIOR_BEADS;
  let opened = 0;
  let units = 0;
  scored.lattice.regions.forEach((region, k) => {
    const total = sums.totals[k]!;
    forEachBead(scored, sums, region, total, COUNTS, (type, _r, _j, posterior) => {
      counts[type]! += posterior;
      beads += posterior;
    });
    const expected = expectedGaps(sums, scored.gaps, region, total);
    opened += expected.opened;
    units += expected.units;
  });
  const priors = beadPriors.map((prior, k) =>
    Math.min(...prior.size) > 1
      ? prior
      : { ...prior, probability: Math.min(counts[k]! / beads, MOST_GROWTH * prior.probability) },
  );
  const open = (opened + priorOpened) / (beads + opened + priorOpened) / 2;
  const extended = (units - opened + PRIOR_GAPS * Math.exp(DEFAULT_GAPS.extend)) / (units + PRIOR_GAPS);
  const extend = Math.min(EXTEND.most, Math.max(EXTEND.least, extended));
  return { priors, gaps: { open: Math.log(open), extend: Math.log(extend), close: Math.log(1 - extend) } };
}

/** The expected number of runs of units without counterpart, and of units in them. */
function expectedGaps(sums: Sums, gaps: GapCosts, region: Region, total: number): { opened: number; units: number } {
  const { low, high, base } = region;
  let opened = 0;
  let units = 0;
  for (let r = 0; r < low.length; r++)
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      const source = Math.exp(sourceGapMass(sums, state) - total);
      const target = Math.exp(targetGapMass(sums, state) - total);
      units += source + target;
      if (source > COUNTS && r > 0) opened += Math.exp(openedSource(sums, gaps, base[r - 1]! + j, state) - total);
      if (target > COUNTS) opened += Math.exp(openedTarget(sums, gaps, state - 1, state) - total);
    }
  return { opened, units };
}

function scoreRegion(
  { scores, priors }: ScoredLattice,
  region: Region,
  scoreOfBead: (candidate: Candidate) => number,
): void {
  const { low, high, base, source } = region;
  const candidate = { sourceFrom: 0, sourceTo: 0, targetFrom: 0, targetTo: 0 };
  priors.forEach(({ size: [ds, dt], probability, swapped }, k) => {
    const out = scores[k]!;
    const prior = Math.log(probability);
    for (let r = 0; r < low.length; r++) {
      for (let j = low[r]!; j <= high[r]!; j++) {
        const state = base[r]! + j;
        out[state] = IMPOSSIBLE;
        if (r < ds || j - dt < low[r - ds]! || j - dt > high[r - ds]!) continue;
        // The bead's inner corners must be in the band too, since evidence by the table knows nothing outside of it.
        if (j - dt + 1 < low[r]! || j > high[r - ds + 1]!) continue;
        candidate.sourceTo = source.from + r;
        candidate.sourceFrom = candidate.sourceTo - ds;
        candidate.targetTo = j;
        candidate.targetFrom = j - dt;
        out[state] = prior + (swapped ? scoreSwapped(candidate, scoreOfBead) : scoreOfBead(candidate));
      }
    }
  });
}

/** What all evidence together says of a candidate, in nats. */
export function scoreOf(candidate: Candidate, scorers: readonly Scorer[]): number {
  let score = 0;
  for (const scorer of scorers) score += scorer.score(candidate);
  return score;
}

/** The score of a 2-2 candidate as two pairs that cross. */
function scoreSwapped(candidate: Candidate, scoreOfBead: (candidate: Candidate) => number): number {
  const [first, second] = swappedPairs(candidate);
  return scoreOfBead(first) + scoreOfBead(second);
}

function swappedPairs({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): [Candidate, Candidate] {
  return [
    { sourceFrom, sourceTo: sourceFrom + 1, targetFrom: targetTo - 1, targetTo },
    { sourceFrom: sourceTo - 1, sourceTo, targetFrom, targetTo: targetFrom + 1 },
  ];
}

function likelyBeads(scored: ScoredLattice, sums: Sums, region: Region, total: number): WeightedBead[] {
  const beads: WeightedBead[] = [];
  forEachBead(scored, sums, region, total, TEACHES, (k, r, j, weight) => {
    const { size, swapped } = scored.priors[k]!;
    const sourceTo = region.source.from + r;
    const bead = { sourceFrom: sourceTo - size[0], sourceTo, targetFrom: j - size[1], targetTo: j };
    for (const part of swapped ? swappedPairs(bead) : [bead]) beads.push({ ...part, weight });
  });
  return beads;
}

/** Calls `visit` with each bead whose posterior is at least `least`. */
function forEachBead(
  scored: ScoredLattice,
  sums: Sums,
  region: Region,
  total: number,
  least: number,
  visit: (type: number, r: number, j: number, posterior: number) => void,
): void {
  const { low, high, base } = region;
  const bar = Math.log(least) + total;
  for (let r = 1; r < low.length; r++) {
    for (let j = low[r]!; j <= high[r]!; j++) {
      const state = base[r]! + j;
      const arrival = arrivals(sums, state);
      if (arrival < IMPOSSIBLE / 10) continue;
      scored.priors.forEach(({ size: [ds, dt] }, k) => {
        const score = scored.scores[k]![state]!;
        if (score < IMPOSSIBLE / 10) return;
        const mass = departures(sums, base[r - ds]! + j - dt) + score + arrival;
        if (mass >= bar) visit(k, r, j, Math.exp(Math.min(0, mass - total)));
      });
    }
  }
}

/** The probability of each unit that it has no counterpart. */
interface NullPosterior {
  readonly sourceNull: Float64Array;
  readonly targetNull: Float64Array;
}

function decide(scored: ScoredLattice, sums: Sums): RegionResult[] {
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
 * The path with the greatest expected number of units that stand in the right bead: each bead counts its posterior once
 * for each of its units.
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
        take(base[r - 1]! + j - first, sourceNull[source.from + r - 1]!, 1, SOURCE_NULL);
      if (j > low[r]!) take(state - 1, targetNull[j - 1]!, 1, TARGET_NULL);
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
    const probability = Math.min(1, weight[state]!);
    const steps = stepsOf(kind, scored.priors);
    for (const [ds, dt] of steps) {
      sizes.push([ds, dt]);
      confidence.push(probability);
      r -= ds;
      j -= dt;
    }
    if (steps.length > 1) {
      const i = source.from + r;
      crossing.push({
        source: { from: i, to: i + 1 },
        target: { from: j + 1, to: j + 2 },
        confidence: probability,
      });
    }
  }
  return { sizes: sizes.reverse(), confidence: confidence.reverse(), crossing };
}

const SOURCE_NULL = -1;
const TARGET_NULL = -2;

/** The sizes that a step of the path is written down as, last first. Of two swapped pairs the second stays on the path. */
function stepsOf(kind: number, priors: readonly BeadPrior[]): readonly BeadSize[] {
  if (kind === SOURCE_NULL) return [[1, 0]];
  if (kind === TARGET_NULL) return [[0, 1]];
  const { size, swapped } = priors[kind]!;
  return swapped
    ? [
        [0, 1],
        [1, 1],
        [1, 0],
      ]
    : [size];
}

/** One alignment of the results of regions that follow one another without a gap. */
export function joinRegions(results: readonly RegionResult[]): Alignment {
  return Alignment.of(
    results.flatMap((result) => result.sizes),
    results.flatMap((result) => result.confidence),
    results.flatMap((result) => result.crossing),
  );
}
