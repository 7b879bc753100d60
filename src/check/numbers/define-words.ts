import { wordTable } from './word-table.ts';
import type { WordTable } from './word-table.ts';

/** The words by which a language counts. */
export interface NumberWords {
  /** Values by word: cardinals, ordinals, multiples. */
  readonly values: WordTable;
  /** Zeros by the words that multiply what stands before them in words. */
  readonly magnitudeWords: WordTable;
  /** Zeros by the words and abbreviations that multiply digits before them. */
  readonly magnitudes: WordTable;
  /** Words that stand inside a number: the `and` of `one hundred and one`. */
  readonly joins: ReadonlySet<string>;
  /** The value of a word that is written together: `fünfundzwanzig`. */
  compound?(word: string): number | undefined;
}

/** Words by number, as {@link wordTable} takes them. */
export type WordLines = Readonly<Record<string, string>>;

/**
 * @param values words and stems by value.
 * @param magnitudeWords those of magnitudes, by number of zeros.
 * @param abbreviations what stands for a magnitude after digits only, by number of zeros.
 * @param joins words that stand inside a number, parted by spaces.
 */
export function defineWords(
  values: WordLines,
  magnitudeWords: WordLines,
  abbreviations: WordLines,
  joins: string,
): NumberWords {
  const both: Record<string, string> = { ...magnitudeWords };
  for (const [zeros, words] of Object.entries(abbreviations))
    both[zeros] = [both[zeros], words].filter((list) => list !== undefined).join(' ');
  return {
    values: wordTable(values),
    magnitudeWords: wordTable(magnitudeWords),
    magnitudes: wordTable(both),
    joins: new Set(joins.split(' ')),
  };
}
