import { expect, it } from 'vitest';
import { createMemoryIndex } from '../../../src/tmx/memory/memory-index.ts';
import { bandOf, coverageOf, pretranslate } from '../../../src/tmx/memory/pretranslate.ts';
import type { Pretranslation } from '../../../src/tmx/memory/pretranslate.ts';
import { prop } from '../../../src/tmx/model.ts';
import type { TranslationUnit, XmlElement } from '../../../src/tmx/model.ts';
import { collect } from '../convert/arbitrary-units.ts';

function unit(source: string, target: string, meta: readonly XmlElement[] = []): TranslationUnit {
  const variant = (lang: string, text: string) => ({ lang, attributes: {}, meta: [], seg: [text] });
  return { attributes: {}, meta, variants: [variant('en', source), variant('ru', target)] };
}

const index = await createMemoryIndex(
  [
    unit('Save the file now.', 'Сохраните файл.'),
    unit('Other', 'Другой'),
    unit('Other', 'Другая', [prop('prev', 'Save the file now.')]),
  ],
  { source: 'en', target: 'ru' },
);
const fill = async (segments: string[], min?: number): Promise<Pretranslation[]> =>
  collect(pretranslate(segments, index, min === undefined ? {} : { min }));

it('fills exact matches, in context before others, then fuzzy ones from the least on', async () => {
  const segments = ['Other', 'Save the file now.', 'Other', 'Save the document now.', 'Save it right now, please.'];
  const filled = await fill(segments);
  expect(filled.map(({ target, match }) => [target, match?.percent])).toEqual([
    ['Другой', 100],
    ['Сохраните файл.', 100],
    ['Другая', 101],
    ['Сохраните файл.', 76],
    [undefined, undefined],
  ]);
  expect((await fill(segments, 80)).map(({ target, match }) => [target, match?.percent])[3]).toEqual([undefined, 76]);
  expect(filled.map(({ source }) => source)).toEqual(segments);
  expect(await fill([])).toEqual([]);
});

it('finds what is below 50 only where that is asked for', async () => {
  expect((await fill(['Save it right now, please.'], 30))[0]?.target).toBe('Сохраните файл.');
});

it('counts segments and words by band, as analyses do', async () => {
  const coverage = coverageOf(await fill(['Other', 'Other', 'Save the document now.', 'Two words', '…']));
  expect(coverage).toEqual([
    { band: '100', segments: 2, words: 2, share: 0.25 },
    { band: '95-99', segments: 0, words: 0, share: 0 },
    { band: '85-94', segments: 0, words: 0, share: 0 },
    { band: '75-84', segments: 1, words: 4, share: 0.5 },
    { band: '50-74', segments: 0, words: 0, share: 0 },
    { band: 'none', segments: 2, words: 2, share: 0.25 },
  ]);
  expect(coverageOf([]).every(({ share }) => share === 0)).toBe(true);
});

it.each([
  [101, '100'],
  [100, '100'],
  [99, '95-99'],
  [95, '95-99'],
  [94, '85-94'],
  [85, '85-94'],
  [84, '75-84'],
  [75, '75-84'],
  [74, '50-74'],
  [50, '50-74'],
  [49, 'none'],
])('%i is in the band %s', (percent, band) => {
  expect(bandOf(percent)).toBe(band);
});
