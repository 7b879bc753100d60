import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textProfile } from '../../../src/read/pairing/likeness.ts';
import { readingsOf } from '../../../src/read/pairing/locale-in-path.ts';
import { pairFiles } from '../../../src/read/pairing/pair-files.ts';
import type { FileVersion, PairedFiles } from '../../../src/read/pairing/pair-files.ts';

const short = ({ pairs, leftover }: PairedFiles): object => ({
  pairs: pairs.map(({ source, target, by }) => `${source.path} ${target.path} ${by}`),
  leftover: leftover.map(({ path }) => path),
});
const named = (...paths: string[]): { path: string }[] => paths.map((path) => ({ path }));

describe('pairFiles', () => {
  it.each([
    ['folders and names', ['en/a.en.html', 'ru/a.ru.html'], ['en/a.en.html ru/a.ru.html name'], []],
    ['folders', ['en/a.html', 'ru/a.html', 'ru/b.html'], ['en/a.html ru/a.html name'], ['ru/b.html']],
    [
      'folders further down',
      ['docs/en_US/g/a.md', 'docs/pt_BR/g/a.md'],
      ['docs/en_US/g/a.md docs/pt_BR/g/a.md name'],
      [],
    ],
    ['names', ['page.en.html', 'page.ru.html', 'other.en.html'], ['page.en.html page.ru.html name'], ['other.en.html']],
    ['names alone', ['t/en-GB.txt', 't/zh-Hant-TW.txt'], ['t/en-GB.txt t/zh-Hant-TW.txt name'], []],
    ['beginnings of names', ['en_page.txt', 'ru_page.txt'], ['en_page.txt ru_page.txt name'], []],
    [
      'ISO 639-2',
      ['page_eng.txt', 'page_ger.txt', 'page_rus.txt'],
      ['page_eng.txt page_ger.txt name', 'page_eng.txt page_rus.txt name'],
      [],
    ],
    [
      'more than one place',
      ['de/page.en.txt', 'de/page.ru.txt', 'de/more.en.txt', 'de/more.ru.txt'],
      ['de/page.en.txt de/page.ru.txt name', 'de/more.en.txt de/more.ru.txt name'],
      [],
    ],
  ])('pairs by locales in %s', (_, paths, pairs, leftover) => {
    expect(short(pairFiles(named(...paths)))).toEqual({ pairs, leftover });
  });

  it.each([
    [
      'beside its translations',
      ['README.md', 'README.de.md', 'README.ru.md', 'NOTES.md'],
      ['README.md README.de.md name', 'README.md README.ru.md name'],
      ['NOTES.md'],
    ],
    [
      'above the folders of its translations',
      ['docs/x/a.md', 'docs/ru/x/a.md', 'docs/b.md'],
      ['docs/x/a.md docs/ru/x/a.md name'],
      ['docs/b.md'],
    ],
    [
      'where Docusaurus has it',
      ['docs/a.md', 'i18n/ru/docusaurus-plugin-content-docs/current/a.md'],
      ['docs/a.md i18n/ru/docusaurus-plugin-content-docs/current/a.md name'],
      [],
    ],
    [
      'beside an English version, which then is the original',
      ['README.en.md', 'README.md', 'README.ru.md'],
      ['README.en.md README.md name', 'README.en.md README.ru.md name'],
      [],
    ],
  ])('finds an original without a locale %s', (_, paths, pairs, leftover) => {
    expect(short(pairFiles(named(...paths)))).toEqual({ pairs, leftover });
  });

  it('does not take a word for a language', () => {
    expect(short(pairFiles(named('how-to.txt', 'new.txt', 'it.works.txt')))).toEqual({
      pairs: [],
      leftover: ['how-to.txt', 'new.txt', 'it.works.txt'],
    });
  });

  it('pairs the same path in two folders, whatever they are called', () => {
    const files = ['a.txt', 'b/c.txt', 'd.txt'].flatMap((path) => [
      { path, folder: 'originals' },
      ...(path === 'd.txt' ? [] : [{ path, folder: 'translations' }]),
    ]);
    expect(short(pairFiles(files))).toEqual({
      pairs: ['a.txt a.txt name', 'b/c.txt b/c.txt name'],
      leftover: ['d.txt'],
    });
  });

  it('takes the original that is asked for', () => {
    const { pairs } = pairFiles(named('p.en.txt', 'p.ru.txt', 'p.de.txt'), { source: 'ru' });
    expect(pairs.map(({ source, target }) => [source.locale, target.locale])).toEqual([
      ['ru', 'en'],
      ['ru', 'de'],
    ]);
  });

  it('pairs by content what names leave over, and says how sure that is', () => {
    const texts: Readonly<Record<string, string>> = {
      'one.txt': 'In 1987, 1,204 people came to NASA.\nThey paid $35 for HTML5 at 14:30.',
      'two.txt': 'Version 4.2.1 of Linux was released on 3 March 1999.\nIt had 88 changes by GNU.',
      'erste.txt': 'Version 4.2.1 von Linux erschien am 3. März 1999.\nSie hatte 88 Änderungen von GNU.',
      'zweite.txt': 'Im Jahr 1987 kamen 1.204 Menschen zur NASA.\nSie zahlten um 14:30 für HTML5 $35.',
      'dritte.txt': 'Etwas ganz anderes, ohne Zahlen.',
    };
    const files = Object.keys(texts).map((path, k) => ({ path, folder: k < 2 ? 'a' : 'b' }));
    const profileOf = ({ path }: FileVersion) => textProfile(texts[path]!);
    const paired = pairFiles(files, { profileOf });
    expect(short(paired)).toEqual({
      pairs: ['one.txt zweite.txt content', 'two.txt erste.txt content'],
      leftover: ['dritte.txt'],
    });
    for (const { confidence } of paired.pairs) expect(confidence).toBeGreaterThan(0.8);
    expect(pairFiles(files, { profileOf, min: 1.01 }).pairs).toEqual([]);
    expect(pairFiles(files, { profileOf: () => undefined }).pairs).toEqual([]);
  });

  it('pairs by how long the paragraphs are, one after another, where there is no number or name', () => {
    const lengths = [
      [3, 40, 12, 9, 60, 5, 33, 18, 4, 71],
      [50, 8, 8, 45, 3, 30, 66, 12, 22, 6],
      [10, 25, 70, 6, 14, 52, 9, 3, 41, 28],
    ];
    const textOf = (word: string, own: readonly number[]): string =>
      own.map((length) => `${word} `.repeat(length)).join('\n');
    const texts: Record<string, string> = {};
    lengths.forEach((own, k) => {
      texts[`a${k}`] = textOf('owl', own);
      // The second paragraph is not translated, and the others are longer.
      texts[`b${(k + 1) % 3}`] = textOf('pöllö', own.toSpliced(1, 1));
    });
    const files = Object.keys(texts).map((path) => ({ path, folder: path[0]! }));
    expect(short(pairFiles(files, { profileOf: ({ path }) => textProfile(texts[path]!) }))).toEqual({
      pairs: ['a0 b1 content', 'a1 b2 content', 'a2 b0 content'],
      leftover: [],
    });
    // Of each text only the original, or only the translation, is there.
    const apart = files.filter(({ path }) => path === 'a0' || path === 'a1' || path === 'b0');
    expect(pairFiles(apart, { profileOf: ({ path }) => textProfile(texts[path]!) }).pairs).toEqual([]);
  });

  it('pairs thousands without looking at each with each', () => {
    const files = ['a', 'b'].flatMap((folder) =>
      Array.from({ length: 1500 }, (_, k) => ({ path: `${folder}${k}`, folder })),
    );
    const documentOf = (path: string): number => (Number(path.slice(1)) * (path.startsWith('a') ? 1 : 7)) % 1500;
    const profileOf = ({ path }: FileVersion) =>
      textProfile(`In the year ${10_000 + documentOf(path)} there were ${20_000 + 3 * documentOf(path)} owls.`);
    const { pairs, leftover } = pairFiles(files, { profileOf });
    expect(leftover.length).toBeLessThan(300);
    for (const { source, target } of pairs) expect(documentOf(source.path)).toBe(documentOf(target.path));
  });

  it('does not choose between two that fit as well', () => {
    const text = 'In 1987, 1,204 people came to NASA.\nThey paid $35 for HTML5 at 14:30.';
    const files = ['x', 'y', 'z'].map((path, k) => ({ path, folder: k < 1 ? 'a' : 'b' }));
    expect(pairFiles(files, { profileOf: () => textProfile(text) }).pairs).toEqual([]);
  });

  it('has every file once: in pairs or left over', () => {
    const part = fc.constantFrom('en', 'ru', 'de', 'page', 'new', 'eng', 'a-b', 'zh_TW');
    const path = fc.tuple(part, part, fc.constantFrom('', '.en', '_ru', '-pt-BR'), fc.constantFrom('.txt', '.html'));
    fc.assert(
      fc.property(
        fc.uniqueArray(
          path.map(([a, b, tag, ending]) => `${a}/${b}${tag}${ending}`),
          { maxLength: 12 },
        ),
        (paths) => {
          const { pairs, leftover } = pairFiles(named(...paths));
          const sources = new Set(pairs.map(({ source }) => source.path));
          const targets = pairs.map(({ target }) => target.path);
          const all = [...sources, ...targets, ...leftover.map(({ path }) => path)];
          expect(all.toSorted()).toEqual(paths.toSorted());
          for (const { source, target, confidence } of pairs) {
            expect(source.locale).not.toBe(target.locale);
            expect(confidence).toBeGreaterThan(0.5);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('readingsOf', () => {
  it.each([
    ['ru/a.txt', [['ru', '{locale}/a.txt']]],
    [
      'a.zh_hant_tw.txt',
      [
        ['zh-Hant-TW', 'a.{locale}.txt'],
        ['tw', 'a.zh_hant_{locale}.txt'],
      ],
    ],
    [
      'page-pt-BR.txt',
      [
        ['pt-BR', 'page-{locale}.txt'],
        ['br', 'page-pt-{locale}.txt'],
      ],
    ],
    [
      'ru/a.ru.txt',
      [
        ['ru', '{locale}/a.{locale}.txt'],
        ['ru', '{locale}/a.ru.txt'],
        ['ru', 'ru/a.{locale}.txt'],
      ],
    ],
    ['a.md', []],
    ['xyz.txt', []],
    ['fre.txt', [['fr', '{locale}.txt']]],
  ] as const)('of %s', (path, expected) => {
    expect(readingsOf(path).map(({ locale, key }) => [locale, key])).toEqual(expected);
  });
});

describe('textProfile', () => {
  it('has numbers without grouping signs, and digits of any script', () => {
    const marks = (text: string): string[] => [...textProfile(text).marks.keys()].sort();
    expect(marks('1,204 and 1 204 and ١٢٠٤')).toEqual(['#1204']);
    expect(marks('NASA met {name} at https://example.org/A.')).toEqual(['https://example.org/a.', 'nasa', '{name}']);
  });

  it('takes no time over a long text', () => {
    expect(textProfile('1 '.repeat(2_000_000)).length).toBe(200_000);
  });
});
