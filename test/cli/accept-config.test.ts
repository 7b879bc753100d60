import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode } from '../read/encode.ts';
import { hasXmllint, validate } from '../tmx/xmllint.ts';
import { english, project, russian } from './check/project.ts';
import { paralign } from './run-paralign.ts';
import type { Outcome } from './run-paralign.ts';

const german =
  'Guten Morgen.\n\nDer Zug nach Oslo fährt um 7.40 Uhr ab. Er hat wieder Verspätung.\n\nVielen Dank, Anna!\n';
const files = {
  'content/en/a.txt': english,
  'content/ru/a.txt': russian,
  'content/de/a.txt': german,
  'content/en/deep/b.txt': english.replace('Oslo', 'Bergen'),
  'content/ru/deep/b.txt': russian.replace('Осло', 'Берген'),
};
const config = { documents: 'content/{locale}/**/*.txt', source: 'en', memory: 'accepted.tmx' };

function accept(cwd: string, ...more: readonly string[]): Outcome {
  // However sure the aligner is of such short texts.
  return paralign(['accept', '--min-confidence', '1', ...more], { cwd });
}

function check(cwd: string, ...more: readonly string[]): Outcome {
  return paralign(['check', '--no-cache', '--rule', 'missing-document=off', ...more], { cwd });
}

function memoryIn(cwd: string, name = 'accepted.tmx'): string {
  return readFileSync(join(cwd, name), 'utf8');
}

function write(cwd: string, name: string, content: string | Uint8Array): void {
  writeFileSync(join(cwd, name), content);
}

