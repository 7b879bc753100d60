import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenParagraphs } from '../../../src/read/plain-paragraphs.ts';
import { read } from './read.ts';

/** Pieces that are plain, that look so, and that plain ones may stand in. */
const pieces = fc.constantFrom(
  'Plain text, and more: of it - so!',
  'Plain text\nin two lines (with brackets).',
  '«Цитата» и тире — в тексте: да.',
  '— Реплика.',
  'Ends in spaces  \nand goes on',
  'Ends in a space \nand goes on',
  'Tab\there',
  'At www.example.org and https://example.org, a@b.cd',
  'It is 12:30 and :name is none',
  'A *b* `c` [d](e) <i>f</i> &amp; \\* ~~g~~ {h} [^1]',
  'Title\n=====',
  'Title\n---',
  'a | b\n- | -\n1 | 2',
  'b\n:-\n2',
  '# Heading',
  '- item',
  '- item\n\n  Inside\n\n- item',
  '1. one',
  '> quoted',
  '> quoted\nLazily goes on',
  '    indented code',
  '```\n\nPlain in a fence\n\n```',
  '- a\n\n  ```js\n\nPlain in a fence of an item\n\n  ```',
  '```',
  '<div>\n\nPlain in a division\n\n</div>',
  '<script>\n\nPlain in a script\n\n</script>',
  '<!--\n\nPlain in a comment\n\n-->',
  '<!-- paralign-disable-next missing: said -->',
  '[^1]: Note\n\n    goes on',
  '[ref]: /url\n"title"',
  ':::note\n\nPlain in a directive\n\n:::',
  '***',
  'x',
);
const documents = fc
  .tuple(
    fc.constantFrom('', '---\ntitle: T\ntext: |\n\nPlain in front\n\n---\n\n', '\n', '\n\n'),
    fc.array(fc.tuple(pieces, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n')), { maxLength: 12 }),
  )
  .map(([front, parts]) => front + parts.map(([piece, end]) => piece + end).join(''));

describe('plain paragraphs', () => {
  it('are the same whether the parser sees them or not', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const said = async (end: string): Promise<string> => {
          // Of a document that is all code there is nothing to read.
          const document = await read(`${text}\n\n# ${end}`, { format: 'markdown' }).catch(String);
          return JSON.stringify(document).replaceAll('\ue000', 'E');
        };
        // With a character of private use in it, a text is read as it stands.
        expect(await said('E')).toBe(await said('\ue000'));
      }),
      { numRuns: 200 },
    );
  });

  it('are taken out one character each, however long, and only if they are plain', () => {
    const text = 'Plain: one - and two.\nThree\n\nNot *plain*\n\nIt is 12:30.\n\nСнова «просто» текст!\n';
    const shortened = shortenParagraphs(text);
    expect(shortened?.text).toBe('\ue000\n\nNot *plain*\n\nIt is 12:30.\n\n\ue001\n');
    expect(shortenParagraphs('*a*\n\n# b')).toBeUndefined();
    expect(shortenParagraphs('plain \ue000')).toBeUndefined();
  });

  it('are looked for in no more time than the text is long', () => {
    for (const piece of ['word ', 'word\n', 'word: ', 'word:', '\n'])
      expect(shortenParagraphs(`${piece.repeat(1_000_000 / piece.length)}*`)).toBeUndefined();
  });
});
