import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { completionLevels } from '../../src/cli/completion/completion-level.ts';
import { shells } from '../../src/cli/tool-specs.ts';
import { createMessages } from '../../src/report/messages/index.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const isThere = (program: string): boolean =>
  process.env['CI'] !== undefined || spawnSync(program, ['--version']).error === undefined;

/** What a shell offers when the words are typed and the last one is to be completed. */
function offered(shell: (typeof shells)[number], ...words: string[]): string[] {
  const { stdout: script } = paralign(['completion', shell, '--ui-locale', 'en-GB']);
  const run = (args: readonly string[]): string[] => {
    const { status, stdout, stderr } = spawnSync(shell, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return stdout.split('\n').flatMap((line) => line.split('\t', 1)[0]?.trim() || []);
  };
  if (shell === 'fish')
    return run(['--no-config', '-c', `${script}\ncomplete -C "${['paralign', ...words].join(' ')}"`]);
  const asked = `COMP_WORDS=(paralign ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}`;
  return run(['--norc', '-c', `${script}\n${asked}; _paralign; printf '%s\\n' "\${COMPREPLY[@]}"`]);
}

describe.each(['bash', 'fish'] as const)('in %s', (shell) => {
  const complete = (...words: string[]): string[] => offered(shell, ...words).toSorted();

  test.runIf(isThere(shell))('commands, options and values are completed where they can stand', () => {
    expect(complete('tm')).toEqual(['tmx']);
    expect(complete('tmx', 'st')).toEqual(['stats']);
    expect(complete('align', '--unit', '')).toEqual(['block', 'segment']);
    expect(complete('check', '--reporter', 'sa')).toEqual(['sarif']);
    expect(complete('check', '--fail-on', 'w')).toEqual(['warning']);
    expect(complete('help', 'acc')).toEqual(['accept']);
    expect(complete('tmx', 'stats', '--ui-l')).toEqual(['--ui-locale']);
    expect(complete('align', '--ui-locale', '')).toEqual(['en-GB', 'ru-RU']);
    // A command of another level is no command here.
    expect(complete('tmx', 'chec')).toEqual([]);
  });
});

test.runIf(isThere('bash'))('bash takes --option=value apart, and the value is completed', () => {
  expect(offered('bash', 'check', '--reporter', '=', 'jun')).toEqual(['junit']);
  expect(offered('bash', 'check', '--reporter', '=')).toContain('text');
});

// What zsh offers shows in a terminal alone; that it can be read, and what is in it, can be tested.
test.runIf(isThere('zsh'))('zsh reads its script, which knows every command and option', () => {
  for (const locale of ['en-GB', 'ru-RU']) {
    const { stdout: script } = paralign(['completion', 'zsh', '--ui-locale', locale]);
    const { status, stderr } = spawnSync('zsh', ['-f', '-n'], { input: script, encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    for (const { path, options } of completionLevels(createMessages('en-GB'))) {
      expect(script).toContain(`'${path}')`);
      for (const name of options.flatMap(({ names }) => names)) expect(script).toContain(`'${name}:`);
    }
  }
});

test('another shell is named with those that there are', () => {
  const { code, stdout, stderr } = paralign(['completion', 'tcsh']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('“tcsh”');
  for (const shell of shells) expect(stderr).toContain(shell);
});

describe('the manual page', () => {
  test.runIf(isThere('mandoc'))('is sound roff, with every command, in both languages', () => {
    for (const locale of ['en-GB', 'ru-RU']) {
      const { stdout: page } = paralign(['manual', '--ui-locale', locale]);
      const lint = spawnSync('mandoc', ['-Tlint', '-Werror', '-Kutf-8'], { input: page, encoding: 'utf8' });
      expect(lint.stdout).toBe('');
      const { stdout: shown } = spawnSync('mandoc', ['-Tutf8', '-Kutf-8', '-Owidth=200'], {
        input: page,
        encoding: 'utf8',
      });
      const plain = shown.replace(/.\u0008/g, '');
      for (const line of [
        'paralign tmx validate [options]',
        '--min-confidence <percent>',
        'paralign check page.en-GB.txt',
      ])
        expect(plain).toContain(line);
    }
  });
});

describe('doctor', () => {
  test('says what is there, and changes nothing', () => {
    const cwd = temporaryFolder({ 'content/en/a.md': '# A\n', 'content/ru/a.md': '# А\n' });
    expect(paralign(['init'], { cwd }).code).toBe(0);
    const { code, stdout } = paralign(['doctor', '--json'], {
      cwd,
      env: { XDG_CACHE_HOME: join(cwd, 'nowhere', 'cache') },
    });
    const { diagnoses } = JSON.parse(stdout) as { diagnoses: { id: string; state: string; message: string }[] };
    expect(code).toBe(0);
    expect(diagnoses.map(({ id }) => id).slice(0, 6)).toEqual(['node', 'locales', 'machine', 'git', 'config', 'cache']);
    expect(diagnoses.find(({ id }) => id === 'config')).toMatchObject({
      state: 'ok',
      message: 'paralign.config.json: 1 pair of documents to check.',
    });
    expect(spawnSync('ls', [cwd], { encoding: 'utf8' }).stdout.trim().split('\n')).toEqual([
      'content',
      'paralign.config.json',
    ]);
  });

  test('a config that cannot be used is told with what is wrong in it, and exits with 1', () => {
    const cwd = temporaryFolder({ 'paralign.config.json': '{ "document": "a/{locale}.md" }' });
    const { code, stdout } = paralign(['doctor', '--ui-locale', 'ru-RU'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('✗');
    expect(stdout).toContain('document');
    expect(stdout).toContain('Исправьте');
  });
});
