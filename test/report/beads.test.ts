import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { createBitext } from '../../src/model/bitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Document } from '../../src/model/document.ts';
import { formatBeads } from '../../src/report/beads.ts';
import { formatTsv } from '../../src/report/tsv.ts';
import { arbitraryBitext } from '../arbitraries.ts';

/** A document of blocks, each given as its sentences. */
function documentOf(locale: string, ...blocks: readonly (readonly string[])[]): Document {
  return {
    locale,
    blocks: blocks.map((sentences, k) => {
      let end = -1;
      const segments = sentences.map((text) => {
        const from = end + 1;
        end = from + text.length;
        return { from, to: end };
      });
      return { id: `p${k + 1}`, kind: 'paragraph', text: sentences.join(' '), segments };
    }),
  };
}

/** The second block moved to the front; in the last one two sentences change places, and the block before it is alone. */
const example: Bitext = createBitext({
  source: documentOf('en', ['A1.', 'A2.'], ['B1.', 'B2.'], [], ['C.'], ['D1.', 'D2.']),
  target: documentOf('ru', ['b1.', 'b2.'], ['a.'], [], ['d2.', 'd1.']),
  blocks: Alignment.of(
    [
      [0, 1],
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
      [1, 1],
    ],
    undefined,
    [{ source: { from: 1, to: 2 }, target: { from: 0, to: 1 }, confidence: 0.5 }],
  ),
  segments: [
    Alignment.parse('2:1'),
    Alignment.of([]),
    Alignment.of(
      [
        [0, 1],
        [1, 1],
        [1, 0],
      ],
      undefined,
      [{ source: { from: 1, to: 2 }, target: { from: 0, to: 1 }, confidence: 1 }],
    ),
    Alignment.parse('1:1 1:0 0:1'),
  ],
});

describe('beads', () => {
  test('of blocks, links that cross last', () => {
    expect(formatBeads(example, 'block')).toBe('0:1\n2:2\n3:\n4:3\n1:0\n');
  });

  test('of segments, counted through the document, links that cross last wherever they cross', () => {
    expect(formatBeads(example, 'segment')).toBe('0,1:2\n4:\n5:4\n6:3\n2:0\n3:\n:1\n');
  });

  test('of an empty bitext are none', () => {
    const nothing = createBitext({
      source: documentOf('en'),
      target: documentOf('ru'),
      blocks: Alignment.of([]),
      segments: [],
    });
    expect(formatBeads(nothing, 'block')).toBe('');
    expect(formatBeads(nothing, 'segment')).toBe('');
  });

  test.each(['block', 'segment'] as const)('hold every %s of either side exactly once', (unit) => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const lines = formatBeads(bitext, unit).split('\n').slice(0, -1);
        (['source', 'target'] as const).forEach((side, k) => {
          const found = lines.flatMap((line) => line.split(':')[k]!.split(',').filter(Boolean).map(Number));
          const { blocks } = bitext[side];
          const count =
            unit === 'block' ? blocks.length : blocks.reduce((sum, block) => sum + segmentsOf(block).length, 0);
          expect(found.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
        });
      }),
    );
  });
});

describe('TSV', () => {
  test('has one bead a line, with texts as they stand in their blocks', () => {
    expect(formatTsv(example, 'segment').split('\n')).toEqual([
      'en\tru\tbead\tconfidence',
      'A1. A2.\ta.\t0,1:2\t1',
      'C.\t\t4:\t1',
      'D1.\td1.\t5:4\t1',
      'D2.\td2.\t6:3\t1',
      'B1.\tb1.\t2:0\t1',
      'B2.\t\t3:\t1',
      '\tb2.\t:1\t1',
      '',
    ]);
    expect(formatTsv(example, 'block').split('\n').slice(-2)).toEqual(['B1. B2.\tb1. b2.\t1:0\t0.5', '']);
  });

  test('has four cells in every row, whatever the texts hold', () => {
    fc.assert(
      fc.property(arbitraryBitext(), fc.constantFrom('block' as const, 'segment' as const), (bitext, unit) => {
        const rows = formatTsv(bitext, unit).split(/[\n\r\u0085\u2028\u2029]/);
        expect(rows.pop()).toBe('');
        for (const row of rows) expect(row.split('\t')).toHaveLength(4);
        expect(rows.length - 1).toBe(formatBeads(bitext, unit).split('\n').length - 1);
      }),
    );
  });
});
