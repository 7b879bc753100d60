import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { makeBitext } from './make-bitext.ts';

const english = [
  'We met on Monday. The budget was short. It was agreed to meet again before the end of the month.',
  'Nobody spoke about the library.',
  'The plans were put back on the table.',
  'Then the meeting was closed.',
];
const russian = [
  'Мы встретились в понедельник. Бюджет был мал. Договорились встретиться ещё раз до конца месяца.',
  'О библиотеке никто не говорил.',
  'Планы снова положили на стол.',
  'Затем собрание закрыли.',
];
const rulesOf = (target: readonly string[], segments: string): unknown[] =>
  check(makeBitext(english, target, { sentences: true, segments: [segments, '1:1', '1:1', '1:1'] })).findings.map(
    ({ rule, source, target: place, data }) => [rule, data['kind'], source!.from, source!.to, place!.from],
  );

test('sentences in a row that have no counterpart are one finding, and the length another rule would tell is not told again', () => {
  expect(rulesOf(russian, '1:1 1:1 1:1')).toEqual([]);
  const first = 'Мы встретились в понедельник.';
  expect(rulesOf([first, ...russian.slice(1)], '1:1 1:0 1:0')).toEqual([['truncated', 'sentence', 18, 96, undefined]]);
});

test('a sentence in the middle is found as one at the end is', () => {
  const without = russian[0]!.replace(' Бюджет был мал.', '');
  expect(rulesOf([without, ...russian.slice(1)], '1:1 1:0 1:1')).toEqual([
    ['truncated', 'sentence', 18, 39, undefined],
  ]);
});

test('a text breaks off only where others of its document end with a mark', () => {
  const cut = russian[0]!.slice(0, 40);
  const kinds = (target: readonly string[]): unknown[] =>
    rulesOf(target, '3:2').map((found) => (found as unknown[])[1]);
  expect(kinds([cut, ...russian.slice(1)])).toContain('cut');
  expect(kinds([cut, ...russian.slice(1).map((text) => text.replace('.', ''))])).not.toContain('cut');
});
