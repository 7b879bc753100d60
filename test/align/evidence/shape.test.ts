import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Begin, BEGINS, End, ENDS, shapeOf } from '../../../src/align/evidence/shape.ts';

const nameOf = (names: Readonly<Record<string, number>>, value: number): string =>
  Object.entries(names).find(([, one]) => one === value)![0];

/** Begins with, number of sentences, ends with. */
function seen(text: string): string {
  const { begin, sentences, end } = shapeOf(text);
  return `${nameOf(Begin, begin)} ${sentences} ${nameOf(End, end)}`;
}

describe('shapeOf', () => {
  it.each([
    ['Variables', 'upper 1 none'],
    ['One. Two? Three!', 'upper 3 exclamation'],
    ['For example:', 'upper 1 colon'],
    ['For example: this', 'upper 2 none'],
    ['a, b,', 'lower 1 comma'],
    ['(Really.)', 'quote 1 stop'],
    ['(see below)', 'quote 1 close'],
    ['He said “no.” She did not.', 'upper 2 stop'],
    ['«Да?» — спросил он. Я молчал…', 'quote 2 ellipsis'],
    ['— Да. — Нет.', 'dash 2 stop'],
    ['Stop! - he said', 'upper 1 none'],
    ['**Bold.** Next', 'other 2 none'],
    ['Wait... What?! No.', 'upper 3 stop'],
    ['起初，神創造天地。地是空虛混沌。', 'letter 2 stop'],
    ['神說：「要有光。」', 'letter 2 stop'],
    ['यह है। वह है।', 'letter 2 stop'],
    ['هل هذا؟ نعم.', 'letter 2 stop'],
    ['Սա է։ Դա է։', 'upper 2 stop'],
    ['ἦν ὁ λόγος. καί', 'lower 1 none'],
    ['', 'other 0 none'],
    ['」', 'quote 0 close'],
    ['* * *', 'other 0 none'],
    ['12', 'digit 1 none'],
  ])('sees in %j: %s', (text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  it('takes points in numbers, names, abbreviations and addresses for no sentence end', () => {
    for (const text of [
      'It costs 3.50 or 1.000.',
      'See example.com for it',
      'J. R. Smith came, e.g. on foot.',
      '1. Introduction',
    ])
      expect(shapeOf(text).sentences, text).toBe(1);
  });

  it('counts as many sentences in two texts together as in both, where the first ends with a mark', () => {
    const sentence = fc.constantFrom(
      'The sun is up.',
      'Почему?',
      '天亮了。',
      'सूरज निकला।',
      'Go!',
      'هذا؟',
      'Well…',
      'As follows:',
    );
    const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(paragraph, (sentences) => {
        expect(shapeOf(sentences.join(' ')).sentences).toBe(sentences.length);
      }),
    );
  });

  it('sees nothing but letters in a text without marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яก-ฮ]([a-zа-яก-ฮ ]{0,30}[a-zа-яก-ฮ])?$/u), (text) => {
        expect(shapeOf(text)).toMatchObject({ sentences: 1, end: End.none, length: text.length });
      }),
    );
  });

  it('gives numbers within its ranges for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { length, sentences, end, begin } = shapeOf(text);
        expect(end).toBeLessThan(ENDS);
        expect(begin).toBeLessThan(BEGINS);
        expect(sentences).toBeLessThanOrEqual(length);
      }),
    );
  });
});
