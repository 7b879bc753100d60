import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { encode } from '../../read/encode.ts';
import { paralign } from '../run-paralign.ts';
import { english, project, russian } from './project.ts';

const files = {
  'content/en/a.txt': english,
  'content/en/b.txt': english,
  'content/ru/a.txt': encode(russian, 'koi8-r')!,
  'content/ru/b.txt': russian,
};
const config = { documents: 'content/{locale}/*.txt', source: 'en' };
const said =
  'content/ru/a.txt: this is not UTF-8; its letters are those of koi8-r, and so it was read. Name its “encoding” in the config, or save it as UTF-8.\n';

interface Version {
  readonly file: string;
  readonly assumedEncoding?: string;
}

test('the encoding that was assumed is said in words and in the report, also of results that were kept and in threads', () => {
  const cwd = project(files);
  for (const more of [[], [], ['--no-cache', '--concurrency', '1'], ['--no-cache', '--concurrency', '2']]) {
    const args = ['check', '--reporter', 'json', '--cache-location', 'kept.json', ...more];
    const { code, stdout, stderr } = paralign(args, { cwd });
    expect([code, stderr]).toEqual([0, said]);
    const { documents } = JSON.parse(stdout) as { documents: { source: Version; target: Version }[] };
    expect(documents.flatMap(({ source, target }) => [source, target])).toEqual([
      { locale: 'en', file: 'content/en/a.txt' },
      { locale: 'ru', file: 'content/ru/a.txt', assumedEncoding: 'koi8-r' },
      { locale: 'en', file: 'content/en/b.txt' },
      { locale: 'ru', file: 'content/ru/b.txt' },
    ]);
  }
  expect(paralign(['check', '--no-cache', '--ui-locale', 'ru'], { cwd }).stderr).toContain('«encoding»');
});

test('an encoding that the config names is not assumed, and what was kept without it is not used', () => {
  const cwd = project({ ...files, 'content/ru/b.txt': encode(russian, 'koi8-r')! });
  const check = () => paralign(['check', '--cache-location', 'kept.json'], { cwd });
  expect(check().stderr).toContain(said);
  for (const encoding of ['koi8-r', { ru: 'KOI8-R' }, { '*': 'utf-8', ru: 'koi8-r' }]) {
    writeFileSync(join(cwd, 'paralign.config.json'), JSON.stringify({ ...config, encoding }));
    expect(check()).toMatchObject({ code: 0, stderr: '' });
  }
  writeFileSync(join(cwd, 'paralign.config.json'), JSON.stringify({ ...config, encoding: { ru: 'utf-8' } }));
  const wrong = check();
  expect(wrong.code).toBe(2);
  expect(wrong.stdout).toContain('content/ru/a.txt');
});

test.each([
  [{ encoding: 'koi-8' }, '“encoding” is no encoding: “koi-8”'],
  [{ encoding: { ru: 'koi-8' } }, '“encoding.ru” is no encoding: “koi-8”'],
  [{ encoding: { gr: 'koi8-r' } }, '“encoding.gr” is no known locale'],
  [{ encoding: 1251 }, '“encoding” cannot be 1251'],
])('%j is told', (more, told) => {
  const { code, stderr } = paralign(['check', '--no-cache'], { cwd: project(files, { ...config, ...more }) });
  expect(code).toBe(2);
  expect(stderr).toContain(told);
});

test.each([
  ['--encoding', 'koi8-r'],
  ['--select', 'main'],
])('%s, which is for two files, is not passed over', (...option) => {
  const { code, stderr } = paralign(['check', '--no-cache', ...option], { cwd: project(files) });
  expect(code).toBe(2);
  expect(stderr).toContain(option[0]);
});
