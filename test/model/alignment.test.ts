import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment, isNull } from '../../src/model/alignment.ts';
import type { Bead, BeadSize, UnitRange } from '../../src/model/alignment.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { arbitraryAlignment, arbitraryProbability, arbitrarySizes } from '../arbitraries.ts';

/** Calls `visit` for each unit of a range. */
function units(range: UnitRange): number[] {
  return Array.from({ length: range.to - range.from }, (_, k) => range.from + k);
}

const crossing = (source: [number, number], target: [number, number], confidence = 1): Bead => ({
  source: { from: source[0], to: source[1] },
  target: { from: target[0], to: target[1] },
  confidence,
});

describe('Alignment: laws', () => {
  it('inverted twice is itself', () => {
    fc.assert(
      fc.property(arbitraryAlignment(), (alignment) => {
        expect(alignment.invert().invert()).toStrictEqual(alignment);
      }),
    );
  });

  it('inverted swaps the sides of every bead and keeps its confidence', () => {
    const key = (from: UnitRange, to: UnitRange, confidence: number): string =>
      `${from.from}-${from.to} ${to.from}-${to.to} ${confidence}`;
    fc.assert(
      fc.property(arbitraryAlignment(), (alignment) => {
        const seen = alignment.invert().beads.map((bead) => key(bead.target, bead.source, bead.confidence));
        const expected = alignment.beads.map((bead) => key(bead.source, bead.target, bead.confidence));
        expect(seen.toSorted()).toStrictEqual(expected.toSorted());
      }),
    );
  });

  it('is read back from its notation, but for what the notation does not hold', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.gen(), (n, m, g) => {
        const alignment = Alignment.of(g(arbitrarySizes, n, m));
        expect(Alignment.parse(alignment.toString())).toStrictEqual(alignment);
      }),
    );
  });

  it('is read back from its JSON, through text', () => {
    fc.assert(
      fc.property(arbitraryAlignment(), (alignment) => {
        expect(Alignment.fromJson(JSON.parse(JSON.stringify(alignment)))).toStrictEqual(alignment);
      }),
    );
  });

  it('has lengths that are the sums of its sizes', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.gen(), (n, m, g) => {
        const { sourceLength, targetLength } = Alignment.of(g(arbitrarySizes, n, m));
        expect([sourceLength, targetLength]).toStrictEqual([n, m]);
      }),
    );
  });

  it('has every unit of either side exactly once, in order on its path and in some bead', () => {
    fc.assert(
      fc.property(arbitraryAlignment(), (alignment) => {
        const { path, beads, sourceLength, targetLength } = alignment;
        const all = { source: units({ from: 0, to: sourceLength }), target: units({ from: 0, to: targetLength }) };
        for (const side of ['source', 'target'] as const) {
          expect(path.flatMap((bead) => units(bead[side]))).toStrictEqual(all[side]);
          expect(beads.flatMap((bead) => units(bead[side])).toSorted((a, b) => a - b)).toStrictEqual(all[side]);
        }
      }),
    );
  });

  it('is the same however runs without counterpart are written', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 8 }), (pairs) => {
        const sizes = pairs.filter(([ds, dt]) => ds + dt > 0);
        const singles = sizes.flatMap(([ds, dt]): BeadSize[] =>
          ds === 0 || dt === 0 ? Array.from({ length: ds + dt }, () => [Math.sign(ds), Math.sign(dt)]) : [[ds, dt]],
        );
        expect(Alignment.of(sizes)).toStrictEqual(Alignment.of(singles));
        expect(Alignment.of(sizes).path.every((bead) => !isNull(bead) || units(bead.source).length <= 1)).toBe(true);
      }),
    );
  });

  it('has as links its two-sided beads and the crossing ones, and nothing without a counterpart', () => {
    fc.assert(
      fc.property(arbitraryAlignment(), ({ links, path, crossing: moved }) => {
        expect(links.some(isNull)).toBe(false);
        expect(links).toHaveLength(path.filter((bead) => !isNull(bead)).length + moved.length);
      }),
    );
  });

  it('does not depend on the order in which crossing links are given', () => {
    fc.assert(
      fc.property(arbitraryAlignment(), ({ path, crossing: moved }) => {
        const sizes = path.map(({ source, target }): BeadSize => [source.to - source.from, target.to - target.from]);
        expect(Alignment.of(sizes, undefined, moved.toReversed())).toStrictEqual(Alignment.of(sizes, undefined, moved));
      }),
    );
  });

  it('cannot be changed after it is made', () => {
    fc.assert(
      fc.property(arbitraryAlignment({ source: 3, target: 3 }), (alignment) => {
        for (const value of [alignment, alignment.path, alignment.crossing, ...alignment.path, ...alignment.crossing])
          expect(Object.isFrozen(value)).toBe(true);
      }),
    );
  });

  it('takes a confidence for each bead given, and refuses one too many or too few', () => {
    fc.assert(
      fc.property(fc.array(arbitraryProbability, { minLength: 1, maxLength: 6 }), (confidence) => {
        const sizes = confidence.map((): BeadSize => [1, 1]);
        expect(Alignment.of(sizes, confidence).path.map((bead) => bead.confidence)).toStrictEqual(confidence);
        expect(() => Alignment.of(sizes, [...confidence, 1])).toThrow(ParalignError);
        expect(() => Alignment.of(sizes, confidence.slice(1))).toThrow(ParalignError);
      }),
    );
  });
});