describe('accept over a config', () => {
  test('says by which command a paragraph that was left is accepted, and that does it', () => {
    const cwd = project({ ...files, 'content/en/a b.txt': english, 'content/ru/a b.txt': russian }, config);
    expect(accept(cwd).code).toBe(0);
    write(cwd, 'content/en/a b.txt', english.replace('late', 'not late'));
    const command =
      "paralign accept 'content/en/a b.txt' 'content/ru/a b.txt' --memory accepted.tmx --source-locale en --target-locale ru --block 2";
    expect(accept(cwd).stdout).toContain(
      `content/ru/a b.txt: Single paragraphs are accepted of two files: ${command}\n`,
    );
    expect(check(cwd).code).toBe(1);
    const words = [...command.matchAll(/'[^']*'|\S+/g)].map(([word]) => word.replaceAll("'", ''));
    expect(paralign(words.slice(1), { cwd }).code).toBe(0);
    expect(check(cwd).code).toBe(0);
  });

  test('notes all documents in the memory of the config, and says how many of which locale', () => {
    const cwd = project(files, config);
    expect(accept(cwd, '--by', 'Anna', '--date', '2016-04-12')).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'accepted.tmx: 9 new, 0 changed, 0 as before, 0 gone',
        'de: 3 new, 0 changed, 0 as before, 0 gone, in 1 document',
        'de: 1 document has no translation',
        'ru: 6 new, 0 changed, 0 as before, 0 gone, in 2 documents',
        '',
      ].join('\n'),
    });
    expect(memoryIn(cwd).match(/content\/en\/deep\/b\.txt/g)).toHaveLength(3);
    expect(check(cwd, '--rule', 'unaccepted=error')).toMatchObject({ code: 0 });
    write(cwd, 'content/en/deep/b.txt', files['content/en/deep/b.txt'].replace('late', 'not late'));
    const stale = check(cwd);
    expect(stale.code).toBe(1);
    expect(stale.stdout).toContain('content/ru/deep/b.txt:3:1  error  stale');
    expect(stale.stdout).toContain('2016-04-12 by\n  Anna.');
  });

  test('leaves stale paragraphs alone until it is told that they still stand, and touches no file where nothing changed', () => {
    const cwd = project(files, config);
    accept(cwd);
    const before = memoryIn(cwd);
    const { mtimeMs, ino } = statSync(join(cwd, 'accepted.tmx'));
    expect(accept(cwd).stdout).toContain('accepted.tmx: 0 new, 0 changed, 9 as before, 0 gone\n');
    expect(statSync(join(cwd, 'accepted.tmx'))).toMatchObject({ mtimeMs, ino });
    write(cwd, 'content/en/a.txt', english.replace('late', 'not late'));
    const left = accept(cwd);
    expect(left.code).toBe(0);
    expect(left.stdout).toContain('content/ru/a.txt: 1 paragraph has a source that changed, and was not accepted: 2.');
    expect(memoryIn(cwd)).toBe(before);
    expect(accept(cwd, '--stale').stdout).toContain('accepted.tmx: 0 new, 2 changed, 7 as before, 0 gone\n');
    expect(check(cwd).code).toBe(0);
  });

  test.skipIf(!hasXmllint)('writes a memory that is valid by the document type', () => {
    const cwd = project(files, config);
    accept(cwd);
    expect(validate(memoryIn(cwd))).toBe('');
  });

  test('makes the same memory as pair after pair', () => {
    const [all, each] = [project(files, config), project(files, config)];
    const date = ['--date', '2016-04-12', '--by', 'Anna'];
    accept(all, ...date);
    for (const [name, locale] of [
      ['a', 'de'],
      ['a', 'ru'],
      ['deep/b', 'ru'],
    ] as const)
      accept(
        each,
        `content/en/${name}.txt`,
        `content/${locale}/${name}.txt`,
        '--source-locale=en',
        `--target-locale=${locale}`,
        '--memory=accepted.tmx',
        ...date,
      );
    expect(memoryIn(all)).toBe(memoryIn(each));
  });

  test('keeps what others noted, and takes a renamed document along', () => {
    const cwd = project(files, config);
    accept(cwd);
    renameSync(join(cwd, 'content/en/deep/b.txt'), join(cwd, 'content/en/c.txt'));
    renameSync(join(cwd, 'content/ru/deep/b.txt'), join(cwd, 'content/ru/c.txt'));
    write(cwd, 'content/ru/c.txt', files['content/ru/deep/b.txt'].replace('снова', 'опять'));
    // A copy of it is another document.
    write(cwd, 'content/en/d.txt', files['content/en/deep/b.txt']);
    write(cwd, 'content/ru/d.txt', files['content/ru/deep/b.txt']);
    expect(accept(cwd, '--locale', 'ru').stdout).toContain(
      'ru: 3 new, 1 changed, 5 as before, 0 gone, in 3 documents\n',
    );
    const memory = memoryIn(cwd);
    expect(memory).not.toContain('deep/b.txt');
    expect(memory.match(/<tu /g)).toHaveLength(12);
    expect(memory).toContain('Vielen Dank, Anna!');
  });

  test('accepts what --locale and --only name, from wherever it is run', () => {
    const cwd = project(files, config);
    expect(accept(cwd, '--locale', 'RU', '--only', 'content/*/a.txt').stdout).toContain('ru: 3 new');
    expect(memoryIn(cwd)).not.toContain('deep');
    const below = paralign(['accept', '--min-confidence', '1', '--only', '*.txt'], {
      cwd: join(cwd, 'content/ru/deep'),
    });
    expect(below.stdout).toContain('../../../accepted.tmx: 3 new');
    expect(accept(cwd, '--only', './content/de/**').stdout).toContain('de: 3 new');
  });

  test('goes where --memory says, and is created beside what the config names', () => {
    const cwd = project(files, { ...config, memory: ['one.tmx', 'two.tmx'] });
    write(cwd, 'one.tmx', memoryIn(project({ ...files, 'accepted.tmx': EMPTY }, config)));
    write(cwd, 'two.tmx', EMPTY);
    expect(accept(cwd)).toMatchObject({ code: 2, stderr: expect.stringContaining('name one “memory”') as string });
    expect(accept(cwd, '--memory', 'two.tmx').stdout).toContain('two.tmx: 9 new');
    expect(accept(cwd, '--memory', 'three.tmx').stdout).toContain('three.tmx: 9 new');
    expect(memoryIn(cwd, 'one.tmx')).toBe(EMPTY);
    expect(check(cwd, '--rule', 'unaccepted=error').code).toBe(0);
  });
});

describe('a document in which a check fails', () => {
  const broken = { ...files, 'content/ru/a.txt': russian.replace('7.40', '8.50') };
  const rule = { ...config, severities: { 'number-mismatch': 'error' } };

  test('is not accepted unless it is asked for, and the others are', () => {
    const cwd = project(broken, rule);
    const { code, stdout } = accept(cwd);
    expect(code).toBe(1);
    expect(stdout).toContain('accepted.tmx: 6 new');
    expect(stdout).toContain(
      'content/ru/a.txt was not accepted: it has 1 finding that fails a check (number-mismatch).',
    );
    expect(memoryIn(cwd)).not.toContain('8.50');
    expect(accept(cwd, '--fail-on', 'never')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('accepted.tmx: 3 new, 0 changed, 6 as before') as string,
    });
    // What was accepted before stays.
    expect(accept(cwd).code).toBe(1);
    expect(memoryIn(cwd)).toContain('8.50');
  });

  test('is told by the bar of the config', () => {
    expect(accept(project(broken, config)).code).toBe(0);
    expect(accept(project(broken, { ...config, failOn: 'warning' })).code).toBe(1);
    expect(accept(project(broken, { ...rule, failOn: 'never' })).code).toBe(0);
  });

  test('is accepted where a baseline knows what is found', () => {
    const cwd = project(broken, { ...config, severities: rule.severities, baseline: 'known.json' });
    rmSync(join(cwd, 'accepted.tmx'), { force: true });
    write(cwd, 'accepted.tmx', EMPTY);
    expect(check(cwd, '--update-baseline').code).toBe(0);
    expect(accept(cwd).code).toBe(0);
  });
});

