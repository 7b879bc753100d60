import { describe, expect, test } from 'vitest';
import { alignFormats } from '../../src/cli/align-formats.ts';
import { commonOptions, paralign as spec } from '../../src/cli/specs.ts';
import type { CommandSpec } from '../../src/cli/spec.ts';
import { paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

/** Every command with the words that call it. */
function commandsOf(command: CommandSpec, path: readonly string[] = []): [string, CommandSpec][] {
  return [
    [path.join(' '), command],
    ...(command.commands ?? []).flatMap((below) => commandsOf(below, [...path, below.name])),
  ];
}

const commands = commandsOf(spec);

test('the table of commands is whole', () => {
  expect(commands.map(([path]) => path)).toEqual([
    '',
    'align',
    'check',
    'accept',
    'init',
    'pair',
    'corpus',
    'tmx',
    'tmx export',
    'tmx copy',
    'tmx validate',
    'tmx convert',
    'tmx query',
    'tmx pretranslate',
    'tmx stats',
    'tmx merge',
    'tmx dedupe',
    'tmx filter',
    'tmx clean',
    'tmx split',
    'tmx diff',
    'demo',
    'doctor',
    'completion',
    'manual',
    'help',
  ]);
});

describe.each(['en-GB', 'ru-RU'])('in %s', (locale) => {
  test.each(commands)('the help of “paralign %s”', async (path, command) => {
    const words = path.split(' ').filter(Boolean);
    const { code, stdout, stderr } = paralign([...words, '--help', '--ui-locale', locale]);
    expect([code, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot(`help/${locale}/${['paralign', ...words].join('-')}.txt`);

    for (const { flags } of [...command.options, ...commonOptions]) expect(stdout).toContain(`  ${flags}`);
    for (const example of command.examples) expect(stdout).toContain(`\n  ${example.command}\n`);
    // Only what is to be pasted may be wider than the screen.
    for (const line of stdout.split('\n'))
      if (!line.startsWith('  paralign ')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

test('help is the same by command, long and short option', () => {
  const page = paralign(['tmx', 'export', '--help']);
  expect(paralign(['help', 'tmx', 'export'])).toEqual(page);
  expect(paralign(['tmx', 'export', '-h'])).toEqual(page);
  expect(paralign(['tmx', 'export', 'a.txt', '--no-such-option', '-h'])).toEqual(page);
  expect(paralign(['help'])).toEqual(paralign(['--help']));
});

test('help fits the terminal, within reason', () => {
  const widest = (columns: number): number => {
    const { stdout } = paralign(['check', '--help'], { before: `process.stdout.columns = ${columns};` });
    const lines = stdout.split('\n').filter((line) => !line.startsWith('  paralign '));
    return Math.max(...lines.map((line) => line.length));
  };
  expect(widest(60)).toBeLessThanOrEqual(60);
  expect(widest(300)).toBeGreaterThan(80);
  expect(widest(300)).toBeLessThanOrEqual(100);
});

const smallMemory =
  '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>';

test('the examples are command lines that the parser takes', () => {
  const cwd = temporaryFolder({
    'page.en-GB.txt': pair['a.en.txt']!,
    'page.ru-RU.txt': pair['a.ru.txt']!,
    'page.de.txt': pair['a.en.txt']!,
    'reviewed.beads': '0:0\n',
    'paralign.config.json': '{ "documents": "page.{locale}.txt", "source": "en-GB", "targets": ["ru-RU"] }\n',
    'a.txt': pair['a.en.txt']!,
    'b.txt': pair['a.ru.txt']!,
    'old.tmx': smallMemory,
    'new.tmx': smallMemory,
    'ru.po': 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Open"\nmsgstr "Открыть"\n',
    'content/page.en.txt': pair['a.en.txt']!,
    'content/page.ru.txt': pair['a.ru.txt']!,
    'en/page.txt': pair['a.en.txt']!,
    'ru/page.txt': pair['a.ru.txt']!,
    'pairs.jsonl': '{"source": ["Good morning."], "target": ["Доброе утро."]}\n',
  });
  for (const [, { examples }] of commands)
    for (const { command } of examples) {
      // These write files that are theirs: they have tests of their own.
      if (/ (?:demo|init)\b/.test(command)) continue;
      // What follows is the shell's.
      const [name, ...args] = command.split(/ (?:>>?|\|) /, 1)[0]!.split(' ');
      expect(name).toBe('paralign');
      expect(paralign(args, { cwd }), command).toMatchObject({ code: 0, stderr: '' });
    }
});

test('all formats are named where the format is chosen', () => {
  expect(paralign(['align', '--help']).stdout.replace(/\s+/g, ' ')).toContain(alignFormats.join(', '));
});
