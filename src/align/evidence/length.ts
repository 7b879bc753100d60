import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';

/** Degrees of freedom of the Student t: tails heavy enough for free translation. */
const NU = 4;
/** log of the Student t density's constant for 4 degrees of freedom. */
const LOG_T4 = Math.log(3 / 8);
/** No length, however unlikely, speaks against a bead by more than this many nats. */
const FLOOR = -12;

/**
 * Lengths: a translation's length is proportional to its source's, with a spread that grows with the length.
 *
 * After Gale and Church (1993), who compare characters under a normal distribution with fixed ratio and variance. Here
 * both are learnt from the pair at hand; the distribution is Student's t, since real translations have outliers; and what
 * is scored is the ratio to a background of unrelated units, whose lengths are log-normal, so that lengths that say
 * nothing score 0.
 */
export function lengthEvidence(): Evidence {
  return { id: 'length', prepare: (source, target) => new LengthScorer(source, target) };
}

class LengthScorer implements Scorer {
  /** Prefix sums of the units' lengths in code points (plus one each, so that an empty unit has a length). */
  readonly #source: Float64Array;
  readonly #target: Float64Array;
  readonly #sourceBackground: LogNormal;
  readonly #targetBackground: LogNormal;
  /** Target characters per source character. */
  #ratio: number;
  /** Variance per character. */
  #variance = 6;

  constructor(source: Side, target: Side) {
    const sourceLengths = source.units.map((unit) => codePoints(unit.text) + 1);
    const targetLengths = target.units.map((unit) => codePoints(unit.text) + 1);
    this.#source = prefixSums(sourceLengths);
    this.#target = prefixSums(targetLengths);
    this.#sourceBackground = logNormalOf(sourceLengths);
    this.#targetBackground = logNormalOf(targetLengths);
    this.#ratio = clampRatio(this.#target.at(-1)! / this.#source.at(-1)!);
  }

  score(c: Candidate): number {
    const x = this.#source[c.sourceTo]! - this.#source[c.sourceFrom]!;
    const y = this.#target[c.targetTo]! - this.#target[c.targetFrom]!;
    // On a scale half-way between the two sides, so that the score does not depend on which is called the source.
    const root = Math.sqrt(this.#ratio);
    const sd = Math.sqrt((this.#variance * (x * root + y / root)) / 2);
    const d = (x * root - y / root) / sd;
    const t = LOG_T4 - ((NU + 1) / 2) * Math.log1p((d * d) / NU) - Math.log(sd);
    const forward = t + Math.log(root) - logDensity(this.#sourceBackground, x, this.#variance / root);
    const backward = t - Math.log(root) - logDensity(this.#targetBackground, y, this.#variance * root);
    return Math.max(FLOOR, (forward + backward) / 2);
  }

  learn(beads: readonly WeightedBead[]): void {
    let weight = 0;
    let sourceSum = 0;
    let targetSum = 0;
    let squares = 0;
    for (const c of beads) {
      const x = this.#source[c.sourceTo]! - this.#source[c.sourceFrom]!;
      const y = this.#target[c.targetTo]! - this.#target[c.targetFrom]!;
      weight += c.weight;
      sourceSum += c.weight * x;
      targetSum += c.weight * y;
      const root = Math.sqrt(this.#ratio);
      const [p, q] = [x * root, y / root];
      squares += c.weight * Math.min(60, (p - q) ** 2 / ((p + q) / 2));
    }
    if (weight < 5) return;
    this.#ratio = clampRatio(targetSum / sourceSum);
    // A prior of six beads keeps a short text from learning that its lengths never vary; .7 turns a variance with the
    // outliers in it into the scale of a t distribution.
    this.#variance = Math.max(1, ((squares + 30) / (weight + 5)) * 0.7);
  }
}

interface LogNormal {
  readonly mean: number;
  readonly variance: number;
}

function logNormalOf(lengths: readonly number[]): LogNormal {
  const logs = lengths.map(Math.log);
  const mean = logs.reduce((a, b) => a + b, 0) / logs.length;
  const variance = logs.reduce((a, b) => a + (b - mean) ** 2, 0) / logs.length;
  return { mean, variance };
}

/**
 * The log density of a length among unrelated units. Where all units of a text are about as long, their lengths vary no
 * less than those of translations do: otherwise equal lengths would speak against a bead.
 */
function logDensity({ mean, variance }: LogNormal, x: number, perCharacter: number): number {
  const log = Math.log(x);
  const sd = Math.sqrt(variance + 0.05 + perCharacter / Math.exp(mean));
  const d = (log - mean) / sd;
  return -0.5 * d * d - Math.log(sd) - log - 0.919;
}

/** Between a tenth and ten times: outside of that one side is not a translation, and no arithmetic should break on it. */
function clampRatio(ratio: number): number {
  return Math.min(10, Math.max(0.1, ratio));
}

function prefixSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, k) => (sums[k + 1] = sums[k]! + value));
  return sums;
}

function codePoints(text: string): number {
  let count = 0;
  for (let k = 0; k < text.length; k++) if ((text.charCodeAt(k) & 0xfc00) !== 0xdc00) count += 1;
  return count;
}
