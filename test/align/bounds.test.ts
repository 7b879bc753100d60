import { expect, it } from 'vitest';
import { alignUnits } from '../../src/align/align.ts';
import type { Alignment } from '../../src/model/alignment.ts';
import { createDice } from '../dice.ts';

// Texts at the edge of what is sensible. What is asserted is the result; that it comes at all, in bounded time and
// memory, is the point.

const dice = createDice(1);
const vocabulary = Array.from({ length: 3000 }, (_, k) => `w${((k * 7919) % 100_003).toString(36)}`);

/** Words by chance, 5 to 19 of them. */
function randomLine(): string {
  return Array.from({ length: 5 + dice(15) }, () => vocabulary[dice(vocabulary.length)]).join(' ');
}

function randomLines(count: number): string[] {
  return Array.from({ length: count }, randomLine);
}

/** How many beads there are of each size. */
function countSizes(alignment: Alignment): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { source, target } of alignment.beads) {
    const size = `${source.to - source.from}:${target.to - target.from}`;
    counts[size] = (counts[size] ?? 0) + 1;
  }
  return counts;
}

it('links 100 copies of a line with 100 copies of its translation', () => {
  const alignment = alignUnits(Array(100).fill('The same line.'), Array(100).fill('Одна и та же строка.'));
  expect(countSizes(alignment)).toEqual({ '1:1': 100 });
});

it('links 200 empty lines with 200 empty lines', () => {
  expect(countSizes(alignUnits(Array(200).fill(''), Array(200).fill('')))).toEqual({ '1:1': 200 });
});

it.each([
  ['one word again and again', 'слово '.repeat(166_667)],
  ['words that all differ', Array.from({ length: 150_000 }, (_, k) => ((k * 7919) % 1_000_003).toString(36)).join(' ')],
  ['no spaces', '日本語'.repeat(110_000)],
  ['one long number', '1 '.concat('000 '.repeat(250_000))],
  ['marks only', '?'.repeat(1_000_000)],
])('takes a line of a megabyte against 50 lines: %s', (_, line) => {
  const lines = randomLines(50);
  const there = alignUnits([line], lines);
  expect([there.sourceLength, there.targetLength]).toEqual([1, 50]);
  const among = alignUnits(lines.with(25, line), lines);
  expect([among.sourceLength, among.targetLength]).toEqual([50, 50]);
});

it('takes 3,000 lines against one, either way', () => {
  const lines = randomLines(3000);
  for (const alignment of [alignUnits(lines, [lines[1234]!]), alignUnits([lines[1234]!], lines).invert()]) {
    expect([alignment.sourceLength, alignment.targetLength]).toEqual([3000, 1]);
    expect(alignment.links.length).toBeLessThanOrEqual(1);
  }
});

it('takes 100,000 lines against one', () => {
  const alignment = alignUnits(Array(100_000).fill('The same line.'), ['Другая строка.']);
  expect([alignment.sourceLength, alignment.targetLength]).toEqual([100_000, 1]);
});

it('finds the second half of 600 lines in all of them, however far from the diagonal', () => {
  const lines = randomLines(600);
  const alignment = alignUnits(lines, lines.slice(300));
  expect(countSizes(alignment)).toEqual({ '1:0': 300, '1:1': 300 });
  expect(alignment.links[0]!.source.from).toBe(300);
});

it('takes 250 lines and 250 that have nothing to do with them', () => {
  const alignment = alignUnits(randomLines(250), randomLines(250));
  expect([alignment.sourceLength, alignment.targetLength]).toEqual([250, 250]);
});
