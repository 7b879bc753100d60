import { ParalignError } from '../../model/errors.ts';
import type { TmxSource } from '../read-stream.ts';

/** What goes wrong while a file is being decoded, and is no reason to stop. */
export type DecodingProblem =
  | { readonly rule: 'xml-bytes'; readonly values: { readonly offset: number; readonly encoding: string } }
  | { readonly rule: 'xml-gzip' };

/** So much of a file is held to see its encoding. */
const HEAD = 1000;

/**
 * The text of a file piece by piece, without a byte order mark, unpacked where it is packed by gzip; and between the pieces
 * what is wrong with its bytes.
 *
 * @throws {ParalignError} `xml-encoding` when the encoding that the file declares is not known, or cannot be its own.
 */
export async function* readText(source: TmxSource, file: string): AsyncGenerator<string | DecodingProblem, void> {
  let decoder: Decoder | undefined;
  let head: Uint8Array = new Uint8Array(0);
  let isStart = true;
  for await (const part of unpacked(piecesOf(source))) {
    if (typeof part === 'string') {
      yield isStart ? part.replace(/^\uFEFF/, '') : part;
      isStart &&= part === '';
    } else if ('rule' in part) yield part;
    else if (decoder) yield* decoder.decode(part, false);
    else {
      head = joined(head, part);
      if (head.length < HEAD) continue;
      decoder = new Decoder(head, file);
      yield* decoder.decode(head, false);
    }
  }
  if (isStart) {
    const rest = decoder ? new Uint8Array(0) : head;
    decoder ??= new Decoder(head, file);
    yield* decoder.decode(rest, true);
  }
}

/** Decodes until bytes are wrong, and from there on replaces what is. */
class Decoder {
  readonly #file: string;
  readonly #encoding: string;
  #decoder: InstanceType<typeof TextDecoder>;
  #isFatal = true;
  /** How many bytes were taken, and whether the declaration was looked at. */
  #taken = 0;
  #isChecked = false;
  #skip: number;
  /** The last bytes that were taken: a character may have begun in them. */
  #tail: Uint8Array = new Uint8Array(0);

