import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import { english, project, russian } from './project.ts';

function git(cwd: string, ...args: readonly string[]): void {
  const env = { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' };
  const who = [
    '-c',
    'user.name=T',
    '-c',
    'user.email=t@example.org',
    '-c',
    'commit.gpgsign=false',
    '-c',
    'init.defaultBranch=main',
  ];
  execFileSync('git', [...who, ...args], { cwd, env, stdio: 'ignore' });
}

/** The documents that were checked. */
function checked(cwd: string, ...args: readonly string[]): string[] {
  const { stdout, stderr } = paralign(['check', '--no-cache', '--reporter', 'json', ...args], { cwd });
  expect(stderr).toBe('');
  const { documents } = JSON.parse(stdout) as {
    documents: { source: { file: string | null }; target: { file: string | null; locale: string } }[];
  };
  return documents.map(({ source, target }) => `${source.file} > ${target.file}`);
}

function repository(): string {
  const names = ['a', 'b', 'c d'];
  const files = Object.fromEntries(
    names.flatMap((name) => [
      [`content/en/${name}.txt`, english],
      [`content/ru/${name}.txt`, russian],
      [`content/de/${name}.txt`, english],
    ]),
  );
  const cwd = project(files);
  git(cwd, 'init');
  git(cwd, 'add', '.');
  git(cwd, 'commit', '-m', 'first');
  return cwd;
}

describe('--changed', () => {
  test('takes documents of which a version is not committed yet, with all versions', () => {
    const cwd = repository();
    expect(checked(cwd, '--changed')).toEqual([]);
    writeFileSync(join(cwd, 'content/ru/c d.txt'), `${russian}\nЕщё.\n`);
    expect(checked(cwd, '--changed')).toEqual([
      'content/en/c d.txt > content/de/c d.txt',
      'content/en/c d.txt > content/ru/c d.txt',
    ]);
    git(cwd, 'add', '.');
    expect(checked(cwd, '--changed')).toHaveLength(2);
    git(cwd, 'commit', '-m', 'second');
    expect(checked(cwd, '--changed')).toEqual([]);
    expect(checked(cwd, '--changed', 'HEAD~1')).toHaveLength(2);
  });

  test('sees files that are new, gone or renamed', () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'content/en/new.txt'), english);
    rmSync(join(cwd, 'content/ru/a.txt'));
    renameSync(join(cwd, 'content/en/b.txt'), join(cwd, 'content/en/b2.txt'));
    const found = checked(cwd, '--changed');
    expect(found).toContain('content/en/new.txt > null');
    expect(found).toContain('content/en/a.txt > null');
    expect(found).toContain('null > content/ru/b.txt');
    expect(found).toContain('content/en/b2.txt > null');
    expect(found.join()).not.toContain('c d');
  });

  test('of a branch is what the branch changed, not what others did meanwhile', () => {
    const cwd = repository();
    git(cwd, 'checkout', '-b', 'topic');
    writeFileSync(join(cwd, 'content/en/a.txt'), `${english}\nMore.\n`);
    git(cwd, 'commit', '-am', 'topic');
    git(cwd, 'checkout', 'main');
    writeFileSync(join(cwd, 'content/en/b.txt'), `${english}\nMore.\n`);
    git(cwd, 'commit', '-am', 'main');
    git(cwd, 'checkout', 'topic');
    expect(checked(cwd, '--changed', 'main').map((line) => line.slice(0, 16))).toEqual([
      'content/en/a.txt',
      'content/en/a.txt',
    ]);
  });

  test('takes everything where the config changed', () => {
    const cwd = repository();
    writeFileSync(
      join(cwd, 'paralign.config.json'),
      JSON.stringify({ documents: 'content/{locale}/**/*.txt', source: 'en', targets: ['ru'] }),
    );
    expect(checked(cwd, '--changed')).toHaveLength(3);
  });

  test('counts from the folder of the config', () => {
    const cwd = repository();
    const below = join(cwd, 'below');
    mkdirSync(join(below, 'content/en'), { recursive: true });
    mkdirSync(join(below, 'content/ru'), { recursive: true });
    writeFileSync(join(below, 'content/en/x.txt'), english);
    writeFileSync(join(below, 'content/ru/x.txt'), russian);
    writeFileSync(join(below, 'paralign.config.json'), '{ "documents": "content/{locale}/*.txt", "source": "en" }');
    git(cwd, 'add', '.');
    git(cwd, 'commit', '-m', 'below');
    expect(checked(below, '--changed')).toEqual([]);
    writeFileSync(join(below, 'content/ru/x.txt'), `${russian}\nЕщё.\n`);
    expect(checked(below, '--changed')).toEqual(['content/en/x.txt > content/ru/x.txt']);
  });

  test.each([
    ['nothing-such', 'knows no revision nothing-such'],
    ['--output=x', '--output=x'],
    ['$(touch x)', 'knows no revision $(touch x)'],
  ])('of %s is refused', (revision, said) => {
    const cwd = repository();
    const { code, stderr } = paralign(['check', `--changed=${revision}`], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  test('outside a repository is refused', () => {
    const { code, stderr } = paralign(['check', '--changed'], {
      cwd: project({ 'content/en/a.txt': english, 'content/ru/a.txt': russian }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('not in a git repository');
  });

  test('without git is refused', () => {
    const cwd = project({ 'content/en/a.txt': english, 'content/ru/a.txt': russian });
    const { code, stderr } = paralign(['check', '--changed'], { cwd, env: { PATH: cwd } });
    expect(code).toBe(2);
    expect(stderr).toContain('git is not installed');
  });
});
