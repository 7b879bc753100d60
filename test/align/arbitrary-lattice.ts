import fc from 'fast-check';
import { Lattice } from '../../src/align/lattice.ts';
import type { Rectangle } from '../../src/align/lattice.ts';

/** A monotone path through a rectangle: for each row, the first and the last target index that it visits. */
export interface RowPath {
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** What {@link Lattice.around} takes. */
export interface Bands {
  readonly n: number;
  readonly rectangles: readonly Rectangle[];
  readonly paths: readonly RowPath[];
  readonly radius: number;
}

/** Rectangles one after the other, with or without units between them, each with up to `most` units a side. */
export function arbitraryBands(most: number): fc.Arbitrary<Bands> {
  const rectangle = fc.record({
    skip: fc.tuple(fc.nat(1), fc.nat(1)),
    rows: fc.nat(most),
    columns: fc.nat(most),
    // Where the path turns, as shares of the width.
    turns: fc.array(fc.nat(most), { minLength: most + 1, maxLength: most + 1 }),
  });
  return fc
    .tuple(fc.array(rectangle, { minLength: 1, maxLength: 2 }), fc.nat(3), fc.nat(2))
    .map(([drawn, radius, after]) => {
      let [i, j] = [0, 0];
      const rectangles: Rectangle[] = [];
      const paths: RowPath[] = [];
      for (const { skip, rows, columns, turns } of drawn) {
        const source = { from: i + skip[0], to: i + skip[0] + rows };
        const target = { from: j + skip[1], to: j + skip[1] + columns };
        const last = turns
          .slice(0, rows + 1)
          .map((turn) => target.from + Math.min(turn, columns))
          .toSorted((a, b) => a - b);
        last[rows] = target.to;
        rectangles.push({ source, target });
        paths.push({ first: last.map((_, r) => (r === 0 ? target.from : last[r - 1]!)), last });
        [i, j] = [source.to, target.to];
      }
      return { n: i + after, rectangles, paths, radius };
    });
}

/** A lattice of one or two regions, each whole or a band. */
export function arbitraryLattice(most: number): fc.Arbitrary<Lattice> {
  return fc
    .tuple(arbitraryBands(most), fc.boolean())
    .map(([{ n, rectangles, paths, radius }, whole]) =>
      whole ? Lattice.full(n, rectangles) : Lattice.around(n, rectangles, paths, radius),
    );
}
