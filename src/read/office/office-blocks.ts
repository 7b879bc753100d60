import type { BlockKind, Furniture } from '../../model/document.ts';
import type { MarkupBlock, MarkupParts } from '../markup.ts';
import { OfficeText } from './office-text.ts';
import type { Setting } from './office-text.ts';

/** What a paragraph is. */
export interface ParagraphKind {
  readonly kind: BlockKind;
  readonly level?: number;
  /** Whether it is the title of the whole document. */
  readonly isTitle?: boolean;
  /** Whether a program makes it of the rest of the document, as a table of contents. */
  readonly isGenerated?: boolean;
}

/** The blocks of a document as a reader comes by them, and what they are gathered from. */
export class OfficeBlocks {
  readonly #blocks: MarkupBlock[] = [];
  readonly #furniture: Furniture[] = [];
  /** Kinds and texts of the furniture. */
  readonly #known = new Set<string>();
  #title: string | undefined;
  #text = new OfficeText();
  /** What pictures say, and what is to be read after the paragraph that it stands in. */
  #said: string[] = [];
  #later: (() => void)[] = [];
  #outer: 'header' | 'footer' | undefined;

  addText(text: string, setting: Setting): void {
    this.#text.addText(text, setting);
  }

  addCode(name: string, data: string, setting: Setting): void {
    this.#text.addCode(name, data, setting);
  }

  /** A line break; the second of two ends the block, as in HTML. */
  addBreak(kind: ParagraphKind): void {
    if (this.#text.isBroken) this.#push(kind);
    else this.#text.addBreak();
  }

  /** Takes what a picture says in words, which becomes a caption after the block. */
  say(text: string): void {
    this.#said.push(text);
  }

  /** Has something read after the paragraph that is being gathered: a text box in it. */
  readLater(read: () => void): void {
    this.#later.push(read);
  }

  /** Ends the block that is being gathered. */
  flush(kind: ParagraphKind): void {
    this.#push(kind);
    for (const said of this.#said.splice(0)) {
      this.#text.addText(said.replace(/\s+/g, ' '), { marks: [], link: undefined });
      this.#push({ kind: 'caption' });
    }
    for (const read of this.#later.splice(0)) read();
  }

  /** What is read by `read` stands at the top or the bottom of every page. */
  asFurniture(kind: 'header' | 'footer', read: () => void): void {
    this.#outer = kind;
    read();
    this.#outer = undefined;
  }

  take(): MarkupParts {
    const title = this.#title ?? this.#blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text;
    return {
      ...(title === undefined ? {} : { title: title.replaceAll('\n', ' ') }),
      blocks: this.#blocks,
      furniture: this.#furniture,
      directives: [],
    };
  }

  #push({ isTitle = false, isGenerated = false, ...block }: ParagraphKind): void {
    const gathered = this.#text.take();
    this.#text = new OfficeText();
    if (gathered === undefined) return;
    const { text } = gathered;
    const outer = this.#outer ?? (isGenerated ? 'header' : undefined);
    if (outer === undefined) {
      this.#blocks.push({ ...block, ...gathered });
      if (isTitle) this.#title ??= text;
    } else if (!this.#known.has(`${outer} ${text}`)) {
      // The first page, and the left ones, often have the same.
      this.#known.add(`${outer} ${text}`);
      this.#furniture.push({ kind: outer, text });
    }
  }
}
