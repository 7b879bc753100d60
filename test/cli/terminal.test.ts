import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { usesColour, visible, widthOf } from '../../src/cli/terminal.ts';

const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b',
      '[',
      '3',
      '1',
      ';',
      'm',
      'J',
      '\u009b',
      '\r',
      '\b',
      '\u0007',
      '\n',
      '\t',
      '\u007f',
      '\u2028',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
});

test('no control character but line feed and tab is left, and the text is as long as before', () => {
  fc.assert(
    fc.property(text, (input) => {
      expect(visible(input)).not.toMatch(obeyed);
      expect(visible(input)).toHaveLength(input.length);
      expect(visible(visible(input))).toBe(visible(input));
    }),
  );
});

test('with colours, nothing is left but what sets a colour', () => {
  fc.assert(
    fc.property(text, (input) => {
      expect(visible(input, true).replace(/\u001b\[[0-9;]*m/g, '')).not.toMatch(obeyed);
    }),
  );
  expect(visible('\u001b[1;31mred\u001b[0m \u001b[2J\u001b]0;x\u0007', true)).toBe(
    '\u001b[1;31mred\u001b[0m ␛[2J␛]0;x␇',
  );
});

test('plain text stays as it is', () => {
  for (const plain of ['', 'Привет,\n\tмир – 世界 👋🏽', '␛']) expect(visible(plain)).toBe(plain);
});

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{}, { FORCE_COLOR: '' }, true],
  [{}, { FORCE_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
])('for %j and %j colour is %s', (stream, env, expected) => {
  expect(usesColour(stream, env)).toBe(expected);
});

test('the width is the terminal’s, within reason', () => {
  expect([undefined, 0, 20, 60, 500].map((columns) => widthOf(columns === undefined ? {} : { columns }))).toEqual([
    80, 80, 40, 60, 100,
  ]);
});
