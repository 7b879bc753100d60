import { describe, expect, it } from 'vitest';
import { documentsOf } from './check-pairs.ts';
import { score } from './check-score.ts';
import type { Positions, Seen } from './check-score.ts';
import { createDice } from '../dice.ts';
import { makeDocument } from '../check/make-bitext.ts';
import type { Pair } from './faults/fault.ts';
import { faults } from './faults/index.ts';

const positions: Positions = { source: (origin) => origin, target: (origin) => origin };

function seen(rule: string, source: readonly number[], target: readonly number[], more: Partial<Seen> = {}): Seen {
  return { rule, severity: 'warning', source, target, what: '', example: '', ...more };
}

describe('score', () => {
  const fault = { source: [5], target: [5] };

  it('counts a finding of a rule of the class at the place, or beside it', () => {
    const exact = score([], [seen('missing', [5], [])], [fault], ['missing'], positions).counts;
    expect(exact).toEqual({ injected: 1, exact: 1, withinOne: 1, noticed: 1, explained: 1, unexplained: 0 });
    const beside = score([], [seen('missing', [6], [])], [fault], ['missing'], positions).counts;
    expect(beside).toEqual({ injected: 1, exact: 0, withinOne: 1, noticed: 0, explained: 1, unexplained: 0 });
    const far = score([], [seen('missing', [7], [])], [fault], ['missing'], positions).counts;
    expect(far).toEqual({ injected: 1, exact: 0, withinOne: 0, noticed: 0, explained: 0, unexplained: 1 });
  });

  it('lets another rule notice the fault, which is not to find it', () => {
    const { counts } = score([], [seen('length-ratio', [5], [5])], [fault], ['missing'], positions);
    expect(counts).toEqual({ injected: 1, exact: 0, withinOne: 0, noticed: 1, explained: 1, unexplained: 0 });
  });

  it('leaves out what was found before, and what is for the record only', () => {
    const before = [seen('length-ratio', [2], [2])];
    const after = [...before, seen('split', [9], [9], { severity: 'info' })];
    const { counts } = score(before, after, [fault], ['missing'], positions);
    expect(counts).toEqual({ injected: 1, exact: 0, withinOne: 0, noticed: 0, explained: 0, unexplained: 0 });
    const other = score(before, [seen('length-ratio', [2], [2], { what: 'long' })], [fault], ['missing'], positions);
    expect(other.counts.unexplained).toBe(1);
  });
});

describe('faults', () => {
  const source = makeDocument(
    [
      'Good morning to all of you. Is "it" late (very) at http://a.example/path/to?',
      ...Array.from({ length: 30 }, (_, k) => `See chapter ${k + 1} by Anna Lee. It is here and has some text.`),
      'Are we there yet?',
    ],
    'en-GB',
  );
  const target = makeDocument(
    [
      'Доброе утро всем вам, сказал Иванов тихо. Уже «очень» поздно теперь (да) на http://a.example/path/to?',
      ...Array.from({ length: 30 }, (_, k) => `См. главу ${k + 1} автора Смирнова. Она здесь и содержит текст.`),
      'Мы уже приехали?',
    ],
    'ru-RU',
  );
  const items = {
    source: source.blocks.map((block, k) => ({ block, origin: [k] })),
    target: target.blocks.map((block, k) => ({ block, origin: [k] })),
  };
  const partners = new Map(source.blocks.map((_, k) => [k, k]));
  const others = ['Это написал Толстой, когда приехал в Москву и остановился у Ростовых на Поварской.'];
  const pair: Pair = { source, target, items, partners, others };

  it.each(faults.filter((fault) => 'inject' in fault && fault.name !== 'speaker swapped'))(
    '$name: changes the translation where it says, and nothing else',
    (fault) => {
      const dice = createDice(1);
      const injections = source.blocks.flatMap((_, unit) => fault.inject!(pair, unit, dice) ?? []);
      expect(injections.length).toBeGreaterThan(0);
      for (const injection of injections) {
        const [before, after] = [pair, injection.pair].map((one) => documentsOf(one));
        expect(after).not.toEqual(before);
        const kept = (list: Pair['items']['target'], touched: readonly number[]): string[] =>
          list.filter(({ origin }) => !origin.some((k) => touched.includes(k))).map(({ block }) => block.text);
        expect(kept(injection.pair.items.target, injection.target)).toEqual(kept(items.target, injection.target));
        expect(kept(injection.pair.items.source, injection.source)).toEqual(kept(items.source, injection.source));
      }
    },
  );
});
