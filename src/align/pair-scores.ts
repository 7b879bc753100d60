import type { BeadSize } from '../model/alignment.ts';
import { addScores, begin } from './engine.ts';
import type { Scorer } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Rectangle } from './lattice.ts';
import { IMPOSSIBLE } from './search.ts';

/** Of regions of up to this many pairs of units all are scored at once. */
const TABULATED = 40_000;
/** Regions are scored together, up to so many pairs of units: to make the evidence ready costs as much for one as for all. */
const TOGETHER = 400_000;

/** The sizes of beads that are looked for away from their place. */
export const MOVED_SIZES: readonly BeadSize[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];

/**
 * What the evidence says of any stretch of a region's source with any of its target, by region, one after the other: what
 * is given for one region holds until the next is asked for.
 *
 * @param n the number of source units in all.
 */
export function* pairScores(
  n: number,
  regions: readonly Rectangle[],
  scorers: readonly Scorer[],
): Generator<PairScores, undefined> {
  let ready = 0;
  for (let k = 0; k < regions.length; k++) {
    if (k === ready) {
      let pairs = 0;
      while (ready < regions.length && (ready === k || pairs + tabulatedPairs(regions[ready]!) <= TOGETHER))
        pairs += tabulatedPairs(regions[ready++]!);
      const tabulated = regions.slice(k, ready).filter((region) => tabulatedPairs(region) > 0);
      if (tabulated.length > 0)
        begin(
          scorers,
          Lattice.full(n, tabulated),
          MOVED_SIZES.map((size) => ({ size })),
        );
    }
    yield new PairScores(regions[k]!, scorers);
  }
  return undefined;
}

/** How many pairs of a region's units are scored at once: none where there are too many. */
function tabulatedPairs({ source, target }: Rectangle): number {
  const pairs = (source.to - source.from) * (target.to - target.from);
  return pairs > TABULATED ? 0 : pairs;
}

/** What the evidence says of any stretch of a region's source with any of its target, wherever they stand, in nats. */
export class PairScores {
  readonly #region: Rectangle;
  readonly #scorers: readonly Scorer[];
  /** By size: by the first source unit and the last target unit; none where there are too many. */
  readonly #tables: readonly Float32Array[];
  readonly #columns: number;

  /** @param scorers made ready for a lattice that holds the whole region, where its pairs are scored at once. */
  constructor(region: Rectangle, scorers: readonly Scorer[]) {
    this.#region = region;
    this.#scorers = scorers;
    this.#columns = region.target.to - region.target.from;
    this.#tables = tabulatedPairs(region) > 0 ? MOVED_SIZES.map((size) => this.#scoreAll(size)) : [];
  }

  /**
   * The scores of the beads of one of the sizes that start with each of some source units of the region and each of some
   * target units, row by row; `-Infinity` for those that would reach out of the region.
   *
   * @param rows, columns in ascending order.
   */
  grid(kind: number, rows: readonly number[], columns: readonly number[]): Float64Array {
    const [ds, dt] = MOVED_SIZES[kind]!;
    const { source, target } = this.#region;
    const grid = new Float64Array(rows.length * columns.length).fill(-Infinity);
    const inRows = rows.filter((i) => source.from + i + ds <= source.to);
    const inColumns = columns.filter((j) => target.from + j + dt <= target.to);
    const table = this.#tables[kind];
    const scores =
      table === undefined
        ? scoreGrid(
            inRows.map((i) => source.from + i),
            inColumns.map((j) => target.from + j),
            MOVED_SIZES[kind]!,
            this.#scorers,
          )
        : undefined;
    for (let r = 0; r < inRows.length; r++)
      for (let c = 0; c < inColumns.length; c++)
        grid[r * columns.length + c] =
          scores === undefined
            ? table![inRows[r]! * this.#columns + inColumns[c]! + dt - 1]!
            : scores[r * inColumns.length + c]!;
    return grid;
  }

  #scoreAll([ds, dt]: BeadSize): Float32Array {
    const { source, target } = this.#region;
    const rows = source.to - source.from;
    const table = new Float32Array(rows * this.#columns).fill(IMPOSSIBLE);
    for (let i = 0; i + ds <= rows; i++) {
      const [sourceFrom, firstEnd, lastEnd] = [source.from + i, target.from + dt, target.to];
      if (firstEnd > lastEnd) break;
      const row = { sourceFrom, sourceTo: sourceFrom + ds, targetSize: dt, firstEnd, lastEnd };
      const offset = i * this.#columns - target.from - 1;
      table.fill(0, offset + firstEnd, offset + lastEnd + 1);
      for (const scorer of this.#scorers) addScores(scorer, row, table, offset);
    }
    return table;
  }
}

function scoreGrid(
  rows: readonly number[],
  columns: readonly number[],
  size: BeadSize,
  scorers: readonly Scorer[],
): Float64Array {
  const scores = new Float64Array(rows.length * columns.length);
  for (const scorer of scorers) {
    if (scorer.addGrid === undefined) addOneByOne(rows, columns, size, scorer, scores);
    else scorer.addGrid(rows, columns, size, scores);
  }
  return scores;
}

function addOneByOne(
  rows: readonly number[],
  columns: readonly number[],
  [ds, dt]: BeadSize,
  scorer: Scorer,
  scores: Float64Array,
): void {
  rows.forEach((sourceFrom, r) =>
    columns.forEach((targetFrom, c) => {
      const candidate = { sourceFrom, sourceTo: sourceFrom + ds, targetFrom, targetTo: targetFrom + dt };
      scores[r * columns.length + c]! += scorer.score(candidate);
    }),
  );
}
