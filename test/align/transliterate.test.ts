import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/align/transliterate.ts';

describe('fold', () => {
  it.each([
    ['Cyrillic', 'лавров', 'lavrov'],
    ['Cyrillic with a breve', 'йод', 'iod'],
    ['Ukrainian', 'київ', 'kiiv'],
    ['Serbian', 'јован', 'jovan'],
    ['Greek', 'παρίσι', 'parisi'],
    ['Croatian', 'ćevapčići', 'cevapcici'],
    ['German', 'straße', 'strasse'],
    ['Icelandic', 'þórður', 'thordur'],
    ['Armenian', 'երևան', 'erevan'],
    ['Georgian', 'თბილისი', 'tbilisi'],
    ['Hebrew', 'לונדון', 'lvndvn'],
    ['Arabic', 'لندن', 'lndn'],
    ['Devanagari', 'दिल्ली', 'dilli'],
    ['Bengali', 'ঢাকা', 'dhaka'],
    ['Tamil', 'இந்தியா', 'intiya'],
    ['Hangul', '서울', 'soul'],
    ['Hangul', '부산', 'busan'],
    ['katakana', 'トヨタ', 'toyota'],
    ['hiragana', 'さくら', 'sakura'],
    ['Ethiopic', 'ሰላም', 'selam'],
    ['a number', '#2016', '#2016'],
    ['Han, which it does not read', '中国', '中国'],
    ['a letter beyond the first plane', '𞤀', '𞤀'],
  ])('writes %s in plain Latin letters: %s', (_, word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it('folds a letter with an accent as the one without', () => {
    expect(fold('ǽ')).toBe(fold('æ'));
    expect(fold('ǿ')).toBe(fold('ø'));
    expect(fold('ёǽé')).toBe('eaee');
  });

  it('changes nothing in what is folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (word) => {
        const folded = fold(word.toLowerCase());
        expect(fold(folded)).toBe(folded);
      }),
      { examples: [['Ǽ']] },
    );
  });
});
