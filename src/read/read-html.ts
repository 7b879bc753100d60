import { isTag } from 'domhandler';
import type { ChildNode, Document as HtmlDocument, Element, ParentNode } from 'domhandler';
import type { BlockKind, Document, DocumentDate, Furniture } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { BlockText } from './block-text.ts';
import { parseDateLine } from './date-line.ts';
import { directionAttribute, directionOf, languageAttribute, otherLanguage } from './html-language.ts';
import { LISTS, STANDALONE_ELEMENTS } from './html-names.ts';
import { findRegions, parsePage, walk } from './html-page.ts';
import type { PageRegions } from './html-page.ts';
import { isBlockElement, isKept, isVerbatim } from './html-translate.ts';
import { isLanguageSwitcher } from './language-switcher.ts';
import { createMarkupDocument, HEAD_LENGTH, parseDirective } from './markup.ts';
import type { MarkupBlock, MarkupParts } from './markup.ts';
import { placeOf } from './source.ts';
import type { Source } from './source.ts';

export interface HtmlOptions {
  /** How errors name the file. */
  readonly file: string;
  /** A CSS selector: only what it matches is read. */
  readonly select?: string | undefined;
  /** Whether what images say in words, and titles that show up beside a pointer, are read too. */
  readonly attributes?: boolean | undefined;
}

/**
 * Reads a page of HTML: headings, paragraphs, items of lists, cells of tables and captions of its text as blocks; what leads
 * around the page, and what is not to be translated (`<pre>`, `translate="no"`, what ITS says so of), as furniture. Mark-up inside
 * a text is kept as codes. What `lang` and `dir` say of a block is kept with it where the document does not say it. White space is collapsed; `<br>` is a line feed, two of them end the block.
 *
 * @throws {ParalignError} `select-invalid`, `select-empty`
 */
export function readHtml(source: Source, locale: Locale, options: HtmlOptions): Omit<Document, 'locale' | 'origin'> {
  const page = parsePage(source.text);
  const parts = new PageReader(source, locale, options).read(page, findRegions(page, options.select, options.file));
  return createMarkupDocument(source, locale, parts);
}

/** Reads HTML that stands in another format: all of it is text. */
export function readHtmlPart(source: Source, locale: Locale, options: HtmlOptions): MarkupParts {
  const page = parsePage(source.text);
  const regions: PageRegions = { roots: new Set<ParentNode>([page]), isFurniture: () => false };
  return new PageReader(source, locale, options).read(page, regions);
}

/** Mark-up nested deeper than this inside a text is not taken down: no page has it, and it could take long. */
const MAX_INLINE_DEPTH = 100;

/** An element that stands inside a text. */
interface OpenInline {
  readonly element: Element;
  /** Whether it is among the codes of the block that is being gathered. */
  isTaken: boolean;
  /** Whether the block that it began in has ended: it goes on in the next. */
  isCarried: boolean;
}

/** What stands where a block's text is gathered. */
interface BlockContext {
  readonly kind: BlockKind;
  readonly level?: number;
  /** The language and direction that are said of it, where they are not the document's. */
  readonly locale?: Locale;
  readonly direction?: 'ltr' | 'rtl';
}

/** An element that blocks stand in. */
interface OpenBlock {
  readonly context: BlockContext;
  /** Whether what stands in it is not to be translated. */
  readonly isKept: boolean;
  /** Which way an element around it says that text runs. */
  readonly direction: 'ltr' | 'rtl' | undefined;
}

class PageReader {
  readonly #source: Source;
  readonly #locale: Locale;
  readonly #options: HtmlOptions;
  readonly #blocks: MarkupBlock[] = [];
  readonly #furniture: Furniture[] = [];
  readonly #directives: Array<MarkupParts['directives'][number]> = [];
  #text = new BlockText();
  readonly #inline: OpenInline[] = [];
  readonly #open: OpenBlock[] = [{ context: { kind: 'paragraph' }, isKept: false, direction: undefined }];
  #listDepth = 0;
  /** How many elements are open in which there is the page's text, its navigation, text with all its white space. */
  #roots = 0;
  #outer = 0;
  #verbatim = 0;
  /** What images and titles say, until the block that they stand in has ended. */
  #said: MarkupBlock[] = [];
  #pageTitle: string | undefined;
  #date: DocumentDate | undefined;
  #declared: Locale | undefined;

  constructor(source: Source, locale: Locale, options: HtmlOptions) {
    this.#source = source;
    this.#locale = locale;
    this.#options = options;
  }

