import { describe, expect, it } from 'vitest';
import { alignUnits } from '../../../src/align/align.ts';
import type { AlignUnitsOptions } from '../../../src/align/align.ts';
import type { Candidate, WeightedBead } from '../../../src/align/evidence.ts';
import { cognates } from '../../../src/align/evidence/anchors.ts';
import { lengthEvidence } from '../../../src/align/evidence/length.ts';
import { wordEvidence } from '../../../src/align/evidence/words.ts';
import { Lattice } from '../../../src/align/lattice.ts';
import { addCounts, countRight, f1, noCounts } from '../../bench/score.ts';
import type { Counts } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import { indexBeads } from '../index-beads.ts';
import { makeCorpus } from '../made-up-corpus.ts';
import type { MadeUpCorpus } from '../made-up-corpus.ts';

function one(source: number, target: number): Candidate {
  return { sourceFrom: source, sourceTo: source + 1, targetFrom: target, targetTo: target + 1 };
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

describe('wordEvidence on made-up languages', () => {
  const seeds = [1, 2, 3];
  const corpora = seeds.map((seed) => makeCorpus(createDice(seed), { sentences: 120, words: 150, missing: 0.06 }));

  function measure(some: readonly MadeUpCorpus[], options: AlignUnitsOptions): Counts {
    return some
      .map(({ source, target, beads }) => countRight(beads, indexBeads(alignUnits(source, target, options))))
      .reduce(addCounts, noCounts);
  }

  it('learns the lexicon: sentences, and those without counterpart, are found by words alone', () => {
    const counts = measure(corpora, { evidence: [wordEvidence([])] });
    expect(f1(counts.strictPrecision, counts.strictRecall)).toBeGreaterThan(0.95);
    expect(f1(counts.nullPrecision, counts.nullRecall)).toBeGreaterThan(0.8);
  });

  it('is what finds them: lengths alone do not', () => {
    const counts = measure(corpora.slice(0, 1), { evidence: [lengthEvidence()] });
    expect(f1(counts.nullPrecision, counts.nullRecall)).toBeLessThan(0.5);
  });
});

describe('wordEvidence', () => {
  const { source, target } = makeCorpus(createDice(7), { sentences: 60, words: 80, missing: 0 });
  const sides = [source, target].map((texts) => ({ units: texts.map((text) => ({ text })) })) as [
    { units: { text: string }[] },
    { units: { text: string }[] },
  ];
  const whole = Lattice.full(60, [{ source: { from: 0, to: 60 }, target: { from: 0, to: 60 } }]);
  const diagonal: WeightedBead[] = Array.from({ length: 60 }, (_, k) => ({ ...one(k, k), weight: 1 }));

  it('knows nothing of unrelated words, and after learning tells translations from the rest', () => {
    const scorer = wordEvidence([]).prepare(...sides)!;
    /** The mean score of each source unit with the target unit so far from its own, and where its own scores best. */
    const compare = (): { own: number; other: number; best: number } => {
      scorer.begin!(whole, 4);
      const units = Array.from({ length: 60 }, (_, k) => k);
      const own = units.map((k) => scorer.score(one(k, k)));
      const others = units.map((k) => [7, 20, 33, 46].map((step) => scorer.score(one(k, (k + step) % 60))));
      return {
        own: mean(own),
        other: mean(others.flat()),
        best: units.filter((k) => own[k]! > Math.max(...others[k]!)).length,
      };
    };
    const before = compare();
    expect(before.own).toBeCloseTo(before.other, 1);
    for (let round = 0; round < 3; round++) scorer.learn!(diagonal);
    const after = compare();
    expect(after.own).toBeGreaterThan(3);
    expect(after.other).toBeLessThan(-1);
    expect(after.best).toBeGreaterThan(54);
  });

  it('does not learn a pair from itself: a wrong bead does not look right because it was taught', () => {
    // Units 10 apart are taught to belong together, against all the others.
    const untaught = diagonal.filter((_, k) => k % 10 !== 0);
    const wrong = [0, 10, 20, 30, 40].map((k): WeightedBead => ({ ...one(k, k + 10), weight: 1 }));
    const scores = [untaught, [...untaught, ...wrong]].map((beads) => {
      const scorer = wordEvidence([]).prepare(...sides)!;
      scorer.begin!(whole, 4);
      for (let round = 0; round < 3; round++) scorer.learn!(beads);
      scorer.begin!(whole, 4);
      return {
        wrong: mean(wrong.map((bead) => scorer.score(bead))),
        right: mean(wrong.map(({ sourceFrom: k }) => scorer.score(one(k, k)))),
      };
    });
    expect(scores[1]!.wrong).toBeLessThan(0);
    expect(scores[1]!.right).toBeGreaterThan(0);
  });

  it('scores the same by the table and outside of it', () => {
    // A band that leaves most pairs out, and the same pairs scored where all are in the table.
    const path = Array.from({ length: 61 }, (_, k) => k);
    const band = Lattice.around(
      60,
      [{ source: { from: 0, to: 60 }, target: { from: 0, to: 60 } }],
      [{ first: path, last: path }],
      4,
    );
    const [inBand, inWhole] = [band, whole].map((lattice) => {
      const scorer = wordEvidence([]).prepare(...sides)!;
      scorer.begin!(lattice, 4);
      scorer.learn!(diagonal);
      scorer.begin!(lattice, 4);
      return scorer;
    });
    for (const candidate of [
      one(10, 10),
      one(10, 50),
      { sourceFrom: 2, sourceTo: 5, targetFrom: 40, targetTo: 42 },
      { sourceFrom: 20, sourceTo: 22, targetFrom: 19, targetTo: 22 },
      { sourceFrom: 0, sourceTo: 6, targetFrom: 0, targetTo: 6 },
    ])
      expect(inBand!.score(candidate)).toBeCloseTo(inWhole!.score(candidate), 3);
  });

  it('takes what anchors say for known from the start', () => {
    const [a, b] = [
      ['In 2016, Lavrov spoke.', 'War and peace.', 'The 1945 treaty.', 'Tea, coffee.', 'More water.', 'Nothing else.'],
      ['Лавров в 2016 году.', 'Мир и война.', 'Договор 1945 года.', 'Чай, кофе.', 'Ещё воды.', 'Ничего иного.'],
    ].map((texts) => ({ units: texts.map((text) => ({ text })) }));
    const lattice = Lattice.full(6, [{ source: { from: 0, to: 6 }, target: { from: 0, to: 6 } }]);
    const scorer = wordEvidence([cognates]).prepare(a!, b!)!;
    scorer.begin!(lattice, 4);
    expect(scorer.score(one(0, 0))).toBeGreaterThan(scorer.score(one(0, 1)) + 1);
    expect(scorer.score(one(2, 2))).toBeGreaterThan(scorer.score(one(2, 0)) + 1);
  });

  it('has nothing to say where a side has no words', () => {
    expect(wordEvidence([]).prepare({ units: [{ text: '…' }] }, sides[1])).toBeUndefined();
    expect(wordEvidence([]).prepare(sides[0], { units: [{ text: '' }] })).toBeUndefined();
  });
});
