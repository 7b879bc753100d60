import { describe, expect, test } from 'vitest';
import { alignUnits } from '../../src/align/align.ts';
import { settle, solve } from '../../src/align/engine.ts';
import type { Evidence, Scorer } from '../../src/align/evidence.ts';
import { Lattice } from '../../src/align/lattice.ts';

/** Says so many nats for units with the same number, and as many against others. */
function same(source: readonly number[], target: readonly number[], nats: number): Scorer & { taught: number } {
  return {
    taught: 0,
    score: ({ sourceFrom, sourceTo, targetFrom, targetTo }) => {
      const [a, b] = [source.slice(sourceFrom, sourceTo), target.slice(targetFrom, targetTo)];
      return a.length === b.length && a.every((one, k) => one === b[k]) ? nats : -nats;
    },
    learn() {
      this.taught += 1;
    },
  };
}

const size = 20;
const whole = Lattice.full(size, [{ source: { from: 0, to: size }, target: { from: 0, to: size } }]);
const numbers = Array.from({ length: size }, (_, k) => k);

describe('settle', () => {
  test('one look is enough for texts that go side by side, and the evidence learns from it', () => {
    const scorer = same(numbers, numbers, 8);
    const found = settle(whole, whole, [scorer]);
    expect(found?.results[0]!.sizes).toEqual(numbers.map(() => [1, 1]));
    expect(scorer.taught).toBe(1);
    expect(solve(whole, [same(numbers, numbers, 8)]).results[0]!.sizes).toEqual(found!.results[0]!.sizes);
  });

  test('a unit that has no counterpart, or moved, leaves something open, and nothing is learnt', () => {
    const replaced = numbers.with(7, 99);
    const swapped = numbers.with(3, 15).with(15, 3);
    for (const target of [replaced, swapped]) {
      const scorer = same(numbers, target, 8);
      expect(settle(whole, whole, [scorer])).toBeUndefined();
      expect(scorer.taught).toBe(0);
    }
  });

  test('what stands opposite for want of anything better is open', () => {
    expect(settle(whole, whole, [same(numbers, numbers, 0.5)])).toBeUndefined();
  });
});

test('of a text that goes side by side the evidence is asked about what is near the diagonal alone', () => {
  const units = Array.from({ length: 60 }, (_, k) => `word${k} and another ${k} ${k + 1000}`);
  const far: number[] = [];
  const watching: Evidence = {
    id: 'watching',
    prepare: () => ({
      score: ({ sourceTo, targetTo }) => {
        far.push(Math.abs(sourceTo - targetTo));
        return sourceTo === targetTo ? 10 : -10;
      },
    }),
  };
  const { links } = alignUnits(units, units, { evidence: [watching] });
  expect(links).toHaveLength(60);
  expect(Math.max(...far)).toBeLessThan(15);
});
