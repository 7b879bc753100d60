import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VectorScorer } from '../../../src/align/evidence/vectors.ts';
import type { UnitVector } from '../../../src/align/evidence/vectors.ts';

const vector = fc.option(
  fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }).map((values) => Float32Array.from(values)),
  { nil: undefined, freq: 6 },
);
const side = fc.array(vector, { minLength: 1, maxLength: 8 });

const one = (source: number, target: number) => ({
  sourceFrom: source,
  sourceTo: source + 1,
  targetFrom: target,
  targetTo: target + 1,
});

/** By hand: unrelated units of high dimension, and unit `k` of one side the same as unit `k` of the other, or nearly. */
function pair(size: number): [Float32Array[], Float32Array[]] {
  const source = Array.from({ length: size }, (_, k) =>
    Float32Array.from({ length: size }, (__, d) => (d === k ? 1 : 0.1 * Math.sin(k * 7 + d * 13))),
  );
  return [source, source.map((values, k) => values.map((value, d) => value + 0.1 * Math.sin(k * 5 + d * 11)))];
}

describe('VectorScorer', () => {
  it('is finite, whatever the vectors and the bead, and says the same when asked again after other beads', () => {
    fc.assert(
      fc.property(side, side, fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.nat(7), fc.nat(7))), (a, b, beads) => {
        const scorer = new VectorScorer(a, b);
        const candidates = beads.map(([i, n, j, m]) => {
          const [sourceFrom, targetFrom] = [i % a.length, j % b.length];
          return {
            sourceFrom,
            sourceTo: Math.min(a.length, sourceFrom + 1 + n),
            targetFrom,
            targetTo: Math.min(b.length, targetFrom + 1 + m),
          };
        });
        for (let round = 0; round < 2; round++) {
          const scores = candidates.map((candidate) => scorer.score(candidate));
          expect(scores.every(Number.isFinite)).toBe(true);
          expect(candidates.map((candidate) => scorer.score(candidate))).toEqual(scores);
          scorer.learn(candidates.map((candidate) => ({ ...candidate, weight: 0.5 })));
        }
      }),
    );
  });

  it('scores rows of candidates as single ones, and runs of one unit as the units but for the weight', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const scorer = new VectorScorer(a, b);
        const each = (size: number): Int32Array => Int32Array.from({ length: size + 1 }, (_, k) => k);
        const runs = scorer.pooled(each(a.length), each(b.length));
        for (const targetSize of [1, 2].filter((size) => size <= b.length)) {
          const row = { sourceFrom: 0, sourceTo: a.length, targetSize, firstEnd: targetSize, lastEnd: b.length };
          const scores = new Float32Array(b.length + 2);
          scorer.addScores(row, scores, 1);
          for (let j = targetSize; j <= b.length; j++) {
            const candidate = { ...row, targetFrom: j - targetSize, targetTo: j };
            expect(scores[j + 1]).toBeCloseTo(scorer.score(candidate), 4);
            expect(runs.score(candidate)).toBeCloseTo(2 * scorer.score(candidate), 3);
          }
        }
      }),
    );
  });

  it('takes a run of units for the sum of them', () => {
    const [a, b] = pair(96);
    const ends = Int32Array.from({ length: 17 }, (_, k) => 6 * k);
    const runs = new VectorScorer([undefined, ...a.slice(1)], b).pooled(ends, ends);
    expect(runs.score(one(1, 1))).toBeGreaterThan(2);
    expect(runs.score(one(1, 2))).toBeLessThan(0);
    expect(
      new VectorScorer(
        a.map(() => undefined),
        b,
      )
        .pooled(ends, ends)
        .score(one(0, 0)),
    ).toBe(0);
  });

  it('scores both directions alike', () => {
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [there, back] = [new VectorScorer(a, b), new VectorScorer(b, a)];
        const whole = { sourceFrom: 0, sourceTo: a.length, targetFrom: 0, targetTo: b.length };
        const turned = { sourceFrom: 0, sourceTo: b.length, targetFrom: 0, targetTo: a.length };
        expect(there.score(whole)).toBeCloseTo(back.score(turned), 3);
      }),
    );
  });

  it('does not care how long vectors are, and says nothing of units without one', () => {
    const [a, b] = pair(16);
    const stretched: UnitVector[] = a.map((values, k) => values.map((value) => value * (k + 1)));
    expect(new VectorScorer(stretched, b).score(one(3, 3))).toBeCloseTo(new VectorScorer(a, b).score(one(3, 3)), 3);
    expect(new VectorScorer([undefined, ...a.slice(1)], b).score(one(0, 0))).toBe(0);
  });

  it('speaks for what points the same way, against what does not, and against a unit too many', () => {
    const [a, b] = pair(24);
    const scorer = new VectorScorer(a, b);
    scorer.learn(a.map((_, k) => ({ ...one(k, k), weight: 1 })));
    expect(scorer.score(one(5, 5))).toBeGreaterThan(2);
    expect(scorer.score(one(5, 15))).toBeLessThan(-1);
    expect(scorer.score({ ...one(5, 5), targetTo: 7 })).toBeLessThan(scorer.score(one(5, 5)));
    // Two halves are a translation together, and more of one than either alone.
    const half = a.map((values) => [...values]);
    const sum = half[8]!.map((value, d) => value + half[9]![d]!);
    const joined = new VectorScorer(a, [...b.slice(0, 8), Float32Array.from(sum), ...b.slice(10)]);
    const both = joined.score({ sourceFrom: 8, sourceTo: 10, targetFrom: 8, targetTo: 9 });
    expect(both).toBeGreaterThan(joined.score(one(8, 8)));
    expect(both).toBeGreaterThan(joined.score({ sourceFrom: 7, sourceTo: 9, targetFrom: 8, targetTo: 9 }));
  });
});
