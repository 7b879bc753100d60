import type { Candidate, CandidateRow, Scorer, WeightedBead } from '../evidence.ts';
import { deviation, logRatio, measureSignal, noiseOf } from './score-scale.ts';
import type { Noise, Signal, WeightedDeviation } from './score-scale.ts';

/** A unit's vector; undefined where it has no text. */
export type UnitVector = Float32Array | undefined;

/** How many deviations above noise a translation is hoped to be, before any is seen. */
const HOPED = 7;
/** Noise has a least deviation that is right for sums over words; a cosine is scaled as a sum over so many. */
const SCALE = 36;
/** How many units of each side noise is measured on. */
const NOISE_UNITS = 32;

/** What vectors say of the two sides of a bead is said again by its other units, and by the words: so much of it counts. */
const TEMPER = 0.5;

/**
 * Beads by the vectors of their units: how much each unit points where the stretch opposite does.
 *
 * The vector of a stretch is the sum of its units', made as long as one. Each unit is judged by itself, and both sides alike,
 * as in the word evidence.
 */
export class VectorScorer implements Scorer {
  readonly #source: readonly UnitVector[];
  readonly #target: readonly UnitVector[];
  readonly #products: Products;
  readonly #temper: number;
  readonly #noise: Noise;
  #signal: Signal | undefined;

