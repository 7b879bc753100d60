import { expect, test } from 'vitest';
import { learnWordPartners } from '../../src/check/word-partners.ts';
import { makeBitext } from './make-bitext.ts';

const english = [
  'The cat sleeps.',
  'The dog sleeps.',
  'The cat runs.',
  'The dog runs.',
  'A horse sleeps.',
  'A horse runs.',
];
const russian = ['Кошка спит.', 'Собака спит.', 'Кошка бежит.', 'Собака бежит.', 'Лошадь спит.', 'Лошадь бежит.'];
const partners = learnWordPartners(makeBitext(english, russian));
const nowhere = { from: 0, to: 0 };

test('what other sentences translate so is found, what they translate otherwise is not', () => {
  const right = partners.account('source', nowhere, 'cat sleeps', 'Кошка спит');
  expect(right.found).toBeCloseTo(right.hoped);
  expect(right.hoped).toBeGreaterThan(1);
  expect(partners.account('source', nowhere, 'cat sleeps', 'Собака бежит').found).toBeLessThan(right.found / 2);
});

test('it works from either side', () => {
  const right = partners.account('target', nowhere, 'Лошадь бежит', 'horse runs');
  expect(right.found).toBeCloseTo(right.hoped);
  expect(partners.account('target', nowhere, 'Лошадь бежит', 'cat sleeps').found).toBeLessThan(right.found / 2);
});

test('what a text itself taught does not count, nor do words that are to be left out', () => {
  const pair = makeBitext([...english, 'A zebra.'], [...russian, 'Зебра.']);
  const own = learnWordPartners(pair).account('source', { from: 6, to: 7 }, 'zebra', 'Зебра');
  expect(own).toEqual({ hoped: 0, found: 0 });
  expect(partners.account('source', nowhere, 'cat', 'Кошка', 'cat')).toEqual({ hoped: 0, found: 0 });
});

test('numbers, and what both write alike, need no learning', () => {
  expect(partners.account('source', nowhere, 'JavaScript 5', 'JavaScript')).toEqual({ hoped: 2, found: 1 });
});
