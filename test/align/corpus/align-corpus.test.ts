import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignCorpus } from '../../../src/align/corpus/align-corpus.ts';
import type { AlignCorpusOptions, CorpusResult } from '../../../src/align/corpus/align-corpus.ts';
import { Knowledge } from '../../../src/align/corpus/knowledge.ts';
import type { CorpusPair, UnitsPair } from '../../../src/align/corpus/pair.ts';
import type { CorpusPool } from '../../../src/align/corpus/pool.ts';
import { runPairTask } from '../../../src/align/corpus/task.ts';
import { align, alignUnits } from '../../../src/align/align.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { readDocument } from '../../../src/read/read-document.ts';
import { addCounts, countRight, f1, noCounts } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import { madeUpPairs } from './made-up-pairs.ts';

/** Does the work as threads do: on copies, some tasks at a time, done in any order. */
function disorderlyPool(size: number, seed: number): CorpusPool & { most: number } {
  const dice = createDice(seed);
  let running = 0;
  const pool = {
    size,
    most: 0,
    run: async (task: Parameters<CorpusPool['run']>[0]) => {
      running += 1;
      pool.most = Math.max(pool.most, running);
      const copy = structuredClone(task);
      await new Promise((resolve) => setTimeout(resolve, dice(4)));
      running -= 1;
      return structuredClone(runPairTask(copy));
    },
  };
  return pool;
}

async function resultsOf<Pair extends CorpusPair>(
  pairs: AsyncIterable<Pair> | Iterable<Pair>,
  options?: AlignCorpusOptions,
): Promise<CorpusResult<Pair>[]> {
  const results: CorpusResult<Pair>[] = [];
  for await (const result of alignCorpus(pairs, options)) results.push(result);
  return results;
}

const pairs: UnitsPair[] = madeUpPairs(1, { pairs: 12, sentences: 6 }).map(({ pair }) => pair);
const broken: UnitsPair = { source: ['a'], target: ['b'], sourceLocale: 'english' };

describe('the results', () => {
  test('are the same, in the order of the pairs, whatever works on them', async () => {
    const options = { batchPairs: 5 };
    const expected = JSON.stringify(await resultsOf(pairs, options));
    for (const size of [1, 2, 3]) {
      const pool = disorderlyPool(size, size);
      expect(JSON.stringify(await resultsOf(pairs, { ...options, pool })), `${size}`).toBe(expected);
      expect(pool.most).toBeGreaterThan(size - 1);
    }
    const indices = (JSON.parse(expected) as { index: number }[]).map(({ index }) => index);
    expect(indices).toEqual([...pairs.keys()]);
  });

  test('carry the pair that was given, with all that it holds', async () => {
    const given = pairs.slice(0, 2).map((pair, k) => ({ ...pair, id: k, send: () => k }));
    const results = await resultsOf(given);
    expect(results.map(({ pair }) => pair)).toEqual(given);
    expect(results.map(({ pair }) => pair.send())).toEqual([0, 1]);
  });

  test('of a single pair are what it is aligned to by itself', async () => {
    const [pair] = pairs;
    const [result] = await resultsOf([pair!]);
    expect(result).toEqual({ pair, index: 0, kind: 'units', alignment: alignUnits(pair!.source, pair!.target, pair) });
  });

  test('of documents are bitexts', async () => {
    const source = readDocument('A train. It is late.\n\nThank you!', { locale: 'en' });
    const target = readDocument('Ein Zug. Er ist spät.\n\nDanke!', { locale: 'de' });
    const [result] = await resultsOf([{ source, target }]);
    expect(result).toEqual({ pair: { source, target }, index: 0, kind: 'documents', bitext: align(source, target) });
  });

  test('of pairs without text on a side, or on both', async () => {
    const empty = { locale: 'en', blocks: [] };
    const full = readDocument('Ein Zug. Er ist spät.', { locale: 'de' });
    const results = await resultsOf<CorpusPair>([
      { source: [], target: ['eins', ''] },
      { source: ['one'], target: [] },
      { source: [], target: [] },
      { source: [''], target: [''] },
      { source: empty, target: full },
      { source: empty, target: { locale: 'de', blocks: [] } },
    ]);
    const notations = results.map((result) =>
      result.kind === 'units'
        ? result.alignment.toString()
        : result.kind === 'documents'
          ? result.bitext.blocks.toString()
          : result.error,
    );
    expect(notations).toEqual(['0:1 0:1', '1:0', '', '1:1', '0:1', '']);
  });

  test('are nothing for no pairs', async () => {
    expect(await resultsOf([])).toEqual([]);
  });
});

