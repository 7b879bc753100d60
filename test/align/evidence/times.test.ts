import { describe, expect, it } from 'vitest';
import { align, defaultEvidence } from '../../../src/align/align.ts';
import { findShift } from '../../../src/align/evidence/time-shift.ts';
import { timesEvidence } from '../../../src/align/evidence/times.ts';
import type { Block, Document, TimeRange } from '../../../src/model/document.ts';

/** Cues that say nothing which an aligner could go by, `gaps[k]` seconds after one another. */
function film(locale: string, times: readonly TimeRange[]): Document {
  const blocks = times.map((time, k): Block => ({
    id: `p${k + 1}`,
    kind: 'paragraph',
    text: 'xxxx',
    segments: [],
    time,
  }));
  return { locale, blocks };
}

/** 60 cues at irregular times. */
const spoken = Array.from({ length: 60 }, (_, k): TimeRange => {
  const from = 4 * k + ((k * k * 7) % 11) * 0.15;
  return { from, to: from + 1.2 + ((k * 5) % 7) * 0.2 };
});
const later = (times: readonly TimeRange[], scale: number, offset: number): TimeRange[] =>
  times.map(({ from, to }) => ({ from: scale * from + offset, to: scale * to + offset }));
const onlyTimes = { evidence: [timesEvidence()] };

describe('findShift', () => {
  const starts = spoken.map(({ from }) => from);

  it.each([
    [1, 0],
    [1, 61.3],
    [25_025 / 24_000, -7.5],
    [24 / 25, 12],
  ])('finds that one clock is %f of the other and %f seconds later', (scale, offset) => {
    const found = findShift(
      starts,
      starts.map((time) => scale * time + offset),
    )!;
    for (const time of starts)
      expect(Math.abs(found.scale * time + found.offset - (scale * time + offset))).toBeLessThan(1);
  });

  it('finds none where there is none', () => {
    const others = Array.from({ length: 60 }, (_, k) => 4 * k + ((k * k * k * 13) % 37) * 0.3);
    expect(
      findShift(
        starts,
        others.map((time) => time * 1.37),
      ),
    ).toBeUndefined();
    expect(findShift([1, 2], [1, 2])).toBeUndefined();
  });
});

describe('times', () => {
  it('say which cues belong together, however the clocks run', () => {
    const target = later(spoken, 25 / 24, 30);
    target.splice(10, 3);
    const { blocks } = align(film('en', spoken), film('ru', target), onlyTimes);
    expect(blocks.toString()).toBe(
      [...Array<string>(10).fill('1:1'), '1:0', '1:0', '1:0', ...Array<string>(47).fill('1:1')].join(' '),
    );
  });

  it('say which cue was cut in two', () => {
    const target = later(spoken, 1, -0.2).flatMap(({ from, to }, k) => {
      const middle = (from + to) / 2;
      return k === 20
        ? [
            { from, to: middle },
            { from: middle, to },
          ]
        : [{ from, to }];
    });
    const { blocks } = align(film('en', spoken), film('ru', target), onlyTimes);
    expect(blocks.toString().split(' ')[20]).toBe('1:2');
  });

  it('say nothing where one side has none, and are in the default evidence', () => {
    const bare = film('ru', spoken);
    const none = { ...bare, blocks: bare.blocks.map(({ time: _, ...block }) => block) };
    const side = (document: Document): { units: { text: string; block: Block }[] } => ({
      units: document.blocks.map((block) => ({ text: block.text, block })),
    });
    expect(timesEvidence().prepare(side(film('en', spoken)), side(none))).toBeUndefined();
    expect(timesEvidence().prepare(side(film('en', spoken)), side(bare))).toBeDefined();
    expect(defaultEvidence().map(({ id }) => id)).toContain('times');
  });

  it('give the sentences of a cue their part of its time', () => {
    const block: Block = { id: 'p1', kind: 'paragraph', text: 'aaaa bbbb', time: { from: 0, to: 8 } };
    const units = [
      { text: 'aaaa', block },
      { text: 'bbbb', block },
    ];
    const rest = spoken.slice(3).map((time, k): { text: string; block: Block } => ({
      text: 'x',
      block: { id: `q${k}`, kind: 'paragraph', text: 'x', time },
    }));
    const one = { units: [...units, ...rest] };
    const two = {
      units: [
        { text: 'c', block: { id: 'c', kind: 'paragraph', text: 'c', time: { from: 0, to: 4 } } as Block },
        { text: 'd', block: { id: 'd', kind: 'paragraph', text: 'd', time: { from: 4, to: 8 } } as Block },
        ...rest,
      ],
    };
    const scorer = timesEvidence().prepare(one, two)!;
    const of = (i: number, j: number): number =>
      scorer.score({ sourceFrom: i, sourceTo: i + 1, targetFrom: j, targetTo: j + 1 });
    expect(of(0, 0)).toBeGreaterThan(0);
    expect(of(1, 1)).toBeGreaterThan(0);
    expect(of(0, 1)).toBeLessThan(0);
  });
});
