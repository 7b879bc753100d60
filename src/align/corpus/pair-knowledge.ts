/**
 * What one pair teaches, and what all others teach one pair: plain data between threads. Words are tokens as `tokenize`
 * makes them; counts are whole numbers of hundredths, so that adding them up gives the same in any order.
 */

/** What a count is kept in: one occurrence is so many. */
export const HUNDREDTHS = 100;

/** Counts of words that stand for each other: entry `k` says that `source[k]` stood for `target[k]` `count[k]` / 100 times. */
export interface WordPairCounts {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly count: Uint32Array;
}

/** What was learnt from one pair. */
export interface PairKnowledge extends WordPairCounts {
  /** Language subtags, empty where they were not given: only pairs of the same two languages learn from each other. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** All words of either side; the counts name them by their index. */
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  /** By word: how many likely beads it stands in. */
  readonly sourceTotal: Uint32Array;
  readonly targetTotal: Uint32Array;
  readonly habits: Habits;
}

/** How beads of a pair were, summed over the likely ones. */
export interface Habits {
  /** By size, `1:2`: how many, in hundredths. */
  readonly sizes: Readonly<Record<string, number>>;
  /** UTF-16 code units on each side, weighted by confidence, in hundredths. */
  readonly sourceLength: number;
  readonly targetLength: number;
}

/** What is known of one pair's words from other pairs; entry `k`: how sure it is that two words stand for each other. */
export interface PairPrior {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  /** Indices of words. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** 0 to 1. */
  readonly weight: Float32Array;
}
