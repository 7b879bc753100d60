import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { english, project, russian } from './check/project.ts';
import { paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

interface Data {
  readonly uiLocale: string;
  readonly notes: readonly Readonly<Record<string, string>>[];
  readonly documents: readonly {
    readonly name: string;
    readonly text: { readonly paralign: string };
    readonly findings: readonly { readonly rule: string }[];
    readonly completeness: readonly ({ readonly covered: number; readonly total: number } | null)[];
  }[];
}

/** What a page holds, from its JSON block. */
function dataOf(html: string): Data {
  return JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)![1]!) as Data;
}

test('align writes a review page, in the language of the interface', () => {
  const cwd = temporaryFolder(pair);
  const { code, stdout } = paralign(['--ui-locale', 'ru', 'align', 'a.en.txt', 'a.ru.txt', '-o', 'page.html'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('page.html');
  const html = readFileSync(join(cwd, 'page.html'), 'utf8');
  expect(html).toContain('<html lang="ru-RU">');
  const data = dataOf(html);
  expect(data.uiLocale).toBe('ru-RU');
  expect(data.documents.map(({ text }) => text.paralign)).toEqual(['bitext']);
  expect(data.documents[0]!.completeness).toEqual([{ covered: 3, total: 3 }]);
  expect(readdirSync(cwd).sort()).toEqual(['a.en.txt', 'a.ru.txt', 'page.html']);
});

test('align writes a page of any number of versions', () => {
  const cwd = temporaryFolder({ ...pair, 'a.de.txt': 'Guten Morgen.\n\nDer Zug nach Oslo fährt um 7.40 Uhr.\n' });
  const { code, stdout } = paralign(['align', 'a.en.txt', 'a.ru.txt', 'a.de.txt', '--format', 'html'], { cwd });
  expect(code).toBe(0);
  const data = dataOf(stdout);
  expect(data.documents[0]!.text.paralign).toBe('multitext');
  expect(data.documents[0]!.findings.map(({ rule }) => rule)).toContain('missing');
});

test('check writes a page beside its other reports, and exits as it does without', () => {
  const cwd = temporaryFolder({ ...pair, 'a.ru.txt': 'Доброе утро.\n\nСпасибо, Анна!\n' });
  const args = ['check', 'a.en.txt', 'a.ru.txt', '--reporter', 'text', '--reporter', 'html=page.html'];
  const { code, stdout } = paralign(args, { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('missing');
  expect(dataOf(readFileSync(join(cwd, 'page.html'), 'utf8')).documents[0]!.findings.map(({ rule }) => rule)).toEqual([
    'missing',
  ]);
});

test.each(['1', '2'])(
  'a run over a project is one page, with %s threads; also what has no texts is told',
  (concurrency) => {
    const cwd = project({
      'content/en/a.txt': english,
      'content/ru/a.txt': russian,
      'content/en/b.txt': english,
      'content/ru/b.txt': russian,
      'content/en/c.txt': english,
      'content/ru/c.txt': russian,
      'content/en/only.txt': english,
      'content/ru/broken.txt': new Uint8Array([0, 1, 2]),
      'content/en/broken.txt': english,
    });
    const args = ['check', '--concurrency', concurrency, '--cache', '--cache-location', 'cache.json'];
    // What an earlier run has kept has no texts.
    paralign(args, { cwd });
    const { code } = paralign([...args, '--reporter', 'html=page.html'], { cwd });
    expect(code).toBe(2);
    const { documents, notes } = dataOf(readFileSync(join(cwd, 'page.html'), 'utf8'));
    expect(documents.map(({ name }) => name)).toEqual(['content/ru/a.txt', 'content/ru/b.txt', 'content/ru/c.txt']);
    const said = notes.map((words) => words['en-GB']).join('\n');
    expect(said).toContain('content/ru/broken.txt: ');
    expect(said).toContain('only.txt');
  },
);
