import type { XmlPlace } from './scan.ts';

/** How many bytes a character has in the file: by its code in UTF-8, or always so many; undefined where that is not known. */
export type BytesPerCharacter = 'utf-8' | 1 | 2 | undefined;

/** A place in a file that is read from its beginning to its end. */
export class TextPlace {
  line = 1;
  column = 1;
  offset = 0;
  byte = 0;
  /** Whether the last character was a carriage return, of which a line feed would be a part. */
  #isReturn = false;
  /** What the bytes are in. */
  encoding: BytesPerCharacter = 'utf-8';

  /** Goes on over part of a text. */
  advance(text: string, from: number, to: number): void {
    if (to === from) return;
    let { line } = this;
    /** The bytes beyond one of each character. */
    let more = 0;
    let lineStart = from - this.column + 1;
    for (let k = from; k < to; k++) {
      const code = text.charCodeAt(k);
      // Half of a surrogate pair is half of four bytes.
      if (code > 0x7f) more += code < 0x800 || (code & 0xf800) === 0xd800 ? 1 : 2;
      else if (code === 0x0a || code === 0x0d) {
        // A line feed after a carriage return belongs to it.
        const isPart = code === 0x0a && (k > from ? text.charCodeAt(k - 1) === 0x0d : this.#isReturn);
        if (!isPart) line += 1;
        lineStart = k + 1;
      }
    }
    const { encoding } = this;
    this.byte += encoding === 'utf-8' ? to - from + more : (to - from) * (encoding ?? 1);
    this.line = line;
    this.column = to - lineStart + 1;
    this.offset += to - from;
    this.#isReturn = text.charCodeAt(to - 1) === 0x0d;
  }

  get(): XmlPlace {
    const { offset, line, column, byte } = this;
    return this.encoding === undefined ? { offset, line, column } : { offset, line, column, byte };
  }

  /** The place further on in a text that starts here. */
  at(text: string, from: number, to: number): XmlPlace {
    const copy = new TextPlace();
    Object.assign(copy, { line: this.line, column: this.column, offset: this.offset, byte: this.byte });
    copy.encoding = this.encoding;
    copy.#isReturn = this.#isReturn;
    copy.advance(text, from, to);
    return copy.get();
  }
}
