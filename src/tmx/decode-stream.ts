import { ParalignError } from '../model/errors.ts';
import { createDecoder, declaredEncoding, detectEncoding, familyOf, findInvalid, isAscii } from './decode.ts';
import { gunzipped, isGzip } from './gzip.ts';
import type { TmxSource } from './read-stream.ts';
import { bytesOf } from './text-place.ts';
import type { BytesPerCharacter } from './text-place.ts';

/**
 * The most bytes that are decoded at a time, and the most characters of a text that are looked at. Strings that V8 makes in
 * its nursery, up to about 128 KB, cost an eighth of what larger ones do, for which it asks the system for memory each time.
 */
const PIECE = 32 * 1024;
/** How many bytes are waited for before the encoding is decided. */
const ENOUGH = 1024;

/** A piece of the file's text. */
export interface TextPiece {
  readonly text: string;
  readonly encoding: BytesPerCharacter;
  /** Where in the file its bytes start; of text, those that it would have in UTF-8. */
  readonly from: number;
  /** Where in the file the first bytes of the piece are that cannot be decoded; only where that is not an error. */
  readonly invalid?: { readonly offset: number; readonly encoding: string };
}

/**
 * The text of an XML file's bytes, piece by piece: see {@link decodeXml} for the encoding. Bytes that are gzip are unpacked.
 *
 * @param lenient to decode what cannot be decoded as U+FFFD.
 * @throws {ParalignError} `xml-bytes` with the offset of the first bytes that are wrong, `xml-encoding`, `xml-gzip`
 */
export async function* decodeXmlStream(
  source: TmxSource,
  file: string,
  lenient: boolean,
): AsyncGenerator<TextPiece, void, undefined> {
  if (typeof source === 'string') {
    yield* piecesOf(source.replace(/^\uFEFF/, ''), 0);
    return;
  }
  const parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array> =
    source instanceof Uint8Array ? [source] : source;
  let decoder: PieceDecoder | undefined;
  let first: Uint8Array = new Uint8Array(0);
  let isText = false;
  let textFrom = 0;
  const decodeFirst = (): TextPiece[] => {
    decoder = new PieceDecoder(first, file, lenient);
    return decoder.decode(first.subarray(decoder.skip));
  };
  for await (const part of unpacked(parts, file)) {
    if (typeof part === 'string') {
      isText = true;
      textFrom = yield* piecesOf(part, textFrom);
      continue;
    }
    if (decoder !== undefined) {
      yield* decoder.decode(part);
      continue;
    }
    first = joined(first, part);
    if (first.length >= ENOUGH) yield* decodeFirst();
  }
  if (isText) return;
  if (decoder === undefined) yield* decodeFirst();
  yield* decoder!.end();
}

/** @returns where the next text starts. */
function* piecesOf(text: string, start: number): Generator<TextPiece, number> {
  let from = start;
  for (let at = 0; at < text.length; at += PIECE) {
    const piece = text.slice(at, at + PIECE);
    yield { text: piece, encoding: 'utf-8', from };
    from = bytesOf(piece, piece.length, 'utf-8', from)!;
  }
  return from;
}

