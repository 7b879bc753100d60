import { describe, expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { pluralCategories } from '../../src/align/resources/plural-categories.ts';
import { check } from '../../src/check/check.ts';
import type { CheckOptions, CheckResult } from '../../src/check/check.ts';
import type { Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { readDocument } from '../../src/read/read-document.ts';

type Json = Readonly<Record<string, unknown>>;

const english: Json = {
  title: 'The letter to the editor',
  greeting: 'Good morning, {{name}}',
  about: 'This is all about $t(title)',
  files_one: '{{count, number}} file',
  files_other: '{{count, number}} files',
  place_ordinal_one: '{{count}}st place',
  place_ordinal_two: '{{count}}nd place',
  place_ordinal_few: '{{count}}rd place',
  place_ordinal_other: '{{count}}th place',
  friend: 'A friend came along',
  friend_male: 'A boyfriend came along',
  friend_female: 'A girlfriend came along',
  steps: ['Open the box', 'Take it out', 'Close the lid'],
  menu: { open: 'Open a file', close: 'Close the window' },
  hint: 'Press <b>Save</b> and wait',
  trans: 'Read <1>the terms</1> first',
  population: 'It has 1,000.5 million people',
  link: 'See {{- link}} for more',
  settings: 'All settings of this program',
};

const russian: Json = {
  title: 'Письмо в редакцию',
  greeting: 'Доброе утро, {{name}}',
  about: 'Здесь всё о том, что такое $t(title)',
  files_one: '{{count, number}} файл',
  files_few: '{{count, number}} файла',
  files_many: '{{count, number}} файлов',
  files_other: '{{count, number}} файла',
  place_ordinal_other: '{{count}}-е место',
  friend: 'Друг пришёл тоже',
  friend_male: 'Парень пришёл тоже',
  friend_female: 'Подруга пришла тоже',
  steps: ['Откройте коробку', 'Выньте его', 'Закройте крышку'],
  menu: { open: 'Открыть файл', close: 'Закрыть окно' },
  hint: 'Нажмите <b>«Сохранить»</b> и ждите',
  trans: 'Сначала прочтите <1>условия</1>',
  population: 'Там живёт 1 000,5 млн человек',
  link: 'Подробнее: {{- link}}',
  settings: 'Все настройки этой программы',
};

function read(json: Json | string, locale: string, file = `locales/${locale}/common.json`): Document {
  return readDocument(typeof json === 'string' ? json : JSON.stringify(json, null, 2), { locale, file });
}

function checkJson(
  target: Json | string,
  { source = english, locale = 'ru-RU', ...options }: CheckOptions & { source?: Json | string; locale?: string } = {},
): CheckResult {
  return check(align(read(source, 'en-GB'), read(target, locale)), options);
}

function without(json: Json, ...keys: string[]): Json {
  return Object.fromEntries(Object.entries(json).filter(([key]) => !keys.includes(key)));
}

test('resources without a fault are silent, whatever the order of their keys', () => {
  expect(checkJson(russian)).toEqual({ findings: [], completeness: { 'ru-RU': { covered: 21, total: 21 } } });
  const turned = Object.fromEntries(Object.entries(russian).toReversed());
  expect(checkJson(turned).findings).toEqual([]);
});

/** Line and column, from 1, of the first place of a text in the Russian resource. */
function placeIn(json: Json, text: string): { line: number; column: number } {
  const lines = JSON.stringify(json, null, 2).split('\n');
  const line = lines.findIndex((one) => one.includes(text));
  return { line: line + 1, column: lines[line]!.indexOf(text) + 1 };
}

/** A fault in the Russian resource: the one finding that it makes, and the text that its place begins with. */
type Fault = readonly [name: string, json: Json, rule: string, data: object, at?: string];

/** Those that were planted for other checkers, of which none found all. */
const planted: readonly Fault[] = [
  [
    '_few and _many are absent',
    without(russian, 'files_few', 'files_many'),
    'i18next-plural',
    { kind: 'cardinal', key: 'files', locale: 'ru-RU', categories: ['few', 'many'] },
    '{{count, number}} файла',
  ],
  ['the context _female is absent', without(russian, 'friend_female'), 'i18next-context', { key: 'friend_female' }],
  ['a value is empty', { ...russian, settings: '' }, 'empty', { kind: 'target', text: 'All settings of this program' }],
  [
    'an array is shorter',
    { ...russian, steps: ['Откройте коробку', 'Выньте его'] },
    'i18next-array',
    { key: 'steps', expected: 3, actual: 2 },
    'Откройте коробку',
  ],
  [
    '{{nmae}}',
    { ...russian, greeting: 'Доброе утро, {{nmae}}' },
    'i18next-interpolation',
    { expected: '{{name}}', actual: '{{nmae}}' },
    '{{nmae}}',
  ],
  [
    '$t(titel)',
    { ...russian, about: 'Здесь всё о том, что такое $t(titel)' },
    'i18next-nesting',
    { kind: 'unknown', actual: '$t(titel)' },
    '$t(titel)',
  ],
  [
    'an unbalanced <b>',
    { ...russian, hint: 'Нажмите <b>«Сохранить» и ждите' },
    'i18next-tags',
    { kind: 'unbalanced', text: '<b>' },
    '<b>',
  ],
  [
    'a lost format',
    { ...russian, files_many: '{{count}} файлов' },
    'i18next-format',
    { expected: '{{count, number}}', actual: '{{count}}' },
    '{{count}} файлов',
  ],
  [
    'a value is identical to English',
    { ...russian, settings: 'All settings of this program' },
    'untranslated',
    { kind: 'same', text: 'All settings of this program' },
    'All settings',
  ],
  [
    '1,000.5 million became 1 200',
    { ...russian, population: 'Там живёт 1 200 человек' },
    'number-mismatch',
    { expected: '1000500000', actual: '1200' },
    '1 200',
  ],
  [
    'an extra key',
    { ...russian, zebra: 'Полосатая лошадь' },
    'i18next-extra',
    { kind: 'key', key: 'zebra' },
    'Полосатая',
  ],
];

const others: readonly Fault[] = [
  ['a key is absent', without(russian, 'settings'), 'i18next-missing', { key: 'settings' }],
  ['the ordinal forms are absent', without(russian, 'place_ordinal_other'), 'i18next-missing', { key: 'place' }],
  [
    'a text is an object',
    { ...russian, settings: { all: 'Все настройки этой программы' } },
    'i18next-type',
    { key: 'settings', expected: 'text', actual: 'object' },
    'Все настройки',
  ],
  [
    'an object is a text',
    { ...russian, menu: 'Открыть файл' },
    'i18next-type',
    { key: 'menu', expected: 'object', actual: 'text' },
    'Открыть файл',
  ],
  [
    'a text that is not to be made safe is',
    { ...russian, link: 'Подробнее: {{link}}' },
    'i18next-format',
    { expected: '{{- link}}', actual: '{{link}}' },
    '{{link}}',
  ],
  [
    'another component',
    { ...russian, trans: 'Сначала прочтите <2>условия</2>' },
    'i18next-tags',
    { kind: 'changed', expected: '<1>', actual: '<2>' },
    '<2>',
  ],
  [
    'a quotation mark is lost, which another text has too many',
    { ...russian, hint: 'Нажмите <b>«Сохранить</b> и ждите' },
    'quote-balance',
    { kind: 'unclosed', text: '«' },
    '«Сохранить',
  ],
  [
    'a Latin letter in a Cyrillic word',
    { ...russian, title: 'Письмo в редакцию' },
    'mixed-script',
    { text: 'Письмo', letters: 'o', script: 'Latin' },
    'Письмo',
  ],
  [
    'a name lost its braces',
    { ...russian, greeting: 'Доброе утро, {{name}' },
    'i18next-interpolation',
    { expected: '{{name}}' },
    'Доброе утро',
  ],
  [
    'a text is null',
    { ...russian, settings: null },
    'empty',
    { kind: 'target', text: 'All settings of this program' },
    'null',
  ],
  [
    'a plural form that Russian does not have',
    { ...russian, files_two: '{{count, number}} файла' },
    'i18next-extra',
    { kind: 'plural', key: 'files_two' },
  ],
  ['an array is absent', without(russian, 'steps'), 'i18next-missing', { key: 'steps' }],
];

describe('every fault of the table that other checkers were tried with is found', () => {
  test.each(planted.map(([name, ...fault]) => [name, fault] as const))('%s', (_, fault) => expectOnce(...fault));

  test('broken JSON', () => {
    const broken = JSON.stringify(russian, null, 2).replace('"greeting": ', '"greeting" ');
    const error = caught(() => checkJson(broken));
    expect(error.type).toBe('resource-json');
    expect(error.data).toEqual({
      file: 'locales/ru-RU/common.json',
      line: 3,
      column: 14,
      expected: ':',
      found: '"Доброе утро, {{name',
    });
  });
});

describe('and others', () => {
  test.each(others.map(([name, ...fault]) => [name, fault] as const))('%s', (_, fault) => expectOnce(...fault));
});

function expectOnce(json: Json, rule: string, data: object, at?: string): void {
  const { findings } = checkJson(json);
  expect(findings.map((finding) => ({ rule: finding.rule, data: finding.data }))).toEqual([{ rule, data }]);
  const { target } = findings[0]!;
  expect(target?.file).toBe('locales/ru-RU/common.json');
  if (at !== undefined) expect(target).toMatchObject(placeIn(json, at));
}

function caught(work: () => unknown): ParalignError {
  try {
    work();
  } catch (error) {
    if (error instanceof ParalignError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test('a key that is missed is missed after what it follows in the source', () => {
  const json = without(russian, 'hint');
  expect(checkJson(json).findings[0]).toMatchObject({
    rule: 'i18next-missing',
    source: { line: placeIn(english, 'Press').line },
    target: { ...placeIn(json, 'Сначала'), gap: true },
  });
});

test('findings say where blocks are in the documents as they were read', () => {
  const turned = Object.fromEntries(Object.entries({ ...russian, hint: 'Нажмите «Сохранить»' }).toReversed());
  const [source, target] = [read(english, 'en-GB'), read(turned, 'ru-RU')];
  const [finding] = check(align(source, target)).findings;
  expect(source.blocks[finding!.source!.block]?.id).toBe('hint');
  expect(target.blocks[finding!.target!.block]?.id).toBe('hint');
});

test('places inside a text count its escapes as they stand in the file', () => {
  const source = '{"a": "Good \\"morning\\",\\n\\u0041 {{name}}"}';
  const target = '{\n  "a": "\\u0414оброе\\n\\"утро\\", {{nmae}}"}';
  const [finding] = checkJson(target, { source }).findings;
  expect(finding).toMatchObject({
    rule: 'i18next-interpolation',
    source: { line: 1, column: source.indexOf('{{') + 1 },
    target: { line: 2, column: target.split('\n')[1]!.indexOf('{{') + 1 },
  });
});

test('a finding keeps its fingerprint when other keys come and go', () => {
  const of = (json: Json): string =>
    checkJson(json).findings.find(({ rule }) => rule === 'i18next-format')!.fingerprint;
  const one = { ...russian, files_many: '{{count}} файлов' };
  const two = { ...russian, files_many: '{{count}} файлов', files_few: '{{count}} файла', title: '' };
  const formats = checkJson(two).findings.filter(({ rule }) => rule === 'i18next-format');
  expect(formats).toHaveLength(2);
  expect(formats.map(({ fingerprint }) => fingerprint)).toContain(of(one));
  expect(new Set(formats.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

describe('plural forms', () => {
  /** Every locale that CLDR has plural rules for, as far as this runtime knows it. */
  const locales = localesOfIcu();

  test('of every locale that ICU knows: complete is silent, each form that is absent is found', () => {
    expect(locales.length).toBeGreaterThan(150);
    for (const locale of locales)
      for (const type of ['cardinal', 'ordinal'] as const) {
        const infix = type === 'ordinal' ? '_ordinal' : '';
        const categories = new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
        const target = Object.fromEntries(categories.map((one) => [`items${infix}_${one}`, `{{count}} ×××`]));
        const source = {
          [`items${infix}_one`]: '{{count}} item',
          [`items${infix}_two`]: '{{count}} items',
          [`items${infix}_few`]: '{{count}} items',
          [`items${infix}_other`]: '{{count}} items',
        };
        if (type === 'cardinal') for (const one of ['two', 'few']) delete source[`items_${one}`];
        const own = (json: Json): string[] =>
          checkJson(json, { source, locale: locale === 'en-GB' ? 'en' : locale }).findings.map(
            ({ rule, data }) => `${rule} ${String(data['categories'] ?? data['key'])}`,
          );
        expect(own(target), `${locale} ${type}`).toEqual([]);
        if (categories.length === 1) continue;
        for (const one of categories) {
          const { rare } = pluralCategories(locale, type);
          const rule = rare.includes(one) ? 'i18next-rare-plural' : 'i18next-plural';
          expect(own(without(target, `items${infix}_${one}`)), `${locale} ${type} ${one}`).toEqual([`${rule} ${one}`]);
        }
      }
  });

  test.each(['fr', 'es', 'it', 'pt', 'pt-PT', 'ca', 'br'])('%s has one for millions, which is no error', (locale) => {
    expect(pluralCategories(locale, 'cardinal').rare).toEqual(['many']);
  });

  test('no other language has one that a thousand does not reach', () => {
    const rare = locales.filter((locale) => pluralCategories(locale, 'cardinal').rare.length > 0);
    const languages = new Set(rare.map((locale) => new Intl.Locale(locale).language));
    expect([...languages].toSorted()).toEqual(expect.arrayContaining(['br', 'ca', 'es', 'fr', 'it', 'pt']));
    expect(languages.size).toBeLessThan(12);
    for (const locale of locales) expect(pluralCategories(locale, 'ordinal').rare).toEqual([]);
  });
});

/** The locales that `Intl.PluralRules` has rules of their own for. */
function localesOfIcu(): string[] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const two = letters.flatMap((a) => letters.map((b) => a + b));
  const three = two.flatMap((start) => letters.map((c) => start + c));
  const regions = ['pt-PT', 'pt-BR', 'zh-Hant-TW', 'sr-Latn', 'en-GB', 'es-419', 'fr-CA'];
  return [...new Set(Intl.PluralRules.supportedLocalesOf([...two, ...three, ...regions]))];
}
