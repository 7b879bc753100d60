import type { Document } from '../../model/document.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Evidence, Side, Unit } from '../evidence.ts';
import { segmented } from '../segmented.ts';
import { VectorScorer } from './vectors.ts';

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
        ? new VectorScorer(x, y)
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

/** From so many units on, what all vectors of a side have in common is taken off. */
const LEAST_UNITS = 12;

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
