import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, Side, WeightedBead } from '../../../src/align/evidence.ts';
import { lengthEvidence } from '../../../src/align/evidence/length.ts';

function sideOf(lengths: readonly number[]): Side {
  return { units: lengths.map((length) => ({ text: 'x'.repeat(length) })) };
}

function flip({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): Candidate {
  return { sourceFrom: targetFrom, sourceTo: targetTo, targetFrom: sourceFrom, targetTo: sourceTo };
}

/** One to one, in order. */
function diagonal(units: number): WeightedBead[] {
  return Array.from({ length: units }, (_, k) => ({
    sourceFrom: k,
    sourceTo: k + 1,
    targetFrom: k,
    targetTo: k + 1,
    weight: 1,
  }));
}

const lengths = fc.array(fc.nat(400), { minLength: 3, maxLength: 12 });
const range = (units: number): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.nat(units - 1), fc.nat(units - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
const pairAndCandidate = fc.tuple(lengths, lengths).chain(([a, b]) =>
  fc.record({
    a: fc.constant(a),
    b: fc.constant(b),
    candidate: fc
      .tuple(range(a.length), range(b.length))
      .map(([[sourceFrom, sourceTo], [targetFrom, targetTo]]): Candidate => ({
        sourceFrom,
        sourceTo,
        targetFrom,
        targetTo,
      })),
  }),
);

describe('lengthEvidence', () => {
  it('gives a number between what bounds it, whatever the lengths, also after learning', () => {
    fc.assert(
      fc.property(pairAndCandidate, ({ a, b, candidate }) => {
        const scorer = lengthEvidence().prepare(sideOf(a), sideOf(b))!;
        for (let round = 0; round < 3; round++) {
          const score = scorer.score(candidate);
          expect(score).toBeGreaterThanOrEqual(-12);
          expect(score).toBeLessThan(12);
          scorer.learn?.(diagonal(Math.min(a.length, b.length)));
        }
      }),
    );
  });

  it('scores the same whichever side is called the source, where both are as long', () => {
    fc.assert(
      fc.property(pairAndCandidate, ({ a, candidate }) => {
        // The same lengths in another order.
        const [left, right] = [sideOf(a), sideOf(a.toReversed())];
        const within = { ...candidate, targetFrom: Math.min(candidate.targetFrom, a.length - 1) };
        within.targetTo = Math.min(Math.max(within.targetFrom + 1, candidate.targetTo), a.length);
        const forward = lengthEvidence().prepare(left, right)!.score(within);
        const backward = lengthEvidence().prepare(right, left)!.score(flip(within));
        expect(forward).toBeCloseTo(backward, 9);
      }),
    );
  });

  it('counts a character outside the basic plane as one', () => {
    const plain = lengthEvidence().prepare(sideOf([10, 40]), sideOf([12, 36]))!;
    const astral = lengthEvidence().prepare(
      { units: [{ text: '𝒜'.repeat(10) }, { text: '𝒜'.repeat(40) }] },
      sideOf([12, 36]),
    )!;
    const candidate = { sourceFrom: 0, sourceTo: 1, targetFrom: 0, targetTo: 1 };
    expect(astral.score(candidate)).toBe(plain.score(candidate));
  });

  it('speaks for lengths in the proportion of the texts, and against others', () => {
    const scorer = lengthEvidence().prepare(sideOf([40, 200, 90, 20, 120]), sideOf([52, 260, 117, 26, 156]))!;
    const score = (source: number, target: number): number =>
      scorer.score({ sourceFrom: source, sourceTo: source + 1, targetFrom: target, targetTo: target + 1 });
    for (let k = 0; k < 5; k++) {
      expect(score(k, k)).toBeGreaterThan(0);
      for (let other = 0; other < 5; other++) if (other !== k) expect(score(k, other)).toBeLessThan(score(k, k));
    }
    expect(score(1, 3)).toBeLessThan(-4);
  });

  it('learns how much longer the target is: 1.5 times here, where the totals say 1', () => {
    const source = [30, 80, 55, 120, 70, 40, 95, 60, 110, 50, 350];
    const target = source.slice(0, 10).map((length) => Math.round(1.5 * length));
    const scorer = lengthEvidence().prepare(sideOf(source), sideOf(target))!;
    const candidate = { sourceFrom: 3, sourceTo: 4, targetFrom: 3, targetTo: 4 };
    const before = scorer.score(candidate);
    scorer.learn!(diagonal(10));
    expect(scorer.score(candidate)).toBeGreaterThan(before + 0.5);
  });
});
