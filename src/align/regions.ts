import type { RegionResult } from './decode.ts';
import { touchesEdge } from './edge.ts';
import { settle, solve } from './engine.ts';
import type { Solution } from './engine.ts';
import type { Evidence, Scorer, Side } from './evidence.ts';
import type { UnitRange } from '../model/alignment.ts';
import { Lattice } from './lattice.ts';
import type { Rectangle } from './lattice.ts';
import { linkMoved } from './moved.ts';

/** Rectangles of up to this many states are searched whole: that is exact, and quick enough. */
const EXACT = 40_000;
/** How far from the diagonal it is looked whether the texts go side by side, in units. */
const NEAR = 6;
/** How many units are pooled into one for the search that finds where to look. */
const POOL = 6;
/** How far from the coarse path the fine search looks, in units, before it is widened. */
const RADIUS = POOL + 6;
/** How many times as wide the next band is, and the rounds in it, begun with what was learnt in the narrower one. */
const WIDER = 4;
const WIDER_ROUNDS = 3;
/** A band is not widened beyond this many states, and no further when that makes the text less than this more probable. */
const MOST_STATES = 4_000_000;
const BETTER = 2;
/** Rounds of learning where the words are known from the search over larger units. */
const TAUGHT_ROUNDS = 2;
/** Rounds of learning on pooled units: their path is only a guide. */
const COARSE_ROUNDS = 2;

/** A scorer with the id of its evidence. */
export interface NamedScorer {
  readonly id: string;
  readonly scorer: Scorer;
}

/** Rectangles of a pair of texts after their search, which they share. */
export interface RegionSearch {
  readonly rectangles: readonly Rectangle[];
  readonly solution: Solution;
  /** As the last round has taught them. */
  readonly scorers: readonly NamedScorer[];
}

/**
 * Aligns what stands opposite in each of some rectangles of a pair of texts, all together, so that what is learnt in one
 * serves in the others; and links what moved within each.
 *
 * @param rectangles in order on both sides; each has units on both.
 * @returns by rectangle, links that cross counting units from the start of the texts; and what looked at the texts.
 */
export function alignRegions(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  rectangles: readonly Rectangle[],
): { readonly results: readonly RegionResult[]; readonly scorers: readonly NamedScorer[] } {
  const { solution, scorers } = searchRegions(source, target, evidence, rectangles);
  const results = linkMoved(
    solution,
    scorers.map(({ scorer }) => scorer),
  );
  return { results, scorers };
}

/**
 * Does what {@link alignRegions} does before it looks for what moved.
 *
 * A rectangle is searched whole where it is small, else in a band around the path of a coarser search, so that time and
 * memory grow with the length of the texts and not with its square. Coarse to fine after Thompson and Koehn (2019): runs of
 * units are pooled into one and aligned the same way. A path that comes near the edge of its band is searched again in a
 * band four times as wide, until it keeps away from the edge.
 *
 * @param coarser what looked at the same texts in larger units, if they were aligned before.
 */
export function searchRegions(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  rectangles: readonly Rectangle[],
  coarser: readonly NamedScorer[] = [],
): RegionSearch {
  const scorers =
    rectangles.length === 0
      ? []
      : evidence.flatMap((kind) => {
          const scorer = kind.prepare(source, target, coarser.find(({ id }) => id === kind.id)?.scorer);
          return scorer === undefined ? [] : [{ id: kind.id, scorer }];
        });
  const solution = solveRegions(
    source.units.length,
    rectangles,
    scorers.map(({ scorer }) => scorer),
    scorers.some(({ scorer }) => scorer.isTaught) ? TAUGHT_ROUNDS : undefined,
  );
  return { rectangles, solution, scorers };
}

