import { alignPair, prepare } from './band.ts';
import type { RegionResult } from './decode.ts';
import { solve } from './engine.ts';
import type { Candidate, Evidence, Scorer, Side } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Rectangle } from './lattice.ts';
import type { UnitRange } from '../model/alignment.ts';
import { linkMoved } from './moved.ts';

/** Up to this many states, all rectangles are searched together, so that what is learnt in one serves in the others. */
const MOST_TOGETHER = 400_000;

/**
 * Aligns rectangles of a pair of texts, each by itself: nothing goes from one into another.
 *
 * @returns by rectangle; crossing links count units from the start of the texts.
 */
export function alignRegions(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  rectangles: readonly Rectangle[],
): RegionResult[] {
  const [first] = rectangles;
  if (first === undefined) return [];
  if (isWhole(first.source, source) && isWhole(first.target, target)) return [alignPair(source, target, evidence)];
  const states = rectangles.reduce((sum, r) => sum + (lengthOf(r.source) + 1) * (lengthOf(r.target) + 1), 0);
  if (states > MOST_TOGETHER)
    return rectangles.map((rectangle) =>
      shiftCrossing(alignPair(part(source, rectangle.source), part(target, rectangle.target), evidence), rectangle, 1),
    );
  const scorers = prepare(source, target, evidence);
  const { results, totals, habits } = solve(Lattice.full(source.units.length, rectangles), scorers);
  return rectangles.map((rectangle, k) => {
    const whole = {
      source: { from: 0, to: lengthOf(rectangle.source) },
      target: { from: 0, to: lengthOf(rectangle.target) },
    };
    const inside = { results: [shiftCrossing(results[k]!, rectangle, -1)], totals: [totals[k]!], habits };
    const moved = linkMoved(Lattice.full(whole.source.to, [whole]), inside, scorersOf(scorers, rectangle));
    return shiftCrossing(moved, rectangle, 1);
  });
}

function isWhole({ from, to }: UnitRange, { units }: Side): boolean {
  return from === 0 && to === units.length;
}

function lengthOf({ from, to }: UnitRange): number {
  return to - from;
}

function part({ units, ...side }: Side, { from, to }: UnitRange): Side {
  return { ...side, units: units.slice(from, to) };
}

function shiftCrossing(result: RegionResult, { source, target }: Rectangle, direction: 1 | -1): RegionResult {
  const shift = (range: UnitRange, by: number): UnitRange => ({ from: range.from + by, to: range.to + by });
  return {
    ...result,
    crossing: result.crossing.map((link) => ({
      source: shift(link.source, direction * source.from),
      target: shift(link.target, direction * target.from),
      confidence: link.confidence,
    })),
  };
}

/** Scorers that count units from the start of a rectangle. */
function scorersOf(scorers: readonly Scorer[], { source, target }: Rectangle): Scorer[] {
  return scorers.map((scorer) => ({
    score: ({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate) =>
      scorer.score({
        sourceFrom: sourceFrom + source.from,
        sourceTo: sourceTo + source.from,
        targetFrom: targetFrom + target.from,
        targetTo: targetTo + target.from,
      }),
  }));
}
