import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import { decodeText } from '../../src/read/decode.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const codes = Array.from(`\uFEFF${text}`, (character) => character.codePointAt(0)!);
  const view = new DataView(new ArrayBuffer(4 * codes.length));
  codes.forEach((code, k) => view.setUint32(4 * k, code, littleEndian));
  return new Uint8Array(view.buffer);
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
/** 「日本」 in ISO-2022-JP: three escapes and the bytes of JIS X 0208. */
const japanese = 'Hello \u001b$BF|K\\\u001b(B.\n';

function errorOf(bytes: Uint8Array): ParalignError {
  try {
    decodeText(bytes, { file: 'a.txt', locale: 'ja' });
  } catch (error) {
    if (error instanceof ParalignError) return error;
  }
  throw new Error('it should not have been read');
}

describe('UTF-32', () => {
  it('is read in both orders, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (text, littleEndian) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF'));
        const { text: read, encoding } = decodeText(utf32(text, littleEndian), { file: 'a.txt' });
        expect([read, encoding]).toEqual([text, littleEndian ? 'UTF-32LE' : 'UTF-32BE']);
      }),
    );
    const long = '日本 text '.repeat(20_000);
    expect(decodeText(utf32(long, false), { file: 'a.txt' }).text).toBe(long);
  });

  it('goes before what a page says', async () => {
    const page = '<!doctype html><meta charset="windows-1251"><p>Привет';
    for (const littleEndian of [true, false])
      expect((await readDocumentFrom(utf32(page, littleEndian), { locale: 'ru' })).blocks[0]?.text).toBe('Привет');
  });

  it('is an error with its place where it is damaged', () => {
    const bytes = utf32('a\nbc', true);
    expect(errorOf(bytes.subarray(0, -1))).toMatchObject({ type: 'file-encoding', data: { line: 2, offset: 16 } });
    expect(errorOf(bytes.with(15, 1))).toMatchObject({ type: 'file-encoding', data: { line: 2, offset: 12 } });
    expect(errorOf(utf32('a\0', false))).toMatchObject({ type: 'file-binary', data: { offset: 8 } });
    expect(errorOf(utf32('', true)).type).toBe('file-empty');
  });
});

describe('ISO-2022-JP', () => {
  it('is known by its escapes', () => {
    expect(decodeText(ascii(japanese), { file: 'a.txt' })).toEqual({
      text: 'Hello 日本.\n',
      encoding: 'iso-2022-jp',
      isAssumed: false,
    });
  });

  it('is an error where it is damaged, and is not where there are other bytes or escapes', () => {
    const broken = ascii('a\n\u001b$BF\n');
    expect(errorOf(broken)).toMatchObject({ type: 'file-encoding', data: { encoding: 'ISO-2022-JP', line: 2 } });
    // Colours of a terminal.
    expect(decodeText(ascii('a long line \u001b[31mred\u001b[0m and more'), { file: 'a.txt' }).encoding).toBe('UTF-8');
  });
});

it.each([
  ['UTF-7', '+/v8-Hello'],
  ['ISO-2022-KR', '\u001b$)C\nHello \u000e0!\u000f'],
  ['ISO-2022-CN', '\u001b$)A\nHello \u000e0!\u000f'],
])('%s is refused by name', (encoding, text) => {
  expect(errorOf(ascii(text))).toMatchObject({ type: 'encoding-refused', data: { file: 'a.txt', encoding } });
});
