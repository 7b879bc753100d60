import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx as parse, writeXlsx as make } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from '../../../src/tmx/convert/table.ts';
import { surveyUnits } from '../../../src/tmx/convert/table-columns.ts';
import { readXlsx, writeXlsx } from '../../../src/tmx/convert/xlsx.ts';
import type { ReadXlsxOptions } from '../../../src/tmx/convert/xlsx.ts';
import { notesOf, textOf } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { arbitraryContent, arbitraryPlain, arbitraryRow, collect } from './arbitrary-units.ts';

const unitOf = (variants: Readonly<Record<string, string>>): TranslationUnit => ({
  attributes: {},
  meta: [],
  variants: Object.entries(variants).map(([lang, text]) => ({ lang, attributes: {}, meta: [], seg: [text] })),
});

async function spreadsheet(units: readonly TranslationUnit[], cells: 'text' | 'tmx' = 'text'): Promise<Uint8Array> {
  const { columns } = await surveyUnits(units);
  return new Uint8Array(Buffer.concat(await collect(writeXlsx(units, { columns, cells }))));
}

/** A spreadsheet that another program made. */
function madeBy(program: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`spreadsheets/${program}.xlsx`, import.meta.url)));
}

const textsOf = (units: readonly TranslationUnit[]): unknown =>
  units.map(({ variants }) => Object.fromEntries(variants.map(({ lang, seg }) => [lang, textOf(seg)])));
const read = async (bytes: Uint8Array, options?: ReadXlsxOptions): Promise<TranslationUnit[]> =>
  await collect(readXlsx(bytes, { file: 'm.xlsx', ...options }));

describe('what is written is read back', () => {
  it.each([
    ['text', arbitraryPlain.map((text) => [text])],
    ['tmx', arbitraryContent],
  ] as const)('with cells of %s, as from CSV', async (cells, seg) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRow(seg), { maxLength: 4 }), async (units) => {
        const { columns } = await surveyUnits(units);
        fc.pre(columns.some(({ kind }) => kind === 'language'));
        const csv = (await collect(writeTable(units, { format: 'csv', cells, columns }))).join('');
        const expected = await collect(readTable(csv, { format: 'csv', cells }));
        expect(await read(await spreadsheet(units, cells), { cells })).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    '=1+1',
    '=HYPERLINK("http://example.com","x")',
    '+49 30',
    '-x',
    '@SUM(A1)',
    '\t=1',
    '\r\n=1',
    "'=1",
    '007',
    '1e5',
    'TRUE',
    '2016-04-12',
    ' ',
    '  two  ',
    '_x000D_ _x0041_ _x005F_x0041_ _xyz_',
    'a\u00a0\u2028b',
    '😀',
  ])('as text, whatever it looks like: %j', async (text) => {
    const bytes = await spreadsheet([unitOf({ en: text, ru: 'б' })]);
    expect(textsOf(await read(bytes))).toEqual([{ en: text, ru: 'б' }]);
  });

  it('so that another program finds no formula in it', async () => {
    const formulas = async (bytes: Uint8Array): Promise<unknown[]> => {
      const [sheet] = (await parse(bytes)).sheets;
      return [...(sheet?.cells ?? []).values()].flatMap(({ formula }) => formula ?? []);
    };
    expect(await formulas(madeBy('libreoffice'))).not.toEqual([]);
    expect(await formulas(await spreadsheet([unitOf({ en: '=1+1', ru: '@SUM(A1)' })]))).toEqual([]);
  });

  it('however long it is, up to what a cell holds', async () => {
    const long = 'x'.repeat(32_767);
    expect(textsOf(await read(await spreadsheet([unitOf({ en: long })])))).toEqual([{ en: long }]);
    await expect(spreadsheet([unitOf({ en: 'a' }), unitOf({ en: `${long}y` })])).rejects.toMatchObject({
      type: 'xlsx-limit',
      data: { reason: 'a cell has at most 32767 characters, and one in row 3 would have 32768' },
    });
  });

  it('and what goes wrong with a unit is told as it is', async () => {
    const damaged = async function* (): AsyncGenerator<TranslationUnit> {
      yield unitOf({ en: 'a' });
      await Promise.reject(new RangeError('mine'));
    };
    const writing = collect(writeXlsx(damaged(), { columns: [{ kind: 'language', lang: 'en' }] }));
    await expect(writing).rejects.toThrow(new RangeError('mine'));
  });
});

