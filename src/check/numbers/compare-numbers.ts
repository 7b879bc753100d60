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
  /** Whether the target has `expected` too, but less often. */
  readonly isRepeat?: true;
}

/**
 * The numbers written in digits that stand on one side only, by value.
 *
 * A number that may be read in several ways (`1,200` in a text that may have kept another language's decimal sign) has a
 * partner when any reading has; one with two digits after its sign, also two numbers in a row: `15.30` is `15 h 30`, `2.70` is `2 fr. 70`.
 * A value that the source has may be said again in the target; one that the target has less often is a repeat that was lost,
 * but for a year: a translator says “then”.
 */
export function compareNumbers(
  source: string,
  sourceLocale: Locale,
  target: string,
  targetLocale: Locale,
): NumberDifference[] {
  const all = { source: readNumbers(source, sourceLocale), target: readNumbers(target, targetLocale) };
  const left = pairOff(all.source, all.target);
  const expected = withoutWord(left.source, target, targetLocale);
  const actual = withoutWord(left.target, source, sourceLocale);
  const differences = Array.from({ length: Math.max(expected.length, actual.length) }, (_, k) => ({
    ...(expected[k] && { expected: expected[k] }),
    ...(actual[k] && { actual: actual[k] }),
  }));
  return differences.flatMap((pair): NumberDifference[] => {
    // With another number in its place, a repeated one was changed; by itself, it is merely repeated.
    if (pair.expected && pair.actual) return [pair];
    if (pair.expected) {
      if (!stands(pair.expected, all.target)) return [pair];
      return isYear(pair.expected) ? [] : [{ ...pair, isRepeat: true }];
    }
    return stands(pair.actual!, all.source) ? [] : [pair];
  });
}

/** What is left of two lists when equal numbers are taken out in pairs: the likeliest reading first, then any. */
function pairOff(
  source: readonly NumberToken[],
  target: readonly NumberToken[],
): { source: NumberToken[]; target: NumberToken[] } {
  const left = { source: new Set(source), target: new Set(target) };
  for (const same of [(a: NumberToken, b: NumberToken): boolean => a.value === b.value, mayBeEqual])
    for (const a of left.source)
      for (const b of left.target)
        if (same(a, b)) {
          left.source.delete(a);
          left.target.delete(b);
          break;
        }
  matchParts(left.source, left.target);
  matchParts(left.target, left.source);
  const needed = (tokens: ReadonlySet<NumberToken>): NumberToken[] => [...tokens].filter((token) => !token.optional);
  return { source: needed(left.source), target: needed(left.target) };
}

/** Takes out what one side has as one number and the other as two in a row. */
function matchParts(wholes: Set<NumberToken>, parts: Set<NumberToken>): void {
  for (const whole of wholes) {
    const [first, second] = whole.parts ?? [];
    if (first === undefined || second === undefined) continue;
    const list = [...parts];
    const k = list.findIndex((part, n) => part.value === first && list[n + 1]?.value === second);
    if (k < 0) continue;
    wholes.delete(whole);
    parts.delete(list[k]!);
    parts.delete(list[k + 1]!);
  }
}

function mayBeEqual(a: NumberToken, b: NumberToken): boolean {
  return a.readings.some((value) => b.readings.includes(value));
}

function isYear({ value }: NumberToken): boolean {
  return /^(?:1\d|20)\d\d$/.test(value);
}

function stands(token: NumberToken, others: readonly NumberToken[]): boolean {
  return others.some((other) => mayBeEqual(token, other));
}

/** The numbers that no words of the other text may stand for. */
function withoutWord(tokens: readonly NumberToken[], other: string, locale: Locale): NumberToken[] {
  if (tokens.length === 0) return [];
  const words = readNumberWords(other, locale);
  return tokens.filter((token) => token.isLiteral || !token.readings.some((value) => words.has(value)));
}
