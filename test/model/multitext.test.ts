import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { createMultitext } from '../../src/model/multitext.ts';
import { inOneOrder, rows } from '../../src/model/rows.ts';
import { lengthsOf } from '../../src/model/version-view.ts';
import type { Multitext, Row } from '../../src/model/multitext.ts';
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

describe.each(['block', 'segment'] as const)('rows of %ss: laws', (unit) => {
  it('have every unit of every version in exactly one row', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext, unit);
        for (const document of versionsOf(multitext))
          expect(table.flatMap((row) => row[document.locale]!).toSorted((a, b) => a - b)).toStrictEqual([
            ...lengthsOf(document, unit).keys(),
          ]);
      }),
    );
  });

  it('keep the order of the pivot, and within a row the order of every version', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext, unit);
        expect(table.flatMap((row) => row[multitext.pivot.locale]!)).toStrictEqual([
          ...lengthsOf(multitext.pivot, unit).keys(),
        ]);
        for (const row of table)
          for (const units of Object.values(row)) expect(units).toStrictEqual(units.toSorted((a, b) => a - b));
      }),
    );
  });

  it('name every version in every row, and have no row that is empty', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const locales = versionsOf(multitext).map(({ locale }) => locale);
        for (const row of rows(multitext, unit)) {
          expect(Object.keys(row)).toStrictEqual(locales);
          expect(Object.values(row).flat().length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('change nothing but the order of the columns when the versions change places', () => {
    const permuted = arbitraryMultitext().chain((multitext) =>
      fc.tuple(
        fc.constant(multitext),
        fc.shuffledSubarray([...multitext.bitexts], { minLength: multitext.bitexts.length }),
      ),
    );
    fc.assert(
      fc.property(permuted, ([multitext, bitexts]) => {
        // `toEqual` does not look at the order of properties.
        expect(rows(createMultitext(bitexts, multitext.shared), unit)).toEqual(rows(multitext, unit));
      }),
    );
  });

  it('keep what is shared together', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext, unit);
        for (const group of multitext.shared?.[`${unit}s`] ?? []) {
          const row = table.find((candidate) =>
            Object.entries(group).every(([locale, units]) => units.every((k) => candidate[locale]!.includes(k))),
          );
          expect(row).toBeDefined();
          expect(row![multitext.pivot.locale]).toEqual([]);
        }
      }),
    );
  });
});

