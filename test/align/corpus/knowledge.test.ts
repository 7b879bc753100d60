import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignUnits } from '../../../src/align/align.ts';
import { Knowledge } from '../../../src/align/corpus/knowledge.ts';
import { learnPair } from '../../../src/align/corpus/learn-pair.ts';
import { wordBeadsOf } from '../../../src/align/corpus/learnt-beads.ts';
import type { UnitsPair } from '../../../src/align/corpus/pair.ts';
import type { PairKnowledge, PairPrior } from '../../../src/align/corpus/pair-knowledge.ts';
import { WordCounts } from '../../../src/align/corpus/word-counts.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { madeUpPairs } from './made-up-pairs.ts';

function learn({ source, target }: UnitsPair, targetLocale = 'qab'): PairKnowledge {
  const beads = wordBeadsOf(source, target, alignUnits(source, target).beads);
  return learnPair(beads, { source: 'qaa', target: targetLocale }, undefined);
}

const taught = madeUpPairs(3, { pairs: 10, sentences: 25 }).map(({ pair }) => learn(pair));

function knowing(pairs: readonly PairKnowledge[], mostWordPairs?: number): Knowledge {
  const knowledge = new Knowledge(mostWordPairs === undefined ? {} : { mostWordPairs });
  for (const pair of pairs) knowledge.add(pair);
  return knowledge;
}

/** A prior as lines, in no order. */
function linesOf(prior: PairPrior | undefined): string[] {
  if (prior === undefined) return [];
  const { sourceWords, targetWords, source, target, weight } = prior;
  return [...source.keys()].map((k) => `${sourceWords[source[k]!]} ${targetWords[target[k]!]} ${weight[k]}`).sort();
}

describe('what one pair teaches', () => {
  test('is which words stand for each other', () => {
    const source = ['red house', 'red dog', 'old house', 'old dog', 'red cat', 'old cat'];
    const target = ['rouge maison', 'rouge chien', 'vieux maison', 'vieux chien', 'rouge chat', 'vieux chat'];
    const { sourceWords, targetWords, sourceTotal, ...counts } = learn({ source, target });
    const found = [...counts.source.keys()].filter((k) => counts.count[k]! > 100);
    expect(found.map((k) => `${sourceWords[counts.source[k]!]} ${targetWords[counts.target[k]!]}`)).toEqual([
      'red rouge',
      'house maiso',
      'dog chien',
      'old vieux',
      'cat chat',
    ]);
    expect(sourceTotal[0]).toBeGreaterThan(250);
    expect(sourceTotal[0]).toBeLessThanOrEqual(300);
    expect(Object.keys(counts.habits.sizes)).toEqual(['1:1']);
    expect(counts.habits.sourceLength).toBeGreaterThan(4000);
  });

  test('can be sent to another thread', () => {
    for (const pair of taught) expect(structuredClone(pair)).toEqual(pair);
  });

  test('is nothing where nothing is likely', () => {
    const { count } = learnPair(wordBeadsOf(['a'], ['b'], []), { source: undefined, target: undefined }, undefined);
    expect(count).toHaveLength(0);
  });
});

