import type { XmlElement } from '../../tmx/model.ts';
import { marksOf } from '../office/marks.ts';
import type { TextFormat } from '../office/marks.ts';
import type { ParagraphKind } from '../office/office-blocks.ts';
import type { Setting } from '../office/office-text.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';
import { alternative, descendants, WRAPPERS } from './docx-elements.ts';
import type { DocxContext, NoteReference } from './docx-context.ts';
import { Fields, isGeneratedBy, linkOf } from './fields.ts';
import { formatOfRun, valueOf } from './properties.ts';
import type { Style } from './styles.ts';
import { symbolOf } from './symbols.ts';

/** The paragraph that is being read. */
export interface Paragraph {
  readonly style: Style;
  /** What it is, were it to end here. */
  kind: ParagraphKind;
}

/** Reads the text of paragraphs. */
export class DocxText {
  readonly #context: DocxContext;
  readonly #readBox: (box: XmlElement) => void;
  #fields = new Fields();

  /** @param readBox reads the paragraphs of a text box. */
  constructor(context: DocxContext, readBox: (box: XmlElement) => void) {
    this.#context = context;
    this.#readBox = readBox;
  }

  /** Whether all fields have ended whose code has no result yet; where not, text may have been taken for it. */
  get isComplete(): boolean {
    return !this.#fields.isCode;
  }

  /** Reads what stands in a paragraph, or in what stands around its runs. */
  readInlines(parent: XmlElement, paragraph: Paragraph, link?: string): void {
    for (const child of childrenOf(parent)) this.#readInline(child, paragraph, link);
  }

  #readInline(element: XmlElement, paragraph: Paragraph, link: string | undefined): void {
    const { name, attributes } = element;
    if (name === 'w:r') this.#readRun(element, paragraph, link);
    else if (name === 'w:hyperlink') this.readInlines(element, paragraph, this.#targetOf(element) ?? link);
    else if (name === 'w:fldSimple') {
      const code = attributes['w:instr'] ?? '';
      if (isGeneratedBy(code)) paragraph.kind = { ...paragraph.kind, isGenerated: true };
      this.readInlines(element, paragraph, linkOf(code) ?? link);
    } else if (name === 'm:oMath' || name === 'm:oMathPara') this.#addCode('math', '<math/>', { marks: [], link });
    else if (name === 'mc:AlternateContent') {
      const chosen = alternative(element);
      if (chosen !== undefined) this.readInlines(chosen, paragraph, link);
    } else if (WRAPPERS.has(name)) this.readInlines(element, paragraph, link);
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
        if (base !== undefined) this.readInlines(base, paragraph, link);
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
    for (const box of boxes) this.#context.blocks.readLater(() => this.#readBoxApart(box));
    if (!this.#context.attributes) return;
    for (const { name, attributes } of [...descendants(element, 'wp:docPr'), ...descendants(element, 'v:shape')]) {
      const said = name === 'v:shape' ? [attributes['alt']] : [attributes['descr'], attributes['title']];
      for (const text of said) if (text !== undefined) this.#context.blocks.say(text);
    }
  }

  /** Fields around a text box end after it, but are not its own. */
  #readBoxApart(box: XmlElement): void {
    const outer = this.#fields;
    this.#fields = new Fields();
    this.#readBox(box);
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

function textOfRun(element: XmlElement): string {
  const text = stringOf(element).replace(/[\n\r]/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t]+|[ \t]+$/g, '');
}

function stringOf({ content }: XmlElement): string {
  return content.filter((node) => typeof node === 'string').join('');
}
