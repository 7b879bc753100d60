import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Lattice } from '../../src/align/lattice.ts';
import { arbitraryBands, arbitraryLattice } from './arbitrary-lattice.ts';

describe('Lattice', () => {
  it('names every state by an index of its own, without holes', () => {
    fc.assert(
      fc.property(arbitraryLattice(8), (lattice) => {
        const states = lattice.regions.flatMap(({ low, high, base }) =>
          Array.from(low, (from, r) =>
            Array.from({ length: high[r]! - from + 1 }, (_, k) => base[r]! + from + k),
          ).flat(),
        );
        expect(states).toEqual(Array.from({ length: lattice.size }, (_, k) => k));
      }),
    );
  });

  it('knows, for every number of source units consumed, the one row in which a bead may end', () => {
    fc.assert(
      fc.property(arbitraryLattice(8), (lattice) => {
        const rows = new Map(
          lattice.regions.flatMap(({ source, low, high, base }) =>
            Array.from(low, (_, r) => [source.from + r, [base[r], low[r], high[r]]] as const).slice(1),
          ),
        );
        lattice.endBase.forEach((base, i) => {
          const row = rows.get(i);
          if (row === undefined) expect(lattice.endLow[i]).toBeGreaterThan(lattice.endHigh[i]!);
          else expect([base, lattice.endLow[i], lattice.endHigh[i]]).toEqual(row);
        });
      }),
    );
  });
});

describe('Lattice.full', () => {
  it('has all states of all rectangles', () => {
    fc.assert(
      fc.property(arbitraryBands(8), ({ n, rectangles }) => {
        const lattice = Lattice.full(n, rectangles);
        const areas = rectangles.map(
          ({ source, target }) => (source.to - source.from + 1) * (target.to - target.from + 1),
        );
        expect(lattice.size).toBe(areas.reduce((a, b) => a + b, 0));
        lattice.regions.forEach(({ target, low, high }) => {
          expect(new Set(low)).toEqual(new Set([target.from]));
          expect(new Set(high)).toEqual(new Set([target.to]));
        });
      }),
    );
  });
});

describe('Lattice.around', () => {
  it('has the states of the path and those as near to it as the radius says, inside the rectangle', () => {
    fc.assert(
      fc.property(arbitraryBands(8), ({ n, rectangles, paths, radius }) => {
        Lattice.around(n, rectangles, paths, radius).regions.forEach(({ target, low, high }, k) => {
          const { first, last } = paths[k]!;
          const end = low.length - 1;
          expect([low[0], high[end]]).toEqual([target.from, target.to]);
          for (let r = 0; r <= end; r++) {
            if (r > 0) expect(low[r]).toBe(Math.max(target.from, first[r]! - radius));
            if (r < end) expect(high[r]).toBe(Math.min(target.to, last[r]! + radius));
          }
        });
      }),
    );
  });

  it('never falls, and can be walked from corner to corner', () => {
    fc.assert(
      fc.property(arbitraryBands(8), ({ n, rectangles, paths, radius }) => {
        for (const { low, high } of Lattice.around(n, rectangles, paths, radius).regions)
          for (let r = 1; r < low.length; r++) {
            expect(low[r]).toBeGreaterThanOrEqual(low[r - 1]!);
            expect(high[r]).toBeGreaterThanOrEqual(high[r - 1]!);
            expect(low[r]).toBeLessThanOrEqual(high[r - 1]!);
          }
      }),
    );
  });

  it('is the whole lattice where the radius is as large as the rectangles', () => {
    fc.assert(
      fc.property(arbitraryBands(8), ({ n, rectangles, paths }) => {
        expect(Lattice.around(n, rectangles, paths, 8)).toEqual(Lattice.full(n, rectangles));
      }),
    );
  });
});
