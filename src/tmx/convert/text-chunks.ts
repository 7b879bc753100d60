import { ParalignError } from '../../model/errors.ts';
import type { TmxSource } from '../read-stream.ts';

/**
 * The text of a source in pieces, without a byte order mark: UTF-8, or UTF-16 with a mark.
 *
 * @throws {ParalignError} `file-encoding` with the line and the offset of the first wrong byte.
 */
export async function* textChunks(source: TmxSource, file: string): AsyncGenerator<string, void, undefined> {
  if (typeof source === 'string') {
    yield source.replace(/^\uFEFF/, '');
    return;
  }
  const decoder = new ChunkDecoder(file);
  let isFirst = true;
  for await (const chunk of source instanceof Uint8Array ? [source] : source) {
    const text = typeof chunk === 'string' ? chunk : decoder.push(chunk, false);
    if (text === '') continue;
    yield isFirst ? text.replace(/^\uFEFF/, '') : text;
    isFirst = false;
  }
  const rest = decoder.push(new Uint8Array(), true);
  if (rest !== '') yield rest;
}

class ChunkDecoder {
  readonly #file: string;
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #encoding = 'utf-8';
  /** Bytes before the current chunk, and lines before it. */
  #offset = 0;
  #line = 1;
  /** The start of a character that the last chunk broke off. */
  #tail: Uint8Array = new Uint8Array();
  /** The first bytes, until there are enough to see a mark. */
  #start: Uint8Array | undefined = new Uint8Array();

  constructor(file: string) {
    this.#file = file;
  }

  push(chunk: Uint8Array, last: boolean): string {
    let bytes = chunk;
    if (this.#start !== undefined) {
      bytes = concat(this.#start, chunk);
      if (bytes.length < 2 && !last) {
        this.#start = bytes;
        return '';
      }
      this.#start = undefined;
      if (bytes[0] === 0xff && bytes[1] === 0xfe) this.#encoding = 'utf-16le';
      else if (bytes[0] === 0xfe && bytes[1] === 0xff) this.#encoding = 'utf-16be';
    }
    const decoder = (this.#decoder ??= new TextDecoder(this.#encoding, { fatal: true, ignoreBOM: true }));
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: !last });
    } catch (error) {
      throw this.#wrong(bytes, last, error);
    }
    this.#offset += bytes.length;
    this.#line += text.split('\n').length - 1;
    // A character in UTF-8 and UTF-16 has at most four bytes.
    this.#tail = concat(this.#tail, bytes).slice(-4);
    return text;
  }

  #wrong(bytes: Uint8Array, last: boolean, cause: unknown): ParalignError {
    const width = this.#encoding === 'utf-8' ? 1 : 2;
    // What the last chunk broke off is looked at again, together with this one.
    let broken = 0;
    for (let k = 1; k <= Math.min(3, this.#tail.length) && broken === 0; k++)
      if (k % width === 0 && decodes(this.#tail.subarray(-k), this.#encoding) === '') broken = k;
    const all = concat(this.#tail.subarray(this.#tail.length - broken), bytes);
    let good = 0;
    let bad = all.length + (last ? 0 : 1);
    while (bad - good > 1) {
      const middle = (good + bad) >> 1;
      if (decodes(all.subarray(0, middle), this.#encoding) === undefined) bad = middle;
      else good = middle;
    }
    const before = decodes(all.subarray(0, good), this.#encoding) ?? '';
    const length = width === 1 ? new TextEncoder().encode(before).length : before.length * 2;
    return new ParalignError(
      'file-encoding',
      {
        file: this.#file,
        line: this.#line + before.split('\n').length - 1,
        offset: this.#offset - broken + length,
        encoding: this.#encoding.toUpperCase(),
      },
      { cause },
    );
  }
}

/** The text of bytes of which the last character may be broken off; undefined where they are wrong. */
function decodes(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
