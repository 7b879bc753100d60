import type { Side } from '../evidence.ts';
import { tokenize } from '../tokens.ts';

/** One side's words by index, and its units as lists of the distinct words in them. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly units: readonly Int32Array[];
  /** The share of each word among all words of all units. */
  readonly probability: Float64Array;
  /** The number of units that each word stands in. */
  readonly frequency: Int32Array;
  readonly size: number;
}

/** Cuts a side's units into words. */
export function vocabularyOf(side: Side): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const units = side.units.map((unit) =>
    Int32Array.from(tokenize(unit.text), (token) => {
      let id = ids.get(token);
      if (id === undefined) {
        id = words.length;
        ids.set(token, id);
        words.push(token);
      }
      return id;
    }),
  );
  const frequency = new Int32Array(words.length);
  let total = 0;
  for (const unit of units) {
    total += unit.length;
    for (const token of unit) frequency[token]! += 1;
  }
  const probability = Float64Array.from(frequency, (count) => count / total);
  return { words, units, probability, frequency, size: words.length };
}
