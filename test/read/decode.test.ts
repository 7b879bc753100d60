import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import { decode } from '../../src/read/decode.ts';

/** Text as it stands in files: no control characters, no lone surrogates, some ASCII. */
const fileText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .map((text) => `${text.replace(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\uFEFF]/gu, '')} and a line of plain text\nto the end`);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < text.length; k++) view.setUint16(2 * k, text.charCodeAt(k), littleEndian);
  return bytes;
}

function errorOf(bytes: Uint8Array | string): ParalignError {
  try {
    decode(bytes, 'some.txt');
  } catch (error) {
    if (error instanceof ParalignError) return error;
  }
  throw new Error('it should not have been read');
}

describe('decode', () => {
  it('reads the same text in every encoding, with and without a byte order mark', () => {
    fc.assert(
      fc.property(fileText, (text) => {
        const inputs = [text, `\uFEFF${text}`].flatMap((whole) => [
          whole,
          new TextEncoder().encode(whole),
          utf16(whole, true),
          utf16(whole, false),
        ]);
        for (const input of inputs) expect(decode(input, 'some.txt')).toBe(text);
      }),
    );
  });

  it('reads UTF-16 without a byte order mark in a script that has no zero bytes but those of its spaces', () => {
    const text = 'Вопрос: Как Вы оцениваете состояние отношений?';
    expect(decode(utf16(text, true), 'some.txt')).toBe(text);
    expect(decode(utf16(text, false), 'some.txt')).toBe(text);
  });

  it('names the byte and the line of what is not UTF-8, agreeing with the platform on what is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 8 }), (tail) => {
        const bytes = new Uint8Array([
          ...new TextEncoder().encode('Some plain text before,\nlong enough for no doubt: '),
          ...tail,
        ]);
        fc.pre(!tail.some((byte) => byte < 0x20));
        let isValid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          isValid = false;
        }
        if (isValid) {
          expect(decode(bytes, 'some.txt')).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
          return;
        }
        const { type, data } = errorOf(bytes);
        expect(type).toBe('file-encoding');
        expect(data['line']).toBe(2);
        const offset = data['offset'] as number;
        // Up to that byte all is well, and with what follows it is not.
        new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, offset));
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(offset))).toThrow(TypeError);
      }),
      { numRuns: 500 },
    );
  });

  it('says what to do about windows-1251', () => {
    const error = errorOf(new Uint8Array([0x41, 0x0a, 0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]));
    expect(error.message).toBe(
      'some.txt:2: this is not valid UTF-8: the first wrong byte is at offset 2 (from 0). Convert the file to UTF-8, for example with iconv -f windows-1251 -t UTF-8.',
    );
  });

  it('counts the byte order mark in offsets, and finds half a surrogate pair', () => {
    expect(errorOf(new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff])).data['offset']).toBe(4);
    expect(errorOf(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x41, 0x00]))).toMatchObject({
      type: 'file-encoding',
      data: { encoding: 'UTF-16LE', offset: 4 },
    });
    expect(errorOf(new Uint8Array([0xff, 0xfe, 0x41, 0x00, 0x41])).data['offset']).toBe(4);
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48])],
    ['a compressed file', new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x4c, 4, 0])],
    ['text with a NUL', new TextEncoder().encode('some text\0')],
    ['a string with a NUL', 'some text\0'],
    ['little but control characters', new Uint8Array([1, 2, 3, 0x41, 0x42])],
  ])('refuses %s as binary', (_, input) => {
    expect(errorOf(input).type).toBe('file-binary');
  });

  it('lets a stray control character through, for a rule to find', () => {
    expect(decode('a long enough line with one \u0008 in it', 'some.txt')).toContain('\u0008');
  });

  it.each([[''], ['\uFEFF'], [new Uint8Array()], [new Uint8Array([0xef, 0xbb, 0xbf])], [new Uint8Array([0xff, 0xfe])]])(
    'refuses an empty file',
    (input) => {
      expect(errorOf(input).type).toBe('file-empty');
    },
  );
});