  constructor(head: Uint8Array, file: string) {
    this.#file = file;
    [this.#encoding, this.#skip] = detect(head);
    this.#decoder = this.#create(true);
  }

  #create(fatal: boolean): InstanceType<typeof TextDecoder> {
    try {
      return new TextDecoder(this.#encoding, { fatal, ignoreBOM: true });
    } catch (error) {
      throw new ParalignError('xml-encoding', { file: this.#file, encoding: this.#encoding }, { cause: error });
    }
  }

  *decode(part: Uint8Array, isLast: boolean): Generator<string | DecodingProblem, void> {
    const skipped = Math.min(this.#skip, part.length);
    this.#skip -= skipped;
    this.#taken += skipped;
    const bytes = part.subarray(skipped);
    let text: string;
    try {
      if (this.#isFatal && isAscii(this.#encoding) && bytes.some((byte) => byte > 0x7f))
        throw new TypeError('not ASCII');
      text = this.#decoder.decode(bytes, { stream: !isLast });
      this.#tail = joined(this.#tail, bytes).slice(-4);
    } catch {
      this.#isFatal = false;
      yield* this.#recover(bytes, isLast);
      return;
    }
    this.#check(text);
    this.#taken += bytes.length;
    yield text;
  }

  /** The bytes cannot be decoded: what comes before the first wrong one, the problem, and the rest with replacements. */
  *#recover(bytes: Uint8Array, isLast: boolean): Generator<string | DecodingProblem, void> {
    // What the decoder held of a character that is cut in two has to be decoded again.
    const held = this.#heldBytes(this.#tail, this.#taken);
    const all = joined(this.#tail.slice(this.#tail.length - held), bytes);
    let good = 0;
    let bad = all.length + 1;
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      if (this.#decodes(all.subarray(0, middle))) good = middle;
      else bad = middle;
    }
    // A character that is begun and not ended there is wrong too.
    good -= this.#heldBytes(all.subarray(0, good), this.#taken - held + good);
    const text = this.#create(false).decode(all.subarray(0, good));
    this.#check(text);
    yield text;
    const encoding = isAscii(this.#encoding) ? 'US-ASCII' : this.#encoding.toUpperCase();
    yield { rule: 'xml-bytes', values: { offset: this.#taken - held + good, encoding } };
    this.#taken += bytes.length;
    this.#decoder = this.#create(false);
    yield this.#decoder.decode(all.subarray(good), { stream: !isLast });
  }

  #decodes(bytes: Uint8Array): boolean {
    if (isAscii(this.#encoding)) return bytes.every((byte) => byte <= 0x7f);
    try {
      this.#create(true).decode(bytes, { stream: true });
      return true;
    } catch {
      return false;
    }
  }

  /** How many of the bytes at the end, `to` being their offset in the file, begin a character that is not complete. */
  #heldBytes(bytes: Uint8Array, to: number): number {
    if (this.#encoding.startsWith('utf-16')) return Math.min(to % 2, bytes.length);
    if (this.#encoding !== 'utf-8') return 0;
    const lead = bytes.subarray(-3).findLastIndex((byte) => byte >= 0xc0);
    if (lead === -1) return 0;
    const held = Math.min(3, bytes.length) - lead;
    const first = bytes[bytes.length - held] as number;
    return held < (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2) ? held : 0;
  }

  /** XML forbids a declaration that the bytes belie: one of the two is wrong, and with it perhaps the text. */
  #check(text: string): void {
    if (this.#isChecked) return;
    this.#isChecked = true;
    const declared = declaredEncoding(text);
    if (declared !== undefined && familyOf(declared) !== familyOf(this.#encoding))
      throw new ParalignError('xml-encoding', { file: this.#file, encoding: declared });
  }
}

function detect(bytes: Uint8Array): readonly [encoding: string, skip: number] {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return ['utf-8', 3];
  if (a === 0xff && b === 0xfe) return ['utf-16le', 2];
  if (a === 0xfe && b === 0xff) return ['utf-16be', 2];
  if (a === 0x3c && b === 0 && d === 0) return ['utf-16le', 0];
  if (a === 0 && b === 0x3c && c === 0) return ['utf-16be', 0];
  const declared = declaredEncoding(String.fromCharCode(...bytes.subarray(0, HEAD)));
  // What is neither marked nor recognised as UTF-16 cannot be in it: the check of the declaration says so.
  if (declared === undefined || familyOf(declared) === 'utf-16') return ['utf-8', 0];
  return [declared.toLowerCase(), 0];
}

function declaredEncoding(text: string): string | undefined {
  return /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/.exec(text)?.[1];
}

function familyOf(encoding: string): string {
  const name = encoding.toLowerCase();
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(name) ? 'utf-16' : /^utf-?8$/.test(name) ? 'utf-8' : name;
}

function isAscii(encoding: string): boolean {
  return /^(?:us-)?ascii$|^ansi_x3\.4|^iso646-us$/.test(encoding);
}

type Piece = string | Uint8Array;

/** So much of what is there as a whole is looked at in one go. */
const PIECE = 64 * 1024;

async function* piecesOf(source: TmxSource): AsyncGenerator<Piece, void> {
  if (typeof source === 'string' || source instanceof Uint8Array) {
    for (let from = 0; from < source.length || from === 0; from += PIECE)
      yield typeof source === 'string' ? source.slice(from, from + PIECE) : source.subarray(from, from + PIECE);
  } else yield* source;
}

/** The pieces, unpacked where the first two bytes are those of gzip. */
async function* unpacked(pieces: AsyncGenerator<Piece, void>): AsyncGenerator<Piece | DecodingProblem, void> {
  let head: Uint8Array = new Uint8Array(0);
  for await (const piece of pieces) {
    if (typeof piece === 'string') {
      yield piece;
      yield* pieces;
      return;
    }
    head = joined(head, piece);
    if (head.length < 2) continue;
    if (head[0] === 0x1f && head[1] === 0x8b) return yield* gunzip(head, pieces);
    yield head;
    yield* pieces;
    return;
  }
  yield head;
}

async function* gunzip(
  first: Uint8Array,
  rest: AsyncGenerator<Piece, void>,
): AsyncGenerator<Piece | DecodingProblem, void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const feeding = (async () => {
    await writer.write(first as Uint8Array<ArrayBuffer>);
    for await (const piece of rest)
      await writer.write(
        (typeof piece === 'string' ? new TextEncoder().encode(piece) : piece) as Uint8Array<ArrayBuffer>,
      );
    await writer.close();
  })();
  // Its failure shows in what is read as well.
  feeding.catch(() => undefined);
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    await feeding;
  } catch (error) {
    if (
      !(error instanceof TypeError) &&
      !(error instanceof Error && 'code' in error && /^Z_|^ERR_/.test(String(error.code)))
    )
      throw error;
    yield { rule: 'xml-gzip' };
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
