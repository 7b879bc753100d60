import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prop } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { filterUnits } from '../../../src/tmx/tools/filter.ts';
import type { FilterOptions, TextTest } from '../../../src/tmx/tools/filter.ts';
import { all, arbitraryUnits, unitOf, variantOf } from './memories.ts';

const test: fc.Arbitrary<TextTest> = fc.constantFrom<TextTest>('ello', /^hello$/i, /e/g, /e/y, '');
const options: fc.Arbitrary<FilterOptions> = fc.record(
  {
    languages: fc.subarray(['en', 'ru-RU', 'de-AT']),
    from: fc.constantFrom('2016', '20160412', '2016-04-12T17:00:00Z').filter((date) => date.length > 4),
    to: fc.constantFrom('2016-04-12', '20200229'),
    authors: fc.subarray(['anna', 'bert']),
    props: fc.subarray([{ type: 'x-project', value: 'a' }, { type: 'x-context' }]),
    text: test,
    source: test,
    target: test,
    minLength: fc.nat(6),
    maxLength: fc.nat(20),
    where: fc.constantFrom(({ variants }: TranslationUnit) => variants.length > 1),
    srclang: fc.constantFrom('en-GB', 'ru', '*all*'),
  },
  { requiredKeys: [] },
);

describe('filterUnits', () => {
  it('divides a memory in two with its opposite', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, options, async (units, conditions) => {
        const kept = await all(filterUnits(units, conditions));
        const others = await all(filterUnits(units, { ...conditions, invert: true }));
        expect(kept.length + others.length).toBe(units.length);
        expect(units.filter((unit) => kept.includes(unit))).toEqual(kept);
        expect(units.filter((unit) => !kept.includes(unit))).toEqual(others);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps everything without conditions', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, async (units) => {
        expect(await all(filterUnits(units, {}))).toEqual(units);
      }),
    );
  });

  const units = [
    unitOf({ 'en-GB': 'The train is late.', 'ru-RU': 'Поезд опаздывает.' }, { changedate: '20160412T170000Z' }),
    unitOf({ 'en-US': 'Trains', de: 'Züge' }, { creationdate: '20150101T000000Z', creationid: 'anna' }),
    {
      ...unitOf({ de: 'Der train' }),
      variants: [variantOf('de', 'Der train', { changeid: 'bert' }), variantOf('en-GB', '')],
      meta: [prop('x-project', 'a=b')],
    },
  ];

  it.each<[FilterOptions, number[]]>([
    [{ languages: ['en'] }, [0, 1]],
    [{ languages: ['en'], where: ({ attributes }) => attributes.creationid === 'anna' }, [1]],
    [{ languages: ['en', 'ru'] }, [0]],
    [{ languages: ['en_gb'] }, [0, 1]],
    [{ languages: ['fr'] }, []],
    [{ from: '2016-01-01' }, [0]],
    [{ from: '2016-04-12', to: '2016-04-12' }, [0]],
    [{ to: '2016-04-12T16:59:59Z' }, [1]],
    [{ from: '2016-01-01', invert: true }, [1, 2]],
    [{ authors: ['anna', 'bert'] }, [1, 2]],
    [{ authors: ['Anna'] }, []],
    [{ props: [{ type: 'x-project' }] }, [2]],
    [{ props: [{ type: 'x-project', value: 'a=b' }] }, [2]],
    [{ props: [{ type: 'x-project', value: 'a' }] }, []],
    [{ text: 'train' }, [0, 2]],
    [{ text: /trains?/i }, [0, 1, 2]],
    [{ source: 'train', srclang: 'en' }, [0]],
    [{ target: 'train', srclang: 'en' }, [2]],
    [{ target: /з/, srclang: 'en-GB' }, [0]],
    [{ minLength: 10 }, [0]],
    [{ maxLength: 9 }, [1, 2]],
    [{ text: 'train', languages: ['de'] }, [2]],
  ])('with %j keeps %j', async (conditions, kept) => {
    expect(await all(filterUnits(units, conditions))).toEqual(kept.map((k) => units[k]));
  });

  it('says once which languages it took for another', async () => {
    const told: string[] = [];
    const onInexact = (wanted: string, present: string): void => void told.push(`${wanted} ${present}`);
    await all(filterUnits([...units, ...units], { languages: ['en'], onInexact }));
    expect(told).toEqual(['en en-GB', 'en en-US']);
    await all(filterUnits(units, { languages: ['EN-gb', 'DE'], onInexact }));
    expect(told).toEqual(['en en-GB', 'en en-US', 'EN-gb en-US']);
  });

  it('refuses what is no date', () => {
    expect(() => filterUnits(units, { from: 'yesterday' })).toThrow('“yesterday” is not a date');
  });
});
