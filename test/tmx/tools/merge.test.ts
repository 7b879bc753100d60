import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { note, prop } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { dedupeUnits } from '../../../src/tmx/tools/dedupe.ts';
import type { DedupeOptions } from '../../../src/tmx/tools/dedupe.ts';
import { mergeHeads } from '../../../src/tmx/tools/merge-heads.ts';
import { mergeUnits } from '../../../src/tmx/tools/merge.ts';
import type { MergeOptions } from '../../../src/tmx/tools/merge.ts';
import { all, arbitraryUnits, headOf, listStore, unitOf, variantOf } from './memories.ts';

const head = headOf('en-GB');
const merge = (memories: readonly (readonly TranslationUnit[])[], options: MergeOptions = {}) =>
  all(
    mergeUnits(
      memories.map((units) => ({ head, units })),
      options,
    ),
  );
const dedupe = (units: readonly TranslationUnit[], options: DedupeOptions = {}) => all(dedupeUnits(units, options));

const mergeOptions: fc.Arbitrary<MergeOptions> = fc.record({
  identity: fc.constantFrom('source', 'tuid'),
  policy: fc.constantFrom('all', 'newest', 'first'),
});
const dedupeOptions: fc.Arbitrary<DedupeOptions> = fc.record({
  policy: fc.constantFrom('first', 'newest'),
  ignoreCase: fc.boolean(),
  ignoreCodes: fc.boolean(),
});

describe('mergeUnits', () => {
  it('gives a merged memory back when it is merged with itself', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, mergeOptions, async (units, options) => {
        const once = await merge([units], options);
        expect(await merge([once], options)).toEqual(once);
        expect(await merge([once, once], options)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same whatever fits in memory', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryUnits,
        arbitraryUnits,
        mergeOptions,
        fc.nat(6000),
        async (a, b, options, memoryLimit) => {
          const store = listStore();
          expect(await merge([a, b], { ...options, memoryLimit, store })).toEqual(await merge([a, b], options));
          expect(store.left).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('divides what does not fit', async () => {
    const units = Array.from({ length: 500 }, (_, k) => unitOf({ 'en-GB': `Text ${k % 300}`, 'ru-RU': `Текст ${k}` }));
    const store = listStore();
    expect(await merge([units], { memoryLimit: 2000, store, policy: 'first' })).toEqual(units.slice(0, 300));
    // In several steps, since a part does not fit either.
    expect(store.opened).toBeGreaterThan(100);
    expect(store.left).toBe(0);
  });

  it('loses no text with policy “all”', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, arbitraryUnits, async (a, b) => {
        const texts = (units: readonly TranslationUnit[]): string[] => [
          ...new Set(
            units.flatMap(({ variants }) =>
              variants.map(({ lang, seg }) => `${lang.toLowerCase().replace('_', '-')} ${JSON.stringify(seg)}`),
            ),
          ),
        ];
        expect(texts(await merge([a, b])).sort()).toEqual(texts([...a, ...b]).sort());
      }),
    );
  });

  it('adds the variants of other languages to the same unit', async () => {
    const merged = await merge([
      [unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }), unitOf({ 'en-GB': 'Bye', 'ru-RU': 'Пока' })],
      [unitOf({ 'EN-gb': 'Bye', de: 'Tschüs' }), unitOf({ 'EN-gb': 'Hello', de: 'Hallo' })],
    ]);
    expect(merged).toEqual([
      unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет', de: 'Hallo' }),
      unitOf({ 'en-GB': 'Bye', 'ru-RU': 'Пока', de: 'Tschüs' }),
    ]);
  });

  const old = unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }, { tuid: '1', changedate: '20150101T000000Z' });
  const newer = unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Здравствуйте' }, { tuid: '2', creationdate: '2016-04-12' });

  it('does as the policy says where two translations differ', async () => {
    expect(await merge([[old], [newer]])).toEqual([old, newer]);
    expect(await merge([[old], [newer]], { policy: 'first' })).toEqual([old]);
    expect(await merge([[old], [newer]], { policy: 'newest' })).toEqual([newer]);
    expect(await merge([[newer], [old]], { policy: 'newest' })).toEqual([newer]);
  });

  it('goes by the tuid where that is asked for, and by the source where there is none', async () => {
    const other = unitOf({ 'en-GB': 'Good day', 'ru-RU': 'Здравствуйте' }, { tuid: '1' });
    const nameless = unitOf({ 'en-GB': 'Hello', 'ru-RU': 'Привет' });
    expect(await merge([[old, nameless], [other]], { identity: 'tuid', policy: 'first' })).toEqual([old, nameless]);
    expect(await merge([[old, nameless], [other]], { policy: 'first' })).toEqual([old, other]);
  });

  it('takes codes for part of the source', async () => {
    const code = (text: string) => ({ name: 'ph', attributes: { x: '1' }, content: [text] });
    const units = [
      unitOf({ 'en-GB': ['a', code('<b>')] }),
      unitOf({ 'en-GB': ['a', code('<i>')] }),
      unitOf({ 'en-GB': 'a' }),
    ];
    expect(await merge([units])).toEqual(units);
  });

  it('moves with a variant what its unit says of it', async () => {
    const first = {
      ...unitOf({ 'en-GB': 'Hello' }, { tuid: '1', creationid: 'anna' }),
      meta: [prop('x-project', 'a')],
    };
    const second = {
      ...unitOf({ 'en-GB': 'Hello', de: 'Hallo' }, { tuid: '2', creationid: 'bert', creationdate: '20160412T170000Z' }),
      meta: [prop('x-project', 'a'), note('Informal')],
    };
    expect(await merge([[first], [second]])).toEqual([
      {
        ...first,
        variants: [
          variantOf('en-GB', 'Hello'),
          {
            ...variantOf('de', 'Hallo', { creationid: 'bert', creationdate: '20160412T170000Z' }),
            meta: [note('Informal')],
          },
        ],
      },
    ]);
  });

  it('says in a unit what its own header said of it, where the header of the first says something else', async () => {
    const german = unitOf({ 'en-GB': 'Hello', de: 'Hallo' });
    const merged = await all(
      mergeUnits([
        { head, units: [unitOf({ 'en-GB': 'Hello' })] },
        { head: headOf('de'), units: [german] },
      ]),
    );
    // Their sources are in different languages.
    expect(merged).toEqual([unitOf({ 'en-GB': 'Hello' }), { ...german, attributes: { srclang: 'de' } }]);
  });

  it('keeps units without source apart', async () => {
    const units = [unitOf({ 'en-GB': '', 'ru-RU': 'а' }), unitOf({ 'en-GB': '', 'ru-RU': 'б' })];
    expect(await merge([units], { policy: 'first' })).toEqual(units);
  });
});

