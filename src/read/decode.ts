import { ParalignError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { decodeBytes } from './decode-bytes.ts';
import { guessEncoding } from './guess-encoding.ts';
import { decodeMarked } from './marked-encoding.ts';

/** The encodings that are told apart without being asked. */
type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE';

/** How bytes are decoded. */
export interface DecodeOptions {
  /** How errors name the file. */
  readonly file: string;
  /** The encoding that the file is known to be in: any that `TextDecoder` knows. */
  readonly encoding?: string;
  /** The language of the text: with it, old encodings are told by their letters. */
  readonly locale?: Locale;
}

/** A file's text, and how it was found. */
export interface Decoded {
  readonly text: string;
  /** `UTF-8`, `UTF-16LE`, `UTF-16BE`, `UTF-32LE`, `UTF-32BE`, or as `TextDecoder` calls it: `windows-1251`; of text that was given decoded, `UTF-8`. */
  readonly encoding: string;
  /** Whether the encoding was concluded from the letters of the text, and may be another. */
  readonly isAssumed: boolean;
}

/**
 * The text of a file, without its byte order mark and otherwise as it stands there: line ends, white space and
 * normalisation form are kept, so that places count in what an editor shows.
 *
 * UTF-16 is known by its byte order mark, or without one by zero bytes that stand on one side of the pairs only;
 * everything else is UTF-8. A string is taken as text that is already decoded.
 *
 * @param file how errors name the file.
 * @throws {ParalignError} `file-binary` for a NUL, or when more than a tenth are control characters; `file-encoding` for
 *   bytes that are not valid in the encoding; `file-empty` when there is not a single character. Offsets count bytes
 *   from 0, of a string UTF-16 code units.
 */
export function decode(input: Uint8Array | string, file: string): string {
  return decodeText(input, { file }).text;
}

/**
 * The text of a file in any encoding, as {@link decode} gives it.
 *
 * UTF-32 is known by its byte order mark, ISO-2022-JP by its escapes. What is neither marked as UTF-16, nor recognised as such, nor valid UTF-8 is taken to be in one of the old encodings of
 * the language, where its letters leave no doubt which: see {@link guessEncoding}.
 *
 * @throws {ParalignError} as {@link decode}; `encoding-unknown`; `encoding-refused` for UTF-7, ISO-2022-KR and ISO-2022-CN
 */
export function decodeText(input: Uint8Array | string, options: DecodeOptions): Decoded {
  if (typeof input !== 'string' && options.encoding !== undefined) return decodeKnown(input, options.encoding, options);
  if (typeof input === 'string') return { text: decodeSure(input, options.file), encoding: 'UTF-8', isAssumed: false };
  const marked = decodeMarked(input, options.file);
  if (marked !== undefined) return { ...marked, isAssumed: false };
  try {
    return { text: decodeSure(input, options.file), encoding: detect(input)[0], isAssumed: false };
  } catch (error) {
    const { locale } = options;
    if (locale === undefined || !(error instanceof ParalignError) || error.type !== 'file-encoding') throw error;
    // Bytes that are marked or recognised as UTF-16 are a damaged file, and nothing else.
    const [encoding, start] = detect(input);
    const guess = encoding === 'UTF-8' && start === 0 ? guessEncoding(input, locale) : undefined;
    if (guess === undefined) throw error;
    return { text: decodeBytes(input, guess), encoding: guess, isAssumed: true };
  }
}

function decodeKnown(input: Uint8Array, label: string, { file }: DecodeOptions): Decoded {
  const encoding = knownEncoding(label, file);
  const name = NAMES[encoding] ?? encoding;
  let text: string;
  try {
    text = decodeBytes(input, encoding);
  } catch (error) {
    const [offset, line] = findInvalid(input, encoding);
    throw new ParalignError('file-encoding', { file, encoding: name, offset, line }, { cause: error });
  }
  if (text === '') throw new ParalignError('file-empty', { file });
  const control = findControl(text.length, (k) => text.charCodeAt(k));
  // Of encodings of more than one byte this is where the character stands, not its byte: a NUL is told from text all the same.
  if (control !== undefined) throw new ParalignError('file-binary', { file, offset: control });
  return { text, encoding: name, isAssumed: false };
}

/** How people write what `TextDecoder` has in lower case. */
const NAMES: Readonly<Record<string, Encoding>> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE' };

function knownEncoding(label: string, file: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    throw new ParalignError('encoding-unknown', { file, encoding: label }, { cause: error });
  }
}

/** The offset of the byte after the longest beginning that can be decoded, and its line. */
function findInvalid(bytes: Uint8Array, encoding: string): [offset: number, line: number] {
  const decodes = (length: number): string | undefined => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return undefined;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(middle) === undefined) bad = middle;
    else good = middle;
  }
  return [Math.min(good, bytes.length - 1), (decodes(good) ?? '').split('\n').length];
}

