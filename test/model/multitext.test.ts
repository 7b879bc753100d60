import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { createMultitext, rows } from '../../src/model/multitext.ts';
import type { Multitext } from '../../src/model/multitext.ts';
import { arbitraryMultitext } from '../arbitraries.ts';

/** A document of so many empty blocks. */
function documentOf(locale: string, count: number): Document {
  return {
    locale,
    blocks: Array.from({ length: count }, (_, k) => ({ id: `p${k + 1}`, kind: 'paragraph', text: '' })),
  };
}

/** A bitext of empty blocks aligned so. */
function bitextOf(source: Document, locale: string, blocks: Alignment): Bitext {
  return createBitext({
    source,
    target: documentOf(locale, blocks.targetLength),
    blocks,
    segments: blocks.links.map(() => Alignment.parse('')),
  });
}

const versionsOf = (multitext: Multitext): Document[] => [
  multitext.pivot,
  ...multitext.bitexts.map((bitext) => bitext.target),
];

describe('rows: laws', () => {
  it('have every block of every version in exactly one row', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext);
        for (const { locale, blocks } of versionsOf(multitext))
          expect(table.flatMap((row) => row[locale]!).toSorted((a, b) => a - b)).toStrictEqual([...blocks.keys()]);
      }),
    );
  });

  it('keep the order of the pivot, and within a row the order of every version', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext);
        expect(table.flatMap((row) => row[multitext.pivot.locale]!)).toStrictEqual([...multitext.pivot.blocks.keys()]);
        for (const row of table)
          for (const blocks of Object.values(row)) expect(blocks).toStrictEqual(blocks.toSorted((a, b) => a - b));
      }),
    );
  });

  it('name every version in every row, and have no row that is empty', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const locales = versionsOf(multitext).map(({ locale }) => locale);
        for (const row of rows(multitext)) {
          expect(Object.keys(row)).toStrictEqual(locales);
          expect(Object.values(row).flat().length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('put what any version links into one row', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext);
        const { locale: pivot } = multitext.pivot;
        for (const { target, blocks } of multitext.bitexts)
          for (const link of blocks.links) {
            const row = table.find((candidate) => candidate[pivot]!.includes(link.source.from))!;
            for (let k = link.source.from; k < link.source.to; k++) expect(row[pivot]).toContain(k);
            for (let k = link.target.from; k < link.target.to; k++) expect(row[target.locale]).toContain(k);
          }
      }),
    );
  });
});

describe('rows: cases', () => {
  it('join the pivot blocks that any version joins, and put additions where they stand', () => {
    const pivot = documentOf('en-GB', 3);
    const multitext = createMultitext([
      bitextOf(pivot, 'de', Alignment.parse('0:1 2:1 1:1')),
      bitextOf(pivot, 'ru-RU', Alignment.parse('1:1 0:1 1:1 1:0')),
    ]);
    expect(rows(multitext)).toStrictEqual([
      { 'en-GB': [], de: [0], 'ru-RU': [] },
      { 'en-GB': [0, 1], de: [1], 'ru-RU': [0, 2] },
      { 'en-GB': [], de: [], 'ru-RU': [1] },
      { 'en-GB': [2], de: [2], 'ru-RU': [] },
    ]);
  });

  it('put what moved into the row of its pivot blocks', () => {
    const blocks = Alignment.of(
      [
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      undefined,
      [{ source: { from: 0, to: 1 }, target: { from: 1, to: 2 }, confidence: 1 }],
    );
    expect(rows(createMultitext([bitextOf(documentOf('en-GB', 2), 'de', blocks)]))).toStrictEqual([
      { 'en-GB': [0], de: [1] },
      { 'en-GB': [1], de: [0] },
    ]);
  });
});

describe('createMultitext', () => {
  const pivot = documentOf('en-GB', 1);
  const one = Alignment.parse('1:1');

  it('takes sources that are equal, not only the same', () => {
    const bitexts = [bitextOf(pivot, 'de', one), bitextOf(structuredClone(pivot), 'fr', one)];
    expect(createMultitext(bitexts).pivot).toBe(pivot);
  });

  it.each<[string, Bitext[], ParalignError]>([
    ['nothing', [], new ParalignError('bitext-invalid', { reason: 'a multitext needs at least one bitext' })],
    [
      'another pivot',
      [bitextOf(pivot, 'de', one), bitextOf(documentOf('en-GB', 2), 'fr', Alignment.parse('2:1'))],
      new ParalignError('bitext-invalid', {
        reason: 'the bitext with fr has another source document than the one with de',
      }),
    ],
    [
      'one locale twice',
      [bitextOf(pivot, 'de', one), bitextOf(pivot, 'de', one)],
      new ParalignError('locale-same', { locale: 'de' }),
    ],
  ])('refuses %s', (_, bitexts, error) => {
    expect(() => createMultitext(bitexts)).toThrow(error);
  });
});