describe('what pairs teach each other', () => {
  test('makes short texts come out better than by themselves', async () => {
    const corpus = madeUpPairs(7, { pairs: 60, sentences: 12 });
    const score = (results: readonly CorpusResult[]): number => {
      const counts = results
        .map((result, k) => {
          if (result.kind !== 'units') throw new Error(result.kind);
          const beads = result.alignment.beads.map(({ source, target }) => ({
            source: range(source),
            target: range(target),
          }));
          return countRight(corpus[k]!.gold, beads);
        })
        .reduce((sum, one) => addCounts(sum, one), noCounts);
      return f1(counts.strictPrecision, counts.strictRecall);
    };
    const alone = score(
      await resultsOf(
        corpus.map(({ pair }) => pair),
        { learn: false },
      ),
    );
    const together = score(await resultsOf(corpus.map(({ pair }) => pair)));
    // In a made-up language a text of twelve sentences tells little by itself.
    expect(together).toBeGreaterThan(alone + 0.1);
  });

  test('stays among pairs of the same languages', async () => {
    const knowledge = new Knowledge();
    await resultsOf(pairs, { knowledge });
    const other = { ...pairs[0]!, targetLocale: 'qac' };
    const options = { knowledge, learn: false };
    const [same] = await resultsOf([{ ...pairs[0]!, targetLocale: 'qab-Cyrl' }], options);
    const [different] = await resultsOf([other], options);
    const alone = alignUnits(other.source, other.target, other);
    expect(different).toMatchObject({ alignment: { path: alone.path } });
    expect(JSON.stringify(same)).not.toContain(JSON.stringify(alone.toJSON().confidence));
  });

  test('does not depend on the pairs around it where nothing is learnt', async () => {
    const knowledge = new Knowledge();
    await resultsOf(pairs.slice(0, 6), { knowledge });
    const before = knowledge.toJson();
    const options = { knowledge, learn: false };
    const whole = (await resultsOf(pairs, options)).map(({ pair: _, index: __, ...result }) => JSON.stringify(result));
    expect(knowledge.toJson()).toBe(before);
    for (const cut of [1, 5]) {
      const parts = [pairs.slice(cut).reverse(), pairs.slice(0, cut).reverse()];
      const results = (await Promise.all(parts.map((part) => resultsOf(part, options)))).flat();
      const again = results.map(({ pair: _, index: __, ...result }) => JSON.stringify(result)).reverse();
      expect(again).toEqual(whole);
    }
  });

  test('depends on what stands before a batch and in it, and on nothing after it', async () => {
    const options = { batchPairs: 4 };
    const all = (await resultsOf(pairs, options)).map((result) => JSON.stringify(result));
    const some = (await resultsOf(pairs.slice(0, 9), options)).map((result) => JSON.stringify(result));
    expect(some.slice(0, 8)).toEqual(all.slice(0, 8));
    expect(some[8]).not.toBe(all[8]);
  });
});

describe('a pair that fails', () => {
  const unread = { error: new Error('line 3 is not a pair') };
  const mixed: CorpusPair[] = [pairs[0]!, pairs[1]!, broken, unread, pairs[2]!];

  test('ends it all, after the results before it', async () => {
    const seen: number[] = [];
    const read = async (): Promise<void> => {
      for await (const { index } of alignCorpus(mixed)) seen.push(index);
    };
    await expect(read()).rejects.toThrow(new ParalignError('locale-invalid', { tag: 'english' }));
    expect(seen).toEqual([0, 1]);
    await expect(resultsOf([unread, broken])).rejects.toBe(unread.error);
  });

  test('is the last result', async () => {
    const results = await resultsOf(mixed, { onError: 'stop' });
    expect(results.map(({ kind }) => kind)).toEqual(['units', 'units', 'failed']);
  });

  test.each([true, false])('is a result in its place, and teaches nothing (learn: %s)', async (learn) => {
    const knowledge = [new Knowledge(), new Knowledge()];
    const results = await resultsOf(mixed, { onError: 'skip', learn, knowledge: knowledge[0]! });
    expect(results.map(({ kind }) => kind)).toEqual(['units', 'units', 'failed', 'failed', 'units']);
    expect(results[2]).toMatchObject({ pair: broken, error: { type: 'locale-invalid', data: { tag: 'english' } } });
    expect(results[2]).toHaveProperty('error', expect.any(ParalignError));
    expect(results[3]).toEqual({ pair: unread, index: 3, kind: 'failed', error: unread.error });
    await resultsOf(pairs.slice(0, 3), { learn, knowledge: knowledge[1]! });
    expect(knowledge[0]!.toJson()).toBe(knowledge[1]!.toJson());
  });

  test('is one that is not made of texts', async () => {
    const odd = [{ source: [1], target: ['a'] }, { source: 'text', target: ['a'] }, { source: null }] as any[];
    const results = await resultsOf([pairs[0]!, ...odd], { onError: 'skip', batchPairs: 1 });
    expect(results.map(({ kind }) => kind)).toEqual(['units', 'failed', 'failed', 'failed']);
  });
});