function decodeSure(input: Uint8Array | string, file: string): string {
  if (typeof input === 'string') {
    const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
    if (text === '') throw new ParalignError('file-empty', { file });
    const control = findControl(input.length, (k) => input.charCodeAt(k));
    if (control !== undefined) throw new ParalignError('file-binary', { file, offset: control });
    return text;
  }
  const [encoding, start] = detect(input);
  if (input.length === start) throw new ParalignError('file-empty', { file });
  if (encoding === 'UTF-8') {
    const control = findControl(input.length, (k) => input[k]!);
    if (control !== undefined) throw new ParalignError('file-binary', { file, offset: control });
  }
  const invalid = encoding === 'UTF-8' ? findInvalidUtf8(input, start) : findInvalidUtf16(input, start, encoding);
  if (invalid !== undefined)
    throw new ParalignError('file-encoding', {
      file,
      encoding,
      offset: invalid,
      line: lineOfByte(input, invalid, encoding),
    });
  const text = decodeAs(encoding, input.subarray(start));
  if (encoding !== 'UTF-8') {
    const control = findControl(text.length, (k) => text.charCodeAt(k));
    if (control !== undefined) throw new ParalignError('file-binary', { file, offset: start + 2 * control });
  }
  return text;
}

/** The encoding and the length of the byte order mark. */
function detect(bytes: Uint8Array): [Encoding, number] {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return ['UTF-8', 3];
  if (a === 0xff && b === 0xfe) return ['UTF-16LE', 2];
  if (a === 0xfe && b === 0xff) return ['UTF-16BE', 2];
  return [detectUtf16(bytes) ?? 'UTF-8', 0];
}

/** So many bytes are looked at for zeros, and so many characters for being ones of text. */
const SAMPLE = 4096;

/**
 * ASCII characters, spaces and line ends have a zero byte in UTF-16, always on the same side of the pair. A binary file
 * has zeros on both sides, or does not decode to assigned characters.
 */
function detectUtf16(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const zeros: [even: number, odd: number] = [0, 0];
  for (let k = 0; k < Math.min(bytes.length, SAMPLE); k++) if (bytes[k] === 0) zeros[(k % 2) as 0 | 1] += 1;
  const [even, odd] = zeros;
  // A letter such as Ā (U+0100) has its zero on the other side, so some of those are let through.
  const encoding = odd > 2 * even ? 'UTF-16LE' : even > 2 * odd ? 'UTF-16BE' : undefined;
  if (encoding === undefined) return undefined;
  // A NUL or two in what is UTF-8 otherwise are no reason to read it as Chinese.
  const head = bytes.subarray(0, SAMPLE);
  const isRare = even + odd < head.length / 4;
  // The sample may end inside a character.
  const isUtf8 = (findInvalidUtf8(head, 0) ?? head.length) > head.length - 4;
  if (isRare && isUtf8 && !isControlled(head)) return undefined;
  if (findInvalidUtf16(bytes, 0, encoding) !== undefined) return undefined;
  const sample = decodeAs(encoding, bytes.subarray(0, SAMPLE));
  return /[\0-\x08\x0E-\x1F]|(?!\uFFFD)[\p{Cn}\p{Co}]/u.test(sample) ? undefined : encoding;
}

/** Whether more than a tenth of the bytes are control characters other than NUL, as in Cyrillic or Greek UTF-16. */
function isControlled(bytes: Uint8Array): boolean {
  return bytes.filter((byte) => byte > 0 && byte < 0x09).length > bytes.length / 10;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array): string {
  return new TextDecoder(encoding.toLowerCase(), { ignoreBOM: true }).decode(bytes);
}

/** The index of the first control character, if this is no text: there is a NUL, or more than a tenth are controls. */
function findControl(length: number, at: (index: number) => number): number | undefined {
  let first: number | undefined;
  let count = 0;
  for (let k = 0; k < length; k++) {
    const code = at(k);
    if (code === 0) return k;
    // Tab, line feed, vertical tab, form feed and carriage return are white space.
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) {
      first ??= k;
      count += 1;
    }
  }
  return count > length / 10 ? first : undefined;
}

/** The offset of the first byte of the first sequence that RFC 3629 does not allow. */
function findInvalidUtf8(bytes: Uint8Array, start: number): number | undefined {
  let k = start;
  while (k < bytes.length) {
    const lead = bytes[k]!;
    if (lead < 0x80) {
      k += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0) return k;
    // Overlong forms, surrogates and what is beyond U+10FFFF show in the second byte.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    const second = bytes[k + 1];
    if (second === undefined || second < low || second > high) return k;
    for (let n = 2; n < length; n++) {
      const next = bytes[k + n];
      if (next === undefined || next < 0x80 || next > 0xbf) return k;
    }
    k += length;
  }
  return undefined;
}

/** The offset of the first surrogate without its partner, or of a byte that is left over. */
function findInvalidUtf16(bytes: Uint8Array, start: number, encoding: Encoding): number | undefined {
  const high = encoding === 'UTF-16LE' ? 1 : 0;
  const isLead = (k: number): boolean => ((bytes[k + high] ?? 0) & 0xfc) === 0xd8;
  const isTrail = (k: number): boolean => ((bytes[k + high] ?? 0) & 0xfc) === 0xdc;
  let k = start;
  for (; k + 1 < bytes.length; k += 2) {
    if (isTrail(k)) return k;
    if (isLead(k)) {
      if (!isTrail(k + 2)) return k;
      k += 2;
    }
  }
  return k < bytes.length ? k : undefined;
}

function lineOfByte(bytes: Uint8Array, offset: number, encoding: Encoding): number {
  const low = encoding === 'UTF-16LE' ? 0 : 1;
  let line = 1;
  if (encoding === 'UTF-8') {
    for (let k = 0; k < offset; k++) if (bytes[k] === 0x0a) line += 1;
  } else {
    for (let k = 0; k + 1 < offset; k += 2) if (bytes[k + low] === 0x0a && bytes[k + 1 - low] === 0) line += 1;
  }
  return line;
}
