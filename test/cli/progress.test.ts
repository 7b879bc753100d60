import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';
import { paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

/** A file that takes the place of a terminal. */
function terminal(): { fd: number; written: () => string } {
  const path = join(temporaryFolder(), 'terminal');
  const fd = openSync(path, 'w+');
  onTestFinished(() => closeSync(fd));
  return { fd, written: () => readFileSync(path, 'utf8') };
}

test('a line is drawn while the main thread is busy, kept on its line, and taken away', async () => {
  const { fd, written } = terminal();
  const progress = startProgress({ isTTY: true, fd, columns: 30 }, 0);
  expect(progress.shown).toBe(true);
  progress.stage(`Aligning \u001b[2J${'x'.repeat(50)}`);
  // Nothing of this thread's event loop runs until the line is there.
  const until = Date.now() + 20_000;
  while (!written().includes('Aligning') && Date.now() < until);
  await progress.stop();
  const lines = written()
    .split('\r\u001b[K')
    .filter((line) => line !== '');
  expect(lines[0]).toBe('Aligning ␛[2Jxxxxxxxxxxxxxxxx');
  expect(written().endsWith('\r\u001b[K')).toBe(true);
});

test('nothing is written where the work is done before anybody would wonder', async () => {
  const { fd, written } = terminal();
  const progress = startProgress({ isTTY: true, fd }, 3_600_000);
  progress.stage('Aligning');
  await progress.stop();
  expect(written()).toBe('');
});

test('nothing is ever written to what is not a terminal', async () => {
  const { fd, written } = terminal();
  const progress = startProgress({ isTTY: false, fd }, 0);
  expect(progress.shown).toBe(false);
  progress.stage('Aligning');
  await progress.stop();
  expect(written()).toBe('');
});

test('the command says nothing on standard error that is not a terminal, however long it takes', () => {
  const cwd = temporaryFolder(pair);
  // The first text that is normalised takes more than a second.
  const before = `
    const { normalize } = String.prototype;
    String.prototype.normalize = function (...args) {
      String.prototype.normalize = normalize;
      const until = performance.now() + 1500;
      while (performance.now() < until);
      process.stdout.write('slow\\n');
      return normalize.apply(this, args);
    };`;
  expect(paralign(['align', 'a.en.txt', 'a.ru.txt', '--format', 'beads'], { cwd, before })).toEqual({
    code: 0,
    stdout: 'slow\n0:0\n1:1\n2:2\n3:3\n',
    stderr: '',
  });
});
