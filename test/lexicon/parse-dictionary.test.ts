import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/lexicon/parse-dictionary.ts';
import type { DictionaryOptions } from '../../src/lexicon/parse-dictionary.ts';
import { ParalignError } from '../../src/model/errors.ts';

const locales = { source: 'en-GB', target: 'ru-RU' };

const parse = (text: string | Uint8Array, options: Partial<DictionaryOptions> = {}): string[] =>
  parseDictionary(text, { ...locales, ...options }).map(({ source, target }) => `${source}=${target}`);

function failure(text: string | Uint8Array, options: Partial<DictionaryOptions>): object {
  try {
    parse(text, options);
  } catch (error) {
    if (error instanceof ParalignError) return { type: error.type, ...error.data };
    throw error;
  }
  throw new Error('it was read');
}

describe('tab-separated', () => {
  const tsv = (text: string | Uint8Array): string[] => parse(text, { format: 'tsv' });

  it('has two columns, source and target, with any line end', () => {
    expect(tsv('cat\tкошка\nblack dog \t чёрный пёс\r\n\n \t \n"one"\tодин')).toEqual([
      'cat=кошка',
      'black dog=чёрный пёс',
      '"one"=один',
    ]);
  });

  it('is read from bytes, with a byte order mark or in UTF-16', () => {
    expect(tsv(new TextEncoder().encode('\uFEFFcat\tкошка\n'))).toEqual(['cat=кошка']);
    expect(tsv(new Uint8Array(Buffer.from('\uFEFFcat\tкошка\n', 'utf16le')))).toEqual(['cat=кошка']);
  });

  it('may name its columns in the first row, in any order, with others between', () => {
    expect(tsv('ru\tnotes\tEN\nкошка\tживотное\tcat\nпёс\n\t\tbird')).toEqual(['cat=кошка']);
    expect(tsv('en-US\ten_GB\tru\nsidewalk\tpavement\tтротуар')).toEqual(['pavement=тротуар']);
    expect(tsv('en\tru\ncat\tкошка')).toEqual(['cat=кошка']);
  });

  it('takes a first row of short words for words', () => {
    expect(tsv('to\tв\nis\tесть')).toEqual(['to=в', 'is=есть']);
  });

  it.each([
    ['cat\tкошка\ndog', { type: 'dictionary-columns-tsv', line: 2, expected: 2, found: 1 }],
    ['cat\tкошка\tfelis', { type: 'dictionary-columns-tsv', line: 1, expected: 2, found: 3 }],
    ['cat\tкошка\n\ndog\t ', { type: 'dictionary-cell', line: 3, column: 2 }],
    ['\tкошка', { type: 'dictionary-cell', line: 1, column: 1 }],
    ['en\tru\n\tкошка', { type: 'dictionary-cell', line: 2, column: 1 }],
    ['de-DE\tru-RU\nKatze\tкошка', { type: 'dictionary-language', languages: 'de-DE, ru-RU' }],
    ['en\tru\n', { type: 'dictionary-empty', source: 'en-GB', target: 'ru-RU' }],
    [' \n', { type: 'dictionary-empty' }],
    ['', { type: 'file-empty' }],
    ['a\0\tb', { type: 'file-binary' }],
  ])('%j is an error with its line', (text, expected) => {
    expect(failure(text, { file: 'terms.tsv' })).toMatchObject({ file: 'terms.tsv', ...expected });
  });
});

describe('comma-separated', () => {
  const csv = (text: string): string[] => parse(text, { format: 'csv' });

  it('quotes cells with separators, line ends and quotation marks', () => {
    expect(csv('cat,кошка\r\n"a ""big"", black dog","пёс\nбольшой"\r\n')).toEqual([
      'cat=кошка',
      'a "big", black dog=пёс\nбольшой',
    ]);
  });

  it('takes semicolons where the first row has them and no comma', () => {
    expect(csv('en;ru\n"a; b";"в, г"\nc;д')).toEqual(['a; b=в, г', 'c=д']);
    expect(csv('"a;b",в')).toEqual(['a;b=в']);
  });

  it.each([
    ['cat,кошка\n"dog,пёс\nbird,птица', { type: 'dictionary-quote', line: 2 }],
    ['cat,кошка\n"x\ny",z\n"dog"s,пёс', { type: 'dictionary-quote', line: 4 }],
    ['cat,кош"ка', { type: 'dictionary-quote', line: 1 }],
    ['cat,кошка\n"x\ny",z\ndog', { type: 'dictionary-columns-csv', line: 4, found: 1 }],
  ])('%j is an error with its line', (text, expected) => {
    expect(failure(text, { file: 'terms.csv' })).toMatchObject(expected);
  });

  it('reads back what any spreadsheet writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', 'я', ' ', '\ud800') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const terms = rows.map(([a, b]) => ({ source: `x${a}x`, target: `y${b}y` }));
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = terms.map(({ source, target }) => `${quote(source)},${quote(target)}\n`).join('');
        expect(parseDictionary(text, { ...locales, format: 'csv' })).toEqual(terms);
      }),
    );
  });
});