// Made by hand: by LibreOffice 7.4, with text that is bold in part, cells of numbers, dates and formulas, and a second sheet; and
// much the same by openpyxl 3.0.9.
describe('spreadsheets of other programs', () => {
  it('LibreOffice', async () => {
    const units = await read(madeBy('libreoffice'));
    expect(textsOf(units)).toEqual([
      { 'en-GB': 'Save now, please', 'ru-RU': 'Сохраните\nсейчас' },
      { 'en-GB': '1', 'ru-RU': '1.5' },
      { 'en-GB': 'ab', 'ru-RU': '=1+1' },
    ]);
    expect(units.map(({ attributes }) => attributes)).toEqual([
      { tuid: '7', creationdate: '20160412T000000Z' },
      { tuid: '8' },
      { tuid: '9' },
    ]);
    expect(notesOf(units[0]!)).toEqual(['2016-04-12']);
  });

  it('openpyxl', async () => {
    const units = await read(madeBy('openpyxl'));
    expect(textsOf(units)).toEqual([
      { 'en-GB': 'Save now, please', 'ru-RU': 'Сохраните\nсейчас' },
      { 'en-GB': 'TRUE', 'ru-RU': '1.5' },
      { 'en-GB': '  ab ', 'ru-RU': '=1+1' },
    ]);
    expect(units[0]?.attributes).toEqual({ tuid: '7', creationdate: '20160412T170005Z' });
    expect(notesOf(units[0]!)).toEqual(['2016-04-12T17:00:05Z']);
  });

  it('come in pieces too', async () => {
    const bytes = madeBy('openpyxl');
    function* pieces(): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
    }
    expect(await collect(readXlsx(pieces()))).toEqual(await read(bytes));
  });
});

/** Two bits of the first sheet are others: it can still be unpacked, but is not what it was. */
function damaged(bytes: Uint8Array): Uint8Array {
  const name = 'xl/worksheets/sheet1.xml';
  const at = Buffer.from(bytes).indexOf(name) + name.length + 58;
  return bytes.map((byte, k) => (k === at ? byte ^ 0x11 : byte));
}

describe('what is wrong is told', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('en,ru\na,b\n')],
    ['half a spreadsheet', madeBy('openpyxl').subarray(0, 3000)],
    ['a damaged one', damaged(madeBy('openpyxl'))],
    ['a text', 'en,ru\n'],
  ])('of %s', async (_, source) => {
    await expect(collect(readXlsx(source, { file: 'm.xlsx' }))).rejects.toMatchObject({
      type: 'xlsx-invalid',
      data: { file: 'm.xlsx' },
    });
  });

  it('of a row, by its number', async () => {
    const rows = [['en', 'ru'], [], ['a', 'b'], ['c', 'd', 'e']];
    const bytes = await make({ sheets: [{ name: 'x', rows }] });
    await expect(read(bytes)).rejects.toMatchObject({
      type: 'table-invalid',
      data: { file: 'm.xlsx', line: 4, reason: 'expected 2 columns, found 3' },
    });
    await expect(read(await make({ sheets: [{ name: 'x', rows: [] }] }))).rejects.toMatchObject({
      type: 'table-invalid',
    });
  });

  it('where the package is missing, with its name', async () => {
    const missing: string = 'hucre-that-is-not-there';
    const load = (): Promise<unknown> => import(/* @vite-ignore */ missing);
    const expected = { type: 'xlsx-missing', data: { package: 'hucre' } };
    await expect(collect(readXlsx(madeBy('openpyxl'), { load }))).rejects.toMatchObject(expected);
    await expect(collect(writeXlsx([], { columns: [], load }))).rejects.toMatchObject(expected);
  });
});

it('the rest is not read when it is not asked for', async () => {
  const reader = readXlsx(madeBy('openpyxl'));
  for await (const { attributes } of reader) {
    expect(attributes.tuid).toBe('7');
    break;
  }
  for await (const _ of writeXlsx([unitOf({ en: 'a' })], { columns: [{ kind: 'language', lang: 'en' }] })) break;
});
