import type { Document } from '../../model/document.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Candidate, Evidence, Scorer, Side, Unit, WeightedBead } from '../evidence.ts';
import { segmented } from '../segmented.ts';
import { deviation, logRatio, measureSignal, noiseOf } from './score-scale.ts';
import type { Noise, Signal, WeightedDeviation } from './score-scale.ts';

/**
 * Gives each text a vector such that texts in different languages that say the same thing have vectors that point the same
 * way: one for each text, in order, all of one length.
 */
export type Embedder = (
  texts: readonly string[],
) => readonly ArrayLike<number>[] | Promise<readonly ArrayLike<number>[]>;

/** How to embed. */
export interface EmbeddingOptions {
  /** How many texts the embedder is given at a time. Default 64. */
  readonly batchSize?: number;
}

/**
 * Sentence embeddings as evidence: how much the vectors of the two sides of a bead point the same way.
 *
 * All distinct texts - the blocks and segments of two documents, or the units of two lists - are embedded once, before
 * anything is aligned, so that the aligner itself needs not wait. The vector of a stretch is the sum of its units', made as
 * long as one. From each vector the mean of its side is taken off, since the vectors of many models all lean one way.
 *
 * ```ts
 * const embeddings = await embeddingEvidence(embed, source, target);
 * align(source, target, { evidence: [...defaultEvidence(), embeddings] });
 * ```
 *
 * @throws {ParalignError} (the promise is rejected with) `embedder-failed`, `embedding-count`, `embedding-vector`. To align
 *   other texts than these later throws `embedding-unknown`.
 */
export async function embeddingEvidence(
  embed: Embedder,
  source: Document | readonly string[],
  target: Document | readonly string[],
  options: EmbeddingOptions = {},
): Promise<Evidence> {
  const batchSize = Math.max(1, Math.floor(options.batchSize ?? 64));
  const texts = [...new Set([...textsOf(source), ...textsOf(target)])].filter((text) => text.trim() !== '');
  const vectors = new Map<string, Float32Array>();
  let length: number | undefined;
  for (let from = 0; from < texts.length; from += batchSize) {
    const batch = texts.slice(from, from + batchSize);
    const found = await embedBatch(embed, batch, from);
    found.forEach((vector, k) => {
      length ??= vector?.length;
      vectors.set(batch[k]!, unitVector(vector, length, batch[k]!, from + k));
    });
  }
  return {
    id: 'embeddings',
    prepare: (a, b) => {
      const [x, y] = [vectorsOf(a, vectors), vectorsOf(b, vectors)];
      return x.some((vector) => vector !== undefined) && y.some((vector) => vector !== undefined)
        ? new EmbeddingScorer(x, y)
        : undefined;
    },
  };
}

function textsOf(side: Document | readonly string[]): string[] {
  if (!isDocument(side)) return [...side];
  const { blocks } = segmented(side);
  return blocks.flatMap((block) => [block.text, ...segmentsOf(block).map((segment) => textOfSegment(block, segment))]);
}

function isDocument(side: Document | readonly string[]): side is Document {
  return !Array.isArray(side);
}

