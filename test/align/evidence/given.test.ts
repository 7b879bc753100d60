import type { AnchorSide } from '../../../src/align/evidence/anchors.ts';
/** What is given besides the two texts: a dictionary, a memory, a machine translation, embeddings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignUnits, defaultEvidence } from '../../../src/align/align.ts';
import type { Given } from '../../../src/align/align.ts';
import type { Evidence, Scorer, Side } from '../../../src/align/evidence.ts';
import { dictionaryAnchors, memoryAnchors } from '../../../src/align/evidence/dictionary.ts';
import { embeddingEvidence } from '../../../src/align/evidence/embeddings.ts';
import type { Embedder } from '../../../src/align/evidence/embeddings.ts';
import { memoryEvidence } from '../../../src/align/evidence/memory.ts';
import { translationEvidence } from '../../../src/align/evidence/translation.ts';
import { translationPairs } from '../../../src/align/translation-pairs.ts';
import type { TextPair } from '../../../src/model/text-pair.ts';
import { addCounts, countRight, f1, noCounts } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import { indexBeads } from '../index-beads.ts';
import { makeCorpus } from '../made-up-corpus.ts';
import type { MadeUpCorpus } from '../made-up-corpus.ts';

/** Short texts whose words hardly come twice: there is little to learn from the texts themselves. */
const corpora = [1, 2, 3, 4].map((seed) => makeCorpus(createDice(seed), { sentences: 30, words: 3000, missing: 0.2 }));

const side = (texts: readonly string[]): Side => ({ units: texts.map((text) => ({ text })) });

function f1Of(evidenceFor: (corpus: MadeUpCorpus) => Evidence[]): number {
  const counts = corpora
    .map((corpus) =>
      countRight(corpus.beads, indexBeads(alignUnits(corpus.source, corpus.target, { evidence: evidenceFor(corpus) }))),
    )
    .reduce(addCounts, noCounts);
  return f1(counts.strictPrecision, counts.strictRecall);
}

const given = (make: (corpus: MadeUpCorpus) => Given): number => f1Of((corpus) => defaultEvidence(make(corpus)));

/** Word by word, with every third word wrong. */
function translate({ source, terms }: MadeUpCorpus): string[] {
  const words = new Map(terms.map((term) => [term.source, term.target]));
  return source.map((text) =>
    text
      .split(' ')
      .map((word, k) => (k % 3 === 0 ? 'ჰჰჰჰ' : words.get(word)!))
      .join(' '),
  );
}

/** For each row of each side, `addScores` and `score` say the same, also after learning. */
function expectRowsToAgree(scorer: Scorer, n: number, m: number): void {
  for (const round of [1, 2]) {
    if (round === 2)
      scorer.learn?.([{ sourceFrom: 0, sourceTo: Math.min(2, n), targetFrom: 0, targetTo: 1, weight: 0.9 }]);
    for (let sourceFrom = 0; sourceFrom < n; sourceFrom++)
      for (let size = 1; size <= 5 && sourceFrom + size <= n; size++)
        for (let targetSize = 1; targetSize <= Math.min(5, m); targetSize++) {
          const row = { sourceFrom, sourceTo: sourceFrom + size, targetSize, firstEnd: targetSize, lastEnd: m };
          const scores = new Float32Array(m + 3).fill(0.5);
          scorer.addScores!(row, scores, 2);
          for (let j = targetSize; j <= m; j++) {
            const candidate = { ...row, targetFrom: j - targetSize, targetTo: j };
            expect(scores[j + 2]! - 0.5).toBeCloseTo(scorer.score(candidate), 4);
          }
        }
  }
}