async function* unpacked(
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  file: string,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  let isFirst = true;
  const iterator = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  try {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      if (isFirst && typeof next.value !== 'string' && isGzip(next.value)) {
        yield* gunzipped(next.value, iterator, file);
        return;
      }
      if (next.value.length > 0) isFirst = false;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Decodes bytes that come in pieces, each cut where a character ends. */
class PieceDecoder {
  /** The length of the byte order mark. */
  readonly skip: number;
  readonly #file: string;
  readonly #lenient: boolean;
  readonly #encoding: string;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #perCharacter: BytesPerCharacter;
  /** Bytes of a character whose end has not come yet. */
  #rest: Uint8Array = new Uint8Array(0);
  /** Where in the file the next bytes are. */
  #offset: number;
  #isFirst = true;
  /** What was decoded last. */
  #text = '';

  constructor(start: Uint8Array, file: string, lenient: boolean) {
    const { encoding, skip } = detectEncoding(start);
    this.#encoding = encoding;
    this.skip = skip;
    this.#offset = skip;
    this.#file = file;
    this.#lenient = lenient;
    this.#decoder = createDecoder(encoding, file);
    this.#perCharacter = perCharacter(this.#decoder.encoding);
  }

  decode(bytes: Uint8Array): TextPiece[] {
    const pieces: TextPiece[] = [];
    for (let at = 0; at < bytes.length; at += PIECE) {
      const all = joined(this.#rest, bytes.subarray(at, at + PIECE));
      const cut = all.length - incomplete(all, this.#perCharacter);
      this.#rest = all.slice(cut);
      if (cut > 0) pieces.push(this.#piece(all.subarray(0, cut), true));
    }
    return pieces;
  }

  end(): TextPiece[] {
    return [this.#piece(this.#rest, false)];
  }

  #piece(bytes: Uint8Array, stream: boolean): TextPiece {
    const invalid = this.#invalidIn(bytes, stream);
    if (invalid !== undefined && !this.#lenient)
      throw new ParalignError('xml-bytes', { file: this.#file, ...invalid.problem }, { cause: invalid.cause });
    const text =
      invalid?.problem.encoding === 'US-ASCII' || invalid === undefined
        ? this.#text
        : new TextDecoder(this.#encoding, { ignoreBOM: true }).decode(bytes);
    const from = this.#offset;
    this.#offset += bytes.length;
    if (this.#isFirst) {
      this.#isFirst = false;
      // XML forbids a declaration that the bytes belie: one of the two is wrong, and with it perhaps the text.
      const declared = declaredEncoding(text);
      if (declared !== undefined && familyOf(declared) !== familyOf(this.#encoding))
        throw new ParalignError('xml-encoding', { file: this.#file, encoding: declared });
    }
    return { text, encoding: this.#perCharacter, from, ...(invalid !== undefined && { invalid: invalid.problem }) };
  }

  #invalidIn(
    bytes: Uint8Array,
    stream: boolean,
  ): { problem: { offset: number; encoding: string }; cause?: unknown } | undefined {
    const encoding = this.#encoding;
    try {
      // Without `stream` some versions of Node.js read windows-1252 as ISO 8859-1; of one byte a character nothing is held back.
      const isPart = stream && (this.#perCharacter === undefined || this.#perCharacter === 1);
      this.#text = this.#decoder.decode(bytes, { stream: isPart });
    } catch (cause) {
      const offset = this.#offset + findInvalid(bytes, encoding);
      return { problem: { offset, encoding: encoding.toUpperCase() }, cause };
    }
    if (!isAscii(encoding)) return undefined;
    const at = bytes.findIndex((byte) => byte > 0x7f);
    return at === -1 ? undefined : { problem: { offset: this.#offset + at, encoding: 'US-ASCII' } };
  }
}

function perCharacter(encoding: string): BytesPerCharacter {
  if (encoding === 'utf-8') return 'utf-8';
  if (encoding.startsWith('utf-16')) return 2;
  return /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-)/.test(encoding) ? 1 : undefined;
}

/** How many bytes at the end belong to a character whose end has not come yet. */
function incomplete(bytes: Uint8Array, encoding: BytesPerCharacter): number {
  const { length } = bytes;
  if (encoding === 2) {
    const odd = length % 2;
    // One of the last two whole bytes is the upper one; where that is the first half of a pair, the other half follows.
    const upper = [bytes[length - odd - 1] ?? 0, bytes[length - odd - 2] ?? 0].some((byte) => byte >> 2 === 0x36);
    return upper && length > odd ? odd + 2 : odd;
  }
  if (encoding !== 'utf-8') return 0;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return size > back ? back : 0;
  }
  return 0;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
