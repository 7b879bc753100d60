import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { file, unit } from '../tmx/texts.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A memory whose second unit is damaged. */
const damaged = file(
  [
    unit({ 'en-GB': 'Good morning.', 'ru-RU': 'Доброе утро.' }),
    unit({ 'en-GB': 'Q&A', 'ru-RU': 'б' }),
    unit({ 'en-GB': 'Thank you.', 'ru-RU': 'Спасибо.' }),
  ].join('\n'),
);
/** One that has more damage than is told. */
const ruined = file([...Array.from({ length: 25 }, () => unit({ en: 'a&b' })), unit({ en: 'a', ru: 'б' })].join('\n'));
const locales = ['--source-locale', 'en-GB', '--target-locale', 'ru-RU'];
const text = 'Good morning.\n\nThank you.\n';

const commands: Readonly<Record<string, readonly string[]>> = {
  query: ['query', 'm.tmx', ...locales, 'Thank you.'],
  pretranslate: ['pretranslate', 'a.en-GB.txt', 'm.tmx', '--target-locale', 'ru-RU', '--format', 'text'],
  'convert to tmx': ['convert', 'm.tmx', '--to', 'tmx'],
  'convert to csv': ['convert', 'm.tmx', '--to', 'csv'],
  'convert to jsonl': ['convert', 'm.tmx', '--to', 'jsonl'],
  'convert to xliff': ['convert', 'm.tmx', '--to', 'xliff', ...locales],
  'convert to tsv': ['convert', 'm.tmx', '--format', 'tsv'],
};

describe.each(Object.entries(commands))('tmx %s', (_, command) => {
  const run = (memory: string | Uint8Array, ...more: string[]): ReturnType<typeof paralign> & { cwd: string } => {
    const cwd = temporaryFolder({ 'm.tmx': memory, 'a.en-GB.txt': text });
    return { cwd, ...paralign(['tmx', ...command, ...more], { cwd }) };
  };

  test('stops at damage', () => {
    const { cwd, code, stdout, stderr } = run(damaged, '-o', 'out.tsv');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^paralign: m\.tmx:6:\d+: [^\n]+\n$/);
    expect(readdirSync(cwd).toSorted()).toEqual(['a.en-GB.txt', 'm.tmx']);
  });

  test('with --lenient keeps the rest, and tells of what is left out once', () => {
    for (const memory of [damaged, gzipSync(damaged)]) {
      const { code, stdout, stderr } = run(memory, '--lenient');
      expect(code).toBe(0);
      expect(stdout).toContain('Спасибо.');
      expect(stdout).not.toContain('Q&');
      expect(stderr.match(/left out/g)).toHaveLength(1);
      expect(stderr).toMatch(/^m\.tmx:6:\d+: left out: /);
    }
  });
});

test('of much damage twenty are told, and once how much more there is', () => {
  const cwd = temporaryFolder({ 'm.tmx': ruined });
  for (const command of [
    ['convert', 'm.tmx', '--to', 'csv'],
    ['query', 'm.tmx', '--source-locale', 'en', '--target-locale', 'ru', 'a'],
  ]) {
    const { code, stderr } = paralign(['tmx', ...command, '--lenient'], { cwd });
    expect(code).toBe(0);
    expect(stderr.match(/left out/g)).toHaveLength(20);
    expect(stderr.endsWith('m.tmx: 5 more problems are not shown.\n')).toBe(true);
  }
});

test('both files of Moses pairs have the rest', () => {
  const cwd = temporaryFolder({ 'm.tmx': damaged });
  expect(paralign(['tmx', 'convert', 'm.tmx', '--to', 'moses', '--lenient', '-o', 'm'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'm.ru-RU'), 'utf8')).toBe('Доброе утро.\nСпасибо.\n');
});

test('standard input is left out of once, though it is gone through twice', () => {
  const { code, stdout, stderr } = paralign(['tmx', 'convert', '-', '--to', 'csv', '--lenient'], { input: damaged });
  expect([code, stdout]).toEqual([0, 'en-GB,ru-RU\nGood morning.,Доброе утро.\nThank you.,Спасибо.\n']);
  expect(stderr).toMatch(/^standard input:6:\d+: left out: [^\n]+\n$/);
});

test('with --entities every command expands what a file declares as text, and nothing else', () => {
  const declared = (declaration: string): string =>
    damaged.replace('Q&A', '&qa;').replace('<tmx', `<!DOCTYPE tmx [${declaration}]>\n<tmx`);
  const cwd = temporaryFolder({
    'm.tmx': declared('<!ENTITY qa "Questions">'),
    'bad.tmx': declared('<!ENTITY qa SYSTEM "secret.txt">'),
    'secret.txt': 'SECRET',
    'a.en-GB.txt': 'Questions\n',
  });
  const all = [
    ['copy', 'm.tmx'],
    ['filter', 'm.tmx', '--text', 'Questions'],
    ['clean', 'm.tmx'],
    ['dedupe', 'm.tmx'],
    ['merge', 'm.tmx'],
    ['convert', 'm.tmx', '--to', 'csv'],
    ['convert', 'm.tmx', '--format', 'tsv'],
    ['query', 'm.tmx', ...locales, 'Questions'],
    ['pretranslate', 'a.en-GB.txt', 'm.tmx', '--target-locale', 'ru-RU'],
  ];
  for (const command of all) {
    const { code, stdout } = paralign(['tmx', ...command, '--entities'], { cwd });
    expect([command, code]).toEqual([command, 0]);
    expect(stdout).toContain('Questions');
  }
  const refused = paralign(['tmx', 'copy', 'm.tmx'], { cwd });
  expect([refused.code, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('--entities');
  for (const more of [[], ['--lenient']]) {
    const { stdout, stderr } = paralign(['tmx', 'copy', 'bad.tmx', '--entities', ...more], { cwd });
    expect(stdout + stderr).not.toContain('SECRET');
    expect(stderr).toContain('stands in another file');
  }
});

test('what is not TMX cannot be read so', () => {
  const cwd = temporaryFolder({ 'm.csv': 'en,ru\na,б\n' });
  for (const option of ['--lenient', '--entities']) {
    const { code, stdout, stderr } = paralign(['tmx', 'convert', 'm.csv', option], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${option} is for TMX, and this is csv`);
  }
});
