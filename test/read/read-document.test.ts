import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/read-document.ts';

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let k = 0; k < text.length; k++) view.setUint16(2 * k + 2, text.charCodeAt(k), true);
  return bytes;
}

/** A document without what depends on how its lines end. */
function contents({ title, date, blocks, furniture }: Document): unknown {
  return {
    title,
    date,
    blocks: blocks.map(({ id, text, turn }) => ({ id, text, turn: { ...turn, label: turn?.label?.trim() } })),
    furniture: furniture?.map(({ kind, text }) => ({ kind, text })),
  };
}

const word = fc.constantFrom('Paris', 'talks', 'début', 'переговоры', '会谈', 'é', 'a', '17:00', 'and', 'Note:', '«x»');
const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`);
const label = fc.constantFrom(
  '',
  '',
  'Question: ',
  'Sergey Lavrov: ',
  'Вопрос: ',
  'С.В.Лавров:\u00A0',
  '记者：',
  'Q. ',
);
const paragraph = fc
  .tuple(label, fc.array(sentence, { minLength: 1, maxLength: 3 }))
  .map(([head, body]) => head + body.join(' '));
/** Paragraphs with blank lines between them, some with the head of a page and indentation. */
const page = fc
  .tuple(
    fc.constantFrom(
      '',
      'The title of it all\n\n12 April 201617:00\n\n',
      '\n\n12 апреля 2016 года\n\nЗаголовок\n\n • en-GB1 ru-RU1\n\n',
    ),
    fc.array(
      fc.tuple(fc.constantFrom('', '  ', '\t', '\u00A0'), paragraph, fc.constantFrom('\n\n', '\n\n\n', '\n \n')),
      { minLength: 1, maxLength: 10 },
    ),
    fc.constantFrom('', 'Additional materials\n\nAdvanced settings'),
  )
  .map(([head, body, foot]) => head + body.map((parts) => parts.join('')).join('') + foot);
const format = fc.constantFrom('text' as const, 'lines' as const);
const locale = fc.constantFrom('en-GB', 'ru-RU', 'zh-CN');

describe('readDocument', () => {
  it('does not depend on line ends, byte order mark, encoding or normalisation form', () => {
    fc.assert(
      fc.property(page, format, locale, (text, how, language) => {
        const read = (input: Uint8Array | string): unknown =>
          contents(readDocument(input, { locale: language, format: how }));
        const expected = read(text);
        const crlf = text.replaceAll('\n', '\r\n');
        expect(read(crlf)).toEqual(expected);
        expect(read(text.replaceAll('\n', '\r'))).toEqual(expected);
        expect(read(`\uFEFF${crlf}`)).toEqual(expected);
        expect(read(new TextEncoder().encode(`\uFEFF${text}`))).toEqual(expected);
        expect(read(utf16(crlf))).toEqual(expected);
        expect(read(text.normalize('NFD'))).toEqual(expected);
      }),
    );
  });

  it('gives places at which the text stands, with the label right before it', () => {
    fc.assert(
      fc.property(
        page,
        format,
        locale,
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (text, how, language, end, decomposed) => {
          const file = text.replaceAll('\n', end).normalize(decomposed ? 'NFD' : 'NFC');
          const { blocks, furniture = [] } = readDocument(`\uFEFF${file}`, { locale: language, format: how });
          for (const { text: unit, place, turn } of blocks) {
            const { offset, line, column } = place!;
            expect(file.slice(offset).normalize('NFC').startsWith(unit)).toBe(true);
            if (turn?.label !== undefined)
              expect(file.slice(0, offset).normalize('NFC').endsWith(turn.label)).toBe(true);
            const before = file.slice(0, offset).split(end);
            expect([line, column]).toEqual([before.length, before.at(-1)!.length + 1]);
          }
          for (const { text: unit, place } of furniture)
            expect(file.slice(place!.offset).normalize('NFC').startsWith(unit)).toBe(true);
        },
      ),
    );
  });

  it('loses no text: blocks, labels and furniture together hold every character that is not white space', () => {
    const bare = (text: string): string => [...text.normalize('NFC').replace(/\s/gu, '')].sort().join('');
    fc.assert(
      fc.property(page, format, locale, (text, how, language) => {
        const { blocks, furniture = [] } = readDocument(text, { locale: language, format: how });
        const all = [
          ...blocks.map((block) => (block.turn?.label ?? '') + block.text),
          ...furniture.map((line) => line.text),
        ];
        expect(bare(all.join(''))).toBe(bare(text));
      }),
    );
  });

  it('reads one block a line in the format `lines`, none left out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', ' ', 'One.', 'Note: x', '12 April 2016', 'A title', '© 2016'), { minLength: 1 }),
        (lines) => {
          const text = lines.join('\n');
          fc.pre(text !== '');
          const { blocks, title, date, furniture } = readDocument(`${text}\n`, { locale: 'en', format: 'lines' });
          expect(blocks.map((block) => block.text)).toEqual(lines.map((line) => line.trim()));
          expect(blocks.map((block) => block.place!.line)).toEqual(lines.map((_, k) => k + 1));
          expect([title, date, furniture]).toEqual([undefined, undefined, undefined]);
        },
      ),
    );
  });

  it('keeps a stray CR in a file of LF lines from counting as a line', () => {
    const { blocks } = readDocument('one\rtwo\nthree\r\r\nfour', { locale: 'en', format: 'lines' });
    expect(blocks.map((block) => block.text)).toEqual(['one\rtwo', 'three', 'four']);
  });

  it('unwraps lines, with a space or in Chinese without', () => {
    const { blocks } = readDocument('A line\n  and its end.\n\n第一行\n第二行。', { locale: 'en' });
    expect(blocks.map((block) => block.text)).toEqual(['A line and its end.', '第一行第二行。']);
  });

  it('takes each line for a paragraph where there are no blank lines, unless the text is wrapped', () => {
    const texts = (text: string): string[] => readDocument(text, { locale: 'en' }).blocks.map((block) => block.text);
    expect(texts('One.\nTwo is longer.\nThree.')).toEqual(['One.', 'Two is longer.', 'Three.']);
    expect(
      texts(
        'This text was wrapped by hand at some fifty columns,\nas mail programs do it, and it goes on for a while\nuntil it ends here.',
      ),
    ).toHaveLength(1);
  });

  it('keeps the file’s name and what else is known of the origin', () => {
    const origin = { url: 'https://example.org/', notice: { en: 'Unofficial.' } };
    expect(readDocument('x', { locale: 'EN_gb', file: 'a.txt', origin })).toMatchObject({
      locale: 'en-GB',
      origin: { file: 'a.txt', ...origin },
    });
    expect(readDocument('x', { locale: 'en' })).not.toHaveProperty('origin');
  });

  it('refuses a text of white space, naming the file, but takes its lines as lines', () => {
    expect(() => readDocument(' \n\n', { locale: 'en', file: 'a.txt' })).toThrow(/^a\.txt: there is no text in it\./);
    expect(readDocument(' \n\n', { locale: 'en', format: 'lines' }).blocks).toHaveLength(2);
  });

  it.each([
    ['one line of 1 MB', 'word '.repeat(200_000)],
    ['100,000 lines', 'Question: a?\nSergey Lavrov: b.\n'.repeat(50_000)],
    ['a long run of spaces', `a${' '.repeat(300_000)}\nb\n\nc`],
    ['100,000 dots', '.'.repeat(100_000)],
  ])('comes to an end with %s', (_, text) => {
    expect(readDocument(text, { locale: 'en' }).blocks.length).toBeGreaterThan(0);
  });
});
