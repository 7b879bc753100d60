import { describe, expect, it, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { interview } from '../../src/corpora.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentBeads } from '../../src/model/bitext.ts';
import type { SegmentIndex } from '../../src/model/bitext.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { addCounts, countRight, f1, noCounts } from '../bench/score.ts';
import type { Counts, IndexBead } from '../bench/score.ts';
import { createDice } from '../dice.ts';
import type { Dice } from '../dice.ts';
import { indexBeads } from './index-beads.ts';

// What is damaged is left to chance; the seed stands in the tests' names, and PARALIGN_SEED sets it. That a paragraph
// deleted or swapped is found is tested by way of the checker, in test/check/damage.test.ts.
const seed = Number(process.env['PARALIGN_SEED'] ?? Date.now() % 1_000_000);
// Each draw aligns the whole interview: PARALIGN_DRAWS=100 measures, the default guards.
const draws = Number(process.env['PARALIGN_DRAWS'] ?? 4);
const timeout = 60_000 + draws * 20_000;

const { source, target } = interview;
const paragraphs = source.blocks.map((_, k) => k);

describe('the interview as it is', () => {
  const bitext = align(source, target);

  it('links its 58 paragraphs one to one, and is sure of each', () => {
    expect(bitext.blocks.toString()).toBe(Array(58).fill('1:1').join(' '));
    expect(bitext.blocks.crossing).toEqual([]);
    expect(Math.min(...bitext.blocks.path.map(({ confidence }) => confidence))).toBeGreaterThan(0.9);
  });

  it('is aligned by sentences as by hand', () => {
    const { strictPrecision, strictRecall } = countRight(sentenceBeads(interview.gold), sentenceBeads(bitext));
    const strict = f1(strictPrecision, strictRecall);
    const counts = `precision ${strictPrecision.right} of ${strictPrecision.of}, recall ${strictRecall.right} of ${strictRecall.of}`;
    process.stdout.write(`interview, sentences: strict F1 ${strict.toFixed(4)} (${counts})\n`);
    expect(strict).toBeGreaterThanOrEqual(0.97);
  });

  it('is aligned as well from Russian to English', () => {
    const back = align(target, source);
    expect(back.blocks.toString()).toBe(bitext.blocks.toString());
    const flipped = sentenceBeads(back).map((bead) => ({ source: bead.target, target: bead.source }));
    const { strictPrecision, strictRecall } = countRight(sentenceBeads(interview.gold), flipped);
    expect(f1(strictPrecision, strictRecall)).toBeGreaterThanOrEqual(0.97);
  });

  it('needs neither speakers nor places: the texts alone are enough for its paragraphs', () => {
    const [a, b] = [source, target].map(({ blocks, ...document }) => ({
      ...document,
      blocks: blocks.map(({ id, text }): Block => ({ id, kind: 'paragraph', text, segments: [] })),
    }));
    expect(align(a!, b!).blocks.toString()).toBe(bitext.blocks.toString());
  });
});

describe(`the interview, damaged by chance with seed ${seed}`, () => {
  const dice = createDice(seed);

  it('misses a section of 30 %: all of it is found missing, and nothing else', { timeout }, () => {
    const length = Math.round(0.3 * paragraphs.length);
    const counts = repeat((draw) => {
      const from = dice(paragraphs.length - length + 1);
      const keep = ({ blocks }: Document): Block[] => blocks.toSpliced(from, length);
      const missing = paragraphs.map((k): IndexBead => {
        const gap = k >= from && k < from + length;
        const other = k < from ? k : k - length;
        return draw % 2 === 0
          ? { source: [k], target: gap ? [] : [other] }
          : { source: gap ? [] : [other], target: [k] };
      });
      return draw % 2 === 0
        ? measure(source.blocks, keep(target), missing)
        : measure(keep(source), target.blocks, missing);
    });
    expect(f1(counts.nullPrecision, counts.nullRecall)).toBeGreaterThan(0.98);
    expect(f1(counts.strictPrecision, counts.strictRecall)).toBeGreaterThan(0.98);
  });

  it('has paragraphs that one side joins: found as 2-1 and 1-2, and the others one to one', { timeout }, () => {
    const counts = repeat((draw) => {
      const joins = drawApart(dice, 5);
      const joined = (blocks: readonly Block[]): Block[] =>
        blocks.flatMap((block, k) => {
          if (joins.has(k - 1)) return [];
          return [joins.has(k) ? { ...block, text: `${block.text} ${blocks[k + 1]!.text}` } : block];
        });
      let other = 0;
      const gold = paragraphs.flatMap((k): IndexBead[] => {
        if (joins.has(k - 1)) return [];
        const two = joins.has(k) ? [k, k + 1] : [k];
        const one = [other++];
        return [draw % 2 === 0 ? { source: two, target: one } : { source: one, target: two }];
      });
      return draw % 2 === 0
        ? measure(source.blocks, joined(target.blocks), gold)
        : measure(joined(source.blocks), target.blocks, gold);
    });
    expect(f1(counts.strictPrecision, counts.strictRecall)).toBeGreaterThan(0.95);
  });

  it('has paragraphs cut in two on one side: found as 1-2 and 2-1, and the others one to one', { timeout }, () => {
    const counts = repeat((draw) => {
      const side = draw % 2 === 0 ? target : source;
      // Paragraphs that a person might cut: at the end of a sentence, neither part a mere remark.
      const cutAt = side.blocks.map(({ segments, text }) =>
        segments!.map(({ to }) => to).find((to) => to > 0.3 * text.length && to < 0.7 * text.length),
      );
      const cuts = new Set([...drawApart(dice, 8)].filter((k) => cutAt[k] !== undefined));
      const cut = side.blocks.flatMap((block, k) =>
        cuts.has(k)
          ? [
              { ...block, text: block.text.slice(0, cutAt[k]) },
              { id: `${block.id}b`, kind: block.kind, text: block.text.slice(cutAt[k]).trim() },
            ]
          : [block],
      );
      let other = 0;
      const gold = paragraphs.map((k): IndexBead => {
        const parts = cuts.has(k) ? [other++, other++] : [other++];
        return draw % 2 === 0 ? { source: [k], target: parts } : { source: parts, target: [k] };
      });
      return draw % 2 === 0 ? measure(source.blocks, cut, gold) : measure(cut, target.blocks, gold);
    });
    expect(f1(counts.strictPrecision, counts.strictRecall)).toBeGreaterThan(0.95);
  });

  function repeat(run: (draw: number) => Counts): Counts {
    return Array.from({ length: draws }, (_, draw) => run(draw)).reduce(addCounts, noCounts);
  }
});

test('the first paragraphs of one version and the last of the other are not forced together', () => {
  const bitext = align(
    withoutSegments(source, source.blocks.slice(0, 20)),
    withoutSegments(target, target.blocks.slice(38)),
  );
  const sure = bitext.blocks.links.filter(({ confidence }) => confidence > 0.5);
  expect(sure.length).toBeLessThanOrEqual(4);
});

/** The sentence beads of a bitext, sentences counted through each document. */
function sentenceBeads(bitext: Bitext): IndexBead[] {
  const [a, b] = [bitext.source, bitext.target].map(firstSentences);
  const indices = (starts: readonly number[], list: readonly SegmentIndex[]): number[] =>
    list.map(({ block, segment }) => starts[block]! + segment);
  return segmentBeads(bitext).map((bead) => ({ source: indices(a!, bead.source), target: indices(b!, bead.target) }));
}

function firstSentences({ blocks }: Document): number[] {
  const starts = [0];
  for (const { segments } of blocks) starts.push(starts.at(-1)! + segments!.length);
  return starts;
}

/** Aligns other blocks, and counts what is right. */
function measure(a: readonly Block[], b: readonly Block[], gold: readonly IndexBead[]): Counts {
  return countRight(gold, indexBeads(align(withoutSegments(source, a), withoutSegments(target, b)).blocks));
}

/** The document with other blocks, as paragraphs only: none of this is about the sentences inside. */
function withoutSegments(document: Document, blocks: readonly Block[]): Document {
  return { ...document, blocks: blocks.map((block) => ({ ...block, segments: [] })) };
}

/** Some paragraphs, no two next to each other, and not the last. */
function drawApart(dice: Dice, count: number): Set<number> {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const k = dice(paragraphs.length - 1);
    if (![k - 1, k, k + 1].some((near) => drawn.has(near))) drawn.add(k);
  }
  return drawn;
}