  /** @param temper how much of what vectors say counts. */
  constructor(source: readonly UnitVector[], target: readonly UnitVector[], temper: number = TEMPER) {
    this.#temper = temper;
    this.#source = source.map(normalized);
    this.#target = target.map(normalized);
    this.#products = new Products(this.#source, this.#target);
    this.#noise = this.#products.noise();
  }

  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    const cosines = this.#products.cosines(sourceFrom, sourceTo, targetFrom, targetTo);
    let nats = 0;
    for (let k = 0; k < sourceTo - sourceFrom + targetTo - targetFrom; k++)
      if (!Number.isNaN(cosines[k]!))
        nats += logRatio(deviation(cosines[k]! * SCALE, SCALE, this.#noise), HOPED, this.#signal);
    return (this.#temper * nats) / 2;
  }

  addScores({ targetSize, firstEnd, lastEnd, ...source }: CandidateRow, scores: Float32Array, offset: number): void {
    const candidate = { ...source, targetFrom: 0, targetTo: 0 };
    for (let j = firstEnd; j <= lastEnd; j++) {
      candidate.targetFrom = j - targetSize;
      candidate.targetTo = j;
      scores[offset + j]! += this.score(candidate);
    }
  }

  /** Runs are mostly judged one by one: what their vectors say counts in full. */
  pooled(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer {
    return new VectorScorer(poolVectors(this.#source, sourceEnds), poolVectors(this.#target, targetEnds), 1);
  }

  learn(beads: readonly WeightedBead[]): void {
    const found: WeightedDeviation[] = [];
    for (const { sourceFrom, sourceTo, targetFrom, targetTo, weight } of beads) {
      const cosines = this.#products.cosines(sourceFrom, sourceTo, targetFrom, targetTo);
      for (let k = 0; k < sourceTo - sourceFrom + targetTo - targetFrom; k++)
        if (!Number.isNaN(cosines[k]!))
          found.push({ z: deviation(cosines[k]! * SCALE, SCALE, this.#noise), hoped: HOPED, weight });
    }
    this.#signal = measureSignal(found);
  }
}

/** The sums of runs of vectors; undefined where a run has none. */
function poolVectors(units: readonly UnitVector[], ends: Int32Array): UnitVector[] {
  return Array.from({ length: ends.length - 1 }, (_, k) => {
    const known = units.slice(ends[k], ends[k + 1]).filter((vector) => vector !== undefined);
    if (known.length === 0) return undefined;
    const sum = Float32Array.from(known[0]!);
    for (const vector of known.slice(1)) for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!;
    return sum;
  });
}

/** Scalar products are kept for so many target units together. */
const CHUNK = 32;
/** Units of one side that are further apart than this hardly ever meet in a bead. */
const REACH = 4;

/** The scalar products of all units, worked out when they are first asked for. */
class Products {
  readonly #source: readonly UnitVector[];
  readonly #target: readonly UnitVector[];
  readonly #rows: (Float32Array | undefined)[][];
  readonly #insideSource: Float32Array;
  readonly #insideTarget: Float32Array;
  /** Filled anew for each bead, by unit: its product with the sum opposite, and its cosine with it. */
  #across = new Float64Array(16);
  #found = new Float64Array(16);

  constructor(source: readonly UnitVector[], target: readonly UnitVector[]) {
    this.#source = source;
    this.#target = target;
    this.#rows = source.map(() => []);
    this.#insideSource = neighbours(source);
    this.#insideTarget = neighbours(target);
  }

  /**
   * For each unit of a bead, those of the source first, its cosine with the sum opposite; NaN for units
   * without a vector. The array is the same each time.
   */
  cosines(sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number): Float64Array {
    const n = sourceTo - sourceFrom;
    const m = targetTo - targetFrom;
    if (n + m > this.#found.length) {
      this.#across = new Float64Array(n + m);
      this.#found = new Float64Array(n + m);
    }
    const across = this.#across.fill(0, 0, n + m);
    for (let x = 0; x < n; x++)
      for (let y = 0; y < m; y++) {
        const product = this.#product(sourceFrom + x, targetFrom + y);
        across[x]! += product;
        across[n + y]! += product;
      }
    const a = squareOf(this.#source, this.#insideSource, sourceFrom, sourceTo);
    const b = squareOf(this.#target, this.#insideTarget, targetFrom, targetTo);
    if (a <= 0 || b <= 0) return this.#found.fill(Number.NaN, 0, n + m);
    // A unit's product with the sum opposite is its cosine once that is made as long as one.
    for (let x = 0; x < n; x++)
      this.#found[x] = this.#source[sourceFrom + x] === undefined ? Number.NaN : across[x]! / Math.sqrt(b);
    for (let y = 0; y < m; y++)
      this.#found[n + y] = this.#target[targetFrom + y] === undefined ? Number.NaN : across[n + y]! / Math.sqrt(a);
    return this.#found;
  }

  #product(x: number, y: number): number {
    const row = this.#rows[x]!;
    const chunk = Math.floor(y / CHUNK);
    let products = row[chunk];
    if (products === undefined) {
      products = new Float32Array(CHUNK);
      for (let k = 0; k < CHUNK; k++) products[k] = dot(this.#source[x], this.#target[chunk * CHUNK + k]);
      row[chunk] = products;
    }
    return products[y % CHUNK]!;
  }

  /** Measures noise on units that are not near each other: some of each side, evenly spread. The same each time. */
  noise(): Noise {
    const [n, m] = [this.#source.length, this.#target.length];
    const samples: { score: number; size: number }[] = [];
    for (const i of spread(this.#source))
      for (const j of spread(this.#target))
        if (Math.abs(i / n - j / m) * Math.max(n, m) >= 3)
          samples.push({ score: dot(this.#source[i], this.#target[j]) * SCALE, size: SCALE });
    return noiseOf(samples);
  }
}

/** The square of the length of the sum of a stretch. */
function squareOf(units: readonly UnitVector[], products: Float32Array, from: number, to: number): number {
  let square = 0;
  for (let x = from; x < to; x++) {
    square += products[x * REACH]!;
    for (let y = x + 1; y < to; y++)
      square += 2 * (y - x < REACH ? products[x * REACH + y - x]! : dot(units[x], units[y]));
  }
  return square;
}

/** By unit and distance, the product of the unit with the one so far behind it. */
function neighbours(units: readonly UnitVector[]): Float32Array {
  const products = new Float32Array(units.length * REACH);
  units.forEach((unit, k) => {
    for (let d = 0; d < REACH; d++) products[k * REACH + d] = dot(unit, units[k + d]);
  });
  return products;
}

function spread(units: readonly UnitVector[]): number[] {
  const known = units.flatMap((vector, k) => (vector === undefined ? [] : [k]));
  const step = Math.max(1, known.length / NOISE_UNITS);
  return Array.from({ length: Math.min(known.length, NOISE_UNITS) }, (_, k) => known[Math.floor(k * step)]!);
}

function normalized(vector: UnitVector): UnitVector {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector?.map((value) => value / length) : undefined;
}

function dot(a: UnitVector, b: UnitVector): number {
  if (a === undefined || b === undefined) return 0;
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!;
  return total;
}
