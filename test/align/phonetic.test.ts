import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soundsOf } from '../../src/align/phonetic.ts';

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

describe('soundsOf', () => {
  it.each([
    ['functions', 'функции', 6],
    ['automatically', 'автоматически', 8],
    ['operator', 'оператор', 8],
    ['philosophy', 'философия', 8],
    ['theatre', 'театр', 3],
    ['quartz', 'кварц', 2],
    ['microphone', 'микрофон', 8],
    ['charakter', 'характер', 8],
    ['sowjetisch', 'советский', 3],
    ['washington', 'вашингтон', 9],
    ['europe', 'европа', 5],
    ['hassan', 'хасан', 5],
    ['xenia', 'ксения', 5],
  ])('hears %s in %s', (a, b, letters) => {
    const [first, second] = soundsOf([a, b]);
    expect(commonBeginning(first!, second!)).toBeGreaterThanOrEqual(letters);
  });

  it('hears nothing in numbers, marks and scripts that it does not know, and keeps the places of the others', () => {
    expect(soundsOf(['#2016', 'peter', '?', '中国', 'ь', 'пётр'])).toEqual(['', 'peter', '', '', '', 'petr']);
  });

  it('hears each word by itself: whatever stands beside it, it sounds the same', () => {
    const word = fc.stringMatching(/^[a-zа-яßéα-ω]{0,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(soundsOf(words)).toEqual(words.map((one) => soundsOf([one])[0]));
      }),
    );
  });

  it('hears the beginning only of what is too long for a word', () => {
    const [long, longer] = soundsOf(['ab'.repeat(100), 'ab'.repeat(50_000)]);
    expect(long).toBe(longer);
    expect(long).toMatch(/^(ab){24}$/);
  });
});
