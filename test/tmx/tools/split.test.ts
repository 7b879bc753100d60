import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { mergeUnits } from '../../../src/tmx/tools/merge.ts';
import { sourceIndex } from '../../../src/tmx/tools/source.ts';
import { splitUnits } from '../../../src/tmx/tools/split.ts';
import type { SplitBy, SplitPart } from '../../../src/tmx/tools/split.ts';
import { formatTmx } from '../../../src/tmx/write.ts';
import { all, arbitraryUnits, headOf, unitOf } from './memories.ts';

const head = headOf('en-GB');

/** The parts in their order, each with its units. */
async function split(
  units: readonly TranslationUnit[],
  by: SplitBy,
  before = head,
): Promise<[SplitPart, TranslationUnit[]][]> {
  const parts = new Map<SplitPart, TranslationUnit[]>();
  for (const { part, unit } of await all(splitUnits(units, by, before)))
    parts.set(part, [...(parts.get(part) ?? []), unit]);
  return [...parts];
}

const by: fc.Arbitrary<SplitBy> = fc.oneof(
  fc.constant<SplitBy>({ kind: 'pair' }),
  fc.record({ kind: fc.constant('units' as const), most: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('size' as const), most: fc.integer({ min: 1, max: 3000 }) }),
);

/** A unit with its variants sorted by language: in a pair's part they may stand in another order. */
function sorted(unit: TranslationUnit): TranslationUnit {
  return { ...unit, variants: unit.variants.toSorted((a, b) => (a.lang < b.lang ? -1 : a.lang > b.lang ? 1 : 0)) };
}

describe('splitUnits', () => {
  it('gives parts that merge into the memory again', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, by, async (units, how) => {
        // What merging makes one is one to begin with.
        const merge = await all(mergeUnits([{ head, units }], { policy: 'first' }));
        // The parts of a unit without source have nothing in common by which to know it again.
        const whole = merge.filter((unit) => unit.variants[sourceIndex(unit, 'en-GB')]?.seg.length !== 0);
        const parts = await split(whole, how);
        const merged = await all(
          mergeUnits(
            parts.map(([, list]) => ({ head, units: list })),
            { policy: 'first' },
          ),
        );
        const byText = (list: readonly TranslationUnit[]): string[] =>
          list.map((unit) => JSON.stringify(sorted(unit))).sort();
        expect(byText(merged)).toEqual(byText(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order, and goes on where it was, by number and by size', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, by, async (units, how) => {
        fc.pre(how.kind !== 'pair');
        const parts = await split(units, how);
        expect(parts.flatMap(([, list]) => list)).toEqual(units);
        expect(parts.map(([{ number }]) => number)).toEqual(parts.map((_, k) => k + 1));
        for (const [k, [, list]] of parts.entries()) {
          if (how.kind === 'units')
            expect(k + 1 === parts.length ? list.length <= how.most : list.length === how.most).toBe(true);
          if (how.kind === 'size' && list.length > 1) expect(bytesOf(list)).toBeLessThanOrEqual(how.most);
          // What comes next did not fit.
          const next = parts[k + 1]?.[1][0];
          if (how.kind === 'size' && next !== undefined) expect(bytesOf([...list, next])).toBeGreaterThan(how.most);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('makes a part for each pair of languages', async () => {
    const units = [
      unitOf({ 'en-GB': 'a', 'ru-RU': 'б', de: 'c' }),
      unitOf({ ru_ru: 'г', 'EN-gb': 'd' }),
      unitOf({ 'en-GB': 'e' }),
      unitOf({ de: 'f', fr: 'g' }, { srclang: 'fr' }),
    ];
    expect(await split(units, { kind: 'pair' })).toEqual([
      [{ number: 1, source: 'en-GB', target: 'ru-RU' }, [unitOf({ 'en-GB': 'a', 'ru-RU': 'б' }), units[1]]],
      [{ number: 2, source: 'en-GB', target: 'de' }, [unitOf({ 'en-GB': 'a', de: 'c' })]],
      [{ number: 3, source: 'en-GB' }, [units[2]]],
      [{ number: 4, source: 'fr', target: 'de' }, [units[3]]],
    ]);
  });
});

function bytesOf(units: readonly TranslationUnit[]): number {
  return new TextEncoder().encode(formatTmx({ ...head, units }, { characters: 'replace' })).length;
}
