import type { UnitRange } from '../model/alignment.ts';
import { solvePair } from './band.ts';
import type { RegionResult } from './decode.ts';
import { solve } from './engine.ts';
import type { Solution } from './engine.ts';
import type { Candidate, Evidence, Scorer, Side } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Rectangle } from './lattice.ts';
import { linkMoved } from './moved.ts';

/** Up to this many states, all rectangles are searched together, so that what is learnt in one serves in the others. */
const MOST_TOGETHER = 400_000;

/** One rectangle of a pair of texts after its search. */
export interface RegionSearch {
  readonly rectangle: Rectangle;
  /** The units of the pair from which the search counts. */
  readonly origin: { readonly source: number; readonly target: number };
  readonly lattice: Lattice;
  /** Which of the lattice's regions it is. */
  readonly index: number;
  readonly solution: Solution;
  /** As the last round has taught them. */
  readonly scorers: readonly NamedScorer[];
}

/** A scorer with the id of its evidence. */
export interface NamedScorer {
  readonly id: string;
  readonly scorer: Scorer;
}

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
  return searchRegions(source, target, evidence, rectangles).map(
    ({ rectangle, origin, lattice, index, solution, scorers }) => {
      const own = scorers.map(({ scorer }) => scorer);
      if (lattice.regions.length === 1 && origin.source === rectangle.source.from)
        return shiftCrossing(linkMoved(lattice, solution, own), origin, 1);
      const from = { source: rectangle.source.from, target: rectangle.target.from };
      const whole = {
        source: { from: 0, to: lengthOf(rectangle.source) },
        target: { from: 0, to: lengthOf(rectangle.target) },
      };
      const inside: Solution = {
        results: [shiftCrossing(solution.results[index]!, from, -1)],
        totals: [solution.totals[index]!],
        habits: solution.habits,
      };
      const moved = linkMoved(Lattice.full(whole.source.to, [whole]), inside, scorersFrom(own, from));
      return shiftCrossing(moved, from, 1);
    },
  );
}

/** Searches rectangles of a pair of texts: see {@link alignRegions}. */
export function searchRegions(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  rectangles: readonly Rectangle[],
): RegionSearch[] {
  const isWhole =
    rectangles.length === 1 &&
    lengthOf(rectangles[0]!.source) === source.units.length &&
    lengthOf(rectangles[0]!.target) === target.units.length;
  const states = rectangles.reduce((sum, r) => sum + (lengthOf(r.source) + 1) * (lengthOf(r.target) + 1), 0);
  if (!isWhole && states <= MOST_TOGETHER) return searchTogether(source, target, evidence, rectangles);
  return rectangles.map((rectangle): RegionSearch => {
    const [a, b] = [part(source, rectangle.source), part(target, rectangle.target)];
    const scorers = prepareNamed(a, b, evidence);
    const found = solvePair(
      a,
      b,
      evidence,
      scorers.map(({ scorer }) => scorer),
    );
    const origin = { source: rectangle.source.from, target: rectangle.target.from };
    return { rectangle, origin, index: 0, scorers, ...found };
  });
}

/** Searches rectangles whole, all in one, so that what is learnt in one serves in the others. */
export function searchTogether(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  rectangles: readonly Rectangle[],
): RegionSearch[] {
  if (rectangles.length === 0) return [];
  const scorers = prepareNamed(source, target, evidence);
  const lattice = Lattice.full(source.units.length, rectangles);
  const solution = solve(
    lattice,
    scorers.map(({ scorer }) => scorer),
  );
  const origin = { source: 0, target: 0 };
  return rectangles.map((rectangle, index) => ({ rectangle, origin, lattice, index, solution, scorers }));
}

function prepareNamed(source: Side, target: Side, evidence: readonly Evidence[]): NamedScorer[] {
  return evidence.flatMap((kind) => {
    const scorer = kind.prepare(source, target);
    return scorer === undefined ? [] : [{ id: kind.id, scorer }];
  });
}

function lengthOf({ from, to }: UnitRange): number {
  return to - from;
}

function part(side: Side, { from, to }: UnitRange): Side {
  return from === 0 && to === side.units.length ? side : { ...side, units: side.units.slice(from, to) };
}

function shiftCrossing(result: RegionResult, from: RegionSearch['origin'], direction: 1 | -1): RegionResult {
  const shift = (range: UnitRange, by: number): UnitRange => ({ from: range.from + by, to: range.to + by });
  return {
    ...result,
    crossing: result.crossing.map((link) => ({
      source: shift(link.source, direction * from.source),
      target: shift(link.target, direction * from.target),
      confidence: link.confidence,
    })),
  };
}

/** Scorers that count units from a place in the pair. */
function scorersFrom(scorers: readonly Scorer[], { source, target }: RegionSearch['origin']): Scorer[] {
  return scorers.map((scorer) => ({
    score: ({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate) =>
      scorer.score({
        sourceFrom: sourceFrom + source,
        sourceTo: sourceTo + source,
        targetFrom: targetFrom + target,
        targetTo: targetTo + target,
      }),
  }));
}