const martif = (entries: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>\n<text><body>\n${entries}\n</body></text></martif>`;
const tbx = (entries: string): string =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n${entries}\n</body></text></tbx>`;

describe('TBX', () => {
  const read = (text: string | Uint8Array): string[] => parse(text, { format: 'tbx' });

  it('is read as martif of 2008, with terms in tig and ntig', () => {
    const entry =
      '<termEntry id="1"><descrip type="subjectField">x</descrip><langSet xml:lang="en"><tig><term>cat</term><termNote type="partOfSpeech">noun</termNote></tig></langSet><langSet xml:lang="ru"><ntig><termGrp><term>кошка</term></termGrp></ntig></langSet></termEntry>';
    expect(read(martif(entry))).toEqual(['cat=кошка']);
    expect(read(new TextEncoder().encode(martif(entry)))).toEqual(['cat=кошка']);
  });

  it('is read as tbx of 2019, and each synonym stands for each', () => {
    expect(
      read(
        tbx(
          '<conceptEntry id="1"><langSec xml:lang="en-US"><termSec><term>cat &amp; <hi>dog</hi></term></termSec></langSec><langSec xml:lang="ru"><termSec><term>кошка\n и пёс</term></termSec><termSec><term>кот</term></termSec></langSec></conceptEntry><conceptEntry id="2"><langSec xml:lang="en"><termSec><term>only</term></termSec></langSec></conceptEntry>',
        ),
      ),
    ).toEqual(['cat & dog=кошка и пёс', 'cat & dog=кот']);
  });

  const entry = (inside: string): string => `<termEntry>${inside}</termEntry>`;
  it.each([
    ['no XML', { type: 'xml-malformed', line: 1 }],
    ['<tmx version="1.4"/>', { type: 'tbx-invalid', line: 1 }],
    [martif(entry('<langSet xml:lang="en"/>')), { type: 'tbx-invalid', line: 5 }],
    [martif(`<!-- x -->\n${entry('<langSet><tig><term>a</term></tig></langSet>')}`), { type: 'tbx-invalid', line: 6 }],
    [martif(entry('<langSet xml:lang="en"><tig><term> </term></tig></langSet>')), { type: 'tbx-invalid', line: 5 }],
    [martif('stray'), { type: 'tbx-invalid', line: 5 }],
    [martif(entry('<langSet xml:lang="en">')), { type: 'xml-malformed', line: 5 }],
    [
      martif(entry('<langSet xml:lang="de"><tig><term>Katze</term></tig></langSet>')),
      { type: 'dictionary-language', languages: 'de' },
    ],
    [martif(''), { type: 'dictionary-empty' }],
  ])('%j is an error', (text, expected) => {
    expect(failure(text, { file: 'terms.tbx' })).toMatchObject({ file: 'terms.tbx', ...expected });
  });
});

describe('parseDictionary', () => {
  it('tells the format from the name of the file', () => {
    expect(parse('cat\tкошка', { file: 'a/b.c/Terms.TSV' })).toEqual(['cat=кошка']);
    expect(failure('cat\tкошка', { file: 'terms.txt' })).toEqual({ type: 'dictionary-format', file: 'terms.txt' });
    expect(failure('cat\tкошка', {})).toEqual({ type: 'dictionary-format', file: 'dictionary' });
  });

  it('reads large and odd files', () => {
    const rows = Array.from({ length: 100_000 }, (_, k) => `term ${k}\tслово ${k}`);
    expect(parse(rows.join('\n'), { format: 'tsv' })).toHaveLength(100_000);
    expect(parse(rows.join('\n').replaceAll('\t', ','), { format: 'csv' })).toHaveLength(100_000);
    const long = 'x'.repeat(1 << 20);
    for (const [format, tab] of [
      ['tsv', '\t'],
      ['csv', ','],
    ] as const)
      expect(parse(`${long}${tab}y`, { format })).toEqual([`${long}=y`]);
    expect(failure(long, { format: 'csv' })).toMatchObject({ type: 'dictionary-columns-csv', line: 1 });
    expect(failure(`"${long}`, { format: 'csv' })).toMatchObject({ type: 'dictionary-quote', line: 1 });
    expect(parse('\ud800\t\udc00', { format: 'tsv' })).toEqual(['\ud800=\udc00']);
  });
});
