import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stem, tokenize } from '../../src/align/tokens.ts';

/** Any string of UTF-16 code units: all of Unicode, and halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
);

describe('tokenize', () => {
  it('gives distinct tokens with something in them, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        expect(new Set(tokens).size).toBe(tokens.length);
        expect(tokens).not.toContain('');
      }),
    );
  });

  it('looks at upper case as at lower case, and at a word once', () => {
    expect(tokenize('We know. WE KNOW. we know')).toEqual(['we', 'know']);
    expect(tokenize('Мы знаем. МЫ ЗНАЕМ.')).toEqual(['мы', 'знаем']);
  });

  it('cuts words to a stem, so that inflected forms are one token', () => {
    expect(tokenize('переговоры переговоров переговорами')).toEqual(['перег']);
    expect(tokenize('negotiate negotiating negotiation')).toEqual(['negot']);
    expect(tokenize('사람은 사람이 사람에게')).toEqual(['사람']);
  });

  it.each([
    ['English', '1,234,567.5'],
    ['Russian, no-break spaces', '1\u00a0234\u00a0567,5'],
    ['French, narrow no-break spaces', '1\u202f234\u202f567,5'],
    ['German', '1.234.567,5'],
    ['Swiss', "1'234'567.5"],
    ['plain spaces', '1 234 567,5'],
    ['not grouped', '1234567.5'],
  ])('reads a number as written in many places as one token: %s', (_, written) => {
    expect(tokenize(written)).toEqual(['#1234567.5']);
  });

  it('keeps apart numbers that differ', () => {
    expect(tokenize('2016–2017, 12.04; 16 and 1.6')).toEqual(
      expect.arrayContaining(['#2016', '#2017', '#12.04', '#16', '#1.6']),
    );
  });

  it.each([
    ['Devanagari', '१२,३४,५६७.८९'],
    ['Arabic, with its own separators', '١٬٢٣٤٬٥٦٧٫٨٩'],
    ['Persian', '۱۲۳۴۵۶۷٫۸۹'],
    ['Thai', '๑,๒๓๔,๕๖๗.๘๙'],
    ['full width', '１２３４５６７.８９'],
    ['Adlam, beyond the first plane', '𞥑𞥒𞥓𞥔𞥕𞥖𞥗.𞥘𞥙'],
    ['Indian groups', '12,34,567.89'],
  ])('reads the digits of other scripts by value: %s', (_, written) => {
    expect(tokenize(written)).toEqual(['#1234567.89']);
  });

  it('reads a date in figures as a day, a month and a year, however it is written', () => {
    for (const date of ['12.04.2016', '12/4/2016', '2016-04-12'])
      expect(tokenize(date).toSorted()).toEqual(['#12', '#2016', '#4']);
  });

  it('leaves a fraction with three places a fraction, and noughts in front away', () => {
    expect(tokenize('0.500 0,500 007')).toEqual(['#0.500', '#7']);
  });

  it('reads what an ordinal or a decade is of', () => {
    expect(tokenize('1st')).toContain('#1');
    expect(tokenize('1-й')).toContain('#1');
    expect(tokenize('1990-х')).toContain('#1990');
  });

  it('does not join numbers that only stand next to each other', () => {
    expect(tokenize('in 2015, 2016')).toEqual(['in', '#2015', '#2016']);
    expect(tokenize('10, 20, 30')).toEqual(['#10', '#20', '#30']);
  });

  it('counts scripts without spaces by character and pair of characters', () => {
    expect(tokenize('中国人')).toEqual(['中', '国', '中国', '人', '国人']);
    expect(tokenize('ひと')).toEqual(['ひ', 'と', 'ひと']);
    expect(tokenize('สวย')).toEqual(['ส', 'ว', 'สว', 'ย', 'วย']);
  });

  it('starts again after what is not such a character: pairs do not cross a mark or a number', () => {
    expect(tokenize('中！国')).toEqual(['中', '!', '国']);
    expect(tokenize('中2016国')).toEqual(['中', '#2016', '国']);
  });

  it('ends a word where a script without spaces begins', () => {
    expect(tokenize('JavaScript是语言')).toEqual(['javas', '是', '语', '是语', '言', '语言']);
  });

  it('takes a word of katakana as a whole, with its long vowel marks', () => {
    expect(tokenize('ミャンマー')).toEqual(['ミャンマー']);
  });

  it('takes what is written with spaces by the word: Korean, Arabic, Hindi with its vowel signs', () => {
    expect(tokenize('인권 선언')).toEqual(['인권', '선언']);
    expect(tokenize('حق الفرد')).toEqual(['حق', 'الفرد']);
    expect(tokenize('हिंदी')).toEqual(['हिंदी']);
  });

  it('takes question marks, exclamation marks and quotes of different scripts for the same', () => {
    const ask = tokenize('a? b! “c”');
    expect(ask).toEqual(['a', '?', 'b', '!', '"', 'c']);
    expect(tokenize('а？ б！ «в»')).toEqual(['а', '?', 'б', '!', '"', 'в']);
    expect(tokenize('؟')).toEqual(['?']);
  });

  it('passes over halves of surrogate pairs, and keeps whole ones', () => {
    expect(tokenize('a\ud800b \udc00')).toEqual(['a', 'b']);
    expect(tokenize('\ud83d')).toEqual([]);
    expect(tokenize('𠮷')).toEqual(['𠮷']);
  });

  it('finds nothing in nothing', () => {
    expect(tokenize('')).toEqual([]);
    expect(tokenize(' \n… — 👩‍👩‍👧')).toEqual([]);
  });
});

describe('stem', () => {
  it('is the beginning of the word, and its own stem', () => {
    fc.assert(
      fc.property(anyText, (word) => {
        expect(word.startsWith(stem(word))).toBe(true);
        expect(stem(stem(word))).toBe(stem(word));
      }),
    );
  });
});
