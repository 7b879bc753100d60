import { expect, it } from 'vitest';
import { toLocale } from '../../src/model/locale.ts';
import { pairsFromTmx } from '../../src/tmx/pairs.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { file } from './texts.ts';

const memory = parseTmx(
  file(
    '<tu><tuv xml:lang="en-US"><seg>A <ph>1</ph>b.</seg></tuv><tuv xml:lang="ru"><seg>А.</seg></tuv><tuv xml:lang="de"><seg>D.</seg></tuv></tu><tu><tuv xml:lang="en"><seg>Only.</seg></tuv></tu>',
  ),
);

it('gives the units that both languages have, without native codes', () => {
  expect(pairsFromTmx(memory, { source: toLocale('en-GB'), target: toLocale('ru-RU') })).toEqual([
    { source: 'A b.', target: 'А.' },
  ]);
  expect(pairsFromTmx(memory, { source: toLocale('de'), target: toLocale('en') })).toEqual([
    { source: 'D.', target: 'A b.' },
  ]);
});

it('says which languages there are where one is not', () => {
  expect(() => pairsFromTmx(memory, { source: toLocale('fr'), target: toLocale('en') })).toThrow(
    expect.objectContaining({ type: 'tmx-language' }),
  );
});
