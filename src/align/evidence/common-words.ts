import type { Vocabulary } from './vocabulary.ts';

/** Words that stand in more than this share of a text's units, and in more than so many, tell none from another. */
const TOO_COMMON = 0.5;
const FEW_UNITS = 8;

/** The same words, but units without those that stand in a large part of all units: they cost most and say least. */
export function withoutCommonWords(vocabulary: Vocabulary): Vocabulary {
  const most = Math.max(FEW_UNITS, TOO_COMMON * vocabulary.units.length);
  const frequency = vocabulary.frequency.map((count) => (count > most ? 0 : count));
  const units = vocabulary.units.map((words) => words.filter((word) => frequency[word]! > 0));
  const total = frequency.reduce((sum, count) => sum + count, 0);
  const probability = Float64Array.from(frequency, (count) => count / Math.max(1, total));
  return { ...vocabulary, units, frequency, probability };
}
