import type { BeadSize } from '../model/alignment.ts';
import type { Block } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { Lattice } from './lattice.ts';

/** One unit as evidence sees it: a block, or a segment of one. */
export interface Unit {
  readonly text: string;
  /** The block that the unit is, or that it is a segment of; absent where only lines of text were given. */
  readonly block?: Block;
}

/** One side of the pair that is being aligned. */
export interface Side {
  /** Absent where the caller did not say. */
  readonly locale?: Locale;
  readonly units: readonly Unit[];
}

/** A candidate bead: half-open ranges of unit indices, neither of them empty. */
export interface Candidate {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetFrom: number;
  readonly targetTo: number;
}

/**
 * Candidates that differ in their target only: source units `sourceFrom` to `sourceTo` with each run of `targetSize` target
 * units that ends with (and without) unit `j`, for `j` from `firstEnd` to `lastEnd`, both included.
 */
export interface CandidateRow {
  readonly sourceFrom: number;
  readonly sourceTo: number;
  readonly targetSize: number;
  readonly firstEnd: number;
  readonly lastEnd: number;
}

/** A bead and the probability that it is right, as the model sees it after a round. */
export interface WeightedBead extends Candidate {
  readonly weight: number;
}

/**
 * One kind of evidence that two stretches of text say the same thing.
 *
 * ```ts
 * const sameEmoji: Evidence = {
 *   id: 'emoji',
 *   prepare: (source, target) => {
 *     const emoji = (side: Side, from: number, to: number) =>
 *       side.units.slice(from, to).flatMap((unit) => unit.text.match(/\p{Emoji_Presentation}/gu) ?? []).join('');
 *     return {
 *       score: (b) => (emoji(source, b.sourceFrom, b.sourceTo) === emoji(target, b.targetFrom, b.targetTo) ? 0 : -2),
 *     };
 *   },
 * };
 * ```
 */
export interface Evidence {
  /** Its name in {@link Explanation}s and options. */
  readonly id: string;
  /**
   * Looks at the two texts once, before the search.
   *
   * @param coarser what the same evidence made of the same two texts in larger units, after their search: a document's blocks,
   *   when its segments are aligned. What it learnt there may be taken over.
   * @returns undefined where it has nothing to say about this pair, so that it costs nothing.
   */
  prepare(source: Side, target: Side, coarser?: Scorer): Scorer | undefined;
}

/** Evidence, made ready for one pair of texts. */
export interface Scorer {
  /**
   * The log-likelihood ratio, in nats, of what this evidence sees on the two sides of the candidate: under the
   * hypothesis that they are translations of each other, against the hypothesis that they have nothing to do with each
   * other. 0 says nothing, above 0 speaks for the bead, below 0 against it.
   */
  score(candidate: Candidate): number;
  /**
   * Adds to `scores[offset + j]` what {@link Scorer.score} gives the candidate that ends at `j`, for each `j` of the row.
   * Evidence that has it is asked for rows, which is faster; it must agree with `score`.
   */
  addScores?(row: CandidateRow, scores: Float32Array, offset: number): void;
  /**
   * Adds to `scores[r * columns.length + c]` what {@link Scorer.score} gives the bead of a size that starts with source unit
   * `rows[r]` and target unit `columns[c]`, wherever these stand. Evidence that has it is asked so for what may have moved.
   */
  addGrid?(rows: readonly number[], columns: readonly number[], size: BeadSize, scores: Float64Array): void;
  /**
   * Called with the states whose beads will be asked for: before each round, and before what moved is looked for. Evidence
   * that is cheaper by the table than by the bead works its table out here; other evidence leaves it out.
   *
   * @param most the most units on one side of the beads that will be asked for.
   */
  begin?(lattice: Lattice, most: number): void;
  /**
   * The same evidence for runs of units, each taken as one: run `k` is units `ends[k]` to `ends[k + 1]` of its side. Long
   * texts are searched for where to look by the evidence that has this; what a run's evidence learns, it may keep for itself.
   */
  pooled?(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer;
  /** Whether it begins with what was learnt from larger units, so that fewer rounds will do. */
  readonly isTaught?: boolean;
  /**
   * Learns from a round's posterior (one step of expectation maximisation). Called between rounds with the beads that
   * are likely enough to matter; evidence that has nothing to learn leaves it out.
   */
  learn?(beads: readonly WeightedBead[]): void;
}
