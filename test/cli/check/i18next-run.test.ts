import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { project } from './project.ts';

type Json = Readonly<Record<string, unknown>>;

const english: Json = {
  title: 'The letter to the editor',
  greeting: 'Good morning, {{name}}',
  about: 'This is all about $t(legal:year)',
  files_one: '{{count, number}} file',
  files_other: '{{count, number}} files',
  friend: 'A friend came along',
  friend_female: 'A girlfriend came along',
  steps: ['Open the box', 'Take it out', 'Close the lid'],
  hint: 'Press <b>Save</b> and wait',
  population: 'It has 1,000.5 million people',
  settings: 'All settings of this program',
};
const russian: Json = {
  title: 'Письмо в редакцию',
  greeting: 'Доброе утро, {{name}}',
  about: 'Здесь всё о том, что такое $t(legal:year)',
  files_one: '{{count, number}} файл',
  files_few: '{{count, number}} файла',
  files_many: '{{count, number}} файлов',
  files_other: '{{count, number}} файла',
  friend: 'Друг пришёл тоже',
  friend_female: 'Подруга пришла тоже',
  steps: ['Откройте коробку', 'Выньте его', 'Закройте крышку'],
  hint: 'Нажмите <b>«Сохранить»</b> и ждите',
  population: 'Там живёт 1 000,5 млн человек',
  settings: 'Все настройки этой программы',
};
const legal = { en: { year: 'the year', place: 'the place' }, ru: { year: 'год', place: 'место' } };

interface Run {
  readonly failures: readonly { readonly file: string; readonly line?: number }[];
  readonly documents: readonly {
    readonly findings: readonly { readonly rule: string; readonly target: { readonly file: string; line: number } }[];
  }[];
}

function write(json: Json): string {
  return JSON.stringify(json, null, 2);
}

/** The namespaces `common` and `legal` in both languages, of which `common` is as given. */
function files(target: Json | string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'locales/en/common.json': write(english),
    'locales/ru/common.json': typeof target === 'string' ? target : write(target),
    'locales/en/legal.json': write(legal.en),
    'locales/ru/legal.json': write(legal.ru),
    ...more,
  };
}

function run(cwd: string): { run: Run; code: number | null; rules: string[] } {
  const { stdout, code } = paralign(['check', '--no-cache', '--reporter', 'json'], { cwd });
  const result = JSON.parse(stdout) as Run;
  return { run: result, code, rules: result.documents.flatMap(({ findings }) => findings.map(({ rule }) => rule)) };
}

const config = { documents: 'locales/{locale}/**/*.json', source: 'en' };

function without(...keys: string[]): Json {
  return Object.fromEntries(Object.entries(russian).filter(([key]) => !keys.includes(key)));
}

/** Every fault that other checkers were tried with, and the rule that finds it. */
const faults: readonly (readonly [name: string, json: Json, rule: string])[] = [
  ['_few and _many are absent', without('files_few', 'files_many'), 'i18next-plural'],
  ['the context _female is absent', without('friend_female'), 'i18next-context'],
  ['a value is empty', { ...russian, settings: '' }, 'empty'],
  ['an array is shorter', { ...russian, steps: ['Откройте коробку', 'Выньте его'] }, 'i18next-array'],
  ['{{nmae}}', { ...russian, greeting: 'Доброе утро, {{nmae}}' }, 'i18next-interpolation'],
  ['$t(titel)', { ...russian, about: 'Здесь всё о том, что такое $t(titel)' }, 'i18next-nesting'],
  [
    'a key that another namespace lacks',
    { ...russian, about: 'Здесь всё о том, что $t(legal:yaer)' },
    'i18next-nesting',
  ],
  ['an unbalanced <b>', { ...russian, hint: 'Нажмите <b>«Сохранить» и ждите' }, 'i18next-tags'],
  ['a lost format', { ...russian, files_many: '{{count}} файлов' }, 'i18next-format'],
  ['identical to English', { ...russian, settings: 'All settings of this program' }, 'untranslated'],
  ['another number', { ...russian, population: 'Там живёт 1 200 человек' }, 'number-mismatch'],
  ['an extra key', { ...russian, zebra: 'Полосатая лошадь' }, 'i18next-extra'],
];

describe('in a run, with namespaces, every fault of the table is found', () => {
  test('and without one nothing is', () => {
    const { code, rules } = run(project(files(russian), config));
    expect([code, rules]).toEqual([0, []]);
  });

  test.each(faults)('%s', (_, json, rule) => {
    const { rules, run: result } = run(project(files(json), config));
    expect(rules).toEqual([rule]);
    expect(result.documents.flatMap(({ findings }) => findings)[0]!.target.file).toBe('locales/ru/common.json');
  });

  test('broken JSON: the file and line, and the other namespace is checked', () => {
    const broken = write(russian).replace('"greeting": ', '"greeting" ');
    const cwd = project({ ...files(broken), 'locales/ru/legal.json': write({ year: 'год', place: '' }) }, config);
    const { code, rules, run: result } = run(cwd);
    expect(code).toBe(2);
    expect(result.failures).toMatchObject([{ file: 'locales/ru/common.json', line: 3 }]);
    expect(rules).toEqual(['empty']);
  });
});

