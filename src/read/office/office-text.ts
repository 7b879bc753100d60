import { BlockText } from '../block-text.ts';
import type { GatheredText } from '../block-text.ts';
import { MARKS } from './marks.ts';
import type { Mark } from './marks.ts';

/** How a stretch of text is set. */
export interface Setting {
  readonly marks: readonly Mark[];
  /** Where it leads, if it is a link. */
  readonly link: string | undefined;
}

/**
 * Gathers the text of a paragraph from stretches of any length, each with its setting. Programs cut texts where it suits them, so
 * that codes are made of where settings differ: two stretches that are set alike are one. White space has no setting:
 * where two texts meet, it stands outside.
 */
export class OfficeText {
  readonly #text = new BlockText();
  /** The white space after what was taken so far. */
  #space = '';
  #isEmpty = true;
  readonly #open: Mark[] = [];
  #link: string | undefined;

  /** Whether there is nothing to be read yet. */
  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Whether a line break was the last that came, but for spaces. */
  get isBroken(): boolean {
    return this.#space.includes('\n');
  }

  /** Takes a text as it stands, white space and all; of line ends there are none in it. */
  addText(text: string, setting: Setting): void {
    const inner = text.trim();
    if (inner === '') {
      this.#space += text;
      return;
    }
    const from = text.indexOf(inner);
    this.#space += text.slice(0, from);
    this.#set(setting);
    this.#text.addVerbatim(inner, 0);
    this.#isEmpty = false;
    this.#space = text.slice(from + inner.length);
  }

  addBreak(): void {
    if (!this.#isEmpty) this.#space += '\n';
  }

  /** Takes what stands in the text without being text. */
  addCode(name: string, data: string, { marks, link }: Setting): void {
    this.#set({ marks: this.#open.filter((mark) => marks.includes(mark)), link });
    this.#text.addCode('standalone', name, data);
  }

  /** @returns undefined where there is no text. */
  take(): GatheredText | undefined {
    this.#closeFrom(0);
    this.#closeLink();
    return this.#text.take();
  }

  /** Closes what ends and opens what begins, with the white space between them. */
  #set({ marks, link }: Setting): void {
    // The line under a link is how links look.
    const wanted = MARKS.filter((mark) => marks.includes(mark) && !(mark === 'u' && link !== undefined));
    const kept = link === this.#link ? this.#open.findIndex((mark) => !wanted.includes(mark)) : 0;
    if (kept !== -1) this.#closeFrom(kept);
    if (link !== this.#link) this.#closeLink();
    this.#addSpace();
    if (link !== undefined && link !== this.#link) {
      this.#text.addCode('open', 'a', `<a href="${link.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`);
      this.#link = link;
    }
    for (const mark of wanted) {
      if (this.#open.includes(mark)) continue;
      this.#open.push(mark);
      this.#text.addCode('open', mark, `<${mark}>`);
    }
  }

  #addSpace(): void {
    const [first = '', ...rest] = this.#space.split('\n');
    this.#space = '';
    if (this.#isEmpty) return;
    // At a line break no white space is seen.
    this.#text.addVerbatim(rest.length === 0 ? first : '', 0);
    for (const _ of rest) this.#text.addBreak();
  }

  #closeFrom(kept: number): void {
    for (const mark of this.#open.splice(kept).toReversed()) this.#text.addCode('close', mark, `</${mark}>`);
  }

  #closeLink(): void {
    if (this.#link !== undefined) this.#text.addCode('close', 'a', '</a>');
    this.#link = undefined;
  }
}
