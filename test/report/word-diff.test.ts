import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeIn, changeText, wordDiff } from '../../src/report/word-diff.ts';
import { makeFinding } from './hostile-run.ts';

const words = fc
  .array(fc.constantFrom('the', 'слово', 'word', ' ', '  ', ', ', '.', '日本', '1,200', 'и\u0306', '\n'), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

test('the parts that are not added are the old text, those that are not removed the new one', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDiff(before, after, 'ru-RU');
      const without = (kind: string): string =>
        parts
          .filter((part) => part.kind !== kind)
          .map(({ text }) => text)
          .join('');
      expect(without('added')).toBe(before);
      expect(without('removed')).toBe(after);
    }),
  );
});

test.each([
  [
    'ru-RU',
    'Это старый проект, и только.',
    'Это новый проектор, и только.',
    'Это [-старый проект-]{+новый проектор+}, и только.',
  ],
  ['en-GB', 'It costs 1,200 euros.', 'It costs 1,300 euros.', 'It costs [-1,200-]{+1,300+} euros.'],
  ['ja-JP', '私は東京に住んでいます。', '私は京都に住んでいます。', '私は[-東京-]{+京都+}に住んでいます。'],
  ['en-GB', 'Same.', 'Same.', 'Same.'],
  ['en-GB', 'One two.', 'One very big two.', 'One {+very big +}two.'],
])('%s: %s -> %s', (locale, before, after, expected) => {
  expect(changeText(wordDiff(before, after, locale))).toBe(expected);
});

describe('what changed in a finding', () => {
  test('is between its old and its new source', () => {
    const parts = changeIn(makeFinding({ data: { before: 'An old text.', after: 'A new text.' } }));
    expect(changeText(parts!)).toBe('[-An old-]{+A new+} text.');
  });

  test('is between what was expected and what is there, where that is more than a word', () => {
    expect(changeIn(makeFinding({ data: { expected: '1200', actual: '1300' } }))).toBeUndefined();
    const parts = changeIn(makeFinding({ data: { expected: '12 April 2016', actual: '13 April 2016' } }));
    expect(changeText(parts!)).toBe('[-12-]{+13+} April 2016');
  });

  test('is nothing else', () => {
    expect(changeIn(makeFinding({ data: { before: 'x', expected: 'a b' } }))).toBeUndefined();
  });
});
