import type { XmlElement } from '../../tmx/model.ts';
import type { ParagraphKind } from '../office/office-blocks.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';
import type { DocxContext } from './docx-context.ts';
import { alternative, WRAPPERS } from './docx-elements.ts';
import { DocxText } from './docx-text.ts';
import type { Paragraph } from './docx-text.ts';
import { paragraphKind } from './paragraph-kind.ts';
import { valueOf } from './properties.ts';

/**
 * Reads the paragraphs of a part: what stands there once all tracked changes are accepted. Deleted, moved and hidden text,
 * comments and the codes of fields are passed over.
 */
export class DocxReader {
  readonly #context: DocxContext;
  readonly #text: DocxText;

  constructor(context: DocxContext) {
    this.#context = context;
    this.#text = new DocxText(context, (box) => this.readWhole(box, { kind: 'paragraph' }));
  }

  /** Reads an element that holds paragraphs, or is one. */
  readBlock(element: XmlElement, around: ParagraphKind): void {
    const { name } = element;
    if (name === 'w:p') this.#readParagraph(element, around);
    else if (name === 'w:tbl') this.#readTable(element);
    else if (name === 'mc:AlternateContent') this.#readBlocks(alternative(element), around);
    else if (WRAPPERS.has(name)) this.#readBlocks(element, around);
  }

  /** Reads what stands in an element in which all paragraphs end that begin in it. */
  readWhole(parent: XmlElement, around: ParagraphKind): void {
    this.#readBlocks(parent, around);
    this.#context.blocks.flush(around);
  }

  /** Whether all that began has ended; where not, text may have been taken for the code of a field. */
  get isComplete(): boolean {
    return this.#text.isComplete;
  }

  #readBlocks(parent: XmlElement | undefined, around: ParagraphKind): void {
    for (const child of parent === undefined ? [] : childrenOf(parent)) this.readBlock(child, around);
  }

  /** Rows and cells may stand in wrappers, as paragraphs do. */
  #readTable(element: XmlElement): void {
    // Of a paragraph before it whose end was deleted.
    this.#context.blocks.flush({ kind: 'paragraph' });
    for (const child of childrenOf(element)) {
      const { name } = child;
      const properties = childOf(child, name === 'w:tr' ? 'w:trPr' : 'w:tcPr');
      if (name === 'w:tc') {
        if (properties === undefined || !childOf(properties, 'w:cellDel'))
          this.readWhole(child, { kind: 'table-cell' });
      } else if (name === 'w:tr') {
        if (properties === undefined || !childOf(properties, 'w:del')) this.#readTable(child);
      } else if (WRAPPERS.has(name)) this.#readTable(child);
    }
  }

  #readParagraph(element: XmlElement, around: ParagraphKind): void {
    const { styles, numbering, blocks } = this.#context;
    const properties = childOf(element, 'w:pPr');
    const style = styles.ofParagraph(valueOf(properties, 'w:pStyle'));
    const paragraph: Paragraph = { style, kind: paragraphKind(properties, style, numbering, around) };
    this.#text.readInlines(element, paragraph);
    const mark = properties && childOf(properties, 'w:rPr');
    // Where its end was deleted, it is one paragraph with the next.
    if (mark !== undefined && (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined) return;
    blocks.flush(paragraph.kind);
  }
}
