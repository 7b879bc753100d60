import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignUnits, defaultEvidence } from '../../../src/align/align.ts';
import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../../../src/align/evidence.ts';
import { structureEvidence } from '../../../src/align/evidence/structure.ts';
import { addCounts, countRight, f1, noCounts, ratio } from '../../bench/score.ts';
import type { Counts, IndexBead } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import type { Dice } from '../../dice.ts';
import { indexBeads } from '../index-beads.ts';

function sideOf(texts: readonly string[]): Side {
  return { units: texts.map((text) => ({ text })) };
}

function scorerOf(source: readonly string[], target: readonly string[]): Scorer {
  return structureEvidence().prepare(sideOf(source), sideOf(target))!;
}

function bead(sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number, weight = 1): WeightedBead {
  return { sourceFrom, sourceTo, targetFrom, targetTo, weight };
}

/** One to one, in order. */
function diagonal(units: number): WeightedBead[] {
  return Array.from({ length: units }, (_, k) => bead(k, k + 1, k, k + 1));
}

function flip({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): Candidate {
  return { sourceFrom: targetFrom, sourceTo: targetTo, targetFrom: sourceFrom, targetTo: sourceTo };
}

const marks = fc.constantFrom('.', '?', '!', ':', ',', '…', '。', '', '');
const phrase = fc
  .tuple(fc.constantFrom('It rained', 'дождь шёл', '下雨了', '12', '— Да', '(so it is)', '“No”'), marks)
  .map((parts) => parts.join(''));
const text = fc.array(phrase, { minLength: 0, maxLength: 6 }).map((phrases) => phrases.join(' '));
const texts = fc.array(text, { minLength: 2, maxLength: 14 });

/** A stretch of up to `most` units. */
function range(units: number, most: number): fc.Arbitrary<[from: number, to: number]> {
  return fc
    .tuple(fc.nat(units - 1), fc.integer({ min: 1, max: most }))
    .map(([from, size]) => [
      Math.min(from, Math.max(0, units - size)),
      Math.min(units, Math.min(from, Math.max(0, units - size)) + size),
    ]);
}

/** Two texts, what is taught of them, and candidates. */
const lessons = fc.tuple(texts, texts).chain(([source, target]) => {
  const candidate = fc
    .tuple(range(source.length, 4), range(target.length, 4), fc.double({ min: 0.1, max: 1, noNaN: true }))
    .map(([[sourceFrom, sourceTo], [targetFrom, targetTo], weight]) =>
      bead(sourceFrom, sourceTo, targetFrom, targetTo, weight),
    );
  return fc.record({
    source: fc.constant(source),
    target: fc.constant(target),
    taught: fc.array(fc.array(candidate, { maxLength: 12 }), { maxLength: 3 }),
    asked: fc.array(candidate, { minLength: 1, maxLength: 12 }),
  });
});

describe('structureEvidence: laws', () => {
  it('gives finite numbers, 0 before it is taught', () => {
    fc.assert(
      fc.property(lessons, ({ source, target, taught, asked }) => {
        const scorer = scorerOf(source, target);
        for (const candidate of asked) expect(scorer.score(candidate)).toBe(0);
        for (const beads of taught) scorer.learn!(beads);
        for (const candidate of asked) expect(Math.abs(scorer.score(candidate))).toBeLessThan(50);
      }),
    );
  });

  it('does not care which side is called the source', () => {
    fc.assert(
      fc.property(lessons, ({ source, target, taught, asked }) => {
        const [forward, backward] = [scorerOf(source, target), scorerOf(target, source)];
        for (const beads of taught) {
          forward.learn!(beads);
          backward.learn!(beads.map((one) => ({ ...flip(one), weight: one.weight })));
        }
        for (const candidate of asked)
          // Number of sentences are read from a table in steps of a 32nd of a nat.
          expect(Math.abs(forward.score(candidate) - backward.score(flip(candidate)))).toBeLessThan(0.05);
      }),
    );
  });

  it('scores a row as it scores the candidates one by one', () => {
    fc.assert(
      fc.property(lessons, ({ source, target, taught, asked }) => {
        const scorer = scorerOf(source, target);
        for (const beads of taught) scorer.learn!(beads);
        for (const { sourceFrom, sourceTo, targetFrom, targetTo } of asked) {
          const targetSize = targetTo - targetFrom;
          const scores = new Float32Array(target.length + 4).fill(1);
          const row = { sourceFrom, sourceTo, targetSize, firstEnd: targetSize, lastEnd: target.length };
          scorer.addScores!(row, scores, 3);
          for (let j = targetSize; j <= target.length; j++) {
            const expected = scorer.score({ sourceFrom, sourceTo, targetFrom: j - targetSize, targetTo: j });
            // The steps of the table are rounded from numbers of two precisions.
            expect(Math.abs(scores[3 + j]! - 1 - expected)).toBeLessThan(0.04);
          }
          expect([...scores.subarray(0, 3 + targetSize)]).toEqual(Array<number>(3 + targetSize).fill(1));
        }
      }),
    );
  });

  it('reads any text: without letters, empty, half of a surrogate pair, one unit, hundreds of sentences in one', () => {
    const odd = ['', ' ', '\n', '* * *', '?!', '。', '\uD83D', '\uDE00.', 'A', '.'.repeat(500), 'a. B. '.repeat(300)];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...odd), { minLength: 1, maxLength: 8 }),
        fc.array(fc.constantFrom(...odd), { minLength: 1, maxLength: 8 }),
        (source, target) => {
          const scorer = scorerOf(source, target);
          const corners = [bead(0, 1, 0, 1), bead(0, source.length, 0, target.length)];
          for (let round = 0; round < 3; round++) {
            scorer.learn!(corners);
            for (const candidate of corners) expect(scorer.score(candidate)).not.toBeNaN();
            for (const candidate of corners) expect(Math.abs(scorer.score(candidate))).toBeLessThan(50);
          }
          scorer.learn!([]);
          expect(scorer.score(corners[0]!)).not.toBeNaN();
        },
      ),
    );
  });

  it('says nothing where there are no marks and no capitals on a side', () => {
    const plain = fc.array(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,9}$/), { minLength: 2, maxLength: 14 });
    const onlyOne = fc.tuple(plain, texts);
    fc.assert(
      fc.property(fc.oneof(fc.tuple(plain, plain), onlyOne), ([source, target]) => {
        const units = Math.min(source.length, target.length);
        const scorer = scorerOf(source, target);
        scorer.learn!(diagonal(units));
        for (let i = 0; i < units - 1; i++)
          for (let j = 0; j < units - 1; j++)
            for (const candidate of [bead(i, i + 1, j, j + 1), bead(i, i + 2, j, j + 1), bead(i, i + 1, j, j + 2)])
              expect(scorer.score(candidate)).toBeCloseTo(0, 6);
      }),
    );
  });
});

