import type { Side } from '../evidence.ts';
import type { Classes } from './association.ts';
import type { Sentences } from './sentence-counts.ts';
import { Begin, BEGINS, End, shapeOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** One side's units without their words. */
export interface ShapedSide {
  /** By unit: 1 where there is nothing in it but space. */
  readonly isEmpty: Uint8Array;
  readonly ends: Classes;
  readonly beginnings: Classes;
  /** By unit: how it ends and how the next one begins, as one number. */
  readonly boundaries: Uint8Array;
  readonly sentences: Sentences;
  /** The share of sentences that stand in units with two or more. */
  readonly inLongUnits: number;
}

/** How many units the number of sentences in all of a side is worth to each length. */
const PRIOR_UNITS = 2;
/** Units that should have no more than this many sentences besides the first vary as if they should have these. */
const LEAST_MORE = 0.02;

/** Looks at a side once. */
export function shapedSide({ units }: Side): ShapedSide {
  const shapes = units.map(({ text }) => shapeOf(text));
  const lengthOfUnit = Uint8Array.from(shapes, ({ length }) => Math.floor(2 * Math.log2(length + 1)));
  const all = shapes.reduce((sum, { sentences }) => sum + sentences, 0);
  const inLong = shapes.reduce((sum, { sentences }) => sum + (sentences > 1 ? sentences : 0), 0);
  return {
    isEmpty: Uint8Array.from(units, ({ text }) => (text.trim() === '' ? 1 : 0)),
    ends: { ofUnit: Uint8Array.from(shapes, ({ end }) => end), lengthOfUnit },
    beginnings: { ofUnit: Uint8Array.from(shapes, ({ begin }) => begin), lengthOfUnit },
    boundaries: Uint8Array.from(shapes, ({ end, begin }, k) => end * BEGINS + (shapes[k + 1]?.begin ?? begin)),
    sentences: sentencesOf(shapes, lengthOfUnit),
    inLongUnits: all === 0 ? 0 : inLong / all,
  };
}

function sentencesOf(shapes: readonly Shape[], lengthOfUnit: Uint8Array): Sentences {
  const hanging = Uint8Array.from(shapes, (shape, k) => (goesOn(shape, shapes[k + 1]) ? 1 : 0));
  const usual = usualNumbers(shapes, lengthOfUnit);
  return {
    sums: prefixSums(shapes, ({ sentences }, k) => sentences - hanging[k]!),
    hanging,
    mean: prefixSums(shapes, (_, k) => usual[lengthOfUnit[k]!]!.mean - hanging[k]!),
    variance: prefixSums(shapes, (_, k) => usual[lengthOfUnit[k]!]!.variance),
  };
}

/** Whether a unit's last sentence goes on in the next one. */
function goesOn({ sentences, end }: Shape, next: Shape | undefined): boolean {
  if (sentences === 0 || next === undefined) return false;
  if (end === End.comma) return true;
  const isFinal = end === End.stop || end === End.question || end === End.exclamation || end === End.ellipsis;
  return !isFinal && next.begin === Begin.lower;
}

/** By length: how many sentences a unit has, and how much that varies. */
function usualNumbers(shapes: readonly Shape[], lengthOfUnit: Uint8Array): { mean: number; variance: number }[] {
  const longest = lengthOfUnit.reduce((most, length) => Math.max(most, length), 0);
  const groups = Array.from({ length: longest + 1 }, () => ({ units: 0, sentences: 0, length: 0 }));
  shapes.forEach(({ sentences, length }, k) => {
    const group = groups[lengthOfUnit[k]!]!;
    group.units += 1;
    group.sentences += sentences;
    group.length += length;
  });
  const total = { more: 0, length: 0 };
  for (const { units, sentences, length } of groups) {
    total.more += sentences - units;
    total.length += length;
  }
  const perCharacter = total.length === 0 ? 0 : Math.max(0, total.more) / total.length;
  const means = groups.map(({ units, sentences, length }) => {
    const expected = 1 + (units === 0 ? 0 : (perCharacter * length) / units);
    return (sentences + PRIOR_UNITS * expected) / (units + PRIOR_UNITS);
  });
  const squares = new Float64Array(groups.length);
  shapes.forEach(({ sentences }, k) => {
    const length = lengthOfUnit[k]!;
    squares[length]! += (sentences - means[length]!) ** 2;
  });
  const more = means.map((mean) => Math.max(LEAST_MORE, mean - 1));
  const dispersion =
    squares.reduce((sum, square) => sum + square, 0) / groups.reduce((sum, { units }, k) => sum + units * more[k]!, 0);
  return groups.map(({ units }, k) => ({
    mean: means[k]!,
    variance: (squares[k]! + PRIOR_UNITS * dispersion * more[k]!) / (units + PRIOR_UNITS),
  }));
}

function prefixSums(shapes: readonly Shape[], value: (shape: Shape, k: number) => number): Float64Array {
  const sums = new Float64Array(shapes.length + 1);
  shapes.forEach((shape, k) => (sums[k + 1] = sums[k]! + value(shape, k)));
  return sums;
}
