import type { BeadSize } from '../model/alignment.ts';
import { typeOf } from './beads.ts';
import type { BeadPrior } from './beads.ts';
import { decide } from './decode.ts';
import type { RegionResult } from './decode.ts';
import { touchesEdge } from './edge.ts';
import type { Candidate, CandidateRow, Scorer, WeightedBead } from './evidence.ts';
import { defaultHabits, learnHabits } from './habits.ts';
import type { Habits } from './habits.ts';
import type { Lattice, Region } from './lattice.ts';
import { isSettled } from './settled.ts';
import { forEachBead, forwardBackward, likelyStates, Workspace } from './search.ts';
import type { ScoredLattice, Sums } from './search.ts';

/** Rounds of expectation maximisation; the last one only decides. Three were a little worse on the development sets. */
const ROUNDS = 4;
/** Beads less likely than this teach the evidence nothing. */
const TEACHES = 0.08;
/** After a round only states that are no less likely than this, and those near them, are searched in the next. */
const UNLIKELY = 1e-6;
const MARGIN = 3;
/** As long as the path runs along the edge of what is searched, so many rounds more are made. */
const MORE_ROUNDS = 3;
/** How many of the sizes of beads, from the most common one, the first round looks at: it is a first impression. */
const COMMON_SIZES = 7;

/** What a search found. */
export interface Solution {
  /** What was searched in the end: all of the lattice, or the likely part of it. */
  readonly lattice: Lattice;
  readonly scored: ScoredLattice;
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
  let searched = lattice;
  const workspace = new Workspace();
  for (let round = 1; ; round++) {
    const priors = round === 1 ? habits.priors.slice(0, COMMON_SIZES) : habits.priors;
    begin(scorers, searched, priors);
    const scored = scoreBeads(searched, scorers, { ...habits, priors }, workspace);
    const sums = forwardBackward(scored, workspace);
    if (round > 1) {
      const results = decide(scored, sums);
      const isDone = round >= rounds || isSettled(scored, results);
      const isInside = !results.some((result, k) => touchesEdge(result, searched.regions[k]!, lattice.regions[k]!));
      if (isDone && (isInside || round === rounds + MORE_ROUNDS))
        return { lattice: searched, scored, results, totals: sums.totals, habits };
    }
    const beads = likelyBeads(scored, sums);
    for (const scorer of scorers) scorer.learn?.(beads);
    habits = learnHabits(scored, sums);
    searched = likelyPart(lattice, searched, sums);
  }
}

/**
 * What {@link solve} would find, from its first round alone, where that leaves nothing open: see {@link isSettled}. The
 * evidence has learnt from it then. Otherwise it knows what it knew.
 */
export function settle(lattice: Lattice, outer: Lattice, scorers: readonly Scorer[]): Solution | undefined {
  const priors = defaultHabits.priors.slice(0, COMMON_SIZES);
  begin(scorers, lattice, priors);
  const workspace = new Workspace();
  const scored = scoreBeads(lattice, scorers, { ...defaultHabits, priors }, workspace);
  const sums = forwardBackward(scored, workspace);
  const results = decide(scored, sums);
  if (!isSettled(scored, results)) return undefined;
  if (results.some((result, k) => touchesEdge(result, lattice.regions[k]!, outer.regions[k]!))) return undefined;
  const beads = likelyBeads(scored, sums);
  for (const scorer of scorers) scorer.learn?.(beads);
  return { lattice, scored, results, totals: sums.totals, habits: defaultHabits };
}

/** Searches a lattice whose beads are scored. */
export function search(scored: ScoredLattice, habits: Habits): Solution {
  const sums = forwardBackward(scored);
  return { lattice: scored.lattice, scored, results: decide(scored, sums), totals: sums.totals, habits };
}

/** Makes evidence ready for the beads of a lattice. */
export function begin(
  scorers: readonly Scorer[],
  lattice: Lattice,
  sizes: readonly { readonly size: BeadSize }[],
): void {
  const most = Math.max(...sizes.flatMap(({ size }) => size));
  for (const scorer of scorers) scorer.begin?.(lattice, most);
}

