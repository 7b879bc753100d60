import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTmx } from '../../src/tmx/read.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const memory =
  '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en-US" datatype="plaintext"/><body>' +
  '<tu tuid="a"><note>Say it, &quot;aloud&quot;</note><tuv xml:lang="en-US"><seg>Save, <ph x="1">{1}</ph>now.</seg></tuv><tuv xml:lang="ru"><seg>Сейчас\tже.</seg></tuv><tuv xml:lang="de"><seg>Jetzt</seg></tuv></tu>' +
  '<tu creationid="me"><tuv xml:lang="en-US"><seg>Only</seg></tuv></tu>' +
  '</body></tmx>';

function folder(files: Readonly<Record<string, string>> = {}): {
  cwd: string;
  run: (...args: string[]) => ReturnType<typeof paralign>;
  read: (name: string) => string;
} {
  const cwd = temporaryFolder({ 'm.tmx': memory, ...files });
  return {
    cwd,
    run: (...args) => paralign(['tmx', 'convert', ...args], { cwd }),
    read: (name) => readFileSync(join(cwd, name), 'utf8'),
  };
}

const done = { code: 0, stdout: '', stderr: '' };

test('a table has a column a language, and is read back', () => {
  const { run, read } = folder();
  expect(run('m.tmx', '-o', 'm.csv')).toEqual(done);
  expect(read('m.csv')).toBe(
    'tuid,en-US,ru,de,creationid,note\na,"Save, now.",Сейчас\tже.,Jetzt,,"Say it, ""aloud"""\n,Only,,,me,\n',
  );
  expect(run('m.csv', '-o', 'back.tmx')).toEqual(done);
  const back = parseTmx(read('back.tmx'));
  expect(back.header.attributes.srclang).toBe('en-US');
  expect(back.units.map(({ variants }) => variants.map(({ seg }) => seg))).toEqual([
    [['Save, now.'], ['Сейчас\tже.'], ['Jetzt']],
    [['Only']],
  ]);
  expect(run('m.tmx', '--to', 'tsv', '--cells', 'tmx', '--source-locale', 'en', '--target-locale', 'ru').stdout).toBe(
    'tuid\ten-US\tru\tnote\na\tSave, <ph x="1">{1}</ph>now.\tСейчас\\tже.\tSay it, "aloud"\n',
  );
});

test('JSON Lines hold the memory whole', () => {
  const { run, read } = folder();
  expect(run('m.tmx', '-o', 'm.jsonl')).toEqual(done);
  expect(run('m.jsonl', '-o', 'back.tmx')).toEqual(done);
  expect(parseTmx(read('back.tmx'))).toEqual(parseTmx(memory));
});

test('standard input is read, also where it has to be looked at twice', () => {
  const csv = paralign(['tmx', 'convert', '-', '--to', 'csv'], { input: memory });
  expect([csv.code, csv.stdout.split('\n').length]).toEqual([0, 4]);
  const tmx = paralign(['tmx', 'convert', '-', '--from', 'csv'], { input: csv.stdout });
  expect(parseTmx(tmx.stdout).units).toHaveLength(2);
});

describe('Moses pairs', () => {
  test('are two files, written and read', () => {
    const { cwd, run, read } = folder();
    expect(run('m.tmx', '--to', 'moses', '--target-locale', 'ru', '-o', 'c')).toEqual(done);
    expect([read('c.en-US'), read('c.ru')]).toEqual(['Save, now.\n', 'Сейчас\tже.\n']);
    expect(run('--from', 'moses', 'c.en-US', 'c.ru', '-o', 'c.tmx')).toEqual(done);
    expect(parseTmx(read('c.tmx')).units[0]?.variants.map(({ lang }) => lang)).toEqual(['en-US', 'ru']);

    writeFileSync(join(cwd, 'c.ru'), 'а\nб\n');
    expect(run('--from', 'moses', 'c.en-US', 'c.ru', '-o', 'new.tmx')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('c.en-US ends after line 1, but c.ru goes on'),
    });
    expect(readdirSync(cwd).toSorted()).toEqual(['c.en-US', 'c.ru', 'c.tmx', 'm.tmx']);
  });
});

test('a bitext is made of any format', () => {
  const { run } = folder({ 't.csv': 'en,ru\nYes.,Да.\n' });
  expect(run('t.csv', '--format', 'tsv').stdout).toBe('en\tru\tbead\tconfidence\nYes.\tДа.\t0:0\t1\n');
});

describe('mistakes', () => {
  test.each([
    ['a target that is not clear', ['m.tmx', '--to', 'moses', '-o', 'c'], 'there are 2 other languages'],
    [
      'a language that is not there',
      ['m.tmx', '-o', 'm.csv', '--source-locale', 'fr', '--target-locale', 'ru'],
      'no fr',
    ],
    ['an ending that says nothing', ['m.tmx', '-o', 'm.xyz'], 'Give --to'],
    ['--to and --format', ['m.tmx', '--to', 'csv', '--format', 'tsv'], 'either --to'],
    ['two files', ['m.tmx', 'm.tmx', '--to', 'csv'], 'one file'],
    ['one file of Moses pairs', ['m.tmx', '--from', 'moses'], 'or two'],
    ['Moses pairs to the screen', ['m.tmx', '--to', 'moses'], '-o corpus'],
    ['Moses pairs without a language', ['--from', 'moses', 'm.tmx', 'x', '-o', 'a.tmx'], '--source-locale'],
    ['a table that is none', ['bad.csv', '-o', 'x.tmx'], 'bad.csv:1: '],
    ['a row that is too long', ['long.csv', '-o', 'x.tmx'], 'long.csv:3: '],
    ['lines that are no units', ['bad.jsonl', '-o', 'x.tmx'], 'bad.jsonl:1: '],
    ['the output over the input', ['m.tmx', '--to', 'jsonl', '-o', 'm.tmx'], 'overwritten'],
  ])('%s', (_, args, told) => {
    const { cwd, run } = folder({
      'bad.csv': 'what is this\n',
      'long.csv': 'en,ru\na,b\nc,d,e\n',
      'bad.jsonl': '{}\n',
    });
    const before = readdirSync(cwd);
    const { code, stdout, stderr } = run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(stderr).toMatch(/^paralign: .*\n$/);
    expect(readdirSync(cwd)).toEqual(before);
  });
});
