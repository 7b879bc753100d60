import type { XmlElement } from '../../tmx/model.ts';
import { marksOf } from '../office/marks.ts';
import type { TextFormat } from '../office/marks.ts';
import type { OfficeBlocks, ParagraphKind } from '../office/office-blocks.ts';
import { headingOfName, isCaptionName, isTitleName } from '../office/style-names.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';
import type { Style, Styles } from './styles.ts';

/** What a reader of text is given. */
export interface OdtContext {
  readonly styles: Styles;
  readonly blocks: OfficeBlocks;
  /** Whether what pictures say in words is read too. */
  readonly attributes: boolean;
  /** Told of every note, with what is in it, in order. */
  readonly onNote: (kind: 'footnote' | 'endnote', body: XmlElement) => void;
}

/** Where blocks stand. */
interface BlockContext extends ParagraphKind {
  /** How many lists they stand in. */
  readonly depth: number;
}

/** What stands around a stretch of text. */
interface Inline {
  readonly paragraph: Style;
  readonly kind: ParagraphKind;
  readonly format: TextFormat;
  readonly link: string | undefined;
}

/** What is passed over, with all that is in it: the text that was deleted, comments, what programs keep for themselves. */
const SILENT: ReadonlySet<string> = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'office:scripts',
  'office:event-listeners',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file',
  'text:script',
  'text:note-citation',
  'text:list-level-label',
  'svg:title',
  'svg:desc',
]);

/** What a program makes of the rest of the document. */
const GENERATED =
  /^text:(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index)$/;

/**
 * Reads the paragraphs of OpenDocument text: what stands there once all tracked changes are accepted. Deleted and hidden text and
 * comments are passed over.
 */
export class OdtReader {
  readonly #context: OdtContext;
  /** Whether the last character was a space that others after it are one with. */
  #endsInSpace = true;

  constructor(context: OdtContext) {
    this.#context = context;
  }

  /** Reads an element that holds paragraphs, or is one. */
  readBlock(element: XmlElement, around: BlockContext = { kind: 'paragraph', depth: 0 }): void {
    const { name, attributes } = element;
    if (SILENT.has(name) || attributes['text:display'] === 'none' || attributes['text:is-hidden'] === 'true') return;
    if (name === 'text:p' || name === 'text:h') this.#readParagraph(element, around);
    else if (name === 'text:list' || name === 'text:numbered-paragraph') {
      const depth = name === 'text:list' ? around.depth + 1 : Number(attributes['text:level'] ?? 1) || 1;
      this.readBlocks(element, { kind: 'list-item', level: depth, depth });
    } else if (name === 'table:table') this.readBlocks(element, { kind: 'table-cell', depth: 0 });
    else if (name === 'table:covered-table-cell') return;
    else if (GENERATED.test(name)) this.#readGenerated(element, around);
    else if (isDrawing(name)) {
      this.#readDrawing(element, undefined);
      this.#context.blocks.flush(around);
    } else this.readBlocks(element, around);
  }

  /** Reads what stands in an element that holds paragraphs. */
  readBlocks(parent: XmlElement, around: BlockContext = { kind: 'paragraph', depth: 0 }): void {
    for (const child of childrenOf(parent)) this.readBlock(child, around);
  }