  read(page: HtmlDocument, { roots, isFurniture }: PageRegions): MarkupParts {
    this.#readHead(page);
    const outer = new Set<ParentNode>();
    walk(page, {
      enter: (node) => {
        if (roots.has(node)) this.#roots += 1;
        if (!isTag(node)) return true;
        if (this.#roots > 0 && isFurniture(node)) {
          this.#flush();
          outer.add(node);
          this.#outer += 1;
        }
        return this.#enter(node);
      },
      leave: (node) => {
        if (isTag(node)) this.#leave(node);
        if (outer.has(node)) {
          this.#flush();
          this.#outer -= 1;
        }
        if (roots.has(node)) {
          this.#flush();
          this.#roots -= 1;
        }
      },
      text: (data, parent, node) => this.#addText(data, parent, node),
      comment: (data, node) => {
        const directive = parseDirective(data);
        if (directive !== undefined)
          this.#directives.push({ ...directive, place: placeOf(this.#source, offsetOf(node)) });
      },
    });
    this.#flush();
    const heading = this.#blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text;
    const title = heading ?? this.#pageTitle;
    return {
      ...(this.#declared === undefined ? {} : { declared: this.#declared }),
      ...(title === undefined ? {} : { title }),
      ...(this.#date === undefined ? {} : { date: this.#date }),
      blocks: this.#blocks,
      furniture: this.#furniture,
      directives: this.#directives,
    };
  }

  /** The title that a browser shows in its tab, which is not on the page itself. */
  #readHead(page: HtmlDocument): void {
    const html = page.children.find((node) => isTag(node) && node.name === 'html') as Element | undefined;
    const head = html?.children.find((node) => isTag(node) && node.name === 'head') as Element | undefined;
    const title = head?.children.find((node) => isTag(node) && node.name === 'title') as Element | undefined;
    const text = title?.children[0];
    if (text === undefined || !('data' in text)) return;
    const gathered = new BlockText();
    gathered.addText(text.data, offsetOf(text), this.#rawOf(text));
    const taken = gathered.take();
    if (taken === undefined) return;
    this.#pageTitle = taken.text;
    this.#furniture.push({
      kind: 'title',
      text: taken.text,
      place: placeOf(this.#source, taken.offsets[0] ?? offsetOf(text)),
    });
  }

  #enter(element: Element): boolean {
    const { name, attribs } = element;
    if (isBlockElement(element)) {
      this.#flush();
      if (LISTS.has(name)) this.#listDepth += 1;
      this.#open.push(this.#openBlock(element));
      if (isVerbatim(name)) this.#verbatim += 1;
      return true;
    }
    if (name === 'br') {
      if (this.#text.isBroken) this.#flush();
      else this.#text.addBreak();
      return false;
    }
    if (name === 'time' && this.#date === undefined && attribs['datetime'] !== undefined) this.#readTime(element);
    if (this.#options.attributes === true) this.#readAttributes(element);
    if (STANDALONE_ELEMENTS.has(name)) {
      // Where a line may break is nothing that a translation would have to keep.
      if (name !== 'wbr') {
        this.#takeInline();
        this.#text.addCode('standalone', name, this.#tagOf(element, 'start'));
      }
      return false;
    }
    if (this.#inline.length < MAX_INLINE_DEPTH) this.#inline.push({ element, isTaken: false, isCarried: false });
    return true;
  }

  #leave(element: Element): void {
    if (isBlockElement(element)) {
      this.#flush();
      this.#open.pop();
      if (LISTS.has(element.name)) this.#listDepth -= 1;
      if (isVerbatim(element.name)) this.#verbatim -= 1;
      return;
    }
    if (this.#inline.at(-1)?.element !== element) return;
    const top = this.#inline.at(-1)!;
    // An anchor, an icon: nothing stands in it, but it stands in the text.
    if (!top.isTaken && !top.isCarried) this.#takeInline();
    if (top.isTaken) this.#text.addCode('close', element.name, this.#tagOf(element, 'end'));
    this.#inline.pop();
  }

  #addText(data: string, parent: ParentNode, node: ChildNode): void {
    if (this.#verbatim === 0 && this.#text.isEmpty && /^[ \t\n\f\r]*$/.test(data)) return;
    if (data !== '' && !/^[ \t\n\f\r]*$/.test(data)) this.#takeInline();
    if (this.#verbatim > 0) this.#text.addVerbatim(data, offsetOf(node));
    else this.#text.addText(data, offsetOf(node, parent), this.#rawOf(node));
  }

  /** Takes the elements that are open down in the codes of the block. */
  #takeInline(): void {
    for (const inline of this.#inline) {
      if (inline.isTaken) continue;
      inline.isTaken = true;
      this.#text.addCode('open', inline.element.name, this.#tagOf(inline.element, 'start'));
    }
  }

  /** Ends the block that is being gathered. */
  #flush(): void {
    for (let k = this.#inline.length - 1; k >= 0; k--) {
      const inline = this.#inline[k]!;
      if (inline.isTaken) this.#text.addCode('close', inline.element.name, this.#tagOf(inline.element, 'end'));
      inline.isTaken = false;
      inline.isCarried = true;
    }
    const gathered = this.#text.take();
    this.#text = new BlockText();
    if (gathered !== undefined) this.#push({ ...this.#open.at(-1)!.context, ...gathered });
    for (const block of this.#said.splice(0)) this.#push(block);
  }

  #push(block: MarkupBlock): void {
    const isText = this.#roots > 0 && this.#outer === 0;
    if (isText && !this.#open.at(-1)!.isKept) {
      this.#blocks.push(block);
      return;
    }
    const { text } = block;
    const side = this.#blocks.length === 0 ? 'header' : 'footer';
    const kind = isText ? 'code' : isLanguageSwitcher(text) ? 'language-switcher' : side;
    this.#furniture.push({ kind, text, place: placeOf(this.#source, block.offsets[0] ?? 0) });
  }

  #readTime(element: Element): void {
    const [child] = element.children;
    const text = child !== undefined && 'data' in child ? child.data.replace(/\s+/g, ' ').trim().normalize('NFC') : '';
    const iso = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/.exec(element.attribs['datetime']!.trim().replace(' ', 'T'))?.[0];
    // A time in the middle of a text is no date of the page.
    if (text === '' || iso === undefined || this.#blocks.length >= HEAD_LENGTH || !this.#text.isEmpty) return;
    if (parseDateLine(text, this.#locale) !== undefined) this.#date = { text, iso };
  }

  #readAttributes(element: Element): void {
    const of = element.sourceCodeLocation as { attrs?: Record<string, { startOffset: number }> } | null | undefined;
    for (const name of ['alt', 'title']) {
      const value = element.attribs[name];
      if (value === undefined) continue;
      const at = of?.attrs?.[name]?.startOffset;
      const gathered = new BlockText();
      gathered.addText(value, (at ?? offsetOf(element)) + (at === undefined ? 0 : name.length + 2), value);
      const taken = gathered.take();
      if (taken !== undefined) this.#said.push({ kind: 'caption', ...taken });
    }
  }

  /** What an element says of the blocks in it, and what those around it say. */
  #openBlock(element: Element): OpenBlock {
    const above = this.#open.at(-1)!;
    const { locale: _, direction: __, ...context } = this.#contextOf(element.name, above.context);
    const own = languageAttribute(element);
    const isPage = element.name === 'html' || element.name === 'body';
    if (isPage) this.#declared = otherLanguage(own, this.#locale) ?? (own === undefined ? this.#declared : undefined);
    const locale = isPage || own === undefined ? above.context.locale : otherLanguage(own, this.#locale);
    const said = directionAttribute(element) ?? above.direction;
    const direction = said === directionOf(locale ?? this.#locale) ? undefined : said;
    return {
      context: { ...context, ...(locale === undefined ? {} : { locale }), ...(direction && { direction }) },
      isKept: isKept(element, above.isKept, this.#locale),
      direction: said,
    };
  }

  #contextOf(name: string, above: BlockContext): BlockContext {
    if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]) };
    switch (name) {
      case 'li':
      case 'dt':
      case 'dd':
        return { kind: 'list-item', level: Math.max(this.#listDepth, 1) };
      case 'td':
      case 'th':
        return { kind: 'table-cell' };
      case 'figcaption':
      case 'caption':
      case 'legend':
        return { kind: 'caption' };
      case 'p':
        // A table that lays the page out has paragraphs in its cells.
        return above.kind === 'table-cell' ? { kind: 'paragraph' } : above;
      case 'table':
      case 'blockquote':
      case 'article':
      case 'section':
      case 'figure':
        return { kind: 'paragraph' };
      default:
        return above;
    }
  }

  #rawOf(node: ChildNode): string {
    const at = node.sourceCodeLocation;
    return at ? this.#source.text.slice(at.startOffset, at.endOffset) : '';
  }

  /** The element's tag as it stands in the file; as it would, where the parser had to add it. */
  #tagOf(element: Element, side: 'start' | 'end'): string {
    const at = element.sourceCodeLocation as TagLocation | null | undefined;
    const tag = side === 'start' ? (at?.startTag ?? (at?.endTag === undefined ? at : undefined)) : at?.endTag;
    if (tag) return this.#source.text.slice(tag.startOffset, tag.endOffset);
    return side === 'start' ? `<${element.name}>` : `</${element.name}>`;
  }
}

interface Location {
  readonly startOffset: number;
  readonly endOffset: number;
}

interface TagLocation extends Location {
  readonly startTag?: Location;
  readonly endTag?: Location;
}

function offsetOf(node: ChildNode, parent?: ParentNode): number {
  return node.sourceCodeLocation?.startOffset ?? parent?.sourceCodeLocation?.startOffset ?? 0;
}