describe('what is given makes short texts alignable', () => {
  const alone = given(() => ({}));

  it('needs help: without it few beads are right', () => {
    expect(alone).toBeLessThan(0.8);
  });

  it('a dictionary', () => {
    expect(given(({ terms }) => ({ dictionary: terms }))).toBeGreaterThan(0.95);
  });

  it('a dictionary of which half is missing', () => {
    expect(given(({ terms }) => ({ dictionary: terms.filter((_, k) => k % 2 === 0) }))).toBeGreaterThan(0.9);
  });

  it('a machine translation of either side', () => {
    expect(given((corpus) => ({ translation: translationPairs(corpus.source, translate(corpus)) }))).toBeGreaterThan(
      0.9,
    );
    const turned = f1Of((corpus) => {
      const inverse = corpus.terms.map(({ source, target }) => ({ source: target, target: source }));
      const translated = translate({ ...corpus, source: corpus.target, target: corpus.source, terms: inverse });
      return defaultEvidence({ translation: translationPairs(translated, corpus.target) });
    });
    expect(turned).toBeGreaterThan(0.9);
  });

  it('a memory that holds every second sentence verbatim', () => {
    const memory = ({ source, target, beads }: MadeUpCorpus): TextPair[] =>
      beads
        .filter((bead, k) => k % 2 === 0 && bead.source.length > 0 && bead.target.length > 0)
        .map((bead) => ({
          source: ` ${source[bead.source[0]!]!.replace(' ', '\n')}`,
          target: target[bead.target[0]!]!,
        }));
    expect(given((corpus) => ({ memory: memory(corpus) }))).toBeGreaterThan(0.85);
  });

  it('a memory of other sentences of the same words', () => {
    const [without, taught] = [5, 6, 7]
      .map((seed) => {
        const { source, target } = makeCorpus(createDice(seed), { sentences: 1000, words: 1000, missing: 0 });
        // Of thirty sentences, every fifth is missing on one side and every seventh on the other.
        const beads = [...source.keys()]
          .slice(0, 30)
          .map((k) => ({ source: k % 5 === 2 ? [] : [k], target: k % 5 !== 2 && k % 7 === 3 ? [] : [k] }));
        const renumber = (side: 'source' | 'target'): number[] => beads.flatMap((bead) => bead[side]);
        const [a, b] = [renumber('source'), renumber('target')];
        const gold = beads.map((bead) => ({
          source: bead.source.map((k) => a.indexOf(k)),
          target: bead.target.map((k) => b.indexOf(k)),
        }));
        const memory = source.slice(30).map((text, k) => ({ source: text, target: target[k + 30]! }));
        return [{}, { memory }].map((some) => {
          const found = alignUnits(
            a.map((k) => source[k]!),
            b.map((k) => target[k]!),
            { evidence: defaultEvidence(some) },
          );
          return countRight(gold, indexBeads(found));
        });
      })
      .reduce((sum, counts) => sum.map((one, k) => addCounts(one, counts[k]!)), [noCounts, noCounts])
      .map((one) => f1(one.strictPrecision, one.strictRecall));
    expect(taught).toBeGreaterThan(0.95);
    expect(without).toBeLessThan(taught! - 0.1);
  });

  it('embeddings', async () => {
    const prepared = new Map<MadeUpCorpus, Evidence>();
    for (const corpus of corpora)
      prepared.set(corpus, await embeddingEvidence(createEmbedder(corpus.terms), corpus.source, corpus.target));
    expect(f1Of((corpus) => [...defaultEvidence(), prepared.get(corpus)!])).toBeGreaterThan(0.95);
  });
});

/** A hashed bag of words: a word and its translation have the same place. */
function createEmbedder(terms: readonly TextPair[]): Embedder {
  const words = new Map(terms.map(({ source, target }) => [target, source]));
  return (texts) =>
    texts.map((text) => {
      const vector = new Float32Array(64).fill(0.2);
      for (const word of text.split(' ')) {
        let hash = 7;
        for (const letter of words.get(word) ?? word) hash = (hash * 31 + letter.codePointAt(0)!) % 65_521;
        vector[hash % 64]! += 1;
      }
      return vector;
    });
}

function wordsOf(words: readonly string[]): AnchorSide {
  return { words, forms: words, frequency: words.map(() => 1) };
}

describe('dictionaryAnchors', () => {
  const anchors = (terms: TextPair[], source: string[], target: string[]): Record<string, number> =>
    Object.fromEntries(
      [...dictionaryAnchors(terms)(wordsOf(source), wordsOf(target))].map(([s, t, weight]) => [
        `${source[s]} ${target[t]}`,
        Number(weight.toFixed(2)),
      ]),
    );

  it('gives a term of one word its full weight, and shares it between translations', () => {
    expect(anchors([{ source: 'Cat', target: 'кошка' }], ['cat', 'dog'], ['кошка', 'пёс'])).toEqual({ 'cat кошка': 1 });
    const two = anchors(
      [
        { source: 'cat', target: 'кошка' },
        { source: 'cat', target: 'кот' },
      ],
      ['cat'],
      ['кошка', 'кот'],
    );
    expect(Object.keys(two)).toEqual(['cat кошка', 'cat кот']);
    expect(two['cat кошка']).toBe(two['cat кот']);
  });

  it('works out over all terms which word of a longer one stands for which', () => {
    const found = anchors(
      [
        { source: 'prime minister', target: 'премьер министр' },
        { source: 'foreign minister', target: 'иностранных министр' },
        { source: 'foreign', target: 'иностранных' },
      ],
      ['prime', 'minis', 'forei'],
      ['премь', 'минис', 'иност'],
    );
    for (const right of ['prime премь', 'minis минис', 'forei иност']) expect(found[right]).toBeGreaterThan(0.7);
    for (const wrong of ['prime минис', 'minis премь', 'forei минис']) expect(found[wrong] ?? 0).toBeLessThan(0.3);
  });

  it('takes whatever terms there are: none, long ones, half characters, and many', () => {
    expect(anchors([], ['cat'], ['кошка'])).toEqual({});
    expect(anchors([{ source: `cat ${'x'.repeat(1 << 20)}`, target: 'кошка' }], ['cat'], ['кошка'])).toEqual({});
    expect(anchors([{ source: '\ud800 cat', target: 'кошка \udc00' }], ['cat'], ['кошка'])).toEqual({ 'cat кошка': 1 });
    const many = Array.from({ length: 100_000 }, (_, k) => ({ source: `a${'bcdefghij'[k % 9]}${k}`, target: `w${k}` }));
    expect(anchors([...many, { source: 'cat', target: 'кошка' }], ['cat', 'w'], ['кошка', 'ac'])).toEqual({
      'cat кошка': 1,
    });
  });

  it('weighs from 0 to 1, whatever the terms', () => {
    const term = fc.record({ source: fc.string({ unit: 'binary' }), target: fc.string() });
    const word = fc.constantFrom('a', 'b', '#1', 'c', '?');
    fc.assert(
      fc.property(fc.array(term), fc.uniqueArray(word), fc.uniqueArray(word), (terms, source, target) => {
        for (const make of [dictionaryAnchors, memoryAnchors])
          for (const [s, t, weight] of make(terms)(wordsOf(source), wordsOf(target))) {
            expect(source[s]).toBeDefined();
            expect(target[t]).toBeDefined();
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1 + 1e-9);
          }
      }),
    );
  });
});

