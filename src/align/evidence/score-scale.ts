/**
 * The scale on which a sum of scores over words is read: set against what unrelated units of this very pair score, and
 * against what its translations score, so that it means the same in every language and whatever the scores are made of.
 */

/** A score in standard deviations above noise, what it was hoped to be, and the probability of its bead. */
export interface WeightedDeviation {
  readonly z: number;
  readonly hoped: number;
  readonly weight: number;
}

/** What units score that have nothing to do with each other: mean per word, and standard deviation per root of words. */
export interface Noise {
  readonly mean: number;
  readonly sd: number;
}

/** What translations score: a mean that is linear in the root of what was hoped for, and a standard deviation. */
export interface Signal {
  readonly intercept: number;
  readonly slope: number;
  readonly sd: number;
}

/** What is taken for the signal before any is seen - what was hoped for and what came - and how many beads each is worth. */
const EXPECTED = [
  { hoped: 0, z: 0.5, weight: 3 },
  { hoped: 4, z: 3.5, weight: 3 },
  { hoped: 10, z: 8, weight: 3 },
] as const;
/** The least standard deviation of the signal, and the one before any is seen. */
const LEAST_SD = 1.5;
const PRIOR_SD = 2.5;
/** Nats per deviation, and how many deviations noise is allowed, in the first round. */
const GAIN = 1.4;
const OFFSET = 0.7;
const CAP = 14;
/** Where the logarithms of the two densities stop being parabolas, in deviations. */
const NOISE_BEND = 1.4;
const SIGNAL_BEND = 3;
/** However short the units, translations are expected to score this much above noise. */
const LEAST_SIGNAL = 0.5;

/** How many standard deviations above noise a score is that `size` words were summed into. */
export function deviation(score: number, size: number, noise: Noise): number {
  return (score - size * noise.mean) / (noise.sd * Math.sqrt(size));
}

/** Measures noise on the scores of units that have nothing to do with each other, and the sizes that each was summed over. */
export function noiseOf(samples: readonly { readonly score: number; readonly size: number }[]): Noise {
  if (samples.length === 0) return { mean: 0, sd: 1 };
  const mean = sum(samples.map((s) => s.score)) / sum(samples.map((s) => s.size));
  const squares = sum(samples.map((s) => (s.score - s.size * mean) ** 2 / s.size));
  return { mean, sd: Math.sqrt(squares / samples.length) + 0.05 };
}

/** Fits the signal to the beads of the last round, whose deviations are those of the table that was learnt from them. */
export function measureSignal(deviations: readonly WeightedDeviation[]): Signal {
  const points = [...EXPECTED, ...deviations].map(({ z, hoped, weight }) => ({ x: Math.sqrt(hoped), z, weight }));
  const total = sum(points.map((p) => p.weight));
  const meanX = sum(points.map((p) => p.weight * p.x)) / total;
  const meanZ = sum(points.map((p) => p.weight * p.z)) / total;
  const covariance = sum(points.map((p) => p.weight * (p.x - meanX) * (p.z - meanZ)));
  const variance = sum(points.map((p) => p.weight * (p.x - meanX) ** 2));
  const slope = Math.max(0, covariance / variance);
  const intercept = meanZ - slope * meanX;
  const priorWeight = sum(EXPECTED.map((p) => p.weight));
  const residuals = sum(points.slice(EXPECTED.length).map((p) => p.weight * (p.z - intercept - slope * p.x) ** 2));
  const sd = Math.sqrt((residuals + priorWeight * PRIOR_SD ** 2) / total);
  return { intercept, slope, sd: Math.max(LEAST_SD, sd) };
}

/**
 * The log of how much more likely a deviation is for a translation than for noise.
 *
 * Noise is normal with a tail that falls no faster than exponentially, so that a chance coincidence is not taken for
 * proof; a translation may score higher than expected without being less of one.
 */
export function logRatio(z: number, hoped: number, signal: Signal | undefined): number {
  if (signal === undefined) return clamp(GAIN * (z - OFFSET));
  const expected = Math.max(LEAST_SIGNAL, signal.intercept + signal.slope * Math.sqrt(hoped));
  const short = Math.max(0, expected - z) / signal.sd;
  return clamp(huber(Math.max(0, z), NOISE_BEND) - huber(short, SIGNAL_BEND));
}

function clamp(nats: number): number {
  return Math.max(-CAP, Math.min(CAP, nats));
}

/** Half the square up to the bend, a straight line beyond it (Huber 1964). */
function huber(x: number, bend: number): number {
  return x < bend ? (x * x) / 2 : bend * (x - bend / 2);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
