import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import type { Outcome } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const english = pair['a.en.txt']!;
const russian = pair['a.ru.txt']!;

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  const env = { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', [...who, ...args], { cwd, env, stdio: 'ignore' });
}

/** A repository with the two texts in it, in a folder of their own. */
function repository(): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'texts'));
  for (const [name, text] of Object.entries(pair)) writeFileSync(join(cwd, 'texts', name), text);
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'first');
  git(cwd, 'tag', 'v1');
  return cwd;
}

function change(cwd: string, name: string, text: string): void {
  writeFileSync(join(cwd, 'texts', name), text);
}

function check(cwd: string, revision: string, more: readonly string[] = [], env: Record<string, string> = {}): Outcome {
  const args = ['check', 'texts/a.en.txt', 'texts/a.ru.txt', '--since', revision, ...more];
  return paralign(args, { cwd, env });
}

test('a source that changed beside a translation that did not is told, committed or not', () => {
  const cwd = repository();
  expect(check(cwd, 'v1').code).toBe(0);
  change(cwd, 'a.en.txt', english.replace('late', 'not late'));
  const found = check(cwd, 'v1');
  expect(found.code).toBe(1);
  expect(found.stdout).toContain('texts/a.ru.txt:3:1  error  stale');
  expect(found.stdout).toContain('The source has changed since it was translated.');
  expect(found.stdout).toContain('It is {+not +}late again.');
  git(cwd, 'commit', '-a', '-m', 'second');
  expect(check(cwd, 'v1').stdout).toBe(found.stdout);
  expect(check(cwd, 'HEAD').code).toBe(0);
  expect(check(cwd, 'HEAD~1').code).toBe(1);
});

test('a translation that changed too is not told, nor is what says the same, moved or is new', () => {
  const cwd = repository();
  change(cwd, 'a.en.txt', english.replace('late', 'not late'));
  change(cwd, 'a.ru.txt', russian.replace('снова', 'не'));
  expect(check(cwd, 'v1').stdout).not.toContain('stale');
  change(cwd, 'a.ru.txt', russian);
  change(cwd, 'a.en.txt', english.replace('The train', 'The  train'));
  expect(check(cwd, 'v1').stdout).not.toContain('stale');
  change(cwd, 'a.en.txt', `Welcome to Oslo, Peter!\n\n${english}`);
  change(cwd, 'a.ru.txt', `Добро пожаловать в Осло, Пётр!\n\n${russian}`);
  expect(check(cwd, 'v1').stdout).not.toContain('stale');
});

test('a paragraph that is gone from the source is extra in the translation', () => {
  const cwd = repository();
  change(cwd, 'a.en.txt', english.replace(/The train.*\n\n/, ''));
  const { stdout } = check(cwd, 'v1');
  expect(stdout).toContain('warning  extra');
  expect(stdout).not.toContain('stale');
});

test('what was accepted since then is not told', () => {
  const cwd = repository();
  change(cwd, 'a.en.txt', english.replace('late', 'not late'));
  const files = ['texts/a.en.txt', 'texts/a.ru.txt'];
  expect(paralign(['accept', ...files, '--memory', 'm.tmx', '--min-confidence', '1'], { cwd }).code).toBe(0);
  expect(check(cwd, 'v1', ['--memory', 'm.tmx']).code).toBe(0);
});

test('in a hook the repository is that of the files', () => {
  const cwd = repository();
  change(cwd, 'a.en.txt', english.replace('late', 'not late'));
  expect(check(cwd, 'v1', [], { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' }).code).toBe(1);
});

describe('without an older version', () => {
  test.each([
    ['a revision that there is none of', 'v2', 'git knows no revision “v2”.'],
    ['something that git could take for an option', '--help', 'git knows no revision “--help”.'],
    ['something that a shell could take for a command', '$(touch x)', 'git knows no revision “$(touch x)”.'],
    ['a file', 'v1:texts/a.en.txt', 'git knows no revision “v1:texts/a.en.txt”.'],
    ['nothing', '', 'git knows no revision “”.'],
  ])('%s is refused', (_, revision, message) => {
    const cwd = repository();
    const { code, stdout, stderr } = paralign(['check', 'texts/a.en.txt', 'texts/a.ru.txt', `--since=${revision}`], {
      cwd,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  test('a file that was not there is told', () => {
    const cwd = repository();
    change(cwd, 'b.en.txt', english);
    const args = ['check', 'texts/b.en.txt', 'texts/a.ru.txt', '--since', 'v1'];
    const { code, stderr } = paralign(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('There is no texts/b.en.txt in the revision “v1”.');
  });

  test('a file that was empty then is told by its revision', () => {
    const cwd = repository();
    change(cwd, 'a.ru.txt', '');
    git(cwd, 'commit', '-a', '-m', 'empty');
    change(cwd, 'a.ru.txt', russian);
    const { code, stderr } = check(cwd, 'HEAD');
    expect(code).toBe(2);
    expect(stderr).toContain('HEAD:texts/a.ru.txt: there is no text in it.');
  });

  test('a folder that is no repository is told', () => {
    const cwd = temporaryFolder(pair);
    const { code, stderr } = paralign(['check', 'a.en.txt', 'a.ru.txt', '--since', 'v1'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('a.en.txt is not in a git repository');
  });

  test('standard input is told', () => {
    const args = ['check', 'texts/a.en.txt', '-', '--target-locale', 'ru', '--since', 'v1'];
    const { code, stderr } = paralign(args, { cwd: repository(), input: russian });
    expect(code).toBe(2);
    expect(stderr).toContain('What stands on standard input has no older version.');
  });

  test('git that is not there is told', () => {
    const cwd = repository();
    const { code, stderr } = check(cwd, 'v1', [], { PATH: cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('git cannot be run');
  });
});