function solveRegions(
  n: number,
  rectangles: readonly Rectangle[],
  scorers: readonly Scorer[],
  rounds?: number,
): Solution {
  if (rectangles.every(isSmall)) {
    const whole = Lattice.full(n, rectangles);
    return (
      (rounds === undefined ? settleAlong(n, rectangles, scorers, whole) : undefined) ?? solve(whole, scorers, rounds)
    );
  }
  const paths = coarsePaths(rectangles, scorers);
  let narrower: Solution | undefined;
  for (let radius = RADIUS; ; radius *= WIDER) {
    const lattice = Lattice.around(n, rectangles, paths, radius);
    if (narrower !== undefined && lattice.size > MOST_STATES) return narrower;
    const found = solve(lattice, scorers, narrower === undefined ? rounds : WIDER_ROUNDS);
    if (!found.results.some((result, k) => touchesEdge(result, found.lattice.regions[k]!, rectangles[k]!)))
      return found;
    // In a text that repeats itself the path goes anywhere: a wider band finds another path and not a better one. Even so
    // it is the wider one that is returned, since it is the one that the evidence has been made ready for.
    if (narrower !== undefined && sum(found.totals) < sum(narrower.totals) + BETTER) return found;
    narrower = found;
  }
}

/** What stands opposite in texts that have as many units as each other, where one look along the diagonal leaves nothing open. */
function settleAlong(
  n: number,
  rectangles: readonly Rectangle[],
  scorers: readonly Scorer[],
  whole: Lattice,
): Solution | undefined {
  const paths: Path[] = [];
  for (const { source, target } of rectangles) {
    if (source.to - source.from !== target.to - target.from) return undefined;
    const diagonal = Int32Array.from({ length: source.to - source.from + 1 }, (_, r) => target.from + r);
    paths.push({ first: diagonal, last: diagonal });
  }
  return settle(Lattice.around(n, rectangles, paths, NEAR), whole, scorers);
}

function isSmall({ source, target }: Rectangle): boolean {
  return (source.to - source.from) * (target.to - target.from) <= EXACT;
}

/** The rows and columns that a path may visit. */
interface Path {
  /** For each row of a rectangle, the first and the last column. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

function coarsePaths(rectangles: readonly Rectangle[], scorers: readonly Scorer[]): Path[] {
  const source = new Runs(rectangles.map((rectangle) => rectangle.source));
  const target = new Runs(rectangles.map((rectangle) => rectangle.target));
  const pooled = rectangles.map((_, k) => ({ source: source.pooled[k]!, target: target.pooled[k]! }));
  const coarse = scorers
    .map((scorer) => scorer.pooled?.(source.ends, target.ends))
    .filter((scorer) => scorer !== undefined);
  const { results } = solveRegions(source.ends.length - 1, pooled, coarse, COARSE_ROUNDS);
  return rectangles.map((rectangle, k) => scaleUp(results[k]!, rectangle, pooled[k]!, source.ends, target.ends));
}

/** The units of some ranges, in runs of `POOL` that do not reach from one range into the next. */
class Runs {
  /** Run `k` is units `ends[k]` to `ends[k + 1]`. */
  readonly ends: Int32Array;
  /** Each range as runs. */
  readonly pooled: readonly UnitRange[];

  constructor(ranges: readonly UnitRange[]) {
    const ends = [ranges[0]!.from];
    this.pooled = ranges.map(({ from, to }) => {
      // Units between two ranges are a run of their own that nothing looks at.
      if (ends.at(-1) !== from) ends.push(from);
      const first = ends.length - 1;
      for (let unit = from + POOL; unit < to; unit += POOL) ends.push(unit);
      ends.push(to);
      return { from: first, to: ends.length - 1 };
    });
    this.ends = Int32Array.from(ends);
  }
}

/** What a path through runs may visit of the units. */
function scaleUp(
  { sizes }: RegionResult,
  { source, target }: Rectangle,
  pooled: Rectangle,
  sourceEnds: Int32Array,
  targetEnds: Int32Array,
): Path {
  const rows = source.to - source.from + 1;
  const first = new Int32Array(rows).fill(target.to);
  const last = new Int32Array(rows).fill(target.from);
  let [i, j] = [pooled.source.from, pooled.target.from];
  const visit = (sourceTo: number, targetTo: number): void => {
    for (let row = sourceEnds[i]!; row <= sourceEnds[sourceTo]!; row++) {
      first[row - source.from] = Math.min(first[row - source.from]!, targetEnds[j]!);
      last[row - source.from] = Math.max(last[row - source.from]!, targetEnds[targetTo]!);
    }
  };
  visit(i, j);
  for (const [ds, dt] of sizes) {
    visit(i + ds, j + dt);
    i += ds;
    j += dt;
  }
  return { first, last };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
