import type { UnitRange } from '../model/alignment.ts';

/** A rectangle of the grid that is aligned by itself: so many source units with so many target units. */
export interface Rectangle {
  readonly source: UnitRange;
  readonly target: UnitRange;
}

/**
 * A rectangle and the band of it that a search visits. Row `r` is the state "source units up to `source.from + r` are
 * consumed"; it visits the states with `low[r]` to `high[r]` target units consumed, both included. `low` and `high` never
 * fall, and the rectangle's two corners are in the band.
 *
 * A state is named by one index into flat arrays, `base[r] + j`, so that time and memory are those of the band.
 */
export interface Region extends Rectangle {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly base: Float64Array;
}

/** The states that a search visits: one region for each stretch of text between hard boundaries. */
export class Lattice {
  readonly regions: readonly Region[];
  /** The number of states of all regions. */
  readonly size: number;
  /**
   * By number of source units consumed, for every row but a region's first: `base`, `low` and `high` of that row. A bead
   * ends in such a row, and no two regions share one.
   */
  readonly endBase: Float64Array;
  readonly endLow: Int32Array;
  readonly endHigh: Int32Array;

  private constructor(n: number, bands: readonly (Rectangle & { low: Int32Array; high: Int32Array })[]) {
    let size = 0;
    this.endBase = new Float64Array(n + 1);
    // Rows outside all regions are empty.
    this.endLow = new Int32Array(n + 1).fill(1);
    this.endHigh = new Int32Array(n + 1);
    this.regions = bands.map((band) => {
      const base = new Float64Array(band.low.length);
      for (let r = 0; r < base.length; r++) {
        base[r] = size - band.low[r]!;
        size += band.high[r]! - band.low[r]! + 1;
        if (r === 0) continue;
        const i = band.source.from + r;
        this.endBase[i] = base[r]!;
        this.endLow[i] = band.low[r]!;
        this.endHigh[i] = band.high[r]!;
      }
      return { ...band, base };
    });
    this.size = size;
  }

  /**
   * Every state of each rectangle.
   *
   * @param n the number of source units in all.
   */
  static full(n: number, rectangles: readonly Rectangle[]): Lattice {
    return new Lattice(
      n,
      rectangles.map((rectangle) => {
        const rows = rectangle.source.to - rectangle.source.from + 1;
        return {
          ...rectangle,
          low: new Int32Array(rows).fill(rectangle.target.from),
          high: new Int32Array(rows).fill(rectangle.target.to),
        };
      }),
    );
  }

  /**
   * The states near a path through each rectangle.
   *
   * @param paths for each rectangle and each of its rows, the first and the last `j` that the path visits there.
   * @param radius how many units away from the path, in either direction, a state may be.
   */
  static around(
    n: number,
    rectangles: readonly Rectangle[],
    paths: readonly { first: ArrayLike<number>; last: ArrayLike<number> }[],
    radius: number,
  ): Lattice {
    return new Lattice(
      n,
      rectangles.map((rectangle, k) => {
        const { first, last } = paths[k]!;
        const rows = rectangle.source.to - rectangle.source.from + 1;
        const low = new Int32Array(rows);
        const high = new Int32Array(rows);
        for (let r = 0; r < rows; r++) {
          low[r] = Math.max(rectangle.target.from, first[r]! - radius);
          high[r] = Math.min(rectangle.target.to, last[r]! + radius);
        }
        low[0] = rectangle.target.from;
        high[rows - 1] = rectangle.target.to;
        return { ...rectangle, low, high };
      }),
    );
  }

  /**
   * A part of this lattice: in each row the states from `first` to `last`, and `margin` more on either side.
   *
   * @param first, last by state row, in the order of the regions' rows.
   */
  narrow(first: readonly Int32Array[], last: readonly Int32Array[], margin: number): Lattice {
    return new Lattice(
      this.endBase.length - 1,
      this.regions.map((region, k) => {
        const rows = region.low.length;
        const low = new Int32Array(rows);
        const high = new Int32Array(rows);
        // `low` and `high` must not fall.
        let least = region.target.to;
        for (let r = rows - 1; r >= 0; r--) {
          least = Math.min(least, Math.max(region.low[r]!, first[k]![r]! - margin));
          low[r] = Math.max(region.low[r]!, least);
        }
        let most = region.target.from;
        for (let r = 0; r < rows; r++) {
          most = Math.max(most, Math.min(region.high[r]!, last[k]![r]! + margin));
          high[r] = Math.min(region.high[r]!, most);
        }
        return { source: region.source, target: region.target, low, high };
      }),
    );
  }
}
