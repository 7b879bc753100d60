import { expect, test } from 'vitest';
import { missesEndMark } from '../../src/check/end-marks.ts';
import { toLocale } from '../../src/model/locale.ts';

const locales = { locale: toLocale('en-GB'), otherLocale: toLocale('ru-RU') };

test.each([
  ['a heading before', 'Summary', 'There are three ways.', 'Итого Есть три способа.', false, -1],
  ['a heading that is gone', 'Summary', 'There are three ways.', 'Есть три способа.', false, 1],
  ['what is introduced', 'For instance:', 'Some languages do.', 'Например: некоторые языки.', false, -1],
  ['an introduction that is gone', 'For instance:', 'Some languages do.', 'Некоторые языки.', false, 1],
  ['an introduction after that is gone', 'For instance:', 'Some languages do.', 'Некоторые языки.', true, 1],
  ['a question after', 'Do they?', 'Some languages do.', 'Некоторые языки. Да?', true, -1],
  ['a sentence before', 'It is late.', 'We go.', 'Поздно. Мы идём.', false, -1],
  ['a sentence that is gone', 'It is late.', 'We go.', 'Мы идём.', false, 1],
  ['two sentences after', 'It is late.', 'We go.', 'Мы идём.', true, 0],
  ['sentences without capitals', 'it is late.', 'we go.', 'мы идём.', false, 0],
])('%s', (_, text, rest, other, isLast, expected) => {
  expect(missesEndMark({ text, rest, other, ...locales }, isLast)).toBe(expected);
});

test('marks of other scripts are the same ones; where there are no capitals, headings are not told', () => {
  const greek = { locale: toLocale('en'), otherLocale: toLocale('el') };
  expect(missesEndMark({ text: 'Where?', rest: 'Here.', other: 'Εδώ. Πού;', ...greek }, true)).toBe(-1);
  const chinese = { locale: toLocale('en'), otherLocale: toLocale('zh') };
  expect(missesEndMark({ text: 'Where?', rest: 'Here.', other: '在这里。哪里？', ...chinese }, true)).toBe(-1);
  expect(missesEndMark({ text: 'Summary', rest: 'Here.', other: '在这里。', ...chinese }, false)).toBe(0);
});