describe('knowledge', () => {
  test('leaves out what a pair taught itself', () => {
    for (const [k, own] of taught.entries()) {
      const others = knowing(taught.toSpliced(k, 1)).priorFor(own);
      expect(linesOf(others).length).toBeGreaterThan(10);
      expect(linesOf(knowing(taught).priorFor(own, own))).toEqual(linesOf(others));
      expect(knowing([own]).priorFor(own, own)).toBeUndefined();
    }
  });

  test('takes back what a pair taught, and has other counts in its place', () => {
    const [own, other] = [taught[2]!, taught[3]!];
    const nothing = { source: new Uint32Array(0), target: new Uint32Array(0), count: new Uint32Array(0) };
    const knowledge = knowing(taught);
    const before = {
      others: linesOf(knowledge.priorFor(own, own)),
      size: knowledge.wordPairs,
    };
    const without = knowledge.replace(own, nothing);
    expect(without).toEqual({ ...own, ...nothing });
    expect(linesOf(knowledge.priorFor(own, without))).toEqual(before.others);
    expect(knowledge.wordPairs).toBeLessThan(before.size);
    expect(knowledge.replace(without, own)).toEqual(own);
    expect(linesOf(knowledge.priorFor(other, other))).toEqual(linesOf(knowing(taught).priorFor(other, other)));
    expect([knowledge.wordPairs, knowledge.pairs]).toEqual([before.size, taught.length]);
    // Of what was forgotten meanwhile there is nothing to take back.
    const small = knowing(taught, 20);
    small.replace(own, nothing);
    expect(
      JSON.parse(small.toJson())
        .tables[0].rows.flat()
        .every((n: number) => n >= 0),
    ).toBe(true);
    expect(small.wordPairs).toBeLessThanOrEqual(20);
  });

  test('is the same in JSON, and in parts that are put together', () => {
    fc.assert(
      fc.property(fc.subarray(taught, { minLength: 1 }), fc.nat(10), (pairs, cut) => {
        const whole = knowing(pairs);
        expect(Knowledge.fromJson(whole.toJson()).toJson()).toBe(whole.toJson());
        const joined = knowing(pairs.slice(0, cut));
        joined.merge(Knowledge.fromJson(knowing(pairs.slice(cut)).toJson()));
        expect(joined.toJson()).toBe(whole.toJson());
        expect([joined.pairs, joined.wordPairs]).toEqual([whole.pairs, whole.wordPairs]);
      }),
    );
  });

  test('adds the same up in any order', () => {
    const orders = [taught, taught.toReversed()].map((pairs) => knowing(pairs).priorFor(taught[4]!));
    expect(linesOf(orders[1])).toEqual(linesOf(orders[0]));
  });

  test('remembers no more than it may, and the same each time', () => {
    for (const most of [1, 50, 200, 400]) {
      const small = new Knowledge({ mostWordPairs: most });
      for (const pair of taught) {
        small.add(pair);
        expect(small.wordPairs).toBeLessThanOrEqual(most);
      }
      expect(knowing(taught, most).toJson()).toBe(small.toJson());
    }
  });

  test('forgets the rarest, and words of which nothing is left', () => {
    const countsOf = (table: WordCounts): Map<string, number> => {
      const { sourceWords, targetWords, rows } = table.toJSON();
      const entries = rows.flatMap((row, s) =>
        row.flatMap((t, k) => (k % 2 === 0 ? [[`${sourceWords[s]} ${targetWords[t]}`, row[k + 1]!] as const] : [])),
      );
      return new Map(entries);
    };
    const make = (): WordCounts => {
      const table = new WordCounts('qaa', 'qab');
      for (const pair of taught) table.add(pair);
      return table;
    };
    const all = countsOf(make());
    for (const most of [0, 1, 7, 100, all.size - 1, all.size, all.size + 1]) {
      const table = make();
      table.prune(most);
      const kept = countsOf(table);
      expect(kept.size).toBe(Math.min(most, all.size));
      expect(table.size).toBe(kept.size);
      const forgotten = [...all].filter(([words]) => !kept.has(words)).map(([, count]) => count);
      for (const [words, count] of kept) expect(count).toBe(all.get(words));
      expect(Math.min(...kept.values())).toBeGreaterThanOrEqual(Math.max(0, ...forgotten));
      const { sourceWords, targetWords } = table.toJSON();
      if (most >= all.size) continue;
      expect(new Set([...kept.keys()].map((words) => words.split(' ')[0]))).toEqual(new Set(sourceWords));
      expect(new Set([...kept.keys()].map((words) => words.split(' ')[1]))).toEqual(new Set(targetWords));
    }
  });

  test('keeps languages apart, and forgets of the one it knows most of', () => {
    const other = madeUpPairs(4, { pairs: 1, sentences: 8 }).map(({ pair }) => learn(pair, 'qac'))[0]!;
    const knowledge = knowing([...taught, other]);
    expect(knowledge.priorFor(other, other)).toBeUndefined();
    expect(knowledge.priorFor({ ...other, targetLanguage: 'qaz' })).toBeUndefined();
    const size = knowing([other]).wordPairs;
    const small = knowing([...taught, other], knowing(taught).wordPairs);
    small.add(taught[0]!);
    expect(linesOf(small.priorFor(other))).toEqual(linesOf(knowing([other]).priorFor(other)));
    expect(size).toBeGreaterThan(0);
  });

  test('says what is wrong with a file that it did not write', () => {
    const good = knowing(taught).toJson();
    for (const [text, path] of [
      ['', '/'],
      ['[]', '/paralign'],
      ['{"paralign":"bitext","version":1}', '/paralign'],
      [good.replace('"version":1', '"version":2'), '/version'],
      [good.replace(/"pairs":\d+/, '"pairs":-1'), '/tables/0/pairs'],
      [good.replace(/"sourceTotals":\[\d+,/, '"sourceTotals":['), '/tables/0'],
      [good.replace(/"rows":\[\[\d+/, '"rows":[[99999'), '/tables/0'],
    ] as const) {
      const read = (): unknown => Knowledge.fromJson(text, { file: 'k.json' });
      expect(read, text.slice(0, 50)).toThrow(ParalignError);
      expect(read, text.slice(0, 50)).toThrow(
        expect.objectContaining({ type: 'knowledge-invalid', data: expect.objectContaining({ file: 'k.json', path }) }),
      );
    }
  });
});
