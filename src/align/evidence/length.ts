import type { Candidate, CandidateRow, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';

/** Degrees of freedom of the Student t: tails heavy enough for free translation. */
const NU = 4;
/** log of the Student t density's constant for 4 degrees of freedom. */
const LOG_T4 = Math.log(3 / 8);
/** The most units on one side of a bead. */
const MOST_UNITS = 4;
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
  return { id: 'length', prepare: (source, target) => new LengthScorer(lengthsOf(source), lengthsOf(target)) };
}

class LengthScorer implements Scorer {
  readonly #source: Lengths;
  readonly #target: Lengths;
  /** Target characters per source character. */
  #ratio: number;
  /** Variance per character. */
  #variance = 6;
  /** By number of units and by the unit that a stretch ends with: the log density of its length among unrelated units. */
  #sourceBackground: readonly Float64Array[] = [];
  #targetBackground: readonly Float64Array[] = [];

  constructor(source: Lengths, target: Lengths) {
    this.#source = source;
    this.#target = target;
    this.#ratio = clampRatio(target.sums.at(-1)! / source.sums.at(-1)!);
  }

  pooled(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer {
    return new LengthScorer(poolLengths(this.#source, sourceEnds), poolLengths(this.#target, targetEnds));
  }

  begin(): void {
    const root = Math.sqrt(this.#ratio);
    this.#sourceBackground = backgroundsOf(this.#source, this.#variance / root);
    this.#targetBackground = backgroundsOf(this.#target, this.#variance * root);
  }

  score(c: Candidate): number {
    const root = Math.sqrt(this.#ratio);
    const x = this.#source.sums[c.sourceTo]! - this.#source.sums[c.sourceFrom]!;
    const y = this.#target.sums[c.targetTo]! - this.#target.sums[c.targetFrom]!;
    const background =
      logDensity(backgroundOf(this.#source, c.sourceTo - c.sourceFrom), x, this.#variance / root) +
      logDensity(backgroundOf(this.#target, c.targetTo - c.targetFrom), y, this.#variance * root);
    return this.#ratioOf(x * root, y / root, background);
  }

  addScores(row: CandidateRow, scores: Float32Array, offset: number): void {
    const { sourceFrom, sourceTo, targetSize } = row;
    const root = Math.sqrt(this.#ratio);
    const { sums } = this.#target;
    const x = (this.#source.sums[sourceTo]! - this.#source.sums[sourceFrom]!) * root;
    const sourceBackground = this.#sourceBackground[sourceTo - sourceFrom]![sourceTo]!;
    const targetBackground = this.#targetBackground[targetSize]!;
    for (let j = row.firstEnd; j <= row.lastEnd; j++) {
      const y = (sums[j]! - sums[j - targetSize]!) / root;
      scores[offset + j]! += this.#ratioOf(x, y, sourceBackground + targetBackground[j]!);
    }
  }

  /**
   * The log of how much more likely two lengths are together than apart.
   *
   * @param x, y the lengths on a scale half-way between the two sides, so that it does not matter which is the source.
   * @param background the logs of the densities of the two lengths among unrelated units, added up.
   */
  #ratioOf(x: number, y: number, background: number): number {
    const variance = (this.#variance * (x + y)) / 2;
    const t = LOG_T4 + 2 * Math.log(variance) - ((NU + 1) / 2) * Math.log(variance + (x - y) ** 2 / NU);
    return Math.max(FLOOR, t - background / 2);
  }

  learn(beads: readonly WeightedBead[]): void {
    let weight = 0;
    let sourceSum = 0;
    let targetSum = 0;
    let squares = 0;
    for (const c of beads) {
      const x = this.#source.sums[c.sourceTo]! - this.#source.sums[c.sourceFrom]!;
      const y = this.#target.sums[c.targetTo]! - this.#target.sums[c.targetFrom]!;
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

/** One side's lengths in code points, plus one each, so that an empty unit has a length. */
interface Lengths {
  /** `sums[k]` is the length of the units before unit k. */
  readonly sums: Float64Array;
  /** By number of units, up to `MOST_UNITS`: see {@link backgroundOf}. */
  readonly background: readonly LogNormal[];
}

function lengthsOf(side: Side): Lengths {
  const lengths = side.units.map((unit) => codePoints(unit.text) + 1);
  return withBackground(prefixSums(lengths));
}

function poolLengths({ sums }: Lengths, ends: Int32Array): Lengths {
  return withBackground(Float64Array.from(ends, (end) => sums[end]!));
}

function withBackground(sums: Float64Array): Lengths {
  return { sums, background: Array.from({ length: MOST_UNITS + 1 }, (_, size) => stretchesOf(sums, size)) };
}

/** How long stretches of so many units are, wherever they stand. */
function backgroundOf({ sums, background }: Lengths, size: number): LogNormal {
  return background[size] ?? stretchesOf(sums, size);
}

function stretchesOf(sums: Float64Array, size: number): LogNormal {
  return logNormalOf(Array.from({ length: Math.max(0, sums.length - size) }, (_, k) => sums[k + size]! - sums[k]!));
}

function backgroundsOf({ sums, background }: Lengths, perCharacter: number): Float64Array[] {
  return Array.from({ length: MOST_UNITS + 1 }, (_, size) =>
    sums.map((sum, k) =>
      size === 0 || k < size ? 0 : logDensity(background[size]!, sum - sums[k - size]!, perCharacter),
    ),
  );
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