function likelyPart(lattice: Lattice, searched: Lattice, sums: Sums): Lattice {
  const likely = searched.regions.map((region, k) => likelyStates(sums, region, sums.totals[k]!, UNLIKELY));
  return lattice.narrow(
    likely.map(({ first }) => first),
    likely.map(({ last }) => last),
    MARGIN,
  );
}

/** Scores every two-sided bead of a lattice. */
function scoreBeads(lattice: Lattice, scorers: readonly Scorer[], habits: Habits, workspace: Workspace): ScoredLattice {
  const scored = { lattice, ...habits, scores: workspace.scores.take(habits.priors.length, lattice.size) };
  for (const region of lattice.regions) scoreRegion(scored, region, scorers);
  return scored;
}

function scoreRegion({ scores, priors }: ScoredLattice, region: Region, scorers: readonly Scorer[]): void {
  const { base, source } = region;
  const logs = priors.map(({ probability }) => Math.log(probability));
  for (let r = 1; r < base.length; r++)
    priors.forEach(({ size: [ds, dt], swapped }, k) => {
      const [firstEnd, lastEnd] = endsOf(region, r, ds, dt);
      if (firstEnd > lastEnd) return;
      const out = scores[k]!;
      const row = base[r]!;
      if (swapped !== undefined) {
        const [first, second] = swapped.map((size) => typeOf(priors, size)) as [number, number];
        const [firstScores, secondScores] = [scores[first]!, scores[second]!];
        // The first bead's source ends where the second's begins, and the other way round on the target's side.
        const [firstRow, secondRow] = [base[r - swapped[1][0]]!, row - swapped[0][1]];
        const log = logs[k]! - logs[first]! - logs[second]!;
        for (let j = firstEnd; j <= lastEnd; j++)
          out[row + j] = log + firstScores[firstRow + j]! + secondScores[secondRow + j]!;
        return;
      }
      out.fill(logs[k]!, row + firstEnd, row + lastEnd + 1);
      const sourceTo = source.from + r;
      const candidates = { sourceFrom: sourceTo - ds, sourceTo, targetSize: dt, firstEnd, lastEnd };
      for (const scorer of scorers) addScores(scorer, candidates, out, row);
    });
}

/**
 * The first and last target unit with which a bead of a size may end in row r. Its corners must be in the band, the inner
 * ones too, since evidence by the table knows nothing outside of it.
 */
function endsOf({ low, high }: Region, r: number, ds: number, dt: number): [first: number, last: number] {
  if (r < ds) return [1, 0];
  return [
    Math.max(low[r - ds]! + dt, low[r]! + dt - 1, low[r]!),
    Math.min(high[r]!, high[r - ds]! + dt, high[r - ds + 1]!),
  ];
}

/** Adds what evidence says of each candidate of a row to `scores[offset + j]`, j being the end of the candidate. */
export function addScores(scorer: Scorer, row: CandidateRow, scores: Float32Array, offset: number): void {
  if (scorer.addScores !== undefined) {
    scorer.addScores(row, scores, offset);
    return;
  }
  const { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd } = row;
  for (let j = firstEnd; j <= lastEnd; j++)
    scores[offset + j]! += scorer.score({ sourceFrom, sourceTo, targetFrom: j - targetSize, targetTo: j });
}

/** The two beads that changed places in a candidate. */
function swappedBeads(
  { sourceFrom, sourceTo, targetFrom, targetTo }: Candidate,
  [[firstSource, firstTarget]]: NonNullable<BeadPrior['swapped']>,
): [Candidate, Candidate] {
  const [middle, cut] = [sourceFrom + firstSource, targetTo - firstTarget];
  return [
    { sourceFrom, sourceTo: middle, targetFrom: cut, targetTo },
    { sourceFrom: middle, sourceTo, targetFrom, targetTo: cut },
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
  const found: { bead: Candidate; swapped: BeadPrior['swapped']; posterior: number; evidence: number }[] = [];
  scored.lattice.regions.forEach((region, k) => {
    forEachBead(scored, sums, region, sums.totals[k]!, TEACHES, (type, r, j, posterior) => {
      const { size, swapped, probability } = scored.priors[type]!;
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
    return (swapped === undefined ? [bead] : swappedBeads(bead, swapped)).map((part) => ({ ...part, weight }));
  });
}
