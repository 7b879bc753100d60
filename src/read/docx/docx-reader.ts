import type { XmlElement } from '../../tmx/model.ts';
import { marksOf } from '../office/marks.ts';
import type { TextFormat } from '../office/marks.ts';
import type { OfficeBlocks, ParagraphKind } from '../office/office-blocks.ts';
import type { Setting } from '../office/office-text.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';
import { Fields, isGeneratedBy, linkOf } from './fields.ts';
import type { Numbering } from './numbering.ts';
import { paragraphKind } from './paragraph-kind.ts';
import { formatOfRun, valueOf } from './properties.ts';
import type { Relationship } from './relationships.ts';
import type { Style, Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** A note at the foot of a page or the end of the document, by its number. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** What a reader of parts is given. */
export interface DocxContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly blocks: OfficeBlocks;
  /** What the part refers to. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Whether what pictures say in words is read too. */
  readonly attributes: boolean;
  /** Told of every note that the text refers to, in order. */
  readonly onNote: (note: NoteReference) => void;
}

/** The paragraph that is being read. */
interface Paragraph {
  readonly style: Style;
  /** What it is, were it to end here. */
  kind: ParagraphKind;
}

/** What stands around runs, and is passed through; what else is in it is not looked at. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
]);

/**
 * Reads the paragraphs of a part: what stands there once all tracked changes are accepted. Deleted, moved and hidden text,
 * comments and the codes of fields are passed over.
 */
export class DocxReader {
  readonly #context: DocxContext;
  #fields = new Fields();

  constructor(context: DocxContext) {
    this.#context = context;
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
    return !this.#fields.isCode;
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
    this.#readInlines(element, paragraph, undefined);
    const mark = properties && childOf(properties, 'w:rPr');
    // Where its end was deleted, it is one paragraph with the next.
    if (mark !== undefined && (childOf(mark, 'w:del') ?? childOf(mark, 'w:moveFrom')) !== undefined) return;
    blocks.flush(paragraph.kind);
  }

