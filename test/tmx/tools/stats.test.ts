import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/tmx/model.ts';
import { countWords } from '../../../src/tmx/tools/count-words.ts';
import { tmxStats } from '../../../src/tmx/tools/stats.ts';
import { TextSet } from '../../../src/tmx/tools/text-set.ts';
import { createMessages } from '../../../src/report/messages/index.ts';
import { statsJson, statsText } from '../../../src/report/tmx-stats.ts';
import { arbitraryUnits, unitOf } from './memories.ts';

const memory = [
  unitOf({ 'en-GB': 'Hello, Anna!', 'ru-RU': 'Здравствуй, Анна!', de: 'Hallo!' }),
  unitOf({ 'EN-gb': 'Hello, Anna!', ru_RU: 'Hello, Anna!' }),
  unitOf({
    'en-GB': ['Press ', { name: 'ph', attributes: {}, content: ['<key/>'] }, ' now 😀'],
    'ru-RU': '',
  }),
];

describe('tmxStats', () => {
  it('counts by language, whatever the case of its tag', async () => {
    const { units, variants, languages, pairs } = await tmxStats(memory, { srclang: 'en-gb' });
    expect([units, variants]).toEqual([3, 7]);
    expect(languages).toEqual([
      {
        language: 'en-GB',
        units: 3,
        variants: 3,
        words: 6,
        characters: 12 + 12 + 12,
        meanLength: 12,
        longestLength: 12,
        duplicates: 1,
        duplicatesComplete: true,
        empty: 0,
        untranslated: 0,
        codes: 1,
      },
      expect.objectContaining({ language: 'ru-RU', units: 3, words: 4, empty: 1, untranslated: 1, duplicates: 0 }),
      expect.objectContaining({ language: 'de', units: 1, words: 1, longestLength: 6 }),
    ]);
    expect(pairs).toEqual([
      { source: 'en-GB', target: 'ru-RU', units: 2 },
      { source: 'en-GB', target: 'de', units: 1 },
    ]);
  });

  it('takes the first variant as the source where nothing names one, and counts a pair in one direction', async () => {
    const units = [unitOf({ en: 'a', ru: 'б' }), unitOf({ ru: 'в', en: 'c' })];
    expect((await tmxStats(units, { srclang: '*all*' })).pairs).toEqual([{ source: 'en', target: 'ru', units: 2 }]);
    expect((await tmxStats(units, { srclang: 'ru' })).pairs).toEqual([{ source: 'ru', target: 'en', units: 2 }]);
  });

  it('counts nothing where there is nothing', async () => {
    expect(await tmxStats([unitOf({})])).toEqual({ units: 1, variants: 0, languages: [], pairs: [] });
  });

  it('says when it could not remember all texts', async () => {
    const units = ['a', 'b', 'a', 'b'].map((en) => unitOf({ en }));
    const [counts] = (await tmxStats(units, { duplicateLimit: 1 })).languages;
    expect([counts?.duplicates, counts?.duplicatesComplete]).toEqual([1, false]);
    expect(statsText(await tmxStats(units, { duplicateLimit: 1 }), createMessages('en-GB'))).toContain('≥ 1');
  });

  it('agrees with a slow count', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryUnits, async (units) => {
        const { languages, variants } = await tmxStats(units);
        const texts = units.flatMap((unit) =>
          unit.variants.map(({ lang, seg }) => [lang.toLowerCase().replace('_', '-'), textOf(seg)] as const),
        );
        expect(variants).toBe(texts.length);
        for (const counts of languages) {
          const own = texts
            .filter(([lang]) => lang === counts.language.toLowerCase().replace('_', '-'))
            .map(([, text]) => text);
          const filled = own.filter((text) => text !== '');
          expect(counts.variants).toBe(own.length);
          expect(counts.empty).toBe(own.length - filled.length);
          expect(counts.duplicates).toBe(filled.length - new Set(filled).size);
          expect(counts.characters).toBe([...filled.join('\n')].length - Math.max(0, filled.length - 1));
        }
      }),
    );
  });
});

describe('countWords', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const slow = (text: string): number => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;

  it('counts as Intl.Segmenter does', () => {
    const piece = fc.constantFrom(
      ...'aZéжΩß09 \n.,;:\'’"-–—/()«»!?…%&$€_·№™½²\u00a0\u00ad\u0301\u200b日ไ한😀',
      'can’t',
      '3.14',
      '1,000',
      'e.g.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(countWords(pieces.join(''))).toBe(slow(pieces.join('')));
      }),
      { numRuns: 2000 },
    );
  });

  it('counts every character of the fast scripts as Intl.Segmenter does', () => {
    for (let code = 1; code < 0x600; code++)
      for (const text of [
        String.fromCharCode(code),
        `a${String.fromCharCode(code)}b`,
        `1${String.fromCharCode(code)}2`,
      ])
        expect(countWords(text), JSON.stringify(text)).toBe(slow(text));
  });
});

describe('TextSet', () => {
  it('is a set', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 200 }), (texts) => {
        const set = new TextSet(Infinity);
        const seen = new Set<string>();
        for (const text of texts) {
          expect(set.add(text)).toBe(seen.has(text));
          seen.add(text);
        }
      }),
    );
  });

  it('tells a hundred thousand texts apart that are much alike', () => {
    const set = new TextSet(Infinity);
    const texts = Array.from({ length: 100_000 }, (_, k) => `Item ${k}`);
    expect(texts.filter((text) => set.add(text))).toEqual([]);
    expect(texts.filter((text) => !set.add(text))).toEqual([]);
  });
});

describe('the report', () => {
  it('is a table with a column a language', async () => {
    const text = statsText(await tmxStats(memory, { srclang: 'en-GB' }), createMessages('en-GB'));
    expect(text).toBe(
      [
        '3 units',
        '',
        '                en-GB  ru-RU  de',
        'Units               3      3   1',
        'Words               6      4   1',
        'Characters         36     29   6',
        'Mean length        12   14.5   6',
        'Longest            12     17   6',
        'Duplicates          1      0   0',
        'Empty               0      1   0',
        'Same as source      0      1   0',
        'Codes               1      0   0',
        '',
        'en-GB → ru-RU  2 units',
        'en-GB → de     1 unit',
        '',
      ].join('\n'),
    );
  });

  it('breaks into several tables where the screen ends', async () => {
    const languages = ['en', 'ru', 'de', 'fr', 'it', 'es'];
    const stats = await tmxStats([unitOf(Object.fromEntries(languages.map((language) => [language, 'x'])))]);
    const lines = statsText(stats, createMessages('ru-RU'), { width: 30 }).split('\n');
    expect(lines.filter((line) => line.startsWith('Единицы'))).toHaveLength(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
  });

  it('is JSON for programs', async () => {
    const stats = await tmxStats(memory);
    expect(JSON.parse(statsJson(stats))).toEqual({ version: 1, ...stats });
  });
});