async function embedBatch(
  embed: Embedder,
  batch: readonly string[],
  from: number,
): Promise<readonly ArrayLike<number>[]> {
  const text = shorten(batch[0]!);
  let found: readonly ArrayLike<number>[];
  try {
    found = await embed(batch);
  } catch (error) {
    // What the adapter itself says clearly need not be said twice.
    if (error instanceof ParalignError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParalignError(
      'embedder-failed',
      { from: from + 1, to: from + batch.length, text, reason },
      { cause: error },
    );
  }
  const count = Array.isArray(found) ? found.length : 0;
  if (count !== batch.length)
    throw new ParalignError('embedding-count', { found: count, expected: batch.length, from: from + 1, text });
  return found;
}

function unitVector(vector: ArrayLike<number>, length: number, text: string, index: number): Float32Array {
  const invalid = (reason: string): ParalignError =>
    new ParalignError('embedding-vector', { index: index + 1, text: shorten(text), reason });
  // Callers without types may give anything.
  if (typeof vector?.length !== 'number') throw invalid('it is no list of numbers');
  if (vector.length !== length) throw invalid(`it has ${vector.length} numbers, the first one has ${length}`);
  let square = 0;
  for (let k = 0; k < length; k++) {
    const value = vector[k]!;
    if (!Number.isFinite(value)) throw invalid(`number ${k + 1} is ${value}`);
    square += value * value;
  }
  const norm = Math.sqrt(square);
  if (!(norm > 0) || !Number.isFinite(norm)) throw invalid(norm === 0 ? 'all its numbers are 0' : 'it is too long');
  return Float32Array.from(vector, (value) => value / norm);
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** By unit; undefined where there is no text. */
function vectorsOf({ units }: Side, vectors: ReadonlyMap<string, Float32Array>): (Float32Array | undefined)[] {
  const vectorOf = (unit: Unit): Float32Array | undefined => {
    if (unit.text.trim() === '') return undefined;
    const vector = vectors.get(unit.text);
    if (vector === undefined) throw new ParalignError('embedding-unknown', { text: shorten(unit.text) });
    return vector;
  };
  const found = units.map(vectorOf);
  const known = found.filter((vector) => vector !== undefined);
  // Of one or two units the mean is the units themselves.
  if (known.length < LEAST_UNITS) return found;
  const mean = sum(known)!.map((value) => value / known.length);
  return found.map((vector) => vector?.map((value, k) => value - mean[k]!));
}

function sum(vectors: readonly (Float32Array | undefined)[]): Float32Array | undefined {
  let total: Float32Array | undefined;
  for (const vector of vectors) {
    if (vector === undefined) continue;
    if (total === undefined) total = Float32Array.from(vector);
    else for (let k = 0; k < total.length; k++) total[k]! += vector[k]!;
  }
  return total;
}

/** From so many units on, what all vectors of a side have in common is taken off. */
const LEAST_UNITS = 12;
/** The size at which the scale of scores is read: a vector is not made of words, and counts as a sentence of so many. */
const SIZE = 36;
/** How many deviations above noise a translation is hoped to be, before any is seen. */
const HOPED = 7;
/** How many units of each side noise is measured on. */
const NOISE_UNITS = 32;
/** The most units of a bead whose sums are kept. */
const MOST_UNITS = 4;

class EmbeddingScorer implements Scorer {
  readonly #a: Stretches;
  readonly #b: Stretches;
  readonly #noise: Noise;
  #signal: Signal | undefined;

  constructor(a: readonly (Float32Array | undefined)[], b: readonly (Float32Array | undefined)[]) {
    this.#a = new Stretches(a);
    this.#b = new Stretches(b);
    this.#noise = measureNoise(this.#a, this.#b);
  }

  /** Each unit is judged by itself against the stretch opposite it, as in the word evidence. */
  score(candidate: Candidate): number {
    let nats = 0;
    this.#forEachUnit(candidate, (z) => (nats += logRatio(z, HOPED, this.#signal)));
    return nats / 2;
  }

  learn(beads: readonly WeightedBead[]): void {
    const found: WeightedDeviation[] = [];
    for (const bead of beads) this.#forEachUnit(bead, (z) => found.push({ z, hoped: HOPED, weight: bead.weight }));
    this.#signal = measureSignal(found);
  }

  #forEachUnit({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate, look: (z: number) => void): void {
    const source = this.#a.vector(sourceFrom, sourceTo);
    const target = this.#b.vector(targetFrom, targetTo);
    if (source === undefined || target === undefined) return;
    for (let x = sourceFrom; x < sourceTo; x++) this.#compare(this.#a.vector(x, x + 1), target, look);
    for (let y = targetFrom; y < targetTo; y++) this.#compare(this.#b.vector(y, y + 1), source, look);
  }

  #compare(unit: Float32Array | undefined, stretch: Float32Array, look: (z: number) => void): void {
    if (unit !== undefined) look(deviation(dot(unit, stretch) * SIZE, SIZE, this.#noise));
  }
}

/** The vectors of stretches of units, each of length one; those that are asked for are kept. */
class Stretches {
  readonly units: readonly (Float32Array | undefined)[];
  readonly #kept = new Map<number, Float32Array | undefined>();

  constructor(units: readonly (Float32Array | undefined)[]) {
    this.units = units.map((vector) => vector && normalized(vector));
  }

  vector(from: number, to: number): Float32Array | undefined {
    if (to - from === 1) return this.units[from];
    if (to - from > MOST_UNITS) return this.#add(from, to);
    const key = from * (MOST_UNITS + 1) + to - from;
    if (!this.#kept.has(key)) this.#kept.set(key, this.#add(from, to));
    return this.#kept.get(key);
  }

  #add(from: number, to: number): Float32Array | undefined {
    const total = sum(this.units.slice(from, to));
    return total && normalized(total);
  }
}

function normalized(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(dot(vector, vector));
  return norm > 0 ? vector.map((value) => value / norm) : vector;
}

function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!;
  return total;
}

/** What units say of each other that are not near each other: some of each side, evenly spread. The same each time. */
function measureNoise(a: Stretches, b: Stretches): Noise {
  const [rows, columns] = [spread(a.units), spread(b.units)];
  const [n, m] = [a.units.length, b.units.length];
  const samples: { score: number; size: number }[] = [];
  for (const i of rows)
    for (const j of columns)
      if (Math.abs(i / n - j / m) * Math.max(n, m) >= 3)
        samples.push({ score: dot(a.units[i]!, b.units[j]!) * SIZE, size: SIZE });
  return noiseOf(samples);
}

function spread(units: readonly (Float32Array | undefined)[]): number[] {
  const known = units.flatMap((vector, k) => (vector === undefined ? [] : [k]));
  const step = Math.max(1, known.length / NOISE_UNITS);
  return Array.from({ length: Math.min(known.length, NOISE_UNITS) }, (_, k) => known[Math.floor(k * step)]!);
}
