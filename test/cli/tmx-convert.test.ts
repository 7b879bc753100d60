import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTmx } from '../../src/tmx/read.ts';
import { paralign, script } from './run-paralign.ts';
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

describe.each([
  ['xliff', 'm.xlf', '1.2'],
  ['xliff2', 'm.xliff', '2.1'],
])('%s', (to, name, version) => {
  test('holds two languages with their codes, also what is not translated', () => {
    const { run, read } = folder();
    expect(run('m.tmx', '--to', to, '--target-locale', 'ru', '-o', name)).toEqual(done);
    expect(read(name)).toContain(`<xliff version="${version}"`);
    expect(run(name, '-o', 'back.tmx')).toEqual(done);
    const [first, second] = parseTmx(memory).units;
    expect(parseTmx(read('back.tmx')).units).toEqual([{ ...first, variants: first!.variants.slice(0, 2) }, second]);
  });

  test('needs to know which two', () => {
    const { run } = folder();
    expect(run('m.tmx', '--to', to)).toMatchObject({ code: 2, stderr: expect.stringContaining('2 other languages') });
  });
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

describe('a spreadsheet', () => {
  test('has what the table has, and is read back', () => {
    const { run, read } = folder();
    expect(run('m.tmx', '-o', 'm.xlsx')).toEqual(done);
    expect(run('m.xlsx', '-o', 'back.csv')).toEqual(done);
    expect(run('m.tmx', '-o', 'm.csv')).toEqual(done);
    expect(read('back.csv')).toBe(read('m.csv'));
    expect(run('m.xlsx', '--source-locale', 'en-US', '--target-locale', 'ru', '--to', 'jsonl').stdout).toContain(
      'Сейчас',
    );
  });

  test('keeps inline codes with --cells tmx', () => {
    const { run, read } = folder();
    run('m.tmx', '-o', 'm.xlsx', '--cells', 'tmx');
    expect(run('m.xlsx', '--cells', 'tmx', '-o', 'back.tmx')).toEqual(done);
    expect(read('back.tmx')).toContain('Save, <ph x="1">{1}</ph>now.');
  });

  test('goes through pipes, and not to a terminal', () => {
    const { cwd } = folder();
    const xlsx = spawnSync(process.execPath, [script, 'tmx', 'convert', 'm.tmx', '--to', 'xlsx'], { cwd }).stdout;
    expect(xlsx.subarray(0, 2).toString()).toBe('PK');
    const { stdout } = paralign(['tmx', 'convert', '-', '--from', 'xlsx', '--to', 'csv'], { input: xlsx });
    expect(stdout).toContain('"Save, now."');
    const terminal = { cwd, before: 'process.stdout.isTTY = true;' };
    expect(paralign(['tmx', 'convert', 'm.tmx', '--to', 'xlsx'], terminal)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'paralign: XLSX is not text, and this is a terminal. Give -o memory.xlsx.\n',
    });
  });

  test('that cannot be written or read leaves nothing behind', () => {
    const long = memory.replace('Only', 'x'.repeat(32_768));
    const { cwd, run } = folder({ 'long.tmx': long, 'bad.xlsx': 'no spreadsheet\n' });
    expect(run('long.tmx', '-o', 'out.xlsx')).toMatchObject({ code: 2, stderr: expect.stringContaining('row 3') });
    expect(run('bad.xlsx', '-o', 'out.tmx')).toMatchObject({ code: 2, stderr: expect.stringContaining('bad.xlsx: ') });
    expect(readdirSync(cwd).toSorted()).toEqual(['bad.xlsx', 'long.tmx', 'm.tmx']);
  });

  test('needs a package, and says which', () => {
    const { cwd } = folder();
    // As if it were not installed.
    const before = `import { register } from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(
        "export const resolve = (name, context, next) => name.startsWith('hucre') ? Promise.reject(new Error('none')) : next(name, context);"));`;
    expect(paralign(['tmx', 'convert', 'm.tmx', '-o', 'm.xlsx'], { cwd, before })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'paralign: XLSX needs the package hucre, which is not installed. Install it (npm install hucre), or use CSV.\n',
    });
    expect(readdirSync(cwd)).toEqual(['m.tmx']);
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
    ['XLIFF that is none', ['m.tmx', '--from', 'xliff', '--to', 'tmx'], 'm.tmx:1:1'],
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
