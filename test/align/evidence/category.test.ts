import { describe, expect, it } from 'vitest';
import type { Scorer, Side, WeightedBead } from '../../../src/align/evidence.ts';
import { kindEvidence, turnEvidence } from '../../../src/align/evidence/category.ts';
import type { Block, Role } from '../../../src/model/document.ts';

function sideOf(blocks: readonly Partial<Block>[]): Side {
  return {
    units: blocks.map((block, k) => ({
      text: 'x',
      block: { id: `p${k + 1}`, kind: 'paragraph', text: 'x', ...block },
    })),
  };
}

function turns(labels: readonly (readonly [Role, string] | undefined)[]): Side {
  return sideOf(
    labels.map((label, k) =>
      label === undefined
        ? {}
        : { turn: { role: label[0], speaker: label[1], number: k + 1, exchange: 1, label: `${label[1]}: ` } },
    ),
  );
}

function scoreOf(scorer: Scorer, source: number, target: number): number {
  return scorer.score({ sourceFrom: source, sourceTo: source + 1, targetFrom: target, targetTo: target + 1 });
}

function bead(source: number, target: number, weight = 1): WeightedBead {
  return { sourceFrom: source, sourceTo: source + 1, targetFrom: target, targetTo: target + 1, weight };
}

describe('turnEvidence', () => {
  // A panel: the labels of the roles, and no reader who knew what they mean.
  const english = ['Question', 'Moderator', undefined, 'Question', 'Guest', undefined];
  const russian = ['Вопрос', 'Ведущий', undefined, 'Вопрос', 'Гость', undefined];
  const remarks = (names: readonly (string | undefined)[]): Side =>
    turns(names.map((name) => (name === undefined ? undefined : (['remark', name] as const))));

  it('learns from the beads which label stands for which: Question for Вопрос', () => {
    const scorer = turnEvidence().prepare(remarks([...english, ...english]), remarks([...russian, ...russian]))!;
    // Nothing says yet that a question is not a moderator.
    expect(scoreOf(scorer, 0, 0)).toBeCloseTo(scoreOf(scorer, 0, 1), 9);
    scorer.learn!(Array.from({ length: 12 }, (_, k) => bead(k, k)));
    expect(scoreOf(scorer, 0, 0)).toBeGreaterThan(0.5);
    expect(scoreOf(scorer, 0, 6)).toBe(0 + scoreOf(scorer, 0, 0));
    expect(scoreOf(scorer, 0, 0)).toBeGreaterThan(scoreOf(scorer, 0, 1) + 0.5);
    expect(scoreOf(scorer, 1, 1)).toBeGreaterThan(scoreOf(scorer, 1, 0) + 0.5);
  });

  it('knows before it learns that a question stands for a question where the roles were read', () => {
    const roles: readonly (readonly [Role, string] | undefined)[] = [
      ['question', 'Question'],
      ['answer', 'Sergey Lavrov'],
      undefined,
    ];
    const scorer = turnEvidence().prepare(
      turns(roles),
      turns([['question', 'Вопрос'], ['answer', 'С.В.Лавров'], undefined]),
    )!;
    expect(scoreOf(scorer, 0, 0)).toBeGreaterThan(0);
    expect(scoreOf(scorer, 1, 1)).toBeGreaterThan(0);
    expect(scoreOf(scorer, 0, 1)).toBeLessThan(-1);
    expect(scoreOf(scorer, 0, 2)).toBeLessThan(-1);
  });

  it('speaks against a bead in whose middle someone begins to speak on one side only', () => {
    const source = turns([undefined, undefined, ['question', 'Question'], undefined, undefined]);
    const target = turns([undefined, undefined, ['question', 'Вопрос'], undefined, undefined]);
    const scorer = turnEvidence().prepare(source, target)!;
    const score = (sourceTo: number, targetTo: number): number =>
      scorer.score({ sourceFrom: 1, sourceTo, targetFrom: 1, targetTo });
    expect(score(3, 2)).toBeLessThan(score(2, 2) - 1);
    expect(score(3, 3)).toBe(score(2, 2));
  });

  it('has nothing to say where one side has no labels, or only lines of text are given', () => {
    const labelled = turns([['question', 'Question'], undefined]);
    expect(turnEvidence().prepare(labelled, turns([undefined, undefined]))).toBeUndefined();
    expect(turnEvidence().prepare({ units: [{ text: 'a' }] }, { units: [{ text: 'b' }] })).toBeUndefined();
  });

  it('takes a block that goes on with a turn for one without a label', () => {
    const side = sideOf([
      { turn: { role: 'answer', speaker: 'Sergey Lavrov', number: 1, exchange: 1 } },
      { turn: { role: 'answer', speaker: 'Sergey Lavrov', number: 1, exchange: 1 } },
    ]);
    expect(turnEvidence().prepare(side, side)).toBeUndefined();
  });
});

describe('kindEvidence', () => {
  const page = sideOf([
    { kind: 'heading', level: 1 },
    {},
    { kind: 'heading', level: 2 },
    {},
    { kind: 'list-item', level: 1 },
    {},
  ]);

  it('speaks for blocks of one kind and level, and against others', () => {
    const scorer = kindEvidence().prepare(page, page)!;
    for (let i = 0; i < 6; i++)
      for (let j = 0; j < 6; j++) {
        const { block: a } = page.units[i]!;
        const { block: b } = page.units[j]!;
        if (a!.kind === b!.kind && a!.level === b!.level) expect(scoreOf(scorer, i, j)).toBeGreaterThan(0);
        else expect(scoreOf(scorer, i, j)).toBeLessThan(0);
      }
  });

  it('learns that headings became paragraphs with another level', () => {
    const target = sideOf([{ kind: 'heading', level: 2 }, {}, { kind: 'heading', level: 3 }, {}, {}, {}]);
    const scorer = kindEvidence().prepare(page, target)!;
    const before = scoreOf(scorer, 0, 0);
    scorer.learn!(Array.from({ length: 6 }, (_, k) => bead(k, k)));
    expect(scoreOf(scorer, 0, 0)).toBeGreaterThan(before + 0.5);
  });

  it('has nothing to say where all blocks of a side are alike', () => {
    expect(kindEvidence().prepare(page, sideOf([{}, {}]))).toBeUndefined();
  });
});