describe('what cannot be done', () => {
  test('a file that cannot be read is told, with all others, and nothing is written', () => {
    const cwd = project({ ...files, 'content/ru/a.txt': '', 'content/de/a.txt': new Uint8Array([0, 1, 2]) }, config);
    const { code, stdout, stderr } = accept(cwd);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('content/ru/a.txt');
    expect(stderr).toContain('content/de/a.txt');
    expect(stderr).toContain('Nothing was accepted, and accepted.tmx is as it was.');
    expect(existsSync(join(cwd, 'accepted.tmx'))).toBe(false);
    expect(accept(cwd, '--only', '**/b.txt').code).toBe(0);
    const before = memoryIn(cwd);
    expect(accept(cwd).code).toBe(2);
    expect(memoryIn(cwd)).toBe(before);
    expect(readdirSync(cwd).toSorted()).toEqual(['accepted.tmx', 'content', 'paralign.config.json']);
  });

  test('a memory that is damaged is told, and stays', () => {
    const cwd = project({ ...files, 'accepted.tmx': '<tmx><header' }, config);
    const { code, stderr } = accept(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('accepted.tmx:1');
    expect(memoryIn(cwd)).toBe('<tmx><header');
  });

  test('a memory that is a document of the project, or a folder, is refused', () => {
    const cwd = project(files, config);
    mkdirSync(join(cwd, 'folder.tmx'));
    expect(accept(cwd, '--memory', 'content/ru/a.txt').code).toBe(2);
    expect(accept(cwd, '--memory', 'folder.tmx').code).toBe(2);
    expect(readFileSync(join(cwd, 'content/ru/a.txt'), 'utf8')).toBe(russian);
  });

  test.each<[args: string[], ...said: string[]]>([
    [['--locale', 'fr'], 'No document is translated into fr. There are: de, ru.'],
    [['--locale', 'gr'], '“gr”'],
    [['--only', 'content/**/x.txt'], 'The pattern content/**/x.txt finds no document'],
    [['--block', '1'], '--block is for two files'],
    [['--finding', 'abc'], '--finding is for two files'],
    [['--source-locale', 'en'], '--source-locale is for two files'],
    [['--input', 'lines'], '--input is for two files'],
    [['--encoding', 'koi8-r'], '--encoding is for two files'],
    [['--memory', '-'], 'standard input'],
    [['--config', 'none.json'], 'none.json'],
    [['--date', 'today'], 'today'],
    [['a.txt'], 'target'],
    [['content/en/a.txt', 'content/ru/a.txt', '--memory', 'm.tmx', '--locale', 'ru'], '--locale'],
    [['content/en/a.txt', 'content/ru/a.txt', '--memory', 'm.tmx', '--fail-on', 'never'], '--fail-on'],
  ])('%j is refused', (args, ...said) => {
    const cwd = project(files, config);
    const { code, stdout, stderr } = accept(cwd, ...args);
    expect([code, stdout]).toEqual([2, '']);
    for (const words of said) expect(stderr).toContain(words);
    expect(existsSync(join(cwd, 'accepted.tmx'))).toBe(false);
  });

  test.each<[config: object, ...said: string[]]>([
    [{ ...config, memory: undefined }, 'name one “memory”'],
    [{ ...config, memry: 'x' }, '“memry”'],
    [{ ...config, documents: 'texts/{locale}/*.txt' }, 'finds no document'],
    [{ ...config, baseline: 'none.json' }, 'none.json'],
  ])('%j is told', (wrong, ...said) => {
    const { code, stdout, stderr } = accept(project(files, wrong));
    expect([code, stdout]).toEqual([2, '']);
    for (const words of said) expect(stderr).toContain(words);
  });

  test('an encoding that the config names is used', () => {
    const old = { ...files, 'content/ru/a.txt': encode(russian, 'koi8-r')! };
    const cwd = project(old, { ...config, encoding: { ru: 'koi8-r', '*': 'utf-8' } });
    write(cwd, 'content/ru/deep/b.txt', encode(files['content/ru/deep/b.txt'], 'koi8-r')!);
    expect(accept(cwd).code).toBe(0);
    expect(memoryIn(cwd)).toContain('Доброе утро.');
  });

  test('all of it in Russian too', () => {
    const cwd = project(files, config);
    expect(accept(cwd, '--ui-locale', 'ru').stdout).toContain(
      'ru: новых 6, изменённых 0, прежних 0, исчезнувших 0 – в 2 документах\n',
    );
  });
});

const EMPTY = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="t" creationtoolversion="1" segtype="paragraph" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/>
  <body>
  </body>
</tmx>
`;
