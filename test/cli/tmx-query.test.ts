import { expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const memory =
  '<tmx version="1.4"><header srclang="en"/><body>' +
  '<tu tuid="a"><tuv xml:lang="en-US"><seg>Save the file now.</seg></tuv><tuv xml:lang="ru"><seg>Сохраните файл сейчас.</seg></tuv></tu>' +
  '<tu><tuv xml:lang="en-US"><seg>Save the <ph>{1}</ph> file now.</seg></tuv><tuv xml:lang="ru"><seg>Сохраните <ph>{1}</ph> файл.</seg></tuv></tu>' +
  '<tu><tuv xml:lang="en-US"><seg>Two\nlines</seg></tuv><tuv xml:lang="ru"><seg>Две строки</seg></tuv></tu>' +
  '</body></tmx>';
const locales = ['--source-locale', 'en-US', '--target-locale', 'ru'];

test('a text is looked up, the best match first', () => {
  const cwd = temporaryFolder({ 'm.tmx': memory });
  expect(paralign(['tmx', 'query', 'm.tmx', ...locales, 'Save the file now.'], { cwd })).toEqual({
    code: 0,
    stdout:
      '100%  Save the file now.\n      Сохраните файл сейчас.\n 89%  Save the  file now.\n      Сохраните  файл.\n',
    stderr: '',
  });
  expect(paralign(['tmx', 'query', 'm.tmx', ...locales, 'Two lines', '--limit', '1'], { cwd }).stdout).toBe(
    ' 99%  Two ⏎ lines\n      Две строки\n',
  );
  expect(paralign(['tmx', 'query', '-', ...locales, 'Nothing'], { input: memory }).stdout).toBe(
    '      no match of 70% or more\n',
  );
});

test('each line of standard input gets an answer, as text and as JSON', () => {
  const cwd = temporaryFolder({ 'm.tmx': memory });
  const batch = ['tmx', 'query', 'm.tmx', ...locales, '--batch', '--min', '95'];
  const input = 'Two lines\r\n\nSave';
  expect(paralign(batch, { cwd, input }).stdout).toBe(
    '> Two lines\n 99%  Two ⏎ lines\n      Две строки\n> \n      no match of 95% or more\n> Save\n      no match of 95% or more\n',
  );
  const { stdout } = paralign([...batch, '--format', 'json'], { cwd, input });
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { query: string; matches: Record<string, unknown>[] });
  expect(lines.map(({ query }) => query)).toEqual(['Two lines', '', 'Save']);
  expect(lines[0]?.matches[0]).toMatchObject({
    percent: 99,
    kind: 'fuzzy',
    source: 'Two\nlines',
    target: 'Две строки',
    sourceLanguage: 'en-US',
    targetLanguage: 'ru',
    unit: { variants: [{ lang: 'en-US' }, { lang: 'ru' }] },
  });
});

test('another region answers, with a warning', () => {
  const query = ['tmx', 'query', '-', '--source-locale', 'en-GB', '--target-locale', 'ru', 'Save the file now.'];
  const { code, stdout, stderr } = paralign(query, { input: memory });
  expect([code, stdout.split('\n')[0]]).toEqual([0, '100%  Save the file now.']);
  expect(stderr).toBe('paralign: en-GB was asked for; en-US stands for it in 3 units.\n');
});

test.each([
  ['neither text nor --batch', [...locales], 'Give either a text'],
  ['both', [...locales, 'text', '--batch'], 'Give either a text'],
  ['no language', ['text', '--target-locale', 'ru'], '--source-locale'],
  ['another language', ['text', '--source-locale', 'fr', '--target-locale', 'ru'], 'en-US, ru'],
  ['a bad percentage', [...locales, 'text', '--min', '0'], 'from 1 to 100'],
])('%s is a mistake', (_, args, told) => {
  const { code, stdout, stderr } = paralign(['tmx', 'query', 'm.tmx', ...args], {
    cwd: temporaryFolder({ 'm.tmx': memory }),
  });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(told);
});

test('a line that is not UTF-8 is named', () => {
  const cwd = temporaryFolder({ 'm.tmx': memory });
  const input = Buffer.from([65, 10, 0xff, 10]);
  const { code, stderr } = paralign(['tmx', 'query', 'm.tmx', ...locales, '--batch'], { cwd, input });
  expect([code, stderr]).toEqual([
    2,
    'paralign: standard input:2: this line is not valid UTF-8. Convert the input to UTF-8.\n',
  ]);
});
