import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { english, project, russian } from './project.ts';

function git(cwd: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  const env = { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', [...who, ...args], { cwd, env, stdio: 'ignore' });
}

const config = { documents: 'content/{locale}/*.txt', source: 'en' };

/** A repository of four documents in two languages, as they were in `v1`. */
function repository(folder = '.'): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, folder), { recursive: true });
  for (const name of ['a', 'b', 'c', 'дом']) {
    write(join(cwd, folder), `content/en/${name}.txt`, english);
    write(join(cwd, folder), `content/ru/${name}.txt`, russian);
  }
  write(join(cwd, folder), 'paralign.config.json', JSON.stringify(config));
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'first');
  git(cwd, 'tag', 'v1');
  return join(cwd, folder);
}

function write(cwd: string, name: string, text: string): void {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

const changed = english.replace('late', 'not late');

/** The files of which something is stale, and what else was said. */
function stale(cwd: string, ...more: readonly string[]): [files: (string | null)[], outcome: Outcome] {
  const outcome = paralign(['check', '--reporter', 'json', ...more], { cwd });
  const { documents } = JSON.parse(outcome.stdout) as {
    documents: { target: { file: string | null }; findings: { rule: string }[] }[];
  };
  const found = documents.filter(({ findings }) => findings.some(({ rule }) => rule === 'stale'));
  return [found.map(({ target }) => target.file), outcome];
}

describe('--since over a config', () => {
  test.each([
    ['alone', []],
    ['in threads', ['--concurrency', '2']],
  ])('tells of all sources that changed, committed or not: %s', (_, more) => {
    const cwd = repository();
    const check = (...own: string[]) => stale(cwd, '--no-cache', ...own, ...more);
    expect(check('--since', 'v1')).toEqual([[], expect.objectContaining({ code: 0, stderr: '' })]);
    for (const name of ['a', 'дом']) write(cwd, `content/en/${name}.txt`, changed);
    // The same in other words, and mended on both sides.
    write(cwd, 'content/en/b.txt', english.replace('The train', 'The  train'));
    write(cwd, 'content/en/c.txt', changed);
    write(cwd, 'content/ru/c.txt', russian.replace('снова', 'не'));
    const found = ['content/ru/a.txt', 'content/ru/дом.txt'];
    expect(check('--since', 'v1')).toEqual([found, expect.objectContaining({ code: 1, stderr: '' })]);
    git(cwd, 'commit', '-am', 'second');
    expect(check('--since', 'v1')[0]).toEqual(found);
    expect(check('--since', 'HEAD')[0]).toEqual([]);
    expect(check()[0]).toEqual([]);
  });

  test('says the same of a document as for two files', () => {
    const cwd = repository();
    write(cwd, 'content/en/a.txt', changed);
    const files = ['content/en/a.txt', 'content/ru/a.txt'];
    const two = paralign(['check', ...files, '--since', 'v1', '--rule', 'unaccepted=info'], { cwd }).stdout;
    const all = paralign(['check', '--no-cache', '--since', 'v1', '--rule', 'unaccepted=info'], { cwd }).stdout;
    const first = (text: string): string => text.slice(0, text.indexOf('1 error'));
    expect(first(two)).toContain('It is {+not +}late again.');
    expect(first(all)).toBe(first(two));
  });

  test('is taken from the config too, and the command line goes before it', () => {
    const cwd = repository();
    write(cwd, 'content/en/a.txt', changed);
    git(cwd, 'commit', '-am', 'second');
    write(cwd, 'paralign.config.json', JSON.stringify({ ...config, since: 'v1' }));
    expect(stale(cwd, '--no-cache')[0]).toEqual(['content/ru/a.txt']);
    expect(stale(cwd, '--no-cache', '--since', 'HEAD')[0]).toEqual([]);
    write(cwd, 'paralign.config.json', JSON.stringify({ ...config, since: 3 }));
    const { code, stderr } = paralign(['check', '--no-cache'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('a revision of git such as main')]);
  });

  test('does not take what was kept of another revision, and not of none', () => {
    const cwd = repository();
    const check = (...more: string[]) => stale(cwd, '--cache-location', 'kept.json', ...more)[0];
    write(cwd, 'content/en/a.txt', changed);
    git(cwd, 'commit', '-am', 'second');
    expect(check()).toEqual([]);
    expect(check('--since', 'v1')).toEqual(['content/ru/a.txt']);
    expect(check('--since', 'v1')).toEqual(['content/ru/a.txt']);
    git(cwd, 'branch', 'moving', 'v1');
    expect(check('--since', 'moving')).toEqual(['content/ru/a.txt']);
    git(cwd, 'branch', '-f', 'moving', 'HEAD');
    expect(check('--since', 'moving')).toEqual([]);
    expect(check()).toEqual([]);
  });

  test('counts from the folder of the config, wherever it is run', () => {
    const cwd = repository('site/docs');
    write(cwd, 'content/en/a.txt', changed);
    for (const from of [cwd, join(cwd, 'content')]) {
      const { code, stdout } = paralign(['check', '--no-cache', '--since', 'v1'], { cwd: from });
      expect(code).toBe(1);
      expect(stdout).toContain('ru/a.txt:3:1  error  stale');
    }
  });

  test('a file that is new, renamed, or was empty is not compared, and that is said', () => {
    const cwd = repository();
    write(cwd, 'content/en/new.txt', english);
    write(cwd, 'content/ru/new.txt', russian);
    renameSync(join(cwd, 'content/ru/b.txt'), join(cwd, 'content/ru/b2.txt'));
    renameSync(join(cwd, 'content/en/b.txt'), join(cwd, 'content/en/b2.txt'));
    write(cwd, 'content/en/b2.txt', changed);
    expect(stale(cwd, '--no-cache', '--since', 'v1')).toEqual([
      [],
      expect.objectContaining({
        code: 0,
        stderr:
          'paralign: 2 translations are not compared with v1: they or their sources were not there then, under their names.\n',
      }),
    ]);
    write(cwd, 'content/ru/a.txt', '');
    git(cwd, 'commit', '-am', 'laid out');
    write(cwd, 'content/ru/a.txt', russian);
    write(cwd, 'content/en/a.txt', changed);
    expect(stale(cwd, '--no-cache', '--since', 'HEAD')[0]).toEqual([]);
  });

  test('an older version that cannot be read is told by its revision, and the others are checked', () => {
    const cwd = repository();
    write(cwd, 'content/ru/a.txt', '\0\0');
    git(cwd, 'commit', '-am', 'broken');
    write(cwd, 'content/ru/a.txt', russian);
    write(cwd, 'content/en/b.txt', changed);
    const { code, stdout } = paralign(['check', '--no-cache', '--since', 'HEAD'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('HEAD:content/ru/a.txt');
    expect(stdout).toContain('content/ru/b.txt:3:1  error  stale');
  });

  test('in a hook the repository is that of the files', () => {
    const cwd = repository('docs');
    write(cwd, 'content/en/a.txt', changed);
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' };
    for (const how of ['--since', '--changed'])
      expect(paralign(['check', '--no-cache', how, 'v1'], { cwd, env }).stderr).toBe('');
  });

  test.each([
    ['a revision that there is none of', 'v2'],
    ['something that git could take for an option', '--help'],
    ['something that a shell could take for a command', '$(touch x)'],
    ['nothing', ''],
  ])('%s is refused', (_, revision) => {
    const { code, stdout, stderr } = paralign(['check', '--no-cache', `--since=${revision}`], { cwd: repository() });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`git knows no revision “${revision}”.`);
  });

  test('outside a repository, or without git, it is refused', () => {
    const files = { 'content/en/a.txt': english, 'content/ru/a.txt': russian };
    const outside = paralign(['check', '--no-cache', '--since', 'v1'], { cwd: project(files) });
    expect([outside.code, outside.stdout]).toEqual([2, '']);
    expect(outside.stderr).toContain('is not in a git repository');
    const cwd = repository();
    const without = paralign(['check', '--no-cache', '--since', 'v1'], { cwd, env: { PATH: cwd } });
    expect([without.code, without.stdout]).toEqual([2, '']);
    expect(without.stderr).toContain('git cannot be run');
  });

  test('a file that is aligned already has no older version', () => {
    const cwd = temporaryFolder({ 'a.csv': 'en,ru\nYes.,Да.\n' });
    const { code, stderr } = paralign(['check', 'a.csv', '--since', 'v1'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--since')]);
  });
});
