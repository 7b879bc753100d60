import type { IndexBead } from './score.ts';

/** The target characters expected for one of the source, and the variance of their number (Gale & Church 1993, 3.1). */
const C = 1;
const S2 = 6.8;

/** The kinds of bead and how often they occur (Gale & Church 1993, table 5). */
const KINDS = [
  { source: 1, target: 1, prior: 0.89 },
  { source: 1, target: 0, prior: 0.0099 },
  { source: 0, target: 1, prior: 0.0099 },
  { source: 2, target: 1, prior: 0.089 },
  { source: 1, target: 2, prior: 0.089 },
  { source: 2, target: 2, prior: 0.011 },
].map((kind) => ({ ...kind, cost: -Math.log(kind.prior) }));

/** The most pairs of units that are searched: the table of choices takes a byte a pair. */
export const MAX_PAIRS: number = 2 ** 28;

/**
 * Aligns two texts by the lengths of their units in characters alone, after W. A. Gale and K. W. Church, "A Program for
 * Aligning Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993, with the paper's constants. The
 * search is over the whole table, and probabilities are kept as logarithms, so that long units do not underflow.
 *
 * @throws {RangeError} where the two lengths multiply to more than {@link MAX_PAIRS}.
 */
export function galeChurch(source: readonly string[], target: readonly string[]): IndexBead[] {
  const [n, m] = [source.length, target.length];
  const width = m + 1;
  if ((n + 1) * width > MAX_PAIRS) throw new RangeError(`${n} by ${m} units are too many for a full table`);
  const a = prefixLengths(source);
  const b = prefixLengths(target);
  const choices = new Uint8Array((n + 1) * width);
  // A bead takes two source units at most, so three rows are enough.
  const rows = [0, 1, 2].map(() => new Float64Array(width));
  for (let i = 0; i <= n; i++) {
    const row = rows[i % 3]!;
    for (let j = 0; j <= m; j++) {
      let best = i + j === 0 ? 0 : Infinity;
      for (let k = 0; k < KINDS.length; k++) {
        const kind = KINDS[k]!;
        const [s, t] = [i - kind.source, j - kind.target];
        if (s < 0 || t < 0) continue;
        const cost = rows[s % 3]![t]! + kind.cost + lengthCost(a[i]! - a[s]!, b[j]! - b[t]!);
        if (cost < best) {
          best = cost;
          choices[i * width + j] = k;
        }
      }
      row[j] = best;
    }
  }
  const beads: IndexBead[] = [];
  for (let [i, j] = [n, m]; i + j > 0;) {
    const kind = KINDS[choices[i * width + j]!]!;
    i -= kind.source;
    j -= kind.target;
    beads.push({ source: count(i, kind.source), target: count(j, kind.target) });
  }
  return beads.reverse();
}

/**
 * The negative logarithm of the probability that lengths of translations differ by as much as these or more, under the
 * normal distribution of the paper.
 */
function lengthCost(source: number, target: number): number {
  if (source === 0 && target === 0) return 0;
  const mean = (source + target / C) / 2;
  return -logErfc(Math.abs(source * C - target) / Math.sqrt(2 * S2 * mean));
}

const ERFC = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/**
 * The logarithm of the complementary error function for x from 0, exact to 1.2e-7: the Chebyshev fit of Press et al.,
 * "Numerical Recipes", 6.2.
 */
export function logErfc(x: number): number {
  const t = 1 / (1 + x / 2);
  let sum = 0;
  for (let k = ERFC.length - 1; k >= 0; k--) sum = sum * t + ERFC[k]!;
  // Rounding must not make a probability of more than 1.
  return Math.min(0, Math.log(t) - x * x + sum);
}

function prefixLengths(units: readonly string[]): Float64Array {
  const sums = new Float64Array(units.length + 1);
  units.forEach((unit, k) => {
    sums[k + 1] = sums[k]! + [...unit].length;
  });
  return sums;
}

function count(from: number, length: number): number[] {
  return Array.from({ length }, (_, k) => from + k);
}
