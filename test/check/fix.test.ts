import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/check/fix.ts';
import type { Fixed } from '../../src/check/fix.ts';
import type { Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { locateBlock } from '../../src/read/locate/locate-block.ts';
import { readDocument } from '../../src/read/read-document.ts';

function finding(block: number, from: number, to: number, text: string): Finding {
  return {
    rule: 'double-space',
    severity: 'warning',
    confidence: 1,
    source: null,
    target: { locale: 'ru-RU', file: 'ru.txt', block, line: 1, column: 1, from, to },
    data: {},
    fix: { text },
    fingerprint: '0',
  };
}

/** The findings of a rule that has each match of a pattern replaced. */
function findAll({ blocks }: Document, pattern: RegExp, replacement: string): Finding[] {
  return blocks.flatMap(({ text }, block) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) =>
      finding(block, index, index + found.length, replacement),
    ),
  );
}

function read(text: string): Document {
  return readDocument(text, { locale: 'ru-RU' });
}

function fix(text: string, pattern: RegExp, replacement: string): Fixed {
  const document = read(text);
  return applyFixes(text, document.blocks, findAll(document, pattern, replacement));
}

test.each([
  ['a paragraph', 'One  two.\n', 'One two.\n'],
  [
    'line ends, trailing space and a byte order mark stay',
    '\uFEFFOne  two. \r\n\r\n Three  four.\r\n',
    '\uFEFFOne two. \r\n\r\n Three four.\r\n',
  ],
  [
    'a wrapped paragraph',
    'One  two\n  three  four\r\nfive  six.\n\nSeven  eight.',
    'One two\n  three four\r\nfive six.\n\nSeven eight.',
  ],
  ['old Macintosh line ends', 'One  two.\r\rThree  four.\r', 'One two.\r\rThree four.\r'],
  ['what is not NFC stays so', 'и\u0306  е\u0308  й \u1100\u1161\u11a8  x.', 'и\u0306 е\u0308 й \u1100\u1161\u11a8 x.'],
  [
    'beside a speaker',
    'Question:  One  two?\n\nAnswer:  Three  four.\n',
    'Question:  One two?\n\nAnswer:  Three four.\n',
  ],
  ['outside the basic plane', '𝒜  𝒜  👩‍👩‍👧  x', '𝒜 𝒜 👩‍👩‍👧 x'],
])('%s', (_, text, expected) => {
  const { text: mended, applied, skipped } = fix(text, / {2}/g, ' ');
  expect(mended).toBe(expected);
  expect(applied.length).toBeGreaterThan(0);
  expect(skipped).toEqual([]);
});

test('between characters of scripts without spaces, a line end is nothing', () => {
  const text = '他说:你好\n世界,再见。\n\n再见。\n';
  expect(read(text).blocks[0]!.text).toBe('他说:你好世界,再见。');
  expect(fix(text, /[:,好]/g, '、').text).toBe('他说、你、\n世界、再见。\n\n再见。\n');
  // What runs over a line end takes it along.
  expect(fix(text, /好世/g, '').text).toBe('他说:你界,再见。\n\n再见。\n');
});

test('text can be put in, also at the end', () => {
  const { blocks } = read('One two.\n');
  const fixed = applyFixes('One two.\n', blocks, [finding(0, 3, 3, ','), finding(0, 8, 8, '!'), finding(0, 9, 9, 'x')]);
  expect(fixed.text).toBe('One, two.!\n');
  expect(fixed.skipped).toHaveLength(1);
});

describe('what is not applied', () => {
  const text = 'One  two  three.\n';
  const { blocks } = read(text);
  const reasons = (findings: readonly Finding[], file = text): string[] =>
    applyFixes(file, blocks, findings).skipped.map(({ reason }) => reason);

  test('no fix, or nothing marked in the translation', () => {
    const { fix: _, ...without } = finding(0, 3, 5, ' ');
    const whole = finding(0, 0, 0, 'x');
    const { from: __, to: ___, ...target } = whole.target!;
    expect(reasons([without, { ...whole, target }, { ...whole, target: null }])).toEqual([
      'no-fix',
      'no-fix',
      'no-fix',
    ]);
  });

  test('the file is not what was checked', () => {
    expect(reasons([finding(0, 3, 5, ' ')], 'Another text.\n')).toEqual(['changed']);
    expect(reasons([finding(1, 3, 5, ' '), finding(0, 3, 99, ' ')])).toEqual(['changed', 'changed']);
  });

  test('inside what normalisation made', () => {
    const composed = 'и\u0306x';
    const { blocks: own } = read(composed);
    expect(own[0]!.text).toBe('йx');
    expect(applyFixes(composed, own, [finding(0, 1, 2, 'y')]).text).toBe('и\u0306y');
    const reordered = 'a\u0323\u0307\u0302 x'.normalize('NFD');
    expect(applyFixes(reordered, read(reordered).blocks, [finding(0, 1, 2, 'y')]).skipped).toHaveLength(1);
  });

  test('overlaps: the first is applied, the same fix twice is one', () => {
    const fixed = applyFixes(text, blocks, [
      finding(0, 8, 10, ' '),
      finding(0, 3, 5, ' '),
      finding(0, 3, 5, ' '),
      finding(0, 4, 8, 'x'),
      finding(0, 3, 5, '_'),
    ]);
    expect(fixed.text).toBe('One two three.\n');
    expect(fixed.applied).toHaveLength(3);
    expect(fixed.skipped.map(({ reason }) => reason)).toEqual(['overlap', 'overlap']);
  });
});

const anyFile: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'One',
      'слово',
      '日',
      '日本',
      'и\u0306',
      'e\u0301',
      '\u1100\u1161',
      '👩‍👩‍👧',
      'Question:',
      '\u00a0',
      '\u00ad',
      ' ',
      '  ',
      '   ',
      '\t',
      '\n',
      '\n\n',
      '\r\n',
      '\r\n\r\n',
      '  \n ',
      '.',
      '<!-- paralign-disable missing: x -->',
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.replace(/<!--.*?-->/g, '').trim() !== '');

describe('laws', () => {
  test('every place of a block’s text is found in the file', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        for (const block of read(file).blocks) {
          const { starts, ends } = locateBlock(file, block)!;
          expect([starts.length, ends.length]).toEqual([block.text.length, block.text.length]);
          const borders = starts.flatMap((start, k) => [start, ends[k]!]).filter((offset) => offset !== -1);
          expect(borders).toEqual(borders.toSorted((a, b) => a - b));
          starts.forEach((start, k) => {
            if (start === -1 || ends[k] === -1) return;
            const raw = file.slice(start, ends[k]);
            expect(/[\r\n]/.test(raw) ? ' ' : raw.normalize('NFC')).toBe(block.text[k]);
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  test('what is mended is mended for good, and nothing else changes', () => {
    fc.assert(
      fc.property(anyFile, fc.boolean(), (body, hasMark) => {
        const file = hasMark ? `\uFEFF${body}` : body;
        const once = fix(file, / {2,}/g, ' ');
        expect(once.skipped).toEqual([]);
        const again = fix(once.text, / {2,}/g, ' ');
        expect(again.applied).toEqual([]);
        expect(again.text).toBe(once.text);
        expect(once.text.replace(/ +/g, ' ')).toBe(file.replace(/ +/g, ' '));
        expect(read(once.text).blocks.map(({ text }) => text)).toEqual(
          read(file).blocks.map(({ text }) => text.replace(/ {2,}/g, ' ')),
        );
      }),
      { numRuns: 500 },
    );
  });
});
