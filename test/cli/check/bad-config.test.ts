import { mkdirSync, symlinkSync, chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { english, project, russian } from './project.ts';

const files = { 'content/en/a.txt': english, 'content/ru/a.txt': russian };
const good = { documents: 'content/{locale}/*.txt', source: 'en' };

/** What a mistake is answered with: lines that say what to do, exit code 2, nothing on standard output. */
function expectRefusal({ code, stdout, stderr }: Outcome, ...said: readonly string[]): void {
  expect(stderr).toMatch(/^(?:paralign: [^\n]+\n)+$/);
  for (const words of said) expect(stderr).toContain(words);
  expect(stderr).not.toContain('defect');
  expect(stdout).toBe('');
  expect(code).toBe(2);
}

function check(cwd: string, ...args: readonly string[]): Outcome {
  return paralign(['check', '--no-cache', ...args], { cwd });
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

describe('a config that can be read', () => {
  test.each([
    ['a byte order mark', `\ufeff${JSON.stringify(good)}`],
    ['UTF-16', utf16(JSON.stringify(good))],
  ])('with %s', (_, content) => {
    expect(check(temporaryFolder({ ...files, 'paralign.config.json': content }))).toMatchObject({
      code: 0,
      stderr: '',
    });
  });
});

describe('a file that is no config', () => {
  test.each<[name: string, files: Record<string, string | Uint8Array>, ...said: string[]]>([
    ['none at all', {}, 'paralign init'],
    ['empty', { 'paralign.config.json': '' }, 'paralign.config.json is empty'],
    ['blank', { 'paralign.config.json': ' \n' }, 'paralign.config.json is empty'],
    [
      'binary',
      { 'paralign.config.json': new Uint8Array([1, 2, 0, 255, 254]) },
      'paralign.config.json',
      'not a text file',
    ],
    [
      'in another encoding',
      { 'paralign.config.json': new Uint8Array([0x7b, 0xcf, 0xf0, 0x7d]) },
      'paralign.config.json',
      'UTF-8',
    ],
    [
      'a comma too many',
      { 'paralign.config.json': '{\n  "documents": "content/{locale}/*.txt",\n  "source": "en",\n}\n' },
      'paralign.config.json:4:1: ',
      'comma',
    ],
    [
      'a comment',
      { 'paralign.config.json': '{\n  // what we check\n  "source": "en" }' },
      'paralign.config.json:2:3: ',
      'comment',
    ],
    ['cut off', { 'paralign.config.json': '{ "source": "en"' }, 'paralign.config.json:1:17: '],
    ['a list', { 'paralign.config.json': '[]' }, 'paralign.config.json:1:1: ', 'an object'],
    ['a number', { 'paralign.config.json': '3' }, 'paralign.config.json:1:1: ', 'found 3'],
    ['null', { 'paralign.config.json': 'null' }, 'paralign.config.json:1:1: ', 'found null'],
    ['a package.json that is broken', { 'package.json': '{ "name": }' }, 'package.json:1:11: '],
    ['a package.json that says nothing', { 'package.json': '{}' }, 'paralign init'],
    ['a package.json that is null', { 'package.json': 'null' }, 'paralign init'],
    [
      'a mistake in package.json',
      { 'package.json': '{\n "paralign": {\n  "sorce": "en" } }' },
      'package.json:3:3: ',
      '“source”',
    ],
    [
      'a program that throws',
      { 'paralign.config.mjs': 'const a = 1;\nthrow new Error("no luck");' },
      'paralign.config.mjs',
      'no luck',
      ':2:7',
    ],
    [
      'a program that does not parse',
      { 'paralign.config.mjs': 'export default {\n' },
      'paralign.config.mjs',
      'SyntaxError',
    ],
    [
      'a program that imports what is not there',
      { 'paralign.config.mjs': 'import "./x.mjs"; export default {};' },
      'paralign.config.mjs',
      'x.mjs',
    ],
    [
      'a program that is rejected',
      { 'paralign.config.mjs': 'export default Promise.reject(new Error("later"));' },
      'later',
    ],
    ['a program that throws no error', { 'paralign.config.mjs': 'throw "words";' }, 'words'],
    ['a program without an export', { 'paralign.config.mjs': 'export const config = {};' }, 'no default export'],
    [
      'a program that exports a function',
      { 'paralign.config.mjs': 'export default () => ({});' },
      'exports a function',
    ],
    ['a program that exports nothing', { 'paralign.config.mjs': 'export default null;' }, 'found null'],
  ])('%s', (_, own, ...said) => {
    expectRefusal(check(temporaryFolder({ ...files, ...own })), ...said);
  });

  test('a folder', () => {
    const cwd = temporaryFolder(files);
    mkdirSync(join(cwd, 'paralign.config.json'));
    expectRefusal(check(cwd), 'paralign.config.json is a folder');
  });

  test.skipIf(process.getuid?.() === 0)('one that may not be read', () => {
    const cwd = project(files);
    chmodSync(join(cwd, 'paralign.config.json'), 0);
    expectRefusal(check(cwd), 'paralign.config.json', 'permission');
  });

  test.each([
    ['that is not there', 'nothing.json', 'no file nothing.json'],
    ['that cannot be one', 'content/en/a.txt', 'paralign.config.json'],
    ['that is a folder', 'content.json', 'content.json is a folder'],
  ])('one that was asked for, %s', (_, name, said) => {
    const cwd = project(files);
    mkdirSync(join(cwd, 'content.json'));
    expectRefusal(check(cwd, '--config', name), said);
  });
});

describe('a config with a mistake', () => {
  test.each<[name: string, change: object, ...said: string[]]>([
    ['a key that is not there', { target: ['ru'] }, ':4:3: ', '“target”', '“targets”'],
    ['no documents', { documents: undefined }, ':1:1: ', '“documents” is missing', 'content/{locale}'],
    ['documents of another kind', { documents: 3 }, ':2:3: ', '“documents” cannot be 3'],
    ['no document', { documents: [] }, ':2:3: ', '“documents”'],
    [
      'documents that are not text',
      { documents: ['content/{locale}/*.txt', null] },
      ':4:5: ',
      '“documents[1]” cannot be null',
    ],
    ['a pattern without a locale', { documents: ['content/*.txt'] }, ':3:5: ', '“documents[0]”', '{locale}'],
    ['a pattern from the root', { documents: '/content/{locale}/*.txt' }, ':2:3: ', 'starts from the folder'],
    ['a pattern with backslashes', { documents: 'content\\{locale}\\a.txt' }, ':2:3: ', 'with / between'],
    ['no source', { source: undefined }, '“source” is missing'],
    ['a source that is no locale', { source: 'english' }, ':3:3: ', '“english”', 'en-GB'],
    ['a target that is no locale', { targets: ['ru', 'gr'] }, ':6:5: ', '“targets[1]”', '“gr”'],
    ['targets that are no list', { targets: 'ru' }, ':4:3: ', '“targets” cannot be "ru"'],
    ['no target', { targets: [] }, ':4:3: ', '“targets”'],
    ['a target twice', { targets: ['ru', 'RU'] }, ':6:5: ', 'there already'],
    ['the source as a target', { targets: ['EN'] }, ':5:5: ', 'is the source'],
    ['a rule that is not there', { severities: { 'number-mismatsh': 'off' } }, ':5:5: ', '“number-mismatch”'],
    [
      'a severity that is not there',
      { severities: { moved: 'loud' } },
      ':5:5: ',
      '“severities.moved” cannot be "loud"',
      '“warning”',
    ],
    ['a severity for what is no locale', { severities: { moved: { xq: 'off' } } }, ':6:7: ', '“severities.moved.xq”'],
    ['a share above 1', { minCompleteness: 95 }, ':4:3: ', '“minCompleteness” cannot be 95', '0 to 1'],
    ['a share of another kind', { minCompleteness: { ru: '1' } }, ':5:5: ', '“minCompleteness.ru” cannot be "1"'],
    ['a bar that is not there', { failOn: 'warn' }, ':4:3: ', '“failOn” cannot be "warn"', '“warning”'],
    ['a number of warnings below 0', { maxWarnings: -1 }, ':4:3: ', '“maxWarnings” cannot be -1'],
    ['a rule that is no function', { rules: [{ id: 'x' }] }, '“rules[0]'],
    ['a report that is not there', { reporters: ['html5'] }, 'html5', 'sarif'],
    ['two reports to one place', { reporters: ['text', 'json'] }, '“text” and “json”'],
  ])('%s', (_, change, ...said) => {
    const config = JSON.stringify({ ...good, ...change }, null, 2);
    const cwd = temporaryFolder({ ...files, 'paralign.config.json': config });
    expectRefusal(check(cwd, ...('reporters' in change ? [] : ['--reporter', 'json=x.json'])), ...said);
  });

  test('tells of all mistakes at once', () => {
    const cwd = temporaryFolder({ ...files, 'paralign.config.json': '{ "documents": 3, "source": 4, "x": 5 }' });
    const { stderr } = check(cwd);
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
  });

  test('in Russian', () => {
    const cwd = temporaryFolder({ ...files, 'paralign.config.json': '{ "documents": 3, "source": "en" }' });
    const { stderr } = check(cwd, '--ui-locale', 'ru');
    expect(stderr).toBe(
      'paralign: paralign.config.json:1:3: «documents» не может быть 3. Укажите шаблон, например content/{locale}/**/*.md, объект с шаблонами «source» и «target» или их список.\n',
    );
  });

  test.each([
    [['a.txt'], 'target'],
    [['content/en/a.txt', 'content/ru/a.txt', '--config', 'x.json'], '--config'],
    [['content/en/a.txt', 'content/ru/a.txt', '--changed'], '--changed'],
    [['content/en/a.txt', 'content/ru/a.txt', '--watch'], '--watch'],
    [['--source-locale', 'en'], '--source-locale'],
    [['--input', 'lines'], '--input'],
    [['--dictionary', 'x.tsv'], '--dictionary'],
    [['--concurrency', '0'], '--concurrency'],
    [['--max-warnings', '1.5'], '--max-warnings'],
    [['--rule', 'nothing=off'], 'nothing'],
    [['--rule', 'moved'], 'moved'],
    [['--reporter', 'json='], 'json='],
    [['--reporter', 'json=a.txt', '--reporter', 'text=a.txt'], 'a.txt'],
    [['--reporter', 'json=no/where.json'], 'no/where.json'],
  ])('on the command line: %j', (args, said) => {
    expectRefusal(check(project(files), ...args), said);
  });
});

describe('documents that cannot be checked', () => {
  const others = { 'content/en/z.txt': english, 'content/ru/z.txt': russian.replace('7.40', '7.45') };

  /** The others are checked all the same. */
  function expectFailure(cwd: string, file: string, ...said: readonly string[]): void {
    const { code, stdout, stderr } = check(cwd, '--reporter', 'json');
    expect(code).toBe(2);
    const { failures, documents } = JSON.parse(stdout) as {
      failures: { file: string; message: string }[];
      documents: { findings: { rule: string }[] }[];
    };
    expect(failures.map((failure) => failure.file)).toEqual([file]);
    for (const words of said) expect(failures[0]!.message).toContain(words);
    expect(documents.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('number-mismatch');
    expect(stderr).toContain(file);
    expect(stderr).not.toContain('defect');
  }

  test.each<[name: string, content: string | Uint8Array, ...said: string[]]>([
    ['empty', '', 'no text'],
    ['blank', ' \n \n', 'no text'],
    ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), 'not a text file'],
    ['in another encoding', new Uint8Array([...Buffer.from('Hello. '), 0xcf, 0xf0, 0xe8]), 'UTF-8'],
    ['cut in a character of UTF-16', utf16('Good').subarray(0, 9), 'UTF-16'],
  ])('%s', (_, content, ...said) => {
    expectFailure(
      project({ ...others, 'content/en/a.txt': english, 'content/ru/a.txt': content }),
      'content/ru/a.txt',
      ...said,
    );
  });

  test('a source is told of once, whatever the number of its translations', () => {
    const cwd = project({
      ...others,
      'content/en/a.txt': '',
      'content/ru/a.txt': russian,
      'content/de/a.txt': english,
      'content/de/z.txt': english,
    });
    expectFailure(cwd, 'content/en/a.txt');
  });

  test('a name that breaks off', () => {
    const cwd = project({ ...others, 'content/en/a.txt': english });
    symlinkSync('nothing.txt', join(cwd, 'content/ru/a.txt'));
    const { code, stdout } = check(cwd, '--reporter', 'json');
    // It is as good as not there, or cannot be read: both are told.
    expect(code).toBeGreaterThan(0);
    expect(stdout).toContain('content/ru/a.txt');
  });

  test('a glossary that is not there', () => {
    const cwd = project(files, { ...good, glossary: 'terms.tsv' });
    const { code, stderr } = check(cwd, '--reporter', 'json');
    expect([code, stderr]).toEqual([2, 'paralign: There is no file terms.tsv. Check the path.\n']);
  });

  test.skipIf(process.getuid?.() === 0)('one that may not be read', () => {
    const cwd = project({ ...others, ...files });
    chmodSync(join(cwd, 'content/ru/a.txt'), 0);
    expectFailure(cwd, 'content/ru/a.txt', 'permission');
  });

  test('one that is gone before it is read', () => {
    const cwd = project({ ...others, ...files });
    // As soon as the folders were looked through.
    const before = `
      const fs = require('node:fs');
      const { readFile } = fs.promises;
      fs.promises.readFile = async (path, ...rest) => {
        if (String(path).endsWith('content/ru/a.txt')) fs.rmSync(path, { force: true });
        return readFile(path, ...rest);
      };
      require('node:module').syncBuiltinESMExports();
    `;
    const preload = `import { createRequire } from 'node:module'; const require = createRequire('/'); ${before}`;
    const { code, stdout } = paralign(['check', '--no-cache', '--reporter', 'json'], { cwd, before: preload });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({
      failures: [{ file: 'content/ru/a.txt', message: expect.stringContaining('no file') as string }],
    });
  });

  test('a folder where a file should be is no document', () => {
    const cwd = project({ ...others });
    mkdirSync(join(cwd, 'content/ru/folder.txt'));
    expect(check(cwd).code).toBe(0);
  });

  test('links in a circle', () => {
    const cwd = project({ ...others });
    symlinkSync('..', join(cwd, 'content/en/up'));
    symlinkSync('loop', join(cwd, 'content/en/loop'));
    const { code, stdout } = check(cwd, '--reporter', 'json');
    expect(code).toBeLessThan(2);
    expect((JSON.parse(stdout) as { documents: unknown[] }).documents.length).toBeLessThan(10);
  });

  test('two files for one locale', () => {
    const cwd = project({ ...others, ...files, 'content/RU/a.txt': russian });
    expectFailure(cwd, 'content/ru/a.txt', 'content/RU/a.txt');
  });

  test('what is no locale is passed over, and told of', () => {
    const cwd = project({ ...others, 'content/images/a.txt': english, 'content/v2/b.txt': english });
    const { code, stderr } = check(cwd);
    expect([code, stderr]).toEqual([
      0,
      'paralign: 2 files were passed over, since what stands in the place of the locale is none: images, v2. Name “targets”, or leave them out by “ignore”.\n',
    ]);
  });

  test('a pattern that finds nothing', () => {
    const config = { documents: ['content/{locale}/*.txt', 'texts/{locale}/*.txt'], source: 'en' };
    const cwd = project(others);
    writeFileSync(join(cwd, 'paralign.config.json'), JSON.stringify(config, null, 2));
    expectFailure(cwd, 'paralign.config.json', 'texts/{locale}/*.txt');
    expect(check(cwd, '--reporter', 'json').stderr).toContain('paralign.config.json:4:5: ');
  });

  test('nothing in the source locale', () => {
    const cwd = project(files, { ...good, source: 'en-GB' });
    const { code, stdout } = check(cwd);
    expect(code).toBe(2);
    expect(stdout.replace(/\s+/g, ' ')).toContain('No document is in the source locale en-GB. There are: en, ru.');
  });

  test('nothing but the source', () => {
    const { code, stdout } = check(project({ 'content/en/a.txt': english }));
    expect(code).toBe(2);
    expect(stdout).toContain('All documents are in en');
  });
});
