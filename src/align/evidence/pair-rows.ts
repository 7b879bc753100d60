/** Pseudo-counts of an unknown translation. */
export const UNKNOWN = 1;

/** The pairs of words by source word: `start[s]` to `start[s + 1]` in the arrays. */
export interface PairRows {
  readonly start: Int32Array;
  readonly word: Int32Array;
  /** Pseudo-counts and counts of the pair: as a translation of the source word, and of the target word. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** By word: all its counts, with what is kept for unknown translations. */
  readonly sourceTotal: Float64Array;
  readonly targetTotal: Float64Array;
}
