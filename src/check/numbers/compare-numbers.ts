import type { Locale } from '../../model/locale.ts';
import { takeOut } from '../take-out.ts';
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
  const readings = { source: readingsOf(all.source), target: readingsOf(all.target) };
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
      if (!stands(pair.expected, readings.target)) return [pair];
      return isYear(pair.expected) ? [] : [{ ...pair, isRepeat: true }];
    }
    return stands(pair.actual!, readings.source) ? [] : [pair];
  });
}

/** What is left of two lists when equal numbers are taken out in pairs: the likeliest reading first, then any. */
function pairOff(
  source: readonly NumberToken[],
  target: readonly NumberToken[],
): { source: NumberToken[]; target: NumberToken[] } {
  const same = takeOut(source, target, ({ value }) => [value]);
  const any = takeOut(same.source, same.target, ({ readings }) => readings);
  const parts = matchParts(any.source, any.target);
  const turned = matchParts(parts.parts, parts.wholes);
  const needed = (tokens: readonly NumberToken[]): NumberToken[] => tokens.filter((token) => !token.optional);
  return { source: needed(turned.parts), target: needed(turned.wholes) };
}

/** Takes out what one side has as one number and the other as two in a row. */
function matchParts(
  wholes: readonly NumberToken[],
  parts: readonly NumberToken[],
): { wholes: NumberToken[]; parts: NumberToken[] } {
  const starts = new Map<string, number[]>();
  for (const [k, { value }] of parts.entries()) {
    const key = `${value} ${parts[k + 1]?.value}`;
    const known = starts.get(key);
    if (known === undefined) starts.set(key, [k]);
    else known.push(k);
  }
  // From the last, so that the first can be taken off.
  for (const places of starts.values()) places.reverse();
  const gone = new Set<number>();
  const left = wholes.filter((whole) => {
    const places = whole.parts && starts.get(whole.parts.join(' '));
    for (let k = places?.pop(); k !== undefined; k = places?.pop()) {
      if (gone.has(k) || gone.has(k + 1)) continue;
      gone.add(k).add(k + 1);
      return false;
    }
    return true;
  });
  return { wholes: left, parts: parts.filter((_, k) => !gone.has(k)) };
}

function isYear({ value }: NumberToken): boolean {
  return /^(?:1\d|20)\d\d$/.test(value);
}

function stands({ readings }: NumberToken, others: ReadonlySet<string>): boolean {
  return readings.some((value) => others.has(value));
}

/** All values that the numbers may be read as. */
function readingsOf(tokens: readonly NumberToken[]): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ readings }) => readings));
}

/** The numbers that no words of the other text may stand for. */
function withoutWord(tokens: readonly NumberToken[], other: string, locale: Locale): NumberToken[] {
  if (tokens.length === 0) return [];
  const words = readNumberWords(other, locale);
  return tokens.filter((token) => token.isLiteral || !token.readings.some((value) => words.has(value)));
}
