import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../src/report/messages/index.ts';
import { diffJson, differenceText, diffSummary } from '../../../src/report/tmx-diff.ts';
import { prop } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { diffUnits } from '../../../src/tmx/tools/diff.ts';
import type { DiffCounts, DiffOptions, UnitDifference } from '../../../src/tmx/tools/diff.ts';
import { diffSegments, shownSegment } from '../../../src/tmx/tools/word-diff.ts';
import { all, arbitraryUnits, listStore, unitOf } from './memories.ts';

async function diff(
  before: readonly TranslationUnit[],
  after: readonly TranslationUnit[],
  options: DiffOptions = {},
): Promise<{ list: UnitDifference[]; counts: DiffCounts }> {
  const differences = diffUnits({ units: before, srclang: 'en-GB' }, { units: after, srclang: 'en-GB' }, options);
  return { list: await all(differences), counts: { ...differences.counts } };
}

const anyOptions: fc.Arbitrary<DiffOptions> = fc.record({
  identity: fc.constantFrom('source', 'tuid'),
  metadata: fc.boolean(),
});

describe('diffUnits', () => {
  it('finds nothing between a memory and itself in another order', async () => {
    const shuffled = arbitraryUnits.chain((units) =>
      fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, anyOptions, async ([units, others], options) => {
        const { list, counts } = await diff(units, others, options);
        expect(list).toEqual([]);
        expect(counts).toEqual({ same: units.length, added: 0, removed: 0, changed: 0 });
      }),
    );
  });

  it('finds the opposite the other way round, and counts every unit', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, arbitraryUnits, anyOptions, async (a, b, options) => {
        const there = await diff(a, b, options);
        const back = await diff(b, a, options);
        const { same, added, removed, changed } = there.counts;
        expect(back.counts).toEqual({ same, added: removed, removed: added, changed });
        expect([same + removed + changed, same + added + changed]).toEqual([a.length, b.length]);
        expect(there.list).toHaveLength(added + removed + changed);
      }),
    );
  });

  it('gives the same whatever fits in memory', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, arbitraryUnits, anyOptions, fc.nat(6000), async (a, b, options, memoryLimit) => {
        const store = listStore();
        expect(await diff(a, b, { ...options, memoryLimit, store })).toEqual(await diff(a, b, options));
        expect(store.left).toBe(0);
      }),
    );
  });

  it('says what changed in which language', async () => {
    const before = [unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет, Анна', de: 'Hallo' }, { tuid: '1' })];
    const after = [unitOf({ 'EN-gb': 'Hello', 'ru-RU': 'Привет, Берта', fr: 'Salut' }, { tuid: '1' })];
    expect((await diff(before, after)).list).toEqual([
      {
        kind: 'changed',
        oldLine: null,
        newLine: null,
        tuid: '1',
        source: 'Hello',
        variants: [
          {
            language: 'ru-RU',
            kind: 'changed',
            old: 'Привет, Анна',
            new: 'Привет, Берта',
            parts: [
              { kind: 'same', text: 'Привет, ' },
              { kind: 'removed', text: 'Анна' },
              { kind: 'added', text: 'Берта' },
            ],
          },
          { language: 'de', kind: 'removed', old: 'Hallo', new: null, parts: [{ kind: 'removed', text: 'Hallo' }] },
          { language: 'fr', kind: 'added', old: null, new: 'Salut', parts: [{ kind: 'added', text: 'Salut' }] },
        ],
        metadata: [],
      },
    ]);
  });

  it('knows a unit again by its source or by its tuid', async () => {
    const before = [unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }, { tuid: '1' })];
    const after = [unitOf({ 'en-GB': 'Hello!', 'ru-RU': 'Привет' }, { tuid: '1' })];
    expect((await diff(before, after)).list.map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect((await diff(before, after, { identity: 'tuid' })).list).toMatchObject([
      { kind: 'changed', source: 'Hello!', variants: [{ language: 'en-GB', kind: 'changed' }] },
    ]);
  });

  it('compares what is said about units where that is asked for', async () => {
    const before = [
      { ...unitOf({ en: 'a' }, { tuid: '1', changedate: '20150101T000000Z' }), meta: [prop('x-p', 'a')] },
    ];
    const after = [{ ...unitOf({ en: 'a' }, { tuid: '1', creationid: 'b' }), meta: [prop('x-p', 'b')] }];
    expect((await diff(before, after)).counts.same).toBe(1);
    const [difference] = (await diff(before, after, { metadata: true })).list;
    expect(difference).toMatchObject({ kind: 'changed', variants: [] });
    expect(difference?.metadata).toEqual(['changedate', 'creationid', 'prop x-p']);
  });

  it('sees codes that changed', async () => {
    const code = (native: string) => ({ name: 'ph', attributes: { x: '1' }, content: [native] });
    const before = [unitOf({ 'en-GB': 'a', de: ['a ', code('<b>')] })];
    const after = [unitOf({ 'en-GB': 'a', de: ['a ', code('<i>')] })];
    expect((await diff(before, after)).list[0]?.variants[0]?.parts).toEqual([
      { kind: 'same', text: 'a ' },
      { kind: 'removed', text: '<ph x="1"><b></ph>' },
      { kind: 'added', text: '<ph x="1"><i></ph>' },
    ]);
  });
});

