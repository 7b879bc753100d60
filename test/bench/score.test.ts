import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galeChurch, logErfc } from './gale-church.ts';
import { addCounts, calibrationError, countRight, f1, movedBeads, noCounts, ratio } from './score.ts';
import type { IndexBead } from './score.ts';

/** Beads in the notation of gold files, `0,1:0 2:`, each with a confidence after `@` if wanted. */
function beads(notation: string): IndexBead[] {
  const indices = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));
  return notation.split(' ').map((word) => {
    const [sides, confidence] = word.split('@') as [string, string | undefined];
    const [source, target] = sides.split(':') as [string, string];
    return {
      source: indices(source),
      target: indices(target),
      ...(confidence === undefined ? {} : { confidence: Number(confidence) }),
    };
  });
}

const notationOf = (list: readonly IndexBead[]): string =>
  list.map(({ source, target }) => `${source.join(',')}:${target.join(',')}`).join(' ');

/** Alignments of any kind: each unit of both sides in one bead, crossing or not. */
const alignments: fc.Arbitrary<IndexBead[]> = fc
  .array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 12 })
  .chain((sizes) => fc.tuple(fc.constant(sizes), fc.shuffledSubarray([...sizes.keys()], { minLength: sizes.length })))
  .map(([sizes, order]) => {
    let next = 0;
    const targets: number[][] = [];
    for (const k of order) targets[k] = Array.from({ length: sizes[k]![1] }, () => next++);
    next = 0;
    return sizes
      .map(([length], k) => ({ source: Array.from({ length }, () => next++), target: targets[k]! }))
      .filter(({ source, target }) => source.length + target.length > 0);
  });

describe('countRight', () => {
  it('counts precision over all beads of the output, recall over the gold beads with two sides', () => {
    const counts = countRight(beads('0:0 1:1,2 2: 3:3'), beads('0:0 1:1 :2 2: 3:3'));
    expect(counts.strictPrecision).toEqual({ right: 3, of: 5 });
    expect(counts.strictRecall).toEqual({ right: 2, of: 3 });
    expect(f1(counts.strictPrecision, counts.strictRecall)).toBeCloseTo((2 * 0.6 * (2 / 3)) / (0.6 + 2 / 3), 12);
  });

  it('takes a bead for right, laxly, when one gold bead joins its two sides', () => {
    const counts = countRight(beads('0:0 1:1,2 2: 3:3'), beads('0:0 1:1 :2 2: 3:3'));
    // `:2` touches nothing by its source, and is not in the gold.
    expect(counts.laxPrecision).toEqual({ right: 4, of: 5 });
    expect(counts.laxRecall).toEqual({ right: 3, of: 3 });
  });

  it('does not take a bead for right, laxly, that overlaps different gold beads on its two sides', () => {
    expect(countRight(beads('0:0 1:1'), beads('0:1 1:0')).laxPrecision).toEqual({ right: 0, of: 2 });
    expect(countRight(beads('0:0 1:1'), beads('0:1 1:0')).laxRecall).toEqual({ right: 0, of: 2 });
  });

  it('counts several units without counterpart in one bead as single ones, on both sides', () => {
    const together = countRight(beads('0,1: 2:0'), beads('0: 1: 2:0'));
    const apart = countRight(beads('0: 1: 2:0'), beads('0,1: 2:0'));
    expect(together).toEqual(apart);
    expect(together.strictPrecision).toEqual({ right: 3, of: 3 });
  });

  it('counts by unit who is rightly said to have no counterpart', () => {
    const counts = countRight(beads('0: 1:0 2: :1 3:2'), beads('0: 1: 2:0 :1 3:2'));
    expect(counts.nullPrecision).toEqual({ right: 2, of: 3 });
    expect(counts.nullRecall).toEqual({ right: 2, of: 3 });
  });

  it('leaves units that the gold does not speak of out of the null counts, though not out of precision', () => {
    const counts = countRight(beads('0:0 1:2'), beads('0:0 :1 1:2'));
    expect(counts.nullPrecision).toEqual({ right: 0, of: 0 });
    expect(counts.strictPrecision).toEqual({ right: 2, of: 3 });
  });

  it('finds a moved bead only with a bead that it crosses', () => {
    const gold = beads('0:0 1:2 2:1 3:3');
    expect(countRight(gold, gold).movesFound).toEqual({ right: 1, of: 1 });
    expect(countRight(gold, beads('0:0 1:2 2: :1 3:3')).movesFound).toEqual({ right: 0, of: 1 });
    expect(countRight(gold, beads('0:0 1: :2 2:1 3:3')).movesFound).toEqual({ right: 0, of: 1 });
    expect(countRight(gold, beads('0:0 1,2:1,2 3:3')).movesFound).toEqual({ right: 0, of: 1 });
  });

  it('counts the moves that are none', () => {
    expect(countRight(beads('0:0 1:1 2:2 3: :3'), beads('0:0 1:3 2:2 3:1')).movesRight).toEqual({ right: 1, of: 2 });
    expect(countRight(beads('0:0 1:1 2: :2'), beads('0:1 1:0 2: :2')).movesRight).toEqual({ right: 0, of: 1 });
  });

  it('sorts beads by how sure they are, certain ones too, and measures how far that is from the truth', () => {
    const { reliability } = countRight(beads('0:0 1:1 2: 3:2'), beads('0:0@1 1:1@0.92 2:2@0.94 3:@0.2'));
    expect(reliability.map(({ of }) => of)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 1]);
    expect(reliability.map(({ right }) => right)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(calibrationError(reliability)).toBeCloseTo((0.2 + 0.86 + 0) / 4, 12);
  });

  it('says nothing of confidence where there is none', () => {
    expect(calibrationError(countRight(beads('0:0'), beads('0:0')).reliability)).toBeUndefined();
  });

  it('finds all right in the gold itself', () => {
    fc.assert(
      fc.property(alignments, (gold) => {
        const { reliability: _, ...shares } = countRight(gold, gold);
        for (const share of Object.values(shares)) expect(share.right).toBe(share.of);
      }),
    );
  });

  it('gives the recall that is the precision of the other way round, among beads with two sides', () => {
    fc.assert(
      fc.property(alignments, alignments, (gold, output) => {
        const links = (list: readonly IndexBead[]): IndexBead[] =>
          list.filter(({ source, target }) => source.length > 0 && target.length > 0);
        const there = countRight(gold, output);
        const back = countRight(links(output), links(gold));
        expect(there.strictRecall).toEqual(back.strictPrecision);
        expect(there.laxRecall).toEqual(back.laxPrecision);
        expect(there.laxPrecision.right).toBeGreaterThanOrEqual(there.strictPrecision.right);
      }),
    );
  });
});

