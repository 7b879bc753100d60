import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read/read-document.ts';
import { segment, segmentDocument } from '../../src/segment/segment.ts';
import { joinedEnds, scoreBoundaries, sentenceCases } from './cases.ts';

function sentences(text: string, locale: string, abbreviations?: readonly string[]): string[] {
  return segment(text, locale, abbreviations === undefined ? {} : { abbreviations }).map(({ from, to }) =>
    text.slice(from, to),
  );
}

const locales = [...sentenceCases.map(({ locale }) => locale), 'el-GR', 'th-TH', 'hi-IN', 'sw-KE'];

/** Text of what makes sentences hard: stops, quotes, capitals, figures, spaces, line ends, lone surrogates. */
const hardText = fc
  .array(
    fc.constantFrom(
      'Mr',
      'г',
      'A',
      'b',
      'слово',
      '3',
      '.',
      '..',
      '…',
      '?',
      '!',
      '”',
      '«',
      '»',
      '"',
      '(',
      ')',
      ' ',
      '\u00A0',
      '\n',
      '\n\n',
      '。',
      '「',
      '」',
      '\ud800',
      '𝒜',
      'ا',
      '。」と',
      '\u2029',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('segment', () => {
  it('gives ranges in order, without white space at their ends, that hold all that is not white space', () => {
    fc.assert(
      fc.property(hardText, fc.constantFrom(...locales), (text, locale) => {
        let end = 0;
        for (const { from, to } of segment(text, locale)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, from).trim()).toBe('');
          expect(text.slice(from, to)).not.toBe('');
          expect(text.slice(from, to).trim()).toBe(text.slice(from, to));
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(sentenceCases)(
    'finds more of the hard boundaries in $locale than Unicode alone, and sets fewer wrong ones',
    (testCase) => {
      const text = testCase.sentences.join(testCase.space);
      const gold = joinedEnds(testCase.sentences, testCase.space);
      const plain = [...new Intl.Segmenter(testCase.locale, { granularity: 'sentence' }).segment(text)]
        .map((piece) => piece.index + piece.segment.trimEnd().length)
        .slice(0, -1);
      const ends = segment(text, testCase.locale).map(({ to }) => to);
      const ours = scoreBoundaries(ends.slice(0, -1), gold);
      const theirs = scoreBoundaries(plain, gold);
      expect(ours.right / ours.gold).toBeGreaterThanOrEqual(0.98);
      expect(ours.right / ours.found).toBeGreaterThanOrEqual(0.9);
      expect(ours.right / ours.found).toBeGreaterThan(theirs.right / theirs.found);
    },
  );

  it.each([
    ['en-GB', 'Mr. Smith left the U.S. The end.', ['Mr. Smith left the U.S.', 'The end.']],
    ['en-GB', '1. First. 2. Second.', ['1. First.', '2. Second.']],
    ['ru-RU', 'С.В.Лавров, т.е. Министр. Да.', ['С.В.Лавров, т.е. Министр.', 'Да.']],
    ['de-DE', 'Am 3. Oktober. Es war 1990. Gut.', ['Am 3. Oktober.', 'Es war 1990.', 'Gut.']],
    ['fr-FR', 'Il dit : « Bon. » Puis il partit.', ['Il dit : « Bon. »', 'Puis il partit.']],
    ['el-GR', 'Τι κάνεις; Καλά.', ['Τι κάνεις;', 'Καλά.']],
    ['ja-JP', '終わり。（注）', ['終わり。', '（注）']],
  ])('%s: %s', (locale, text, expected) => {
    expect(sentences(text, locale)).toEqual(expected);
  });

  it('takes further abbreviations, with or without full stop, in any case', () => {
    expect(sentences('See Abl. Five. See Abl. Six.', 'en')).toHaveLength(4);
    for (const abbreviation of ['Abl.', 'abl', 'ABL.'])
      expect(sentences('See Abl. Five. See Abl. Six.', 'en', [abbreviation])).toEqual([
        'See Abl. Five.',
        'See Abl. Six.',
      ]);
  });

  it('reads a line end inside a paragraph as a space, and ends a sentence at a blank line', () => {
    expect(sentences('One goes\non here. Two\r\nalso\n\nThree', 'en')).toEqual([
      'One goes\non here.',
      'Two\r\nalso',
      'Three',
    ]);
  });

  it('finds in a long text what it finds in its parts', () => {
    const paragraph = sentenceCases.find(({ locale }) => locale === 'ru-RU')!.sentences.join(' ');
    const once = sentences(paragraph, 'ru-RU');
    const many = sentences(Array.from({ length: 200 }, () => paragraph).join(' '), 'ru-RU');
    expect(many).toHaveLength(200 * once.length);
    expect(many.slice(100 * once.length, 101 * once.length)).toEqual(once);
  });

  it.each([
    ['a sentence of 1 MB', 'hello world '.repeat(90_000), 1],
    ['short sentences, 1 MB', 'Hello world. '.repeat(80_000), 80_000],
    ['dots', '.'.repeat(100_000), 1],
    ['dots and spaces', '. '.repeat(100_000), 1],
    ['full stops before figures', '. 1 '.repeat(100_000), 100_001],
    ['white space', ' '.repeat(1_000_000), 0],
    ['CJK, 1 MB', '你好。'.repeat(300_000), 300_000],
  ])('comes to an end with %s', (_, text, count) => {
    expect(segment(text, 'en')).toHaveLength(count);
  });
});

describe('segmentDocument', () => {
  it('segments every block, an empty one into nothing', () => {
    const document = segmentDocument(readDocument('One. Two.\n\nThree.', { locale: 'en', format: 'lines' }));
    expect(document.blocks.map((block) => block.segments?.length)).toEqual([2, 0, 1]);
  });
});