describe('diffSegments', () => {
  it('holds both texts', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('a', 'b ', 'c. ', '日本', 'ไทย')).map((w) => w.join('')),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom('en', 'ja', 'th_TH', 'no tag at all', ''), (a, b, lang) => {
        const parts = diffSegments([a], [b], lang);
        const side = (without: string): string =>
          parts
            .filter(({ kind }) => kind !== without)
            .map((part) => part.text)
            .join('');
        expect([side('added'), side('removed')]).toEqual([a, b]);
        if (a === b) expect(parts.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });

  it('cuts by the language’s own words', () => {
    expect(diffSegments(['私は学生です'], ['私は先生です'], 'ja').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: '学生' },
      { kind: 'added', text: '先生' },
    ]);
  });

  it('gives up on texts that have nothing in common', () => {
    const words = (word: string): string => Array.from({ length: 3000 }, (_, k) => `${word}${k}`).join(' ');
    const parts = diffSegments([words('a')], [words('b').replaceAll(' ', '_')], 'en');
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('shows codes as elements', () => {
    expect(
      shownSegment([
        'a',
        { name: 'it', attributes: { pos: 'begin', x: '2' }, content: ['{b}'] },
        { name: 'ph', attributes: {}, content: [] },
      ]),
    ).toBe('a<it pos="begin" x="2">{b}</it><ph/>');
  });
});

describe('the report', () => {
  const messages = createMessages('en-GB');
  const names = { oldFile: 'old.tmx', newFile: 'new.tmx' };

  it('shows the source where it is not what changed', async () => {
    const before = [unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }, { tuid: '1' })];
    const after = [unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет\u001b[2J!' }, { tuid: '1' })];
    const [difference] = (await diff(before, after)).list;
    expect(differenceText({ ...difference!, oldLine: 3 }, messages, names)).toBe(
      'old.tmx:3 → new.tmx  changed  tuid 1\n        │ Hello\n  ru-RU │ Привет{+␛[2J!+}\n\n',
    );
  });

  it('counts', () => {
    expect(diffSummary({ same: 1234, added: 0, removed: 2, changed: 0 }, messages)).toBe('2 removed, 1,234 the same\n');
    expect(diffSummary({ same: 0, added: 0, removed: 0, changed: 0 }, messages)).toBe('0 the same\n');
  });

  it('is JSON for programs, in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, arbitraryUnits, async (a, b) => {
        const differences = diffUnits({ units: a }, { units: b });
        const text = (await all(diffJson(differences, differences.counts))).join('');
        const { list, counts } = await diffFrom(a, b);
        expect(JSON.parse(text)).toEqual({ version: 1, differences: list, counts });
        expect(text).not.toMatch(/[\u007f-\u009f\u2028\u2029]/);
      }),
    );
  });
});

async function diffFrom(a: readonly TranslationUnit[], b: readonly TranslationUnit[]) {
  const differences = diffUnits({ units: a }, { units: b });
  return { list: await all(differences), counts: { ...differences.counts } };
}