describe('rows of blocks: laws', () => {
  it('put what a version links into one row, where it is likely or alone', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext);
        const { locale: pivot } = multitext.pivot;
        for (const { target, blocks } of multitext.bitexts)
          for (const link of blocks.links) {
            if (link.confidence < 0.5 && multitext.bitexts.length > 1) continue;
            const row = table.find((candidate) => candidate[pivot]!.includes(link.source.from))!;
            for (let k = link.source.from; k < link.source.to; k++) expect(row[pivot]).toContain(k);
            for (let k = link.target.from; k < link.target.to; k++) expect(row[target.locale]).toContain(k);
          }
      }),
    );
  });

  it('put every linked block into a row with a block that it is linked with', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const table = rows(multitext);
        const { locale: pivot } = multitext.pivot;
        for (const { target, blocks } of multitext.bitexts)
          for (const { source, target: range } of blocks.links)
            for (let k = range.from; k < range.to; k++) {
              const row = table.find((candidate) => candidate[target.locale]!.includes(k))!;
              expect(row[pivot]!.some((index) => index >= source.from && index < source.to)).toBe(true);
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

describe('rows where the versions disagree', () => {
  const pivot = documentOf('en-GB', 2);
  const merged = (confidence: number): Alignment => Alignment.of([[2, 1]], [confidence]);
  const apart = (confidence: number): Alignment =>
    Alignment.of(
      [
        [1, 1],
        [1, 1],
      ],
      [confidence, 0.99],
    );
  const tableOf = (...alignments: readonly Alignment[]): Row[] =>
    rows(createMultitext(alignments.map((blocks, k) => bitextOf(pivot, ['de', 'fr', 'ru-RU'][k]!, blocks))));

  it.each<[string, readonly Alignment[], number]>([
    ['a doubtful merge against one that is surer', [merged(0.4), apart(0.9)], 2],
    ['a doubtful merge against one that is more doubtful', [merged(0.4), apart(0.3)], 1],
    ['a doubtful merge alone', [merged(0.1)], 1],
    ['a likely merge against two that are sure', [merged(0.6), apart(0.99), apart(0.99)], 1],
    ['two doubtful merges against one', [merged(0.45), merged(0.45), apart(0.85)], 1],
    ['a doubtful merge against an omission', [merged(0.3), Alignment.parse('1:0 1:1')], 1],
  ])('%s', (_, alignments, count) => {
    expect(tableOf(...alignments).length).toBe(count);
  });

  it('stand each block where its middle falls', () => {
    const text = (locale: string, lengths: readonly number[]): Document => ({
      locale,
      blocks: lengths.map((length, k) => ({ id: `p${k + 1}`, kind: 'paragraph', text: 'x'.repeat(length) })),
    });
    const source = text('en-GB', [10, 30, 20]);
    const bitext = (target: Document, blocks: Alignment): Bitext => {
      const segments = blocks.links.map(({ source: a, target: b }) => Alignment.of([[a.to - a.from, b.to - b.from]]));
      return createBitext({ source, target, blocks, segments });
    };
    const doubtful = (sizes: readonly (readonly [number, number])[]): Alignment =>
      Alignment.of(
        sizes,
        sizes.map(() => 0.4),
      );
    const three = bitext(text('fr', [10, 30, 20]), Alignment.parse('1:1 1:1 1:1'));
    const one = bitext(text('de', [60]), doubtful([[3, 1]]));
    expect(rows(createMultitext([three, one])).map((row) => row['de'])).toEqual([[], [0], []]);
    const four = bitext(text('de', [5, 5, 25, 25]), doubtful([[3, 4]]));
    expect(rows(createMultitext([three, four])).map((row) => row['de'])).toEqual([[0, 1], [2], [3]]);
  });
});

describe('rows of what is added', () => {
  const pivot = documentOf('en-GB', 1);
  const versions = [
    bitextOf(pivot, 'fr', Alignment.parse('0:1 0:1 1:1 0:1')),
    bitextOf(pivot, 'de', Alignment.parse('0:1 0:1 1:1')),
  ];

  it('stand together where they are shared, in the order of every version', () => {
    const table = rows(createMultitext(versions, { blocks: [{ fr: [1], de: [0] }], segments: [] }));
    expect(table.map((row) => [row['fr'], row['de']])).toEqual([
      [[0], []],
      [[1], [0]],
      [[], [1]],
      [[2], [2]],
      [[3], []],
    ]);
  });

  it.each([
    ['a block that is linked', { fr: [2], de: [0] }],
    ['a block that is not there', { fr: [9], de: [0] }],
    ['a version that is not there', { fi: [0], de: [0] }],
    ['a block twice', { fr: [0, 0] }],
  ])('are refused with %s', (_, group) => {
    expect(() => createMultitext(versions, { blocks: [group as Row], segments: [] })).toThrow(/is no addition/);
  });
});

describe('inOneOrder', () => {
  it('keeps the order of sequences that can be kept, and every item once in any case', () => {
    const sequences = fc.array(fc.uniqueArray(fc.nat(7), { maxLength: 8 }), { maxLength: 3 });
    fc.assert(
      fc.property(sequences, fc.boolean(), (drawn, sorted) => {
        const used = sorted ? drawn.map((one) => one.toSorted((a, b) => a - b)) : drawn;
        const ordered = inOneOrder([...Array(8).keys()].toReversed(), used);
        expect(ordered.toSorted((a, b) => a - b)).toEqual([...Array(8).keys()]);
        if (!sorted) return;
        for (const one of used) expect(ordered.filter((k) => one.includes(k))).toEqual(one);
      }),
    );
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
