import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { note, textOf } from '../../../src/tmx/model.ts';
import type { Inline } from '../../../src/tmx/model.ts';
import { cleanUnits } from '../../../src/tmx/tools/clean.ts';
import type { CleanOptions } from '../../../src/tmx/tools/clean.ts';
import { countCodes } from '../../../src/tmx/tools/codes.ts';
import { all, arbitraryUnits, unitOf } from './memories.ts';

const anyOptions: fc.Arbitrary<CleanOptions> = fc.record({
  codes: fc.constantFrom('keep', 'placeholder', 'drop'),
  controls: fc.boolean(),
  edges: fc.boolean(),
  empty: fc.boolean(),
});

/** The only segment of a unit that holds it, cleaned. */
async function cleanSegment(seg: readonly Inline[], options: CleanOptions): Promise<readonly Inline[] | undefined> {
  const [unit] = await all(cleanUnits([unitOf({ en: seg })], options));
  return unit?.variants[0]?.seg;
}

const code = (name: string, native: string, attributes: Record<string, string> = {}) => ({
  name,
  attributes,
  content: native === '' ? [] : [native],
});

describe('cleanUnits', () => {
  it('finds nothing more to clean the second time', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, anyOptions, async (units, options) => {
        const once = await all(cleanUnits(units, options));
        const again = cleanUnits(once, options);
        expect(await all(again)).toEqual(once);
        expect(again.counts).toEqual({
          units: once.length,
          changedUnits: 0,
          codes: 0,
          controls: 0,
          edges: 0,
          emptyVariants: 0,
          emptyUnits: 0,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves what it cleans as the options say', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, fc.constantFrom('placeholder', 'drop'), async (units, codes) => {
        const cleaning = cleanUnits(units, { codes });
        const cleaned = await all(cleaning);
        for (const { seg } of cleaned.flatMap(({ variants }) => variants)) {
          expect(seg.length).toBeGreaterThan(0);
          expect(textOf(seg)).not.toMatch(/[\0-\x08\x0E-\x1F\x7F-\x9F]/);
          if (codes === 'drop') expect([countCodes(seg), textOf(seg)]).toEqual([0, textOf(seg).trim()]);
          for (const node of seg) if (typeof node !== 'string' && node.name === 'ph') expect(node.content).toEqual([]);
        }
        const variants = (list: typeof units): number => list.flatMap((unit) => unit.variants).length;
        expect(cleaning.counts.emptyUnits).toBe(units.length - cleaned.length);
        if (cleaning.counts.emptyUnits === 0)
          expect(cleaning.counts.emptyVariants).toBe(variants(units) - variants(cleaned));
      }),
      { numRuns: 300 },
    );
  });

  it('takes out control characters, and puts a space for those that divide words', async () => {
    expect(await cleanSegment(['a\u0007b\u007f\u000bc\u0085d\ufeff\ud800'], {})).toEqual(['ab c d']);
    const noted = { ...unitOf({ en: 'a' }), meta: [note('x\u0001y')] };
    expect(await all(cleanUnits([noted]))).toEqual([{ ...noted, meta: [note('xy')] }]);
    expect(await cleanSegment(['😀\t\n'], { edges: false })).toEqual(['😀\t\n']);
  });

  it('takes white space from the edges, and from nowhere else', async () => {
    expect(await cleanSegment([' \u00a0a  b\n'], {})).toEqual(['a  b']);
    expect(await cleanSegment([' a ', code('ph', '<br>'), ' b '], {})).toEqual(['a ', code('ph', '<br>'), ' b']);
    expect(await cleanSegment([' '], {})).toBeUndefined();
    expect(await cleanSegment([' a '], { edges: false })).toEqual([' a ']);
  });

  const bold = [code('bpt', '<b>', { i: '1' }), 'a', code('ept', '</b>', { i: '1' })];

  it('puts the same placeholder for the same code in all languages', async () => {
    const cleaning = cleanUnits(
      [unitOf({ en: [...bold, ' ', code('ph', '<br>')], ru: [code('ph', '<br>'), ' ', ...bold, code('ph', '<br>')] })],
      { codes: 'placeholder' },
    );
    const x = (number: string): Inline => code('ph', '', { x: number });
    expect(await all(cleaning)).toEqual([
      unitOf({ en: [x('1'), 'a', x('2'), ' ', x('3')], ru: [x('3'), ' ', x('1'), 'a', x('2'), x('4')] }),
    ]);
    expect(cleaning.counts).toMatchObject({ codes: 7, changedUnits: 1 });
  });

  it('drops codes with what they hold, and other mark-up without', async () => {
    const hi = { name: 'hi', attributes: {}, content: ['b', code('ph', '<i/>')] };
    const cleaning = cleanUnits([unitOf({ en: [...bold, hi, 'c'] })], { codes: 'drop' });
    expect(await all(cleaning)).toEqual([unitOf({ en: 'abc' })]);
    expect(cleaning.counts.codes).toBe(4);
  });

  it('takes out what is empty', async () => {
    const units = [
      unitOf({ en: 'a', ru: '', de: 'b' }),
      unitOf({ en: 'a', ru: ' ' }),
      unitOf({ en: '', ru: '' }),
      unitOf({ en: 'a' }),
      unitOf({}),
      unitOf({ en: [code('ph', '<img>')], ru: 'a' }),
    ];
    const cleaning = cleanUnits(units);
    expect(await all(cleaning)).toEqual([unitOf({ en: 'a', de: 'b' }), units[3], units[5]]);
    expect(cleaning.counts).toMatchObject({ units: 6, changedUnits: 1, emptyVariants: 1, emptyUnits: 3, edges: 1 });
    expect(await all(cleanUnits(units, { empty: false, edges: false }))).toEqual(units);
  });
});