describe('memoryEvidence', () => {
  const memory = memoryEvidence([
    { source: 'Good  day.', target: 'Guten Tag.' },
    { source: 'Yes. No.', target: 'Ja. Nein.' },
    { source: 'Yes.', target: 'Ja.' },
    { source: '', target: 'Nichts' },
  ]);
  const one = (source: number, target: number) => ({
    sourceFrom: source,
    sourceTo: source + 1,
    targetFrom: target,
    targetTo: target + 1,
  });

  it('speaks for a stretch opposite its translation, against it elsewhere, and not of what it does not know', () => {
    const scorer = memory.prepare(
      side(['Good day.', 'Other', 'Yes.', 'No.']),
      side(['x', 'Guten\nTag.', 'Ja. Nein.', 'y']),
    )!;
    expect(scorer.score(one(0, 1))).toBeGreaterThan(1);
    expect(scorer.score(one(0, 0))).toBeLessThan(-1);
    expect(scorer.score(one(1, 1))).toBeLessThan(-1);
    expect(scorer.score(one(1, 0))).toBe(0);
    expect(scorer.score({ sourceFrom: 2, sourceTo: 4, targetFrom: 2, targetTo: 3 })).toBeGreaterThan(1);
  });

  it('says less of what is said often', () => {
    const texts = (often: number, text: string): string[] => [
      ...Array<string>(often).fill(text),
      ...Array.from({ length: 20 - often }, (_, k) => `${k}`),
    ];
    const score = (often: number): number =>
      memory.prepare(side(texts(often, 'Yes.')), side(texts(often, 'Ja.')))!.score(one(0, 0));
    expect(score(1)).toBeGreaterThan(score(5) + 1);
    expect(score(5)).toBeGreaterThan(score(15));
    expect(score(20)).toBe(0);
  });

  it('costs nothing where it knows nothing', () => {
    expect(memory.prepare(side(['Good day.']), side(['Hallo']))).toBeUndefined();
    expect(memoryEvidence([]).prepare(side(['Good day.']), side(['Hallo']))).toBeUndefined();
  });
});

describe('translationEvidence', () => {
  it('costs nothing where nothing is translated', () => {
    expect(translationEvidence([]).prepare(side(['a']), side(['b']))).toBeUndefined();
    expect(translationEvidence([{ source: 'z', target: 'y' }]).prepare(side(['a']), side(['b']))).toBeUndefined();
  });
});

describe('rows of candidates score as single ones', () => {
  const text = fc.array(fc.constantFrom('red', 'green', 'blue', 'one', 'two', '1956', 'a'), { maxLength: 6 });
  const texts = fc.array(
    text.map((words) => words.join(' ')),
    { minLength: 1, maxLength: 7 },
  );

  it('for machine translations of either side', () => {
    fc.assert(
      fc.property(texts, texts, fc.boolean(), (source, target, turned) => {
        fc.pre(source.some((words) => words !== ''));
        const translated = source.map((words) => `${words} quelle`);
        const pairs = turned ? translationPairs(source, translated) : translationPairs(translated, source);
        const [a, b] = turned ? [side(target), side(translated)] : [side(translated), side(target)];
        expectRowsToAgree(translationEvidence(pairs).prepare(a, b)!, a.units.length, b.units.length);
      }),
      { numRuns: 30 },
    );
  });

  it('for memories', () => {
    fc.assert(
      fc.property(texts, texts, fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1 }), (source, target, known) => {
        const memory = known.map(([i, j]) => ({
          source: source[i % source.length]!,
          target: target[j % target.length]!,
        }));
        const scorer = memoryEvidence(memory).prepare(side(source), side(target));
        if (scorer !== undefined) expectRowsToAgree(scorer, source.length, target.length);
      }),
      { numRuns: 30 },
    );
  });
});
