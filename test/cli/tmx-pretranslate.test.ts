import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { propOf } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const tu = (en: string, ru: string): string =>
  `<tu><tuv xml:lang="en"><seg>${en}</seg></tuv><tuv xml:lang="ru"><seg>${ru}</seg></tuv></tu>`;
const tmx = (...units: string[]): string =>
  `<tmx version="1.4"><header srclang="en"/><body>${units.join('')}</body></tmx>`;

function run(...args: string[]): { cwd: string; outcome: ReturnType<typeof paralign> } {
  const cwd = temporaryFolder({
    'a.en.txt': pair['a.en.txt']!,
    'first.tmx': tmx(tu('Good morning.', 'Доброе утро.')),
    'second.tmx': tmx(tu('Good morning.', 'С добрым утром.'), tu('The train to Oslo leaves at 8.15.', 'Поезд в Осло.')),
  });
  const outcome = paralign(['tmx', 'pretranslate', 'a.en.txt', ...args, '--target-locale', 'ru'], {
    cwd,
    env: { SOURCE_DATE_EPOCH: '1460466000' },
  });
  return { cwd, outcome };
}

test('a table is filled, the first memory before the second, and the coverage is told', () => {
  const { outcome } = run('first.tmx', 'second.tmx');
  expect([outcome.code, outcome.stdout]).toEqual([
    0,
    'en\tru\tmatch\nGood morning.\tДоброе утро.\t100\n' +
      'The train to Oslo leaves at 7.40.\tПоезд в Осло.\t99\nIt is late again.\t\t\nThank you, Anna!\t\t\n',
  ]);
  expect(outcome.stderr).toBe(
    'Match   Segments  Words  Share\n' +
      '100%           1      2  12.5%\n' +
      '95-99%         1      7  43.8%\n' +
      '85-94%         0      0     0%\n' +
      '75-84%         0      0     0%\n' +
      '50-74%         0      0     0%\n' +
      'none           2      7  43.8%\n' +
      'all            4     16   100%\n',
  );
});

test('text has a placeholder for what is not filled', () => {
  const { cwd, outcome } = run('second.tmx', '--min', '100', '-o', 'out.txt', '--placeholder', '<{source}>');
  expect([outcome.code, outcome.stderr, outcome.stdout.split('\n')[0]]).toEqual([
    0,
    '',
    'Match   Segments  Words  Share',
  ]);
  expect(readFileSync(join(cwd, 'out.txt'), 'utf8')).toBe(
    'С добрым утром.\n\n<The train to Oslo leaves at 7.40.> <It is late again.>\n\n<Thank you, Anna!>\n',
  );
});

test('a memory has the percentages, JSON everything', () => {
  const { cwd } = run('second.tmx', '-o', 'out.tmx');
  const { units, header } = parseTmx(readFileSync(join(cwd, 'out.tmx'), 'utf8'));
  expect(header.attributes).toMatchObject({ srclang: 'en', creationdate: '20160412T130000Z' });
  expect(units.map((unit) => [unit.variants.length, propOf(unit, 'x-paralign-match')])).toEqual([
    [2, '100'],
    [2, '99'],
    [1, undefined],
    [1, undefined],
  ]);
  const { outcome } = run('second.tmx', '--format', 'json');
  const json = JSON.parse(outcome.stdout) as { segments: unknown[]; coverage: unknown[] };
  expect(json).toMatchObject({ source: 'en', target: 'ru', min: 70 });
  expect(json.coverage).toHaveLength(6);
  expect(json.segments.slice(1, 3)).toEqual([
    {
      block: 'p2',
      source: 'The train to Oslo leaves at 7.40.',
      target: 'Поезд в Осло.',
      percent: 99,
      kind: 'fuzzy',
      matched: { source: ['The train to Oslo leaves at 8.15.'], target: ['Поезд в Осло.'] },
    },
    { block: 'p2', source: 'It is late again.', target: null, percent: null, kind: null, matched: null },
  ]);
});

test.each([
  ['no memory', [], '<memory>'],
  ['a memory in other languages', ['first.tmx', '--source-locale', 'de'], 'en, ru'],
  ['an ending that says nothing', ['first.tmx', '-o', 'out.xyz'], 'out.xyz'],
])('%s is a mistake', (_, args, told) => {
  const { outcome } = run(...args);
  expect([outcome.code, outcome.stdout]).toEqual([2, '']);
  expect(outcome.stderr).toContain(told);
});
