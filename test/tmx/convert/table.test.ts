import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, writeTable } from '../../../src/tmx/convert/table.ts';
import type { ReadTableOptions } from '../../../src/tmx/convert/table.ts';
import { columnOf, headingOf, surveyUnits } from '../../../src/tmx/convert/table-columns.ts';
import { textOf } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { arbitraryContent, arbitraryPlain, arbitraryRow, collect, pieces } from './arbitrary-units.ts';

/** The units as a table gives them back: in the order of its columns, rows without anything left out. */
async function asRead(units: readonly TranslationUnit[]): Promise<unknown[]> {
  const { columns } = await surveyUnits(units);
  return units
    .map(({ attributes, meta, variants }) => ({
      attributes,
      meta: columns.flatMap((column) =>
        meta.filter(({ name, attributes: own }) =>
          column.kind === 'prop' ? own['type'] === column.type : column.kind === 'note' && name === 'note',
        ),
      ),
      variants: columns.flatMap((column) =>
        variants.filter(({ lang, seg }) => column.kind === 'language' && lang === column.lang && seg.length > 0),
      ),
    }))
    .filter(({ attributes, meta, variants }) => Object.keys(attributes).length + meta.length + variants.length > 0);
}

const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 });

describe.each(['csv', 'tsv'] as const)('%s', (format) => {
  it.each([
    ['text', arbitraryPlain.map((text) => [text])],
    ['tmx', arbitraryContent],
  ] as const)('gives the units back, with cells of %s, however it is cut', async (cells, seg) => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRow(seg), { maxLength: 4 }), sizes, async (units, cuts) => {
        const { columns } = await surveyUnits(units);
        fc.pre(columns.some(({ kind }) => kind === 'language'));
        const text = (await collect(writeTable(units, { format, cells, columns }))).join('');
        const reader = readTable(pieces(text, cuts), { format, cells });
        expect(await collect(reader)).toEqual(await asRead(units));
      }),
    );
  });
});

const read = async (text: string | Uint8Array, options: Partial<ReadTableOptions> = {}): Promise<unknown> =>
  (await collect(readTable(text, { format: 'csv', file: 't.csv', ...options }))).map(
    ({ attributes, meta, variants }) => ({
      ...attributes,
      ...Object.fromEntries(
        meta.map((element) => [element.attributes['type'] ?? element.name, textOf(element.content)]),
      ),
      ...Object.fromEntries(variants.map(({ lang, seg }) => [lang, textOf(seg)])),
    }),
  );

describe('the first row', () => {
  it('names languages, attributes, notes and props', async () => {
    expect(await read('id,en,pt_BR,note,prop:domain,Project\r\n7,"a ""b"", c",d,n,law,x\n\n,,,,,\n8,e\n')).toEqual([
      { tuid: '7', en: 'a "b", c', pt_BR: 'd', note: 'n', domain: 'law', 'x-Project': 'x' },
      { tuid: '8', en: 'e' },
    ]);
  });

  it('may be missing, or name source and target, where the languages are given', async () => {
    const languages = ['en', 'ru'];
    expect(await read('cat,кот\n', { languages })).toEqual([{ en: 'cat', ru: 'кот' }]);
    expect(await read('Target;Source\nкот;cat\n', { languages })).toEqual([{ en: 'cat', ru: 'кот' }]);
  });

  it('may have a score after the texts, as hunalign writes it', async () => {
    const languages = ['en', 'ru'];
    expect(await read('cat,кот,0.75\ndog,пёс,-1e-2\n', { languages })).toEqual([
      { en: 'cat', ru: 'кот', 'x-score': '0.75' },
      { en: 'dog', ru: 'пёс', 'x-score': '-1e-2' },
    ]);
  });

  it.each(['en', 'fil', 'zh-Hant-TW', 'lang:id', 'lang:english', 'tuid', 'note', 'prop:x-a', 'prop:', 'lang:'])(
    'has a name for each column: %s',
    (heading) => {
      expect(headingOf(columnOf(heading))).toBe(heading);
    },
  );
});

describe('what is wrong is told with file and line', () => {
  it.each([
    ['no languages', 'a thing,b\n', {}, 1, '“a thing”'],
    ['nothing', '\n\n', {}, 1, 'no row'],
    ['other languages', 'de,fr\na,b\n', { languages: ['en', 'ru'] }, 1, 'found de, fr'],
    ['a language twice', 'en,EN\n', {}, 1, 'two columns'],
    ['too many cells', 'en,ru\n"a\nb",c\nd,e,f\n', {}, 4, 'expected 2 columns, found 3'],
    ['too many for the languages given', 'a,b,c\n', { languages: ['en', 'ru'] }, 1, 'expected 2 columns'],
    ['a quotation mark inside', 'en,ru\na,b"c\n', {}, 2, 'quotation mark'],
    ['no closing quotation mark', 'en,ru\na,b\nc,"d\n\n', {}, 3, 'has no end'],
    ['bad mark-up', 'en\na\n<b>\n', { cells: 'tmx' as const }, 3, 'not the content of a segment'],
    ['a segment that is closed', 'en\na</seg><seg>b\n', { cells: 'tmx' as const }, 2, 'closed inside'],
  ])('%s', async (_, text, options, line, reason) => {
    await expect(read(text, options)).rejects.toMatchObject({
      type: 'table-invalid',
      data: { file: 't.csv', line, reason: expect.stringContaining(reason) },
    });
  });

  it('wrong bytes too, wherever the chunks are cut', async () => {
    const bytes = Buffer.concat([Buffer.from('en,ru\nd,д\n€'), Buffer.from([0xe2, 0x82, 0x41])]);
    for (let at = 0; at <= bytes.length; at++)
      await expect(
        collect(readTable([bytes.subarray(0, at), bytes.subarray(at)], { format: 'csv', file: 't.csv' })),
      ).rejects.toMatchObject({ type: 'file-encoding', data: { line: 3, offset: 14, encoding: 'UTF-8' } });
    const cut = Buffer.from('en\nд').subarray(0, 4);
    await expect(collect(readTable(cut, { format: 'csv' }))).rejects.toMatchObject({ data: { line: 2, offset: 3 } });
  });

  it('UTF-16 and a byte order mark are read', async () => {
    const text = '\uFEFFen,ru\na,б\n';
    const units = [{ en: 'a', ru: 'б' }];
    expect(await read(new TextEncoder().encode(text))).toEqual(units);
    expect(await read(Buffer.from(text, 'utf16le'))).toEqual(units);
    expect(await read(Buffer.from(text, 'utf16le').swap16())).toEqual(units);
  });
});
