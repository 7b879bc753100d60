import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/read-document.ts';

function read(text: string): { blocks: string[]; directives: string[] } {
  const { blocks, directives = [] } = readDocument(text, { locale: 'en-GB' });
  return {
    blocks: blocks.map((block) => block.text),
    directives: directives.map(
      ({ name, text, before, place }) => `${before} ${name} [${text}] ${place.line}:${place.column}`,
    ),
  };
}

describe('a directive', () => {
  test.each([
    ['on its own', 'One.\n\n<!-- paralign-disable-next missing: why -->\n\nTwo.\n', 1, '3:1'],
    ['right before a paragraph', 'One.\n\n<!-- paralign-disable-next missing: why -->\nTwo.\n', 1, '3:1'],
    ['right after a paragraph', 'One.\n<!-- paralign-disable-next missing: why -->\n\nTwo.\n', 1, '2:1'],
    ['between two lines', 'One.\n<!-- paralign-disable-next missing: why -->\nTwo.\n\nThree.', 1, '2:1'],
    ['at the end of a paragraph', 'One. <!-- paralign-disable-next missing: why --> \n\nTwo.\n', 1, '1:6'],
    ['at the end of a line', 'One. <!-- paralign-disable-next missing: why -->\nTwo.\n\nThree.', 1, '1:6'],
    ['before everything', '<!-- paralign-disable-next missing: why -->\r\nOne.\r\n\r\nTwo.\r\n', 0, '1:1'],
    ['after everything', 'One.\n\nTwo.\n\n<!--paralign-disable-next missing: why-->', 2, '5:1'],
    ['in several lines', 'One.\n\n<!-- paralign-disable-next\n  missing: why\n-->\n\nTwo.\n', 1, '3:1'],
  ])('%s', (_, text, before, place) => {
    const { blocks, directives } = read(text);
    expect(blocks.slice(0, 2)).toEqual(['One.', 'Two.']);
    expect(directives).toEqual([`${before} disable-next [missing: why] ${place}`]);
  });

  test('does not change how a text with a paragraph a line is cut', () => {
    const text = ['First of all.', 'Then this.', '', '<!-- paralign-disable missing: why -->', '', 'And that.', 'End.'];
    expect(read(text.join('\n')).blocks).toEqual(['First of all.', 'Then this.', 'And that.', 'End.']);
  });

  test('several of them, of whatever name', () => {
    const { blocks, directives } = read(
      'One.\n\n<!-- paralign-disable a: b -->\n<!-- paralign-disabel c -->\nTwo.\n\n<!-- paralign-enable -->\n',
    );
    expect(blocks).toEqual(['One.', 'Two.']);
    expect(directives).toEqual(['1 disable [a: b] 3:1', '1 disabel [c] 4:1', '2 enable [] 7:1']);
  });

  test('stands before the speaker’s label of the next paragraph', () => {
    const { blocks, directives } = read(
      'Question: Who?\n\n<!-- paralign-disable-next missing: why -->\nAnswer: You.\n\nQuestion: Why?\n\nAnswer: So.\n',
    );
    expect(blocks).toEqual(['Who?', 'You.', 'Why?', 'So.']);
    expect(directives).toEqual(['1 disable-next [missing: why] 3:1']);
  });

  test.each([
    'One <!-- paralign-disable-next missing: why --> two.',
    'One. <!-- another comment -->',
    'One. <!-- paralign-disable-next missing: why',
    'A text about paralign-disable-next.',
  ])('is none: %s', (text) => {
    expect(read(text)).toEqual({ blocks: [text], directives: [] });
  });

  test('is a line like any other where each line is a unit', () => {
    const { blocks, directives } = readDocument('One.\n<!-- paralign-disable-next missing: why -->', {
      locale: 'en-GB',
      format: 'lines',
    });
    expect([blocks.length, directives]).toEqual([2, undefined]);
  });
});