describe('the stream', () => {
  /** Pairs without end, and how many of them were taken. */
  function endless(): { taken: number; closed: boolean; [Symbol.asyncIterator](): AsyncGenerator<UnitsPair> } {
    const stream = {
      taken: 0,
      closed: false,
      async *[Symbol.asyncIterator](): AsyncGenerator<UnitsPair> {
        try {
          for (;;) {
            yield pairs[stream.taken++ % pairs.length]!;
            await Promise.resolve();
          }
        } finally {
          stream.closed = true;
        }
      },
    };
    return stream;
  }

  test('is read as results are taken, and closed when nobody takes any more', async () => {
    const stream = endless();
    const corpus = alignCorpus(stream, { batchPairs: 3, pool: disorderlyPool(2, 1) });
    expect(stream.taken).toBe(0);
    for (const taken of [3, 3, 3, 6]) {
      await corpus.next();
      expect(stream.taken).toBe(taken);
    }
    await corpus.return();
    expect(stream).toMatchObject({ taken: 6, closed: true });
  });

  test('is closed when a pair fails', async () => {
    const stream = endless();
    const failing = async function* (): AsyncGenerator<CorpusPair> {
      for await (const pair of stream) yield stream.taken > 2 ? broken : pair;
    };
    await expect(resultsOf(failing(), { batchPairs: 2 })).rejects.toThrow('english');
    expect(stream.closed).toBe(true);
  });

  test('stops when it is told to, even where nothing comes', async () => {
    const reason = new Error('enough');
    const controller = new AbortController();
    const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
    const waiting = alignCorpus(silent, { signal: controller.signal }).next();
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(resultsOf(pairs, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('stops in the middle of the work', async () => {
    const controller = new AbortController();
    const stream = endless();
    const corpus = alignCorpus(stream, { batchPairs: 2, signal: controller.signal, pool: disorderlyPool(2, 3) });
    await corpus.next();
    const next = corpus.next();
    controller.abort('enough');
    await expect(next).rejects.toBe('enough');
    expect(await corpus.next()).toEqual({ value: undefined, done: true });
  });

  test('lets events through while it works in this thread', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort('a timer'), 1);
    const long = endless();
    await expect(resultsOf(long, { signal: controller.signal, batchPairs: 50 })).rejects.toBe('a timer');
  });

  test('passes on what its input and its pool throw', async () => {
    const failing = async function* (): AsyncGenerator<UnitsPair> {
      yield pairs[0]!;
      await Promise.resolve();
      throw new Error('the disk');
    };
    await expect(resultsOf(failing())).rejects.toThrow('the disk');
    const pool = { size: 2, run: () => Promise.reject(new Error('no memory')) };
    await expect(resultsOf(pairs, { pool, onError: 'skip' })).rejects.toThrow('no memory');
  });

  test('takes 1,000 small pairs in batches of whatever size', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 3000 }),
        async (batchPairs, size) => {
          const small = Array.from({ length: 1000 }, (_, k) => ({ source: [`a ${k}`], target: [`b ${k}`, 'c'] }));
          const results = await resultsOf(small, { batchPairs, batchCharacters: size });
          expect(results.map(({ pair }) => pair)).toEqual(small);
          expect(results.every((result) => result.kind === 'units' && result.alignment.sourceLength === 1)).toBe(true);
        },
      ),
      { numRuns: 2 },
    );
  });
});

function range({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
