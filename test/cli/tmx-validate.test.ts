import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { file, unit } from '../tmx/texts.ts';
import { corpusFile, paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const good = file(unit({ 'en-GB': 'hello', 'ru-RU': 'привет' }));
/** An error in a unit with an id, a warning and a note. */
const bad = file(
  `${unit({ 'en-GB': 'a<bpt i="1"/>', 'ru-RU': 'б' }, 'u1')}\n${unit({ 'en-GB': '', 'ru-RU': 'б' })}\n${unit({ 'en-GB': 'a' })}`,
);
const run = (
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
): ReturnType<typeof paralign> => paralign(['tmx', 'validate', ...args], { cwd: temporaryFolder(files) });

// What other programs rely on: this test may gain cases, and must not change otherwise.
describe('the JSON', () => {
  test('has version and problems, in the order of the file', () => {
    const { code, stdout, stderr } = run(['m.tmx', '--reporter', 'json'], { 'm.tmx': bad });
    expect([code, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      problems: [
        {
          rule: 'code-unclosed',
          severity: 'error',
          line: 5,
          column: 43,
          tuid: 'u1',
          message: '<bpt i="1"> has no <ept> in this segment. If its end is in another one, write <it pos="begin">.',
        },
        { rule: 'seg-empty', severity: 'warning', line: 6, column: 27, message: 'The segment in en-GB is empty.' },
        { rule: 'variant-single', severity: 'info', line: 7, column: 1, message: 'This unit has one variant only.' },
      ],
    });
  });

  test('has an empty list where nothing is wrong', () => {
    const { code, stdout } = run(['m.tmx', '--reporter', 'json'], { 'm.tmx': good });
    expect([code, JSON.parse(stdout)]).toEqual([0, { version: 1, problems: [] }]);
  });

  test('differs by language in its messages only', () => {
    const parse = (locale: string): Record<string, unknown>[] =>
      (
        JSON.parse(run(['m.tmx', '--reporter', 'json', '--ui-locale', locale], { 'm.tmx': bad }).stdout) as {
          problems: Record<string, unknown>[];
        }
      ).problems;
    const [english, russian] = [parse('en-GB'), parse('ru-RU')];
    expect(russian.map((problem) => ({ ...problem, message: '' }))).toEqual(
      english.map((problem) => ({ ...problem, message: '' })),
    );
    for (const { message } of russian) expect(message).toMatch(/[а-я]{4}/);
  });

  test('cannot be broken by what is in the file', () => {
    const odd = file(unit({ 'en-GB': 'a', 'ru-RU': 'б' }, 'a "b" \u0085\u2028 {{value}} $t(cli:x)'));
    const { stdout } = run(['m.tmx', '--reporter', 'json'], { 'm.tmx': odd });
    expect(stdout).not.toMatch(/[\u0085\u2028]/);
  });
});

describe('exit codes', () => {
  const errors = file(unit({ 'en-GB': 'a<ept i="1"/>', 'ru-RU': 'б' }));
  const warnings = file(unit({ 'en-GB': '', 'ru-RU': 'б' }));
  const notes = file(unit({ 'en-GB': 'a' }));
  test.each([
    ['never', [0, 0, 0, 0]],
    ['error', [1, 0, 0, 0]],
    ['warning', [1, 1, 0, 0]],
    ['info', [1, 1, 1, 0]],
  ])('with --fail-on %s', (level, codes) => {
    const files = { 'e.tmx': errors, 'w.tmx': warnings, 'n.tmx': notes, 'g.tmx': good };
    expect(Object.keys(files).map((name) => run([name, '--fail-on', level], files).code)).toEqual(codes);
  });

  test.each([
    ['cut short', good.slice(0, -30)],
    ['with a bare &', good.replace('hello', 'R&D')],
    ['with text after the root', `${good}junk`],
    ['with bytes that are not UTF-8', Buffer.from(good.replace('hello', 'h\u00e9llo'), 'latin1')],
    [
      'packed and cut short',
      gzipSync(file(Array.from({ length: 5000 }, (_, k) => unit({ 'en-GB': `${k ** 3}` })).join(''))).subarray(
        0,
        20_000,
      ),
    ],
  ])('a file %s is read as far as it goes, and is 1', (_, content) => {
    const { code, stdout, stderr } = run(['m.tmx'], { 'm.tmx': content });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('  error  xml-');
  });

  test.each([
    ['that is empty', ''],
    ['that is not XML', 'hello'],
    ['that is HTML', '<!DOCTYPE html>\n<html><body><br></body></html>'],
    ['of which nothing is left', '<tmx version="1.4"><hea'],
    ['that declares entities', good.replace('<tmx', '<!DOCTYPE tmx [<!ENTITY a "b">]>\n<tmx')],
    ['in an encoding that is none', good.replace('UTF-8', 'klingon')],
    ['that only begins as gzip does', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
  ])('a file %s is 2, with one line and no report', (_, content) => {
    for (const reporter of ['text', 'json']) {
      const { code, stdout, stderr } = run(['m.tmx', '--reporter', reporter, '--fail-on', 'never'], {
        'm.tmx': content,
      });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^paralign: m\.tmx[^\n]+\n$/);
    }
  });

  test('no such file is 2', () => {
    const { code, stderr } = run(['none.tmx'], {});
    expect(code).toBe(2);
    expect(stderr).toMatch(/^paralign: .*none\.tmx[^\n]+\n$/);
  });
});

describe('--rule', () => {
  test.each([
    [[], 1],
    [['--rule', 'code-unclosed=warning'], 0],
    [['--rule', 'code-unclosed=warning', '--fail-on', 'warning'], 1],
    [['--rule', 'code-unclosed=off', '--rule', 'seg-empty=off', '--fail-on', 'warning'], 0],
    [['--rule', 'variant-single=error', '--rule', 'code-unclosed=off'], 1],
    [['--rule=code-unclosed=off', '--rule=code-unclosed=error'], 1],
  ])('with %j the exit code is %i', (options, expected) => {
    const { code, stdout, stderr } = run(['m.tmx', '--reporter', 'json', ...options], { 'm.tmx': bad });
    expect([code, stderr]).toEqual([expected, '']);
    const { problems } = JSON.parse(stdout) as { problems: { rule: string; severity: string }[] };
    for (const option of options.filter((word) => word.startsWith('code-')).slice(-1)) {
      const found = problems.find(({ rule }) => rule === 'code-unclosed');
      expect(found?.severity ?? 'off').toBe(option.split('=').at(-1));
    }
  });

  test.each([
    ['code-unclose=off', 'There is no rule “code-unclose”. Did you mean “code-unclosed”?'],
    ['missing=off', 'There is no rule “missing”.'],
    ['constructor=off', 'There is no rule “constructor”.'],
    ['code-unclosed=loud', '“code-unclosed=loud” does not set a rule.'],
  ])('%s is a mistake', (option, message) => {
    const files = { 'm.tmx': good };
    for (const place of [[], ['-o', 'out.json']]) {
      const { code, stdout, stderr } = run(['m.tmx', '--rule', option, ...place], files);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(message);
    }
  });

  test('a file of which nothing can be read is 2, whatever is switched off', () => {
    const { code } = run(['m.tmx', '--rule', 'xml-unfinished=off'], { 'm.tmx': '<tmx version="1.4"><hea' });
    expect(code).toBe(2);
  });
});

test('the text names file, place, severity, rule and unit, and counts', () => {
  const { stdout } = run(['m.tmx'], { 'm.tmx': bad });
  expect(stdout).toBe(`m.tmx:5:43  error  code-unclosed  tuid u1
  <bpt i="1"> has no <ept> in this segment. If its end is in another one, write
  <it pos="begin">.

m.tmx:6:27  warning  seg-empty
  The segment in en-GB is empty.

m.tmx:7:1  note  variant-single
  This unit has one variant only.

1 error, 1 warning, 1 note
`);
  expect(run(['m.tmx'], { 'm.tmx': good }).stdout).toBe('No problems.\n');
  expect(run(['m.tmx', '--ui-locale', 'ru-RU'], { 'm.tmx': good }).stdout).toBe('Замечаний нет.\n');
});

test('nothing in a file moves the terminal', () => {
  const { stdout } = run(['m.tmx'], { 'm.tmx': file(unit({ 'en-GB': 'a', 'ru-RU': 'б' }, 'a \u009b2J b')) });
  expect(stdout).toContain('tuid-space');
  expect(stdout).not.toContain('\u009b');
});

test('standard input and gzip are read, and a file is written', () => {
  const cwd = temporaryFolder({ 'm.tmx.gz': gzipSync(bad) });
  const expected = run(['m.tmx', '--reporter', 'json'], { 'm.tmx': bad }).stdout;
  for (const input of [bad, gzipSync(bad)])
    expect(paralign(['tmx', 'validate', '-', '--reporter', 'json'], { input })).toEqual({
      code: 1,
      stdout: expected,
      stderr: '',
    });
  const { code, stdout } = paralign(['tmx', 'validate', 'm.tmx.gz', '--reporter', 'json', '-o', 'out.json'], { cwd });
  expect([code, stdout]).toEqual([1, '3 problems, written to out.json\n']);
  expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe(expected);
});

test('what is exported is valid', () => {
  const cwd = temporaryFolder();
  paralign(['tmx', 'export', corpusFile('en-GB.txt'), corpusFile('ru-RU.txt'), '-o', 'm.tmx'], { cwd });
  expect(paralign(['tmx', 'validate', 'm.tmx', '--fail-on', 'warning'], { cwd }).code).toBe(0);
});