/** A chapter: its heading, and a paragraph of one to four sentences. */
const chapters = (count: number, mark: string, word: string): string[] =>
  Array.from({ length: count }, (_, k) => [
    `${word} ${word}`,
    Array.from({ length: 1 + (k % 4) }, () => `${`${word} `.repeat(9).trim()}${mark}`).join(' '),
  ]).flat();

describe('structureEvidence', () => {
  const source = chapters(16, '.', 'Word');
  const target = chapters(16, '।', 'शब्द');
  const taught = (): Scorer => {
    const scorer = scorerOf(source, target);
    scorer.learn!(diagonal(source.length));
    return scorer;
  };

  it('speaks against a heading that stands for a paragraph', () => {
    const scorer = taught();
    expect(scorer.score(bead(0, 1, 1, 2))).toBeLessThan(-1);
    expect(scorer.score(bead(1, 2, 2, 3))).toBeLessThan(-1);
    expect(scorer.score(bead(0, 1, 2, 3))).toBeGreaterThan(-0.1);
  });

  it('speaks against a heading taken into a bead with its paragraph', () => {
    const scorer = taught();
    const paragraphs = scorer.score(bead(3, 4, 3, 4));
    expect(paragraphs).toBeGreaterThan(0);
    // Two sentences for a heading and two sentences, on either side.
    for (const candidate of [bead(3, 4, 2, 4), bead(2, 4, 3, 4)]) expect(scorer.score(candidate)).toBeLessThan(0);
    // On both sides, it is in order.
    expect(scorer.score(bead(2, 4, 2, 4))).toBeGreaterThan(0);
  });

  it('lets a paragraph be cut between its sentences', () => {
    const cut = [...target.slice(0, 7), ...target[7]!.split(/(?<=।) /u), ...target.slice(8)];
    const scorer = scorerOf(source, cut);
    scorer.learn!([
      ...diagonal(7),
      ...diagonal(24).map((one) => bead(one.sourceFrom + 8, one.sourceTo + 8, one.targetFrom + 11, one.targetTo + 11)),
    ]);
    // Four sentences for four units of one, and for three of them.
    expect(scorer.score(bead(7, 8, 7, 11))).toBeGreaterThan(scorer.score(bead(7, 8, 7, 10)) + 0.5);
    expect(scorer.score(bead(7, 8, 7, 11))).toBeGreaterThan(scorer.score(bead(7, 8, 6, 11)) + 0.5);
  });

  it('learns from the beads that colons stand for commas', () => {
    const a = Array.from({ length: 40 }, (_, k) => `the rain fell on it${k % 2 === 0 ? ':' : '.'}`);
    const b = Array.from({ length: 40 }, (_, k) => `la pluie y tombait${k % 2 === 0 ? ',' : '.'}`);
    const scorer = scorerOf(a, b);
    scorer.learn!(diagonal(40));
    expect(scorer.score(bead(0, 1, 2, 3))).toBeGreaterThan(0.4);
    expect(scorer.score(bead(0, 1, 1, 2))).toBeLessThan(-1);
  });

  it('trusts marks less where the beads show that they do not correspond', () => {
    const ends = ['.', '?', '!', ':'];
    const a = Array.from({ length: 64 }, (_, k) => `The rain fell on it${ends[k % 4]}`);
    const b = Array.from({ length: 64 }, (_, k) => `La pluie y tombait${ends[(k >> 2) % 4]}`);
    const [alike, mixed] = [scorerOf(a, a), scorerOf(a, b)];
    alike.learn!(diagonal(64));
    mixed.learn!(diagonal(64));
    expect(alike.score(bead(0, 1, 1, 2))).toBeLessThan(-1.5);
    // Whether a full stop stands opposite a question mark, as in units 0 and 4, or opposite one like it.
    expect(Math.abs(mixed.score(bead(0, 1, 0, 1)))).toBeLessThan(0.5);
    expect(Math.abs(mixed.score(bead(0, 1, 4, 5)))).toBeLessThan(0.5);
  });

  it('learns from the beads at what lines break that belong together', () => {
    const lines = Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 'when the rain fell,' : 'they all went in.'));
    const whole = Array.from({ length: 20 }, () => 'quand la pluie tomba ils entrèrent tous.');
    const scorer = scorerOf(lines, whole);
    scorer.learn!(Array.from({ length: 20 }, (_, k) => bead(2 * k, 2 * k + 2, k, k + 1)));
    expect(scorer.score(bead(0, 2, 0, 1))).toBeGreaterThan(scorer.score(bead(1, 3, 0, 1)) + 1);
  });

  it('has nothing to say of a side without units', () => {
    expect(structureEvidence().prepare(sideOf([]), sideOf(['a']))).toBeUndefined();
  });
});

