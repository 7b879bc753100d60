import type { InlineCode } from '../model/document.ts';

/** A block's text as it is gathered from mark-up, before it has a place among the others. */
export interface GatheredText {
  /** In NFC, white space collapsed, without any at its ends. */
  readonly text: string;
  readonly codes: readonly InlineCode[];
  /** Where in the file its characters stand, by UTF-16 code unit; known for the first {@link KNOWN} only. */
  readonly offsets: readonly number[];
}

/** A speaker's label, the only thing that is cut off a text, is shorter. */
const KNOWN = 200;

/** Gathers a text as a browser shows it: runs of white space become one space, and none is left around line breaks. */
export class BlockText {
  /** Put together at the end only: to look at the end of a text that grows would copy it each time. */
  readonly #parts: string[] = [];
  #length = 0;
  #last = '';
  readonly #offsets: number[] = [];
  readonly #codes: InlineCode[] = [];

  /** Whether there is nothing to be read yet. */
  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Whether a line break was the last that came. */
  get isBroken(): boolean {
    return this.#last === '\n';
  }

  /**
   * @param text with references decoded.
   * @param offset where it stands in the file.
   * @param raw how it stands there, references and all.
   */
  addText(text: string, offset: number, raw: string): void {
    const isClosed = this.#last === '' || this.#last === ' ' || this.#last === '\n';
    const start = isClosed ? /^[ \t\n\f\r]*/.exec(text)![0].length : 0;
    const kept = text.slice(start).replace(/[ \t\n\f\r]+/g, ' ');
    if (kept === '') return;
    if (this.#offsets.length < KNOWN) {
      const places = offsetsIn(text, raw, start + 2 * KNOWN);
      let isSpace = false;
      for (let k = start; k < places.length && this.#offsets.length < KNOWN; k++) {
        const isNextSpace = /[ \t\n\f\r]/.test(text[k]!);
        if (!isNextSpace || !isSpace) this.#offsets.push(offset + places[k]!);
        isSpace = isNextSpace;
      }
    }
    this.#push(kept);
  }

  /** Text that is taken as it stands, white space and all. */
  addVerbatim(text: string, offset: number): void {
    if (text === '') return;
    for (let k = 0; k < text.length && this.#offsets.length < KNOWN; k++) this.#offsets.push(offset + k);
    this.#push(text);
  }

  addBreak(): void {
    if (this.#last === '' || this.isBroken) return;
    if (this.#last === ' ') this.#trimEnd();
    if (this.#offsets.length < KNOWN) this.#offsets.push((this.#offsets.at(-1) ?? 0) + 1);
    this.#push('\n');
  }

  addCode(kind: InlineCode['kind'], name: string, data: string): void {
    this.#codes.push({ at: this.#length, kind, name, data });
  }

  /** @returns undefined where there is no text. */
  take(): GatheredText | undefined {
    const whole = this.#parts.join('');
    const from = whole.length - whole.trimStart().length;
    const trimmed = whole.trim();
    if (trimmed === '') return undefined;
    const text = trimmed.normalize('NFC');
    const at = (offset: number): number => {
      const inside = Math.min(Math.max(offset - from, 0), trimmed.length);
      return text === trimmed ? inside : Math.min(trimmed.slice(0, inside).normalize('NFC').length, text.length);
    };
    return {
      text,
      codes: this.#codes.map((code) => ({ ...code, at: at(code.at) })),
      offsets: this.#offsets.slice(from),
    };
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#last = text.at(-1)!;
  }

  /** Takes away the space at the end. */
  #trimEnd(): void {
    const last = this.#parts.pop()!.slice(0, -1);
    if (last !== '') this.#parts.push(last);
    this.#length -= 1;
    if (this.#offsets.length > this.#length) this.#offsets.length = this.#length;
    for (let k = this.#codes.length - 1; k >= 0 && this.#codes[k]!.at > this.#length; k--)
      this.#codes[k] = { ...this.#codes[k]!, at: this.#length };
  }
}

/** Where the first characters of a text stand in how it was written: references and escapes are longer there. */
function offsetsIn(text: string, raw: string, count: number): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (let k = 0; k < Math.min(count, text.length); k++) {
    if (raw[at] === '\\' && text[k] !== '\\') at += 1;
    offsets.push(at);
    const reference = raw[at] === '&' ? /^&(?:#\w{1,9}|\w{1,32});?/.exec(raw.slice(at, at + 40))?.[0] : undefined;
    if (reference === undefined || (text[k] === '&' && text.startsWith(reference, k)))
      at += raw[at] === '\r' && raw[at + 1] === '\n' ? 2 : 1;
    else {
      // A character beyond the basic plane is two code units, and one reference.
      const code = text.charCodeAt(k);
      if (code >= 0xd800 && code < 0xdc00) {
        offsets.push(at);
        k += 1;
      }
      at += reference.length;
    }
  }
  return offsets;
}
