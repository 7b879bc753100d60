import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const english = 'The train leaves at 7.40.\n\nThank you for waiting, Anna!\n';
const russian = 'Поезд отправляется в 7.40.\n\nСпасибо, что подождали, Анна!\n';

/** Two files of 200 MB that take no place on the disk, called by a name with `{locale}` in it. */
function longFiles(name: string): { cwd: string; files: string[] } {
  const files = ['en', 'ru'].map((locale) => name.replace('{locale}', locale));
  const cwd = temporaryFolder(Object.fromEntries(files.map((file) => [file, 'x'])));
  for (const file of files) truncateSync(join(cwd, file), 200_000_000);
  return { cwd, files };
}

const refused = (file: string): RegExp =>
  new RegExp(
    `^paralign: ${file} has 190\\.8 MiB or more, and \\d+ MiB of \\w+ are read\\. Split it, or give --max-size 191M`,
  );

test.each(['txt', 'html', 'md', 'mdx', 'json', 'srt', 'vtt'])('a long .%s is refused before it is read', (ending) => {
  const { cwd, files } = longFiles(`page.{locale}.${ending}`);
  for (const command of ['align', 'check']) {
    const { code, stderr } = paralign([command, ...files], { cwd });
    expect(stderr).toMatch(refused(files[0]!));
    expect(code).toBe(2);
  }
});

test.each(['po', 'tmx', 'xliff', 'csv', 'tsv', 'jsonl'])('so is a long .%s, which is aligned already', (ending) => {
  const { cwd, files } = longFiles(`page.{locale}.${ending}`);
  const { code, stderr } = paralign(['check', files[0]!], { cwd });
  expect(stderr).toMatch(refused(files[0]!));
  expect(code).toBe(2);
});

test('a run over a project names it, and checks the others', () => {
  const cwd = temporaryFolder({
    'paralign.config.json': JSON.stringify({ source: 'en', documents: '{locale}/*.txt' }),
    'en/a.txt': english,
    'ru/a.txt': russian,
    'en/b.txt': english.repeat(20),
    'ru/b.txt': russian,
  });
  const { code, stdout, stderr } = paralign(['check', '--no-cache', '--max-size', '500'], { cwd });
  expect(stdout + stderr).toMatch(/en\/b\.txt has 0\.1 MiB or more, and 0\.1 MiB of text are read\. Split it/);
  expect(stdout + stderr).not.toMatch(/a\.txt has/);
  expect(code).toBe(2);
});

test('pairing says what it did not look into', () => {
  const cwd = temporaryFolder({ 'one/first.txt': english.repeat(20), 'two/second.txt': russian });
  const { code, stdout, stderr } = paralign(['pair', 'one', 'two', '--max-size', '1000'], { cwd });
  expect(stderr).toMatch(/^one\/first\.txt has .* Split it/);
  expect(stdout).toContain('one/first.txt\t\t\tno counterpart');
  expect(code).toBe(0);
});

test('standard input is not read to its end', () => {
  const cwd = temporaryFolder({ 'page.ru.txt': russian });
  const args = ['align', '-', 'page.ru.txt', '--source-locale', 'en', '--max-size', '1K', '--format', 'beads'];
  const long = paralign(args, { cwd, input: english.repeat(100) });
  expect(long.stderr).toMatch(/^paralign: standard input has .* Split it/);
  expect(long.code).toBe(2);
  expect(paralign(args, { cwd, input: english })).toMatchObject({ code: 0, stdout: '0:0\n1:1\n' });
});

test('the limit can be raised, and has to be a size', () => {
  const cwd = temporaryFolder({ 'page.en.txt': english, 'page.ru.txt': russian });
  const args = ['align', 'page.en.txt', 'page.ru.txt', '--format', 'beads', '--max-size'];
  expect(paralign([...args, '1G'], { cwd })).toMatchObject({ code: 0, stdout: '0:0\n1:1\n' });
  const wrong = paralign([...args, 'much'], { cwd });
  expect(wrong.stderr).toContain('--max-size');
  expect(wrong.code).toBe(2);
});