describe('alignUnits with the structure of the texts', () => {
  /** A word of a made-up language: rank k of 3,000, the lowest by far the most common. */
  const words = (dice: Dice, count: number): number[] =>
    Array.from({ length: count }, () => Math.floor(3000 ** (dice(1000) / 1000)));
  const spell = (prefix: string, rank: number): string =>
    prefix + rank.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);

  /**
   * A free translation: three words in five are others than those that stand for the source's. Of the headings, a sixth
   * is missing on each side.
   */
  function damagedArticle(dice: Dice): { source: string[]; target: string[]; beads: IndexBead[] } {
    const [source, target]: [string[], string[]] = [[], []];
    const beads: IndexBead[] = [];
    const say = (prefix: string, ranks: readonly number[]): string =>
      ranks
        .map((rank) => spell(prefix, rank))
        .join(' ')
        .replace(/^./u, (letter) => letter.toUpperCase());
    const put = (sentences: readonly number[][], mark: string, missing: number): void => {
      const free = sentences.map((ranks) => ranks.map((rank) => (dice(5) < 2 ? rank : words(dice, 1)[0]!)));
      const unit = (prefix: string, all: readonly number[][]): string =>
        all.map((ranks) => say(prefix, ranks) + mark).join(' ');
      beads.push({
        source: missing === 0 ? [] : [source.push(unit('ba', sentences)) - 1],
        target: missing === 1 ? [] : [target.push(unit('ко', free)) - 1],
      });
    };
    for (let chapter = 0; chapter < 20; chapter++) {
      put([words(dice, 2 + dice(3))], '', dice(6));
      for (let paragraphs = 1 + dice(3); paragraphs > 0; paragraphs--)
        put(
          Array.from({ length: 1 + dice(4) }, () => words(dice, 5 + dice(8))),
          '.',
          2,
        );
    }
    return { source, target, beads };
  }

  it('finds more of the headings that are missing', () => {
    const articles = Array.from({ length: 8 }, (_, seed) => damagedArticle(createDice(seed + 1)));
    const measure = (evidence: () => Evidence[]): Counts =>
      articles
        .map(({ source, target, beads }) =>
          countRight(beads, indexBeads(alignUnits(source, target, { evidence: evidence() }))),
        )
        .reduce(addCounts, noCounts);
    const all = measure(() => defaultEvidence());
    const without = measure(() => defaultEvidence().filter(({ id }) => id !== 'structure'));
    expect(ratio(all.nullRecall)).toBeGreaterThan(ratio(without.nullRecall)!);
    expect(f1(all.strictPrecision, all.strictRecall)).toBeGreaterThan(
      f1(without.strictPrecision, without.strictRecall),
    );
  });
});
