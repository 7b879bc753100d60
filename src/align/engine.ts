import { beadPriors } from './beads.ts';
import { decide } from './decode.ts';
import type { RegionResult } from './decode.ts';
import type { Candidate, Scorer, WeightedBead } from './evidence.ts';
import { defaultHabits, learnHabits } from './habits.ts';
import type { Habits } from './habits.ts';
import type { Lattice, Region } from './lattice.ts';
import { forEachBead, forwardBackward, IMPOSSIBLE } from './search.ts';
import type { ScoredLattice, Sums } from './search.ts';

/** Rounds of expectation maximisation; the last one only decides. Three were a little worse on the development sets. */
const ROUNDS = 4;
/** Beads less likely than this teach the evidence nothing. */
const TEACHES = 0.08;

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
  let habits = defaultHabits;
  for (let round = 1; ; round++) {
    for (const scorer of scorers) scorer.begin?.(lattice);
    const { scored, sums } = sumPaths(lattice, (candidate) => scoreOf(candidate, scorers), habits);
    if (round === rounds) return { results: decide(scored, sums), totals: sums.totals, habits };
    const beads = likelyBeads(scored, sums);
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

/** Scores a lattice and sums over its paths, with habits and evidence as they are. */
export function sumPaths(
  lattice: Lattice,
  scoreOfBead: (candidate: Candidate) => number,
  habits: Habits,
): { scored: ScoredLattice; sums: Sums } {
  const scored = { lattice, ...habits, scores: beadPriors.map(() => new Float32Array(lattice.size)) };
  for (const region of lattice.regions) scoreRegion(scored, region, scoreOfBead);
  return { scored, sums: forwardBackward(scored) };
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

/** What a text's beads score by their own evidence when there is something to go by, in nats, on average. */
const TELLING = 3.5;

/**
 * The beads to learn from. A bead counts as far as the path is likely to hold it, and as far as its own evidence says that
 * it is a translation at all: of two texts that stand opposite each other for want of anything better, nothing is to be
 * learnt. Where there is little to go by yet, beads are judged by what the others score.
 */
function likelyBeads(scored: ScoredLattice, sums: Sums): WeightedBead[] {
  const found: { bead: Candidate; swapped: boolean; posterior: number; evidence: number }[] = [];
  scored.lattice.regions.forEach((region, k) => {
    forEachBead(scored, sums, region, sums.totals[k]!, TEACHES, (type, r, j, posterior) => {
      const { size, swapped = false, probability } = scored.priors[type]!;
      const sourceTo = region.source.from + r;
      const bead = { sourceFrom: sourceTo - size[0], sourceTo, targetFrom: j - size[1], targetTo: j };
      const evidence = scored.scores[type]![region.base[r]! + j]! - Math.log(probability);
      found.push({ bead, swapped, posterior, evidence });
    });
  });
  const total = found.reduce((sum, { posterior }) => sum + posterior, 0);
  const mean = found.reduce((sum, { posterior, evidence }) => sum + posterior * evidence, 0) / total;
  const bar = Math.min(0, mean - TELLING);
  return found.flatMap(({ bead, swapped, posterior, evidence }) => {
    const weight = posterior / (1 + Math.exp(bar - evidence));
    return (swapped ? swappedPairs(bead) : [bead]).map((part) => ({ ...part, weight }));
  });
}