describe('movedBeads', () => {
  it('is the bead that moved, not those that it moved past', () => {
    expect(notationOf(movedBeads(beads('0:4 1:0 2:1 3:2 4:3')))).toBe('0:4');
    expect(notationOf(movedBeads(beads('0:1 1:2 2:3 3:0 4:4')))).toBe('3:0');
    expect(movedBeads(beads('0:1 1:0 2:2 3:4 4:3'))).toHaveLength(2);
  });

  it('leaves the others in order, and is empty only where all are', () => {
    fc.assert(
      fc.property(alignments, (all) => {
        const links = all.filter(({ source, target }) => source.length > 0 && target.length > 0);
        const moved = new Set(movedBeads(all));
        const inOrder = (list: readonly IndexBead[]): boolean =>
          list.every((bead, k) => k === 0 || bead.target[0]! > list[k - 1]!.target[0]!);
        expect(inOrder(links.filter((bead) => !moved.has(bead)))).toBe(true);
        expect(moved.size === 0).toBe(inOrder(links));
      }),
    );
  });
});

describe('addCounts', () => {
  it('weighs documents by their beads', () => {
    const one = countRight(beads('0:0 1:1 2:2'), beads('0:0@0.9 1:1@0.9 2:2@0.9'));
    const two = countRight(beads('0:0'), beads('0:@0.9 :0@0.9'));
    const sum = [one, two].reduce((a, b) => addCounts(a, b), noCounts);
    expect(ratio(sum.strictPrecision)).toBe(3 / 5);
    expect(ratio(sum.strictRecall)).toBe(3 / 4);
    expect(calibrationError(sum.reliability)).toBeCloseTo(0.3, 12);
  });
});

describe('galeChurch', () => {
  const units = (...lengths: number[]): string[] => lengths.map((length) => 'x'.repeat(length));

  it('joins units by their lengths', () => {
    expect(notationOf(galeChurch(units(50, 30, 40, 60), units(51, 69, 62)))).toBe('0:0 1,2:1 3:2');
    expect(notationOf(galeChurch(units(100, 20), units(40, 61, 21)))).toBe('0:0,1 1:2');
  });

  it('takes an empty side for omissions', () => {
    expect(notationOf(galeChurch(units(5, 5), []))).toBe('0: 1:');
    expect(galeChurch([], [])).toEqual([]);
  });

  it('puts every unit in one bead, in order, also where probabilities are below the smallest number', () => {
    const lengths = fc.array(fc.oneof(fc.nat(300), fc.constant(30_000)), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, lengths, (a, b) => {
        const found = galeChurch(units(...a), units(...b));
        expect(found.flatMap(({ source }) => source)).toEqual([...a.keys()]);
        expect(found.flatMap(({ target }) => target)).toEqual([...b.keys()]);
      }),
    );
  });

  it('has the logarithm of the complementary error function', () => {
    expect(logErfc(0)).toBeCloseTo(0, 6);
    expect(logErfc(1)).toBeCloseTo(Math.log(0.15729920705), 6);
    // The expansion for large x: erfc x = exp(-x²) / (x √π) (1 - 1 / 2x² + 3 / 4x⁴ - …)
    const x = 40;
    const tail = Math.log1p(-1 / (2 * x ** 2) + 3 / (4 * x ** 4));
    expect(logErfc(x)).toBeCloseTo(-(x ** 2) - Math.log(x * Math.sqrt(Math.PI)) + tail, 6);
  });
});
