import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTmx, textOf } from '../../src/index.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = (units: readonly string[], header = ''): string =>
  `<tmx version="1.4"><header srclang="en-GB" datatype="plaintext">${header}</header><body>${units.join('')}</body></tmx>`;
const unit = (texts: Readonly<Record<string, string>>, attributes = '', meta = ''): string => {
  const variants = Object.entries(texts).map(([lang, text]) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`);
  return `<tu${attributes === '' ? '' : ` ${attributes}`}>${meta}${variants.join('')}</tu>`;
};
/** The texts of a memory, a unit a line. */
const textsOf = (xml: string): string[] =>
  parseTmx(xml).units.map(({ variants }) => variants.map(({ lang, seg }) => `${lang} ${textOf(seg)}`).join(' | '));

const hello = unit({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }, 'tuid="1"');
const bye = unit({ 'en-GB': 'Bye', 'ru-RU': 'Пока' }, 'tuid="2"');
const german = unit({ 'EN-gb': 'Hello', de: 'Hallo' }, 'tuid="3"');

describe('tmx stats', () => {
  test('counts a file, and standard input', () => {
    const cwd = temporaryFolder({ 'a.tmx': page([hello, bye, hello]) });
    const { code, stdout, stderr } = paralign(['tmx', 'stats', 'a.tmx', '--reporter', 'json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { units, languages, pairs } = JSON.parse(stdout) as { units: number; languages: object[]; pairs: object[] };
    expect(units).toBe(3);
    expect(languages).toMatchObject([
      { language: 'en-GB', units: 3, words: 3, duplicates: 1 },
      { language: 'ru-RU', units: 3, words: 3, duplicates: 1 },
    ]);
    expect(pairs).toEqual([{ source: 'en-GB', target: 'ru-RU', units: 3 }]);
    const fromStdin = paralign(['tmx', 'stats', '-', '--reporter', 'json'], { input: page([hello, bye, hello]) });
    expect(fromStdin.stdout).toBe(stdout);
    expect(paralign(['tmx', 'stats', 'a.tmx', '--ui-locale', 'ru'], { cwd }).stdout).toContain('3 единицы');
  });

  test('says where a file is broken', () => {
    const cwd = temporaryFolder({ 'a.tmx': '<tmx version="1.4">\n<header/>\n<body><tu></body></tmx>' });
    const { code, stdout, stderr } = paralign(['tmx', 'stats', 'a.tmx'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a.tmx:3:');
    expect(paralign(['tmx', 'stats', 'b.tmx'], { cwd }).stderr).toBe(
      'paralign: There is no file b.tmx. Check the path.\n',
    );
  });
});

describe('tmx merge', () => {
  test('makes one memory of several', () => {
    const cwd = temporaryFolder({
      'a.tmx': page([hello]),
      'b.tmx': page([german, bye, hello], '<prop type="x-p">v</prop>'),
    });
    const { code, stdout, stderr } = paralign(['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '2 units from 4 in 2 files, written to out.tmx\n', '']);
    const written = readFileSync(join(cwd, 'out.tmx'), 'utf8');
    expect(textsOf(written)).toEqual(['en-GB Hello | ru-RU Привет | de Hallo', 'en-GB Bye | ru-RU Пока']);
    expect(written).toContain('<note>b.tmx: x-p = v</note>');

    const piped = paralign(['tmx', 'merge', 'a.tmx', '-'], { cwd, input: readFileSync(join(cwd, 'b.tmx')) });
    expect(textsOf(piped.stdout)).toEqual(textsOf(written));
    expect(piped.stderr).toBe('2 units from 4 in 2 files, written to standard output\n');
  });

  test('gives the same with a tiny limit, and leaves no temporary files', () => {
    const units = Array.from({ length: 400 }, (_, k) =>
      unit({ 'en-GB': `Text ${k % 300}`, 'ru-RU': `Текст ${k % 350}` }),
    );
    const cwd = temporaryFolder({ 'a.tmx': page(units.slice(0, 200)), 'b.tmx': page(units.slice(100)) });
    mkdirSync(join(cwd, 'temp'));
    const merge = (...more: string[]): string => {
      const args = ['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx', ...more];
      const env = { TMPDIR: join(cwd, 'temp') };
      expect(paralign(args, { cwd, env })).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(join(cwd, 'temp'))).toEqual([]);
      return readFileSync(join(cwd, 'out.tmx'), 'utf8');
    };
    for (const policy of ['all', 'newest', 'first'])
      expect(merge('--policy', policy, '--memory-limit', '1K')).toBe(merge('--policy', policy));
  });

  test('changes nothing where it fails', () => {
    const cwd = temporaryFolder({
      'a.tmx': page([hello]),
      'b.tmx': page([hello]).slice(0, -9),
      'out.tmx': 'as it was',
    });
    mkdirSync(join(cwd, 'temp'));
    const env = { TMPDIR: join(cwd, 'temp') };
    const args = ['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx', '--memory-limit', '1'];
    expect(paralign(args, { cwd, env })).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'out.tmx'), 'utf8')).toBe('as it was');
    expect(readdirSync(join(cwd, 'temp'))).toEqual([]);
    expect(readdirSync(cwd).toSorted()).toEqual(['a.tmx', 'b.tmx', 'out.tmx', 'temp']);
    expect(paralign(['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'a.tmx'], { cwd }).stderr).toContain(
      'would be overwritten',
    );
    expect(paralign(['tmx', 'merge', '-', '-'], { input: page([hello]) }).stderr).toContain('Only one of the files');
    expect(paralign(['tmx', 'merge', 'a.tmx', '--memory-limit', 'much'], { cwd }).stderr).toContain('256M');
  });
});

describe('tmx dedupe', () => {
  test('leaves out what is there already', () => {
    const again = unit({ 'ru-RU': 'Привет', 'en-GB': 'Hello' }, 'changedate="20160412T170000Z"');
    const cwd = temporaryFolder({ 'a.tmx': page([hello, bye, again]) });
    const { code, stdout, stderr } = paralign(['tmx', 'dedupe', 'a.tmx', '-o', 'out.tmx'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '2 units of 3, written to out.tmx\n', '']);
    expect(textsOf(readFileSync(join(cwd, 'out.tmx'), 'utf8'))).toEqual([
      'en-GB Hello | ru-RU Привет',
      'en-GB Bye | ru-RU Пока',
    ]);
    const newest = paralign(['tmx', 'dedupe', 'a.tmx', '--policy', 'newest', '--memory-limit', '1'], { cwd });
    expect(textsOf(newest.stdout)).toEqual(['ru-RU Привет | en-GB Hello', 'en-GB Bye | ru-RU Пока']);
  });
});
