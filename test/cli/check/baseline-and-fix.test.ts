import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { pair, temporaryFolder } from '../temporary-folder.ts';
import { english, project, russian } from './project.ts';

const config = { documents: 'content/{locale}/*.txt', source: 'en', baseline: 'known.json', failOn: 'warning' };
const wrong = russian.replace('7.40', '7.45');

function check(cwd: string, ...args: readonly string[]): Outcome {
  return paralign(['check', '--no-cache', ...args], { cwd });
}

describe('a baseline', () => {
  const files = { 'content/en/a.txt': english, 'content/ru/a.txt': wrong };

  test('keeps what is known from failing; what is mended has to be taken out', () => {
    const cwd = project(files, config);
    expect(check(cwd)).toMatchObject({
      code: 2,
      stdout: expect.stringContaining(
        'There is no baseline known.json. Run “paralign check --update-baseline” to',
      ) as string,
    });

    const updated = check(cwd, '--update-baseline');
    expect([updated.code, updated.stderr]).toEqual([
      0,
      'paralign: 1 finding is known from now on, written to known.json.\n',
    ]);
    expect(check(cwd).code).toBe(0);

    writeFileSync(join(cwd, 'content/ru/a.txt'), `${wrong}\nЕщё один абзац.\n`);
    expect(check(cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('extra') as string });

    writeFileSync(join(cwd, 'content/ru/a.txt'), russian);
    expect(check(cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('known.json') as string });
    expect(check(cwd, '--rule', 'baseline=info').code).toBe(0);
    expect(check(cwd, '--prune-baseline')).toMatchObject({
      code: 0,
      stderr: 'paralign: 1 finding that is mended was taken out of known.json.\n',
    });
    expect(check(cwd).code).toBe(0);
  });

  test('is not written where not everything could be checked', () => {
    const cwd = project({ ...files, 'content/en/b.txt': '', 'content/ru/b.txt': russian }, config);
    expect(check(cwd, '--update-baseline').code).toBe(2);
    expect(existsSync(join(cwd, 'known.json'))).toBe(false);
  });

  test('starts from where the user is when the command line names it', () => {
    const cwd = project(files, { ...config, baseline: undefined });
    const below = join(cwd, 'content');
    expect(check(below, '--update-baseline', '--baseline', 'b.json').code).toBe(0);
    expect(existsSync(join(below, 'b.json'))).toBe(true);
    expect(check(cwd, '--baseline', 'content/b.json').code).toBe(0);
  });

  test('is for two files too', () => {
    const cwd = temporaryFolder({ 'a.en.txt': english, 'a.ru.txt': wrong });
    const args = ['a.en.txt', 'a.ru.txt', '--fail-on', 'warning', '--baseline', 'known.json'];
    expect(check(cwd, ...args, '--update-baseline').code).toBe(0);
    expect(check(cwd, ...args).code).toBe(0);
    expect(check(cwd, ...args.slice(0, 4)).code).toBe(1);
  });

  test.each([
    [['--update-baseline'], '--baseline paralign-baseline.json'],
    [['--update-baseline', '--prune-baseline', '--baseline', 'x'], '--prune-baseline'],
    [['--update-baseline', '--baseline', 'x', '--changed'], '--changed'],
  ])('%j cannot be', (args, said) => {
    const { code, stderr } = check(project(files, { ...config, baseline: undefined }), ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('a list of suppressions', () => {
  const list = (text: string): string =>
    JSON.stringify({ version: 1, suppressions: [{ rule: 'number-mismatch', text, reason: 'the timetable changed' }] });
  const files = { 'content/en/a.txt': english, 'content/ru/a.txt': wrong };

  test('leaves out what it names, and is told of where it names nothing', () => {
    const cwd = project(
      { ...files, 'quiet.json': list('The train to Oslo') },
      { ...config, baseline: undefined, suppressions: 'quiet.json' },
    );
    expect(check(cwd).code).toBe(0);
    writeFileSync(join(cwd, 'quiet.json'), list('The bus to Oslo'));
    expect(check(cwd)).toMatchObject({ code: 1, stdout: expect.stringContaining('quiet.json:1') as string });
  });
});

describe('--fix', () => {
  test('is for two files too', () => {
    const cwd = temporaryFolder({ 'a.en.txt': english, 'a.ru.txt': russian.replace('в Осло', 'в  Осло') });
    const { code, stderr } = check(cwd, 'a.en.txt', 'a.ru.txt', '--fix', '--fail-on', 'warning');
    expect([code, stderr]).toEqual([0, 'paralign: 1 place was mended in a.ru.txt.\n']);
    expect(readFileSync(join(cwd, 'a.ru.txt'), 'utf8')).toBe(russian);
  });

  const program = `
    const doubled = {
      id: 'doubled',
      severity: 'error',
      check: ({ target }, report) => {
        for (const [block, { text }] of target.blocks.entries())
          for (const { index } of text.matchAll(/  /g))
            report({ target: { block, from: index, to: index + 2 }, fix: { text: ' ' } });
      },
    };
    export default { documents: 'content/{locale}/*.txt', source: 'en', rules: [doubled] };
  `;
  const slip = pair['a.ru.txt']!.replace('в Осло', 'в  Осло').replaceAll('\n', '\r\n');

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text, 'utf8')],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('mends what can be, and nothing else, in %s', (_, encode) => {
    const cwd = temporaryFolder({
      'content/en/a.txt': english,
      'content/ru/a.txt': encode(slip),
      'paralign.config.mjs': program,
    });
    expect(check(cwd).code).toBe(1);
    expect(check(cwd, '--fix')).toMatchObject({
      code: 0,
      stderr: 'paralign: 1 place was mended in content/ru/a.txt.\n',
    });
    expect(readFileSync(join(cwd, 'content/ru/a.txt'))).toEqual(encode(slip.replace('  ', ' ')));
    expect(check(cwd, '--fix')).toMatchObject({ code: 0, stderr: '' });
  });
});
