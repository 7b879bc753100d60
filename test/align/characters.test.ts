import { describe, expect, it } from 'vitest';
import { COMBINING, DIGIT, kindAt, LETTER, MARK, OTHER, SIGN } from '../../src/align/characters.ts';

describe('kindAt', () => {
  it('tells letters and numbers from the rest as Unicode does, for every character of one code unit', () => {
    const wrong: string[] = [];
    for (let unit = 0; unit < 0x1_00_00; unit++) {
      const character = String.fromCharCode(unit);
      const kind = kindAt(character, 0);
      const expected = /\p{N}/u.test(character)
        ? 'number'
        : /[\p{L}\p{M}\p{Script=Katakana}ー]/u.test(character)
          ? 'letter'
          : 'other';
      const found = kind === DIGIT ? 'number' : kind === OTHER || kind === MARK ? 'other' : 'letter';
      if (found !== expected) wrong.push(`${unit.toString(16)} ${found}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['a', LETTER],
    ['я', LETTER],
    ['한', LETTER],
    ['中', SIGN],
    ['ひ', SIGN],
    ['ไ', SIGN],
    ['\u0301', COMBINING],
    ['½', DIGIT],
    ['٣', DIGIT],
    ['«', MARK],
    ['\u00a0', OTHER],
    ['𠮷', SIGN],
    ['𞤀', LETTER],
    ['😀', OTHER],
    ['\ud83d', OTHER],
  ])('knows %s', (character, kind) => {
    expect(kindAt(character, 0)).toBe(kind);
    // The second time from the table.
    expect(kindAt(character, 0)).toBe(kind);
  });
});