describe('mergeHeads', () => {
  it('is the first, with what others have besides', () => {
    const first = headOf('en-GB', [prop('x-client', 'A'), note('Mind the tone')], '1.1');
    const second = headOf('de', [prop('x-client', 'A'), prop('x-client', 'B'), note('Draft')]);
    expect(
      mergeHeads([
        { file: 'a.tmx', head: first },
        { file: 'b.tmx', head: second },
      ]),
    ).toEqual(
      headOf('en-GB', [
        prop('x-client', 'A'),
        note('Mind the tone'),
        note('b.tmx: x-client = B'),
        note('b.tmx: Draft'),
      ]),
    );
  });

  it('leaves out what a header notes of one bitext as a whole', () => {
    const first = headOf('en-GB', [prop('x-client', 'A'), prop('x-paralign-bitext', '{}')]);
    const second = headOf('en-GB', [prop('x-paralign-source', '{}'), prop('x-paralign-block', '{}'), note('Draft')]);
    expect(
      mergeHeads([
        { file: 'a.tmx', head: first },
        { file: 'b.tmx', head: second },
      ]),
    ).toEqual(headOf('en-GB', [prop('x-client', 'A'), note('b.tmx: Draft')]));
  });
});

describe('dedupeUnits', () => {
  it('finds nothing more the second time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, dedupeOptions, async (units, options) => {
        const once = await dedupe(units, options);
        expect(await dedupe(once, options)).toEqual(once);
        expect(await dedupe([...once, ...units], options)).toHaveLength(once.length);
      }),
    );
  });

  it('gives the same whatever fits in memory', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, dedupeOptions, fc.nat(6000), async (units, options, memoryLimit) => {
        const store = listStore();
        expect(await dedupe(units, { ...options, memoryLimit, store })).toEqual(await dedupe(units, options));
        expect(store.left).toBe(0);
      }),
    );
  });

  it('keeps the first of each, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, async (units) => {
        const first = units.filter((unit, k) => units.findIndex((other) => sameTexts(other, unit)) === k);
        expect(await dedupe(units)).toEqual(first);
      }),
    );
  });

  const units = [
    unitOf({ en: 'Hello', ru: 'Привет' }, { changedate: '20150101T000000Z' }),
    unitOf({ RU: 'Привет', EN: 'Hello' }, { changedate: '20160101T000000Z' }),
    unitOf({ en: 'hello', ru: 'привет' }),
    unitOf({ en: ['Hello', { name: 'ph', attributes: {}, content: ['<br>'] }], ru: 'Привет' }),
    unitOf({ en: 'Hello', ru: 'Здравствуйте' }),
    unitOf({ en: 'Hello' }),
  ];

  it.each([
    [{}, [0, 2, 3, 4, 5]],
    [{ policy: 'newest' }, [1, 2, 3, 4, 5]],
    [{ ignoreCase: true }, [0, 3, 4, 5]],
    [{ ignoreCodes: true }, [0, 2, 4, 5]],
    [{ ignoreCase: true, ignoreCodes: true, policy: 'newest' }, [1, 4, 5]],
  ] as const)('with %j keeps %j', async (options, kept) => {
    expect(await dedupe(units, options)).toEqual(kept.map((k) => units[k]));
  });
});

function texts({ variants }: TranslationUnit): string[] {
  return variants.map(({ lang, seg }) => `${lang.toLowerCase().replace('_', '-')} ${JSON.stringify(seg)}`).sort();
}

function sameTexts(a: TranslationUnit, b: TranslationUnit): boolean {
  return JSON.stringify(texts(a)) === JSON.stringify(texts(b));
}
