import { describe, expect, it } from 'vitest';
import { align, alignUnits, defaultEvidence } from '../../../src/align/align.ts';
import { embeddingEvidence } from '../../../src/align/evidence/embeddings.ts';
import type { Embedder } from '../../../src/align/evidence/embeddings.ts';
import { transformersEmbedder } from '../../../src/align/evidence/transformers.ts';
import { readDocument } from '../../../src/read/read-document.ts';

const source = ['red house', 'blue tree', 'green car'];
const target = ['rotes haus', 'blauer baum', 'grünes auto'];
const flat: Embedder = (texts) => texts.map((_, k) => [k + 1, 1]);

describe('embeddingEvidence', () => {
  it('embeds each distinct text once, in batches, and blank ones never', async () => {
    const batches: (readonly string[])[] = [];
    const record: Embedder = (texts) => {
      batches.push(texts);
      return Promise.resolve(texts.map((_, k) => Float32Array.of(k, 1)));
    };
    await embeddingEvidence(record, ['a', 'b', 'a', ' '], ['b', 'c', '', 'd'], { batchSize: 3 });
    expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('knows the blocks and the segments of documents', async () => {
    const [a, b] = [
      readDocument('One red house. It is big.\n\nA tree.', { locale: 'en' }),
      readDocument('Ein Haus. Gross.\n\nEin Baum.', { locale: 'de' }),
    ];
    const seen = new Set<string>();
    const evidence = await embeddingEvidence(
      (texts) => {
        texts.forEach((text) => seen.add(text));
        return texts.map((text) => [text.length, 3]);
      },
      a,
      b,
    );
    expect(seen).toContain('One red house. It is big.');
    expect(seen).toContain('It is big.');
    expect(align(a, b, { evidence: [...defaultEvidence(), evidence] }).blocks.toString()).toBe('1:1 1:1');
  });

  it('has nothing to say of texts that are blank', async () => {
    const evidence = await embeddingEvidence(flat, [' '], ['']);
    expect(evidence.prepare({ units: [{ text: ' ' }] }, { units: [{ text: '' }] })).toBeUndefined();
  });

  it('scores a unit that has no text as nothing', async () => {
    const evidence = await embeddingEvidence(flat, ['a', ''], ['b', 'c']);
    const scorer = evidence.prepare(
      { units: [{ text: 'a' }, { text: '' }] },
      { units: [{ text: 'b' }, { text: 'c' }] },
    )!;
    expect(scorer.score({ sourceFrom: 1, sourceTo: 2, targetFrom: 0, targetTo: 1 })).toBe(0);
  });

  it('says so when other texts are aligned than were embedded', async () => {
    const evidence = await embeddingEvidence(flat, source, target);
    expect(() => alignUnits(['another text'], target, { evidence: [evidence] })).toThrow(
      expect.objectContaining({ type: 'embedding-unknown', data: { text: 'another text' } }),
    );
  });

  const failing: readonly (readonly [string, unknown, object])[] = [
    ['throws', () => Promise.reject(new Error('out of memory')), { type: 'embedder-failed' }],
    [
      'throws later',
      (texts: string[]) => {
        if (texts.includes('rotes haus')) throw new TypeError('boom');
        return texts.map(() => [1, 2]);
      },
      { type: 'embedder-failed', data: { from: 3, to: 4, text: 'green car', reason: 'boom' } },
    ],
    [
      'gives too few',
      (texts: string[]) => texts.slice(1).map(() => [1]),
      { type: 'embedding-count', data: { found: 1, expected: 2, from: 1, text: 'red house' } },
    ],
    ['gives nothing', () => undefined, { type: 'embedding-count' }],
    ['gives no lists', (texts: string[]) => texts.map(() => null), { type: 'embedding-vector' }],
    [
      'gives unequal lengths',
      (texts: string[]) => texts.map((_, k) => (k === 1 ? [1, 2] : [1, 2, 3])),
      { type: 'embedding-vector', data: { index: 2, text: 'blue tree', reason: expect.stringContaining('2 numbers') } },
    ],
    ['gives NaN', (texts: string[]) => texts.map(() => [1, Number.NaN]), { type: 'embedding-vector' }],
    ['gives zeros', (texts: string[]) => texts.map(() => new Float32Array(3)), { type: 'embedding-vector' }],
    ['gives nothing in a vector', (texts: string[]) => texts.map(() => []), { type: 'embedding-vector' }],
  ];
  it.each(failing)('an embedder that %s is an error that says which text', async (_, embed, expected) => {
    await expect(embeddingEvidence(embed as Embedder, source, target, { batchSize: 2 })).rejects.toMatchObject(
      expected,
    );
  });

  it('agrees with itself when asked twice, and stays finite', async () => {
    const embed: Embedder = (texts) => texts.map((text) => [text.length % 3, text.length % 5, 1]);
    const texts = Array.from({ length: 20 }, (_, k) => 'x'.repeat(k + 1));
    const evidence = await embeddingEvidence(embed, texts, texts);
    const scorer = evidence.prepare(
      { units: texts.map((text) => ({ text })) },
      { units: texts.map((text) => ({ text })) },
    )!;
    for (let from = 0; from < 15; from++)
      for (let size = 1; size <= 5; size++) {
        const candidate = { sourceFrom: from, sourceTo: from + size, targetFrom: 15 - from, targetTo: 16 - from };
        expect(Number.isFinite(scorer.score(candidate))).toBe(true);
        expect(scorer.score(candidate)).toBe(scorer.score(candidate));
      }
  });
});

describe('transformersEmbedder', () => {
  it('says what to install where the package is missing', async () => {
    const missing: string = '@huggingface/no-such-package';
    const embed = transformersEmbedder({ load: () => import(/* @vite-ignore */ missing) });
    await expect(embeddingEvidence(embed, source, target)).rejects.toMatchObject({
      type: 'embedder-missing',
      data: { package: '@huggingface/transformers' },
    });
  });

  it('makes one pipeline, and puts before each text what the model wants', async () => {
    const calls: unknown[] = [];
    const module = {
      pipeline: (...args: unknown[]) => {
        calls.push(args);
        return Promise.resolve((texts: string[], options: unknown) => {
          calls.push([texts, options]);
          return Promise.resolve({ tolist: () => texts.map((text) => [text.length, 1]) });
        });
      },
    };
    const embed = transformersEmbedder({ load: () => Promise.resolve(module), pipeline: { dtype: 'q8' } });
    expect(await embed(['one'])).toEqual([[10, 1]]);
    expect(await embed(['four'])).toEqual([[11, 1]]);
    expect(calls).toEqual([
      ['feature-extraction', 'Xenova/multilingual-e5-small', { dtype: 'q8' }],
      [['query: one'], { pooling: 'mean', normalize: true }],
      [['query: four'], { pooling: 'mean', normalize: true }],
    ]);
    const other = transformersEmbedder({ model: 'Xenova/LaBSE', pooling: 'cls', load: () => Promise.resolve(module) });
    expect(await other(['one'])).toEqual([[3, 1]]);
  });

  it('tries again after a pipeline that failed', async () => {
    let times = 0;
    const pipeline = () => {
      times += 1;
      if (times === 1) return Promise.reject(new Error('offline'));
      return Promise.resolve(() => Promise.resolve({ tolist: () => [[1]] }));
    };
    const embed = transformersEmbedder({ load: () => Promise.resolve({ pipeline }) });
    await expect(embed(['a'])).rejects.toThrow('offline');
    expect(await embed(['a'])).toEqual([[1]]);
  });
});
