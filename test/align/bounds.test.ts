import { expect, it } from 'vitest';
import { alignUnits } from '../../src/align/align.ts';
import { alignMultitext } from '../../src/align/align-multitext.ts';
import type { Alignment } from '../../src/model/alignment.ts';
import type { Document } from '../../src/model/document.ts';
import { rows } from '../../src/model/rows.ts';
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

// PARALIGN_SLOW adds what takes minutes.
const isSlow = process.env['PARALIGN_SLOW'] !== undefined;

it.each([600, ...(isSlow ? [100_000] : [])])('links %i copies of a line with as many of its translation', (count) => {
  const alignment = alignUnits(Array(count).fill('The same line.'), Array(count).fill('Одна и та же строка.'));
  expect(countSizes(alignment)).toEqual({ '1:1': count });
});

it.each([
  [[], []],
  [[], ['One.']],
  [['One.', 'Two.'], []],
])('leaves all alone where a side is empty, whatever is confirmed: %j %j', (source, target) => {
  const alignment = alignUnits(source, target, {
    confirmed: source.map((_, k) => ({ source: { from: k, to: k + 1 }, target: { from: 0, to: 0 } })),
    boundaries: [{ source: source.length, target: target.length }],
  });
  expect(alignment.links).toEqual([]);
  expect([alignment.sourceLength, alignment.targetLength]).toEqual([source.length, target.length]);
});

it.each([undefined, 'ja'])('links 300 lines with themselves, both in the locale %s', (locale) => {
  const lines = randomLines(300);
  const locales = locale === undefined ? {} : { sourceLocale: locale, targetLocale: locale };
  const alignment = alignUnits(lines, lines, locales);
  expect(countSizes(alignment)).toEqual({ '1:1': 300 });
  expect(alignment.crossing).toEqual([]);
});

it('links a line to one of its copies, where a text has another line again and again', () => {
  const lines = Array<string>(400).fill('Again and again the same.').with(200, 'But 1848 was another year.');
  const alignment = alignUnits(lines, lines.with(200, 'Aber 1848 war ein anderes Jahr.'));
  expect(alignment.links.find(({ source }) => source.from <= 200 && source.to > 200)?.target).toEqual({
    from: 200,
    to: 201,
  });
});

it('takes halves of characters for characters', () => {
  const source = ['\ud83d', '\ud83d\ude00 7', 'One \udc00 two 1848.', '\uffff\u0000'];
  const target = ['\ude00', '\ud83d\ude00 7', 'Eins \ud800 zwei 1848.', '\ufdd0\ufeff'];
  expect(countSizes(alignUnits(source, target))).toEqual({ '1:1': 4 });
  expect(alignUnits(target, source).sourceLength).toBe(4);
});

it('takes thousands of lines all of which are confirmed', () => {
  const lines = Array.from({ length: 20_000 }, (_, k) => `Line ${k}.`);
  const confirmed = lines.map((_, k) => ({ source: { from: k, to: k + 1 }, target: { from: k, to: k + 1 } }));
  expect(countSizes(alignUnits(lines, lines, { confirmed, boundaries: [{ source: 9000, target: 9000 }] }))).toEqual({
    '1:1': 20_000,
  });
  // Turned round, one stays and the others cross it.
  const turned = confirmed.map(({ source }, k) => ({
    source,
    target: { from: lines.length - 1 - k, to: lines.length - k },
  }));
  expect(alignUnits(lines, lines, { confirmed: turned }).crossing.length).toBe(19_999);
});

it('aligns versions of nothing, one line, and a thousand', () => {
  const documentOf = (locale: string, texts: readonly string[]): Document => ({
    locale,
    blocks: texts.map((text, k) => ({ id: `p${k + 1}`, kind: 'paragraph', text })),
  });
  const lines = randomLines(1000);
  const versions = [
    documentOf('en', []),
    documentOf('de', [lines[500]!]),
    documentOf('fr', lines),
    documentOf('ru', ['', '\ud800', '']),
  ];
  for (const pivot of ['en', 'fr']) {
    const table = rows(alignMultitext(versions, { pivot }));
    for (const { locale, blocks } of versions)
      expect(table.flatMap((row) => row[locale]!).toSorted((a, b) => a - b)).toEqual([...blocks.keys()]);
  }
});