describe('Alignment: cases', () => {
  it('gives positions that are derived from sizes', () => {
    expect(Alignment.parse('1:1 2:1 0:1').path).toStrictEqual([
      { source: { from: 0, to: 1 }, target: { from: 0, to: 1 }, confidence: 1 },
      { source: { from: 1, to: 3 }, target: { from: 1, to: 2 }, confidence: 1 },
      { source: { from: 3, to: 3 }, target: { from: 2, to: 3 }, confidence: 1 },
    ]);
  });

  it('writes runs without counterpart as single units', () => {
    expect(Alignment.parse('2:0 1:1 0:3').toString()).toBe('1:0 1:0 1:1 0:1 0:1 0:1');
    expect(Alignment.of([[2, 0]], [0.25]).toJSON()).toStrictEqual({ beads: '1:0 1:0', confidence: [0.25, 0.25] });
  });

  it('is empty for two empty lists', () => {
    const empty = Alignment.parse('  ');
    expect(empty.toJSON()).toStrictEqual({ beads: '' });
    expect([empty.sourceLength, empty.targetLength, empty.beads.length]).toStrictEqual([0, 0, 0]);
  });

  it('shows a unit that moved in its crossing link only', () => {
    const moved = Alignment.of(
      [
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      undefined,
      [crossing([0, 1], [1, 2], 0.75)],
    );
    expect(moved.beads).toStrictEqual([crossing([1, 2], [0, 1]), crossing([0, 1], [1, 2], 0.75)]);
    expect(moved.path).toHaveLength(3);
  });

  it('orders crossing links by their source, also after inverting', () => {
    const sizes: BeadSize[] = [
      [2, 0],
      [1, 1],
      [0, 2],
    ];
    const links = [crossing([1, 2], [1, 2]), crossing([0, 1], [2, 3])];
    const alignment = Alignment.of(sizes, undefined, links);
    expect(alignment.crossing.map((bead) => bead.source.from)).toStrictEqual([0, 1]);
    expect(alignment.invert().crossing.map((bead) => [bead.source.from, bead.target.from])).toStrictEqual([
      [1, 1],
      [2, 0],
    ]);
  });

  it.each([
    ['1:1 x', '“x” is not the size of a bead such as 1:1'],
    ['1:1:1', '“1:1:1” is not the size of a bead such as 1:1'],
    ['-1:1', '“-1:1” is not the size of a bead such as 1:1'],
    ['0:0', '0:0 is not the size of a bead'],
    ['99999999999999999999:1', '100000000000000000000:1 is not the size of a bead'],
  ])('refuses the notation %s', (notation, reason) => {
    expect(() => Alignment.parse(notation)).toThrow(new ParalignError('alignment-invalid', { reason }));
  });

  it.each([[-0.1], [1.1], [Number.NaN], [Infinity]])('refuses the confidence %d', (confidence) => {
    const reason = `bead 0 has the confidence ${confidence}`;
    expect(() => Alignment.of([[1, 1]], [confidence])).toThrow(new ParalignError('alignment-invalid', { reason }));
    const links = [crossing([0, 1], [0, 1], confidence)];
    expect(() => Alignment.of(Alignment.parse('1:0 0:1').path.map(sizeOf), undefined, links)).toThrow(
      new ParalignError('alignment-invalid', { reason: `a crossing link has the confidence ${confidence}` }),
    );
  });

  it.each([
    ['an empty range', crossing([0, 0], [0, 1]), 'a crossing link has the source range 0-0 of 2 units'],
    ['a range past the end', crossing([0, 1], [1, 3]), 'a crossing link has the target range 1-3 of 2 units'],
    ['half a unit', crossing([0, 0.5], [1, 2]), 'a crossing link has the source range 0-0.5 of 2 units'],
    ['a unit that is linked', crossing([1, 2], [1, 2]), 'source unit 1 of a crossing link stands in another bead too'],
  ])('refuses a crossing link with %s', (_, link, reason) => {
    const sizes: BeadSize[] = [
      [1, 0],
      [1, 1],
      [0, 1],
    ];
    expect(() => Alignment.of(sizes, undefined, [link])).toThrow(new ParalignError('alignment-invalid', { reason }));
  });

  it('refuses two crossing links that share a unit', () => {
    const links = [crossing([0, 1], [0, 1]), crossing([0, 1], [1, 2])];
    expect(() =>
      Alignment.of(
        [
          [1, 0],
          [0, 2],
        ],
        undefined,
        links,
      ),
    ).toThrow('source unit 0 of a crossing link stands in another bead too');
  });
});

function sizeOf({ source, target }: Bead): BeadSize {
  return [source.to - source.from, target.to - target.from];
}