  /** Of what is made of the rest, the title is written by somebody. */
  #readGenerated(element: XmlElement, around: BlockContext): void {
    const body = childOf(element, 'text:index-body');
    for (const child of body === undefined ? [] : childrenOf(body))
      if (child.name === 'text:index-title') this.readBlocks(child, around);
      else this.readBlock(child, { ...around, isGenerated: true });
  }

  #readParagraph(element: XmlElement, around: BlockContext): void {
    const style = this.#context.styles.get('paragraph', element.attributes['text:style-name']);
    const kind = kindOf(element, style, around);
    this.#endsInSpace = true;
    this.#readInlines(element, { paragraph: style, kind, format: style.format, link: undefined });
    this.#context.blocks.flush(kind);
  }

  #readInlines(parent: XmlElement, inline: Inline): void {
    for (const node of parent.content)
      if (typeof node === 'string') this.#addText(node, inline);
      else this.#readInline(node, inline);
  }

  #readInline(element: XmlElement, inline: Inline): void {
    const { name, attributes } = element;
    if (SILENT.has(name)) return;
    switch (name) {
      case 'text:span': {
        const { format } = this.#context.styles.get('text', attributes['text:style-name']);
        this.#readInlines(element, { ...inline, format: { ...inline.format, ...format } });
        return;
      }
      case 'text:a':
        this.#readInlines(element, { ...inline, link: attributes['xlink:href'] ?? inline.link });
        return;
      case 'text:s':
        this.#addVerbatim(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, MOST_SPACES)), inline);
        return;
      case 'text:tab':
        this.#addVerbatim('\t', inline);
        return;
      case 'text:line-break':
        if (inline.format.isHidden !== true) this.#context.blocks.addBreak(inline.kind);
        this.#endsInSpace = true;
        return;
      case 'text:note':
        this.#readNote(element, inline);
        return;
      case 'text:ruby': {
        const base = childOf(element, 'text:ruby-base');
        if (base !== undefined) this.#readInlines(base, inline);
        return;
      }
      default:
        if (isDrawing(name)) this.#readDrawing(element, inline);
        // Fields, bookmarks, and what later versions add: what is in them is seen.
        else this.#readInlines(element, inline);
    }
  }

  #readNote(element: XmlElement, inline: Inline): void {
    const kind = element.attributes['text:note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const body = childOf(element, 'text:note-body');
    if (inline.format.isHidden === true || body === undefined) return;
    this.#context.blocks.addCode('footnote', `<text:note text:note-class="${kind}"/>`, settingOf(inline));
    this.#endsInSpace = false;
    this.#context.onNote(kind, body);
  }

  /** A picture is a code; a text box is read after the paragraph that it hangs on. */
  #readDrawing(element: XmlElement, inline: Inline | undefined): void {
    if (inline?.format.isHidden === true) return;
    const boxes = boxesOf(element);
    if (boxes.length === 0 && inline !== undefined) {
      this.#context.blocks.addCode('img', '<img>', settingOf(inline));
      this.#endsInSpace = false;
    }
    for (const box of boxes) this.#context.blocks.readLater(() => this.readBlocks(box));
    if (!this.#context.attributes) return;
    for (const name of ['svg:desc', 'svg:title'])
      for (const said of withinDrawings(element, name))
        this.#context.blocks.say(said.content.filter((node) => typeof node === 'string').join(''));
  }

  /** Takes text in which runs of white space are one space, as between words of XML. */
  #addText(raw: string, inline: Inline): void {
    let text = raw.replace(/[ \t\n\r]+/g, ' ');
    if (this.#endsInSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '' || inline.format.isHidden === true) return;
    this.#endsInSpace = text.endsWith(' ');
    this.#context.blocks.addText(text, settingOf(inline));
  }

  #addVerbatim(text: string, inline: Inline): void {
    if (inline.format.isHidden === true) return;
    this.#endsInSpace = false;
    this.#context.blocks.addText(text, settingOf(inline));
  }
}

/** Nobody writes more spaces in a row. */
const MOST_SPACES = 1000;

function settingOf({ paragraph, format, link }: Inline): Parameters<OfficeBlocks['addText']>[1] {
  return { marks: marksOf(format, paragraph.format), link };
}

/** By the element, then by the name of the style, then by where it stands. */
function kindOf(
  { name, attributes }: XmlElement,
  { names, isBody }: Style,
  { depth: _, ...around }: BlockContext,
): ParagraphKind {
  if (around.isGenerated === true) return around;
  if (name === 'text:h') return { kind: 'heading', level: Number(attributes['text:outline-level'] ?? 1) || 1 };
  if (names.some(isTitleName)) return { kind: 'heading', level: 1, isTitle: true };
  const heading = isBody ? undefined : names.map(headingOfName).find((level) => level !== undefined);
  if (heading !== undefined) return { kind: 'heading', level: heading };
  if (names.some(isCaptionName)) return { kind: 'caption' };
  return around;
}

function isDrawing(name: string): boolean {
  return name.startsWith('draw:') && name !== 'draw:a';
}

/** The outermost elements in a drawing that hold paragraphs: text boxes, and shapes with text. */
function boxesOf(element: XmlElement): XmlElement[] {
  const children = childrenOf(element);
  if (children.some(({ name }) => name === 'text:p' || name === 'text:h' || name === 'text:list')) return [element];
  return children.filter(({ name }) => !SILENT.has(name)).flatMap(boxesOf);
}

/** What pictures say, but not those in a text box, which say it themselves. */
function withinDrawings(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return isDrawing(child.name) && child.name !== 'draw:text-box' ? withinDrawings(child, name) : [];
  });
}
