import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { argumentsOf, corpusFile, environment, paralign, paralignIntoClosedPipe, script } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const toBeads = ['align', 'a.en.txt', 'a.ru.txt', '--format', 'beads', '--unit', 'block'];
const beads = '0:0\n1:1\n2:2\n';

test('a file that is there is replaced, and keeps its permissions', () => {
  const cwd = temporaryFolder({ ...pair, 'out.beads': 'old, and longer than what comes\n'.repeat(10) });
  chmodSync(join(cwd, 'out.beads'), 0o640);
  expect(paralign([...toBeads, '-o', 'out.beads'], { cwd }).code).toBe(0);
  expect(readFileSync(join(cwd, 'out.beads'), 'utf8')).toBe(beads);
  expect(statSync(join(cwd, 'out.beads')).mode & 0o777).toBe(0o640);
  expect(readdirSync(cwd).toSorted()).toEqual([...Object.keys(pair), 'out.beads'].toSorted());
});

test('a symbolic link stays one, whether its file is there or not', () => {
  const cwd = temporaryFolder({ ...pair, 'real.beads': 'old' });
  symlinkSync('real.beads', join(cwd, 'link.beads'));
  mkdirSync(join(cwd, 'below'));
  symlinkSync('below/new.beads', join(cwd, 'dangling.beads'));
  for (const [link, real] of [
    ['link.beads', 'real.beads'],
    ['dangling.beads', 'below/new.beads'],
  ] as const) {
    expect(paralign([...toBeads, '-o', link], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(lstatSync(join(cwd, link)).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(cwd, real)).isFile()).toBe(true);
    expect(readFileSync(join(cwd, real), 'utf8')).toBe(beads);
  }
});

test('a link to an input is not written over', () => {
  const cwd = temporaryFolder(pair);
  symlinkSync('a.en.txt', join(cwd, 'link.beads'));
  expect(paralign([...toBeads, '-o', 'link.beads'], { cwd })).toMatchObject({ code: 2, stdout: '' });
  expect(readFileSync(join(cwd, 'a.en.txt'), 'utf8')).toBe(pair['a.en.txt']);
});

test('what is not a regular file is written to as it stands', () => {
  const cwd = temporaryFolder(pair);
  expect(paralign([...toBeads, '-o', '/dev/null'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a disk that fills up leaves the old file and nothing else', () => {
  const cwd = temporaryFolder({ ...pair, 'out.tsv': 'old' });
  // What a full disk does, in the middle of a file: some bytes come to it, the rest does not.
  const before = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const { open } = fs;
    fs.open = async (...args) => {
      const handle = await open(...args);
      handle.writeFile = async (data) => {
        await handle.write(data.slice(0, 10));
        throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      };
      return handle;
    };
    syncBuiltinESMExports();`;
  const { code, stdout, stderr } = paralign(['align', 'a.en.txt', 'a.ru.txt', '-o', 'out.tsv'], { cwd, before });
  expect(stderr).toMatch(/^paralign: out\.tsv .*the disk is full.*\n$/);
  expect([code, stdout]).toEqual([2, '']);
  expect(readFileSync(join(cwd, 'out.tsv'), 'utf8')).toBe('old');
  expect(readdirSync(cwd).toSorted()).toEqual([...Object.keys(pair), 'out.tsv'].toSorted());
});

test('a full disk behind standard output', () => {
  const cwd = temporaryFolder(pair);
  const before = `
    process.stdout._write = (data, encoding, done) => done(Object.assign(new Error('no space'), { code: 'ENOSPC' }));`;
  const { code, stdout, stderr } = paralign(toBeads, { cwd, before });
  expect(stderr).toMatch(/^paralign: .*the disk is full.*\n$/);
  expect([code, stdout]).toEqual([2, '']);
});

test('a signal in the middle of writing leaves nothing half written', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const cwd = temporaryFolder({ ...pair, 'out.tsv': 'old' });
    // The process stops where everything is written but not in its place yet.
    const before = `
      import fs from 'node:fs/promises';
      import { syncBuiltinESMExports } from 'node:module';
      fs.rename = () => new Promise(() => setInterval(() => {}, 1000));
      syncBuiltinESMExports();`;
    const child = spawn(process.execPath, argumentsOf(['align', 'a.en.txt', 'a.ru.txt', '-o', 'out.tsv'], { before }), {
      cwd,
      env: environment({}),
    });
    const closed = once(child, 'close');
    const temporary = (): string | undefined => readdirSync(cwd).find((name) => name.endsWith('.tmp'));
    while (temporary() === undefined || statSync(join(cwd, temporary()!)).size === 0) {
      expect(child.exitCode).toBeNull();
      await sleep(20);
    }
    child.kill(signal);
    expect(await closed).toEqual([null, signal]);
    expect(readFileSync(join(cwd, 'out.tsv'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).toSorted()).toEqual([...Object.keys(pair), 'out.tsv'].toSorted());
  }
});

test('a pipe that nobody reads any more', async () => {
  const corpus = [corpusFile('en-GB.txt'), corpusFile('ru-RU.txt')];
  for (const args of [
    ['align', ...corpus, '--format', 'tsv'],
    ['check', ...corpus, '--reporter', 'json'],
    ['align', '--help'],
    ['--version'],
  ]) {
    const { code, stderr } = await paralignIntoClosedPipe(args);
    expect(stderr, args[0]).toMatch(/^paralign: The output is incomplete: [^\n]+\n$/);
    expect(code, args[0]).toBe(2);
  }
});

test('where nobody may write, nothing is written', () => {
  const cwd = temporaryFolder({ ...pair, 'mine.beads': 'old' });
  mkdirSync(join(cwd, 'locked'));
  chmodSync(cwd, 0o777);
  chmodSync(join(cwd, 'mine.beads'), 0o444);
  chmodSync(join(cwd, 'locked'), 0o555);
  writeFileSync(join(cwd, 'secret.en.txt'), 'Good morning.\n');
  chmodSync(join(cwd, 'secret.en.txt'), 0o000);
  // To the superuser permissions do not apply, so that the command gives up that right first. It may then no longer
  // reach the folder that it is built in, and runs from a copy.
  const surroundings =
    process.getuid?.() === 0
      ? { cwd, before: 'process.setgid(65534); process.setuid(65534);', script: copyOfCommand() }
      : { cwd };
  for (const [args, said] of [
    [[...toBeads, '-o', 'mine.beads'], 'mine.beads cannot be written: permission denied'],
    [[...toBeads, '-o', 'locked/new.beads'], 'locked/new.beads cannot be written: permission denied'],
    [['align', 'secret.en.txt', 'a.ru.txt'], 'secret.en.txt cannot be read: permission denied'],
    [['demo', '-o', 'locked/demo'], 'locked/demo cannot be created (EACCES)'],
  ] as const) {
    const { code, stdout, stderr } = paralign(args, surroundings);
    expect(stderr).toMatch(/^paralign: [^\n]+\n$/);
    expect(stderr).toContain(said);
    expect([code, stdout]).toEqual([2, '']);
  }
  expect(readFileSync(join(cwd, 'mine.beads'), 'utf8')).toBe('old');
  expect(readdirSync(join(cwd, 'locked'))).toEqual([]);
});

test('a terminal is shown control characters, a file gets them as they are', () => {
  const cwd = temporaryFolder({ 'a.en.txt': 'Good \u001b]0;title\u0007 morning.\n', 'a.ru.txt': 'Доброе утро.\n' });
  const args = ['align', 'a.en.txt', 'a.ru.txt', '--input', 'lines', '--format', 'tsv'];
  expect(paralign(args, { cwd }).stdout).toContain('Good \u001b]0;title\u0007 morning.\t');
  const terminal = paralign(args, { cwd, before: 'process.stdout.isTTY = true;' }).stdout;
  expect(terminal).toContain('Good ␛]0;title␇ morning.\tДоброе утро.');
  // Reports are for people wherever they go.
  for (const reporter of [
    ['check', 'a.en.txt', 'a.ru.txt'],
    ['align', 'a.en.txt', 'a.ru.txt'],
  ])
    expect(paralign(reporter, { cwd }).stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

/** The built command with the packages that it needs, where everybody can read it. */
function copyOfCommand(): string {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  const root = fileURLToPath(new URL('../..', import.meta.url));
  cpSync(dirname(script), join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const name of packagesOf(root)) cpSync(join(root, name), join(folder, name), { recursive: true });
  return join(folder, 'dist', 'cli.js');
}

/** The folders of the packages that the one at `root` needs, at any depth. */
function packagesOf(root: string): Set<string> {
  const found = new Set<string>();
  const visit = (folder: string): void => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const name of Object.keys(dependencies)) {
      const below = join('node_modules', name);
      if (found.has(below) || !existsSync(join(root, below))) continue;
      found.add(below);
      visit(join(root, below));
    }
  };
  visit(root);
  return found;
}