  #readInlines(parent: XmlElement, paragraph: Paragraph, link: string | undefined): void {
    for (const child of childrenOf(parent)) this.#readInline(child, paragraph, link);
  }

  #readInline(element: XmlElement, paragraph: Paragraph, link: string | undefined): void {
    const { name, attributes } = element;
    if (name === 'w:r') this.#readRun(element, paragraph, link);
    else if (name === 'w:hyperlink') this.#readInlines(element, paragraph, this.#targetOf(element) ?? link);
    else if (name === 'w:fldSimple') {
      const code = attributes['w:instr'] ?? '';
      if (isGeneratedBy(code)) paragraph.kind = { ...paragraph.kind, isGenerated: true };
      this.#readInlines(element, paragraph, linkOf(code) ?? link);
    } else if (name === 'm:oMath' || name === 'm:oMathPara') this.#addCode('math', '<math/>', { marks: [], link });
    else if (name === 'mc:AlternateContent') {
      const chosen = alternative(element);
      if (chosen !== undefined) this.#readInlines(chosen, paragraph, link);
    } else if (WRAPPERS.has(name)) this.#readInlines(element, paragraph, link);
    // A field of which a part was deleted goes on.
    else for (const mark of descendants(element, 'w:fldChar')) this.#readFieldMark(mark.attributes['w:fldCharType']);
  }

  #readRun(run: XmlElement, paragraph: Paragraph, link: string | undefined): void {
    const properties = childOf(run, 'w:rPr');
    const named = this.#context.styles.ofRun(valueOf(properties, 'w:rStyle'));
    const format: TextFormat = { ...named.format, ...formatOfRun(properties) };
    const marks = marksOf(format, paragraph.style.format);
    const isHidden = format.isHidden ?? paragraph.style.format.isHidden ?? false;
    for (const child of childrenOf(run)) this.#readRunPart(child, paragraph, { marks, link }, isHidden);
  }

  #readRunPart(element: XmlElement, paragraph: Paragraph, setting: Setting, isHidden: boolean): void {
    const { name, attributes } = element;
    // Fields are kept in hidden text, too.
    if (name === 'w:fldChar') this.#readFieldMark(attributes['w:fldCharType']);
    else if (name === 'w:instrText') this.#fields.addCode(stringOf(element));
    if (isHidden || this.#fields.isCode) return;
    const { link = this.#fields.link } = setting;
    const here = { ...setting, link };
    if (this.#fields.isGenerated) paragraph.kind = { ...paragraph.kind, isGenerated: true };
    switch (name) {
      case 'w:t':
        this.#context.blocks.addText(textOfRun(element), here);
        return;
      case 'w:tab':
      case 'w:ptab':
        this.#context.blocks.addText('\t', here);
        return;
      case 'w:br':
      case 'w:cr':
        this.#context.blocks.addBreak(paragraph.kind);
        return;
      case 'w:noBreakHyphen':
        this.#context.blocks.addText('\u2011', here);
        return;
      case 'w:softHyphen':
        this.#context.blocks.addText('\u00AD', here);
        return;
      case 'w:sym':
        this.#readSymbol(attributes['w:font'] ?? '', attributes['w:char'] ?? '', here);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#readNote(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id'] ?? '', here);
        return;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#readPicture(element, here);
        return;
      case 'w:ruby': {
        const base = childOf(element, 'w:rubyBase');
        if (base !== undefined) this.#readInlines(base, paragraph, link);
        return;
      }
      case 'mc:AlternateContent':
        for (const child of childrenOf(alternative(element) ?? element))
          this.#readRunPart(child, paragraph, setting, isHidden);
        return;
      default:
    }
  }

  #readFieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #readSymbol(font: string, code: string, setting: Setting): void {
    const symbol = symbolOf(font, code);
    if (symbol === undefined) this.#addCode('sym', `<w:sym w:font="${font}" w:char="${code}"/>`, setting);
    else this.#context.blocks.addText(symbol, setting);
  }

  #readNote(kind: NoteReference['kind'], id: string, setting: Setting): void {
    this.#addCode('footnote', `<w:${kind}Reference w:id="${id}"/>`, setting);
    this.#context.onNote({ kind, id });
  }

  /** A picture is a code; a text box is read after the paragraph that it hangs on. */
  #readPicture(element: XmlElement, setting: Setting): void {
    const boxes = descendants(element, 'w:txbxContent');
    if (boxes.length === 0) this.#addCode('img', '<img>', setting);
    for (const box of boxes) this.#context.blocks.readLater(() => this.#readBox(box));
    if (!this.#context.attributes) return;
    for (const { name, attributes } of [...descendants(element, 'wp:docPr'), ...descendants(element, 'v:shape')]) {
      const said = name === 'v:shape' ? [attributes['alt']] : [attributes['descr'], attributes['title']];
      for (const text of said) if (text !== undefined) this.#context.blocks.say(text);
    }
  }

  #readBox(box: XmlElement): void {
    const outer = this.#fields;
    this.#fields = new Fields();
    this.readWhole(box, { kind: 'paragraph' });
    this.#fields = outer;
  }

  #addCode(name: string, data: string, setting: Setting): void {
    if (!this.#fields.isCode) this.#context.blocks.addCode(name, data, setting);
  }

  /** Where a link leads: to an address, or to a place in the document. */
  #targetOf({ attributes }: XmlElement): string | undefined {
    const target = this.#context.relationships.get(attributes['r:id'] ?? '')?.target;
    const anchor = attributes['w:anchor'];
    return anchor === undefined ? target : `${target ?? ''}#${anchor}`;
  }
}

/** Of several ways to show the same, the first: the others are for older programs. */
function alternative(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** The outermost elements of a name that stand in an element, the first of alternatives only. */
function descendants(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return descendants(child.name === 'mc:AlternateContent' ? (alternative(child) ?? child) : child, name);
  });
}

function textOfRun(element: XmlElement): string {
  const text = stringOf(element).replace(/[\n\r]/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}

function stringOf({ content }: XmlElement): string {
  return content.filter((node) => typeof node === 'string').join('');
}
