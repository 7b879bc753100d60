import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vocabularyOf } from '../../../src/align/evidence/vocabulary.ts';
import { tokenize } from '../../../src/align/tokens.ts';

describe('vocabularyOf', () => {
  it('holds for each unit the tokens of its text, and counts the units of each word', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 8 }), (texts) => {
        const { words, units, frequency, probability } = vocabularyOf({ units: texts.map((text) => ({ text })) });
        expect(units.map((unit) => Array.from(unit, (id) => words[id]))).toEqual(texts.map(tokenize));
        words.forEach((word, id) => {
          expect(frequency[id]).toBe(texts.filter((text) => tokenize(text).includes(word)).length);
        });
        const total = probability.reduce((sum, p) => sum + p, 0);
        expect(total).toBeCloseTo(texts.length === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('keeps units with more words than it expects whole', () => {
    const text = Array.from({ length: 2000 }, (_, k) => String(k)).join(' , ');
    expect(vocabularyOf({ units: [{ text }] }).units[0]!.length).toBe(2000);
  });

  it('remembers the most frequent form of each word in full', () => {
    const { words, forms } = vocabularyOf({
      units: [{ text: 'Functions. A function, 1,000 times?' }, { text: 'Functions' }],
    });
    expect(words).toEqual(['funct', 'a', '#1000', 'times', '?']);
    expect(forms).toEqual(['functions', 'a', '#1000', 'times', '?']);
  });
});
