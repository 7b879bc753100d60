import type { XmlPlace } from './scan.ts';

/** How many bytes a character has in the file: by its code in UTF-8, or always so many; undefined where that is not known. */
export type BytesPerCharacter = 'utf-8' | 1 | 2 | undefined;

/** A place in a file that is read from its beginning to its end, a text at a time. */
export class TextPlace {
  line = 1;
  column = 1;
  offset = 0;
  /** What the bytes are in. */
  encoding: BytesPerCharacter = 'utf-8';
  /** The text at hand, and the byte of the file that it starts with. */
  #text = '';
  #byte = 0;
  /** Where the next line feed in it stands; undefined where nobody has looked. In a file of one line a look is long. */
  #nextFeed: number | undefined;
  /** Whether there are carriage returns in it. */
  #hasReturns = false;
  /** Whether the last character was one, of which a line feed would be a part. */
  #isReturn = false;

  /** From now on places are in this text, which goes on where the place is. */
  enter(text: string, byte: number): void {
    this.#text = text;
    this.#byte = byte;
    this.#hasReturns = text.includes('\r');
    this.#nextFeed = undefined;
  }

  /** Goes on over part of the text. */
  advance(from: number, to: number): void {
    if (to === from) return;
    const text = this.#text;
    let lineStart = from - this.column + 1;
    if (this.#hasReturns || this.#isReturn) {
      for (let k = from; k < to; k++) {
        const code = text.charCodeAt(k);
        if (code !== 0x0a && code !== 0x0d) continue;
        // A line feed after a carriage return belongs to it.
        const isPart = code === 0x0a && (k > from ? text.charCodeAt(k - 1) === 0x0d : this.#isReturn);
        if (!isPart) this.line += 1;
        lineStart = k + 1;
      }
      this.#isReturn = text.charCodeAt(to - 1) === 0x0d;
    } else {
      let feed = this.#nextFeed ?? feedFrom(text, from);
      // What was passed over is not counted.
      if (feed < from) feed = feedFrom(text, from);
      for (; feed < to; feed = feedFrom(text, feed + 1)) {
        this.line += 1;
        lineStart = feed + 1;
      }
      this.#nextFeed = feed;
    }
    this.column = to - lineStart + 1;
    this.offset += to - from;
  }

  /** The place, which is that of a character of the text at hand. */
  get(index: number): XmlPlace {
    return new FilePlace(this, this.#text, index, this.#byte);
  }

  /** The place further on in the text. */
  at(from: number, to: number): XmlPlace {
    const copy = new TextPlace();
    Object.assign(copy, { line: this.line, column: this.column, offset: this.offset, encoding: this.encoding });
    copy.#text = this.#text;
    copy.#byte = this.#byte;
    copy.#hasReturns = this.#hasReturns;
    copy.#nextFeed = this.#nextFeed !== undefined && this.#nextFeed >= from ? this.#nextFeed : undefined;
    copy.#isReturn = this.#isReturn;
    copy.advance(from, to);
    return copy.get(to);
  }
}

function feedFrom(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? Infinity : feed;
}

/** A place whose byte is worked out when it is asked for, which it seldom is. */
class FilePlace implements XmlPlace {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly #text: string;
  readonly #index: number;
  readonly #start: number;
  readonly #encoding: BytesPerCharacter;

  constructor({ offset, line, column, encoding }: TextPlace, text: string, index: number, start: number) {
    this.offset = offset;
    this.line = line;
    this.column = column;
    this.#text = text;
    this.#index = index;
    this.#start = start;
    this.#encoding = encoding;
  }

  get byte(): number | undefined {
    return bytesOf(this.#text, this.#index, this.#encoding, this.#start);
  }
}

/** The byte `from`, and as many more as the first characters of a text have; undefined where that is not known. */
export function bytesOf(text: string, length: number, encoding: BytesPerCharacter, from: number): number | undefined {
  if (encoding !== 'utf-8') return encoding === undefined ? undefined : from + length * encoding;
  let bytes = from + length;
  for (let k = 0; k < length; k++) {
    const code = text.charCodeAt(k);
    // Half of a surrogate pair is half of four bytes.
    if (code > 0x7f) bytes += code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2;
  }
  return bytes;
}
