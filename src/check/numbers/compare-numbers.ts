import type { Locale } from '../../model/locale.ts';
import { readNumbers } from './read-numbers.ts';
import type { NumberToken } from './read-numbers.ts';
import { readNumberWords } from './read-number-words.ts';

/** A number of one side that has no partner on the other, or two such that stand for each other. */
export interface NumberDifference {
  /** In the source. */
  readonly expected?: NumberToken;
  /** In the target. */
  readonly actual?: NumberToken;
}

/**
 * The numbers written in digits that stand on one side only, by value.
 *
 * A number that may be read in several ways (`1,200` in a text that may have kept another language's decimal sign) has a
 * partner when any reading has.
 */
export function compareNumbers(
  source: string,
  sourceLocale: Locale,
  target: string,
  targetLocale: Locale,
): NumberDifference[] {
  let [expected, actual] = pairOff(readNumbers(source, sourceLocale), readNumbers(target, targetLocale));
  if (expected.length > 0) {
    const words = readNumberWords(target, targetLocale);
    expected = expected.filter((token) => !token.readings.some((value) => words.has(value)));
  }
  if (actual.length > 0) {
    const words = readNumberWords(source, sourceLocale);
    actual = actual.filter((token) => !token.readings.some((value) => words.has(value)));
  }
  return Array.from({ length: Math.max(expected.length, actual.length) }, (_, k) => ({
    ...(expected[k] && { expected: expected[k] }),
    ...(actual[k] && { actual: actual[k] }),
  }));
}

/** What is left of two lists when equal numbers are taken out in pairs: the likeliest reading first, then any. */
function pairOff(source: NumberToken[], target: NumberToken[]): [NumberToken[], NumberToken[]] {
  const equal = [
    (a: NumberToken, b: NumberToken): boolean => a.value === b.value,
    (a: NumberToken, b: NumberToken): boolean => a.readings.some((value) => b.readings.includes(value)),
  ];
  const left = { source: new Set(source), target: new Set(target) };
  for (const same of equal)
    for (const a of left.source)
      for (const b of left.target)
        if (same(a, b)) {
          left.source.delete(a);
          left.target.delete(b);
          break;
        }
  const needed = (tokens: ReadonlySet<NumberToken>): NumberToken[] => [...tokens].filter((token) => !token.optional);
  return [needed(left.source), needed(left.target)];
}