describe('namespaces', () => {
  test('are found in folders below, and by names with the locale in them', () => {
    const nested = {
      'locales/en/pages/home.json': write({ a: 'Home' }),
      'locales/ru/pages/home.json': write({ a: 'Дом' }),
    };
    const json = { ...russian, about: 'Здесь всё о том, что такое $t(legal:year) и $t(pages/home:b)' };
    expect(run(project(files(json, nested), config)).rules).toEqual(['i18next-nesting']);
    const flat = project(
      {
        'i18n/common.en.json': write(english),
        'i18n/common.ru.json': write({ ...russian, about: 'Здесь всё о том, что такое $t(legal:yaer)' }),
        'i18n/legal.en.json': write(legal.en),
        'i18n/legal.ru.json': write(legal.ru),
      },
      { documents: 'i18n/*.{locale}.json', source: 'en' },
    );
    expect(run(flat).rules).toEqual(['i18next-nesting']);
  });

  test('of another package are others, and of another language too', () => {
    const other = {
      'a/en/x.json': write({ a: 'See $t(legal:place) now' }),
      'a/ru/x.json': write({ a: 'Смотри $t(legal:place)' }),
    };
    const cwd = project(files(russian, other), {
      documents: ['locales/{locale}/*.json', 'a/{locale}/*.json'],
      source: 'en',
    });
    expect(run(cwd).rules).toEqual([]);
  });

  test('that change are looked at again, whatever is kept of earlier runs', () => {
    const json = { ...russian, about: 'Здесь всё о том, что такое $t(legal:year) и $t(legal:place)' };
    const cwd = project(files(json), config);
    const check = (): number | null => paralign(['check', '--cache-location', 'cache.json'], { cwd }).code;
    expect(check()).toBe(0);
    for (const locale of ['en', 'ru']) {
      const file = join(cwd, `locales/${locale}/legal.json`);
      writeFileSync(file, readFileSync(file, 'utf8').replace('"place"', '"home"'));
    }
    expect(check()).toBe(1);
  });
});

describe('signs that a project has changed', () => {
  const own = { keySeparator: false, nsSeparator: '::', contextSeparator: '|', pluralSeparator: '#' } as const;
  const interpolation = { prefix: '[[', suffix: ']]', nestingPrefix: '@(', nestingSuffix: ')' };
  const turn = (json: Json): string =>
    write(json)
      .replaceAll('{{', '[[')
      .replaceAll('}}', ']]')
      .replaceAll('$t(legal:', '@(legal::')
      .replaceAll('$t(', '@(')
      .replaceAll('friend_', 'friend|')
      .replaceAll('files_', 'files#');
  const turned = (target: Json): Record<string, string> => ({
    ...files(turn(target)),
    'locales/en/common.json': turn(english),
  });
  const signs = Object.entries({ ...own, ...interpolation }).flatMap(([name, value]) => [
    '--i18next',
    `${name}=${value}`,
  ]);

  test('are known from the config: nothing is found, and then each fault', () => {
    const set = { ...config, i18next: { ...own, interpolation } };
    expect(run(project(turned(russian), set)).rules).toEqual([]);
    for (const [name, json, rule] of faults) expect(run(project(turned(json), set)).rules, name).toEqual([rule]);
  });

  test('and from the command line, for two files', () => {
    const [, json, rule] = faults.find(([name]) => name === '{{nmae}}')!;
    const cwd = temporaryFolder(turned(json));
    const pair = ['check', 'locales/en/common.json', 'locales/ru/common.json', '--reporter', 'json'];
    const { stdout } = paralign([...pair, ...signs], { cwd });
    expect((JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map((found) => found.rule)).toEqual([
      rule,
    ]);
  });

  test.each([['keySeparator'], ['keySeparatr=/'], ['prefix='], ['nothing=1']])('%s is refused', (option) => {
    const cwd = temporaryFolder(files(russian));
    const args = ['check', 'locales/en/common.json', 'locales/ru/common.json', '--i18next', option];
    const { code, stderr } = paralign(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`“${option}”`);
    expect(stderr).toContain('keySeparator, nsSeparator');
  });

  test('a mistake in the config is told at its place', () => {
    const { code, stderr } = paralign(['check'], {
      cwd: project(files(russian), { ...config, i18next: { keySeparator: 1 } }),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('i18next.keySeparator');
  });
});
