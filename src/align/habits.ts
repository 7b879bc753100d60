import { beadPriors } from './beads.ts';
import type { BeadPrior } from './beads.ts';
import type { Region } from './lattice.ts';
import { forEachBead, openedSource, openedTarget, sourceGapMass, targetGapMass } from './search.ts';
import type { GapCosts, ScoredLattice, Sums } from './search.ts';

/** How a translator treats boundaries. */
export interface Habits {
  readonly priors: readonly BeadPrior[];
  readonly gaps: GapCosts;
}

/** What is less likely than this is not counted when habits are learnt. */
const COUNTS = 0.001;
/** The log of a probability that adds nothing to any sum. */
const NOTHING = -20;
const DEFAULT_GAPS: GapCosts = { open: Math.log(0.04), extend: Math.log(0.5), close: Math.log(0.5) };
/** What is thought of a translator before anything is seen. */
export const defaultHabits: Habits = { priors: beadPriors, gaps: DEFAULT_GAPS };
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
export function learnHabits(scored: ScoredLattice, sums: Sums): Habits {
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
      const [sourceMass, targetMass] = [sourceGapMass(sums, state) - total, targetGapMass(sums, state) - total];
      if (sourceMass < NOTHING && targetMass < NOTHING) continue;
      const source = Math.exp(sourceMass);
      const target = Math.exp(targetMass);
      units += source + target;
      if (source > COUNTS && r > 0) opened += Math.exp(openedSource(sums, gaps, base[r - 1]! + j, state) - total);
      if (target > COUNTS) opened += Math.exp(openedTarget(sums, gaps, state - 1, state) - total);
    }
  return { opened, units };
}
