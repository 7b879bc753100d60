import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/read/read-document.ts';

const sentences = [
  'All human beings are born free and equal in dignity and rights.',
  'They are endowed with reason and conscience and should act towards one another in a spirit of brotherhood.',
  'Everyone is entitled to all the rights and freedoms set forth in this Declaration, without distinction of any kind.',
  'Everyone has the right to life, liberty and security of person.',
];
const paragraphs = Array.from({ length: 8 }, (_, k) =>
  `${sentences[k % 4]} ${k % 3 === 0 ? sentences[(k + 1) % 4] : ''}`.trim(),
);

/** Wrapped as a mail program does it. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

const blocks = (text: string): string[] => readDocument(text, { locale: 'en-GB' }).blocks.map((block) => block.text);

describe('paragraphs are the same', () => {
  it.each([
    ['wrapped at 72 columns, with blank lines between them', paragraphs.map((text) => wrap(text, 72)).join('\n\n')],
    ['wrapped at 60 columns', paragraphs.map((text) => wrap(text, 60)).join('\n\n')],
    ['one a line', paragraphs.join('\n')],
    ['one a line, blank lines between', paragraphs.join('\n\n')],
    ['one a line, a blank line in the middle', [...paragraphs.slice(0, 4), '', ...paragraphs.slice(4)].join('\n')],
    ['one a line, with the line ends of Windows', [...paragraphs.slice(0, 4), '', ...paragraphs.slice(4)].join('\r\n')],
  ])('%s', (_, text) => {
    expect(blocks(text)).toEqual(paragraphs);
  });

  it('where Japanese is wrapped, without spaces in the folds', () => {
    const text =
      'すべての人間は、生れながらにして自由であり、かつ、尊厳と権利と\nについて平等である。人間は、理性と良心とを授けられており、互いに\n同胞の精神をもって行動しなければならない。';
    expect(blocks(`${text}\n\n${text}`)).toEqual(Array(2).fill(text.replaceAll('\n', '')));
  });
});

it('lines of verse, and of an address, stay one paragraph', () => {
  const verse =
    'Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date;';
  expect(blocks(`${verse}\n\n${verse}`)).toHaveLength(2);
});
