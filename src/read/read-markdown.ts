import type { Nodes, Parents, Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { directive } from 'micromark-extension-directive';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { BlockKind, Document, Furniture } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { BlockText } from './block-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { STANDALONE_ELEMENTS } from './html-names.ts';
import { createMarkupDocument, parseDirective } from './markup.ts';
import type { MarkupBlock, MarkupParts } from './markup.ts';
import { readHtmlPart } from './read-html.ts';
import { createSource, placeOf } from './source.ts';
import type { Source } from './source.ts';

export interface MarkdownOptions {
  /** How errors name the file. */
  readonly file: string;
  /** Whether what images say in words, and the titles of images and links, are read too. */
  readonly attributes?: boolean | undefined;
}

/**
 * Reads Markdown: CommonMark with the tables, footnotes and strikethrough of GitHub, front matter of YAML, and directives
 * (`:::note`). Code blocks are furniture. HTML in it is read as HTML.
 *
 * @throws {ParalignError} `markup-invalid` where more mark-up stands in other mark-up than a parser should be given.
 */
export function readMarkdown(
  source: Source,
  locale: Locale,
  options: MarkdownOptions,
): Omit<Document, 'locale' | 'origin'> {
  return readTree(source, locale, options, 'Markdown', [directive()], []);
}

/**
 * Reads MDX: Markdown with components and expressions. A component is mark-up, what stands in it text; programs are left out.
 *
 * @throws {ParalignError} `markup-invalid` where a tag or an expression is not closed or is not JavaScript.
 */
export function readMdx(source: Source, locale: Locale, options: MarkdownOptions): Omit<Document, 'locale' | 'origin'> {
  return readTree(source, locale, options, 'MDX', [directive(), mdxjs()], [mdxFromMarkdown()]);
}

type ParserOptions = NonNullable<Parameters<typeof fromMarkdown>[1]>;

function readTree(
  source: Source,
  locale: Locale,
  options: MarkdownOptions,
  format: string,
  syntax: NonNullable<ParserOptions['extensions']>,
  nodes: NonNullable<ParserOptions['mdastExtensions']>,
): Omit<Document, 'locale' | 'origin'> {
  const refuse = (offset: number, reason: string): ParalignError => {
    const { line, column } = placeOf(source, offset);
    return new ParalignError('markup-invalid', { file: options.file, line, column, format, reason });
  };
  const excess = EXCESS.exec(source.text);
  if (excess !== null) throw refuse(excess.index, 'more marks stand here in a row than anybody writes');
  let tree: Root;
  try {
    tree = fromMarkdown(source.text, {
      extensions: [gfm(), frontmatter(['yaml', 'toml']), ...syntax],
      mdastExtensions: [
        gfmFromMarkdown(),
        frontmatterFromMarkdown(['yaml', 'toml']),
        directiveFromMarkdown(),
        ...nodes,
      ],
    });
  } catch (error) {
    if (error instanceof RangeError) throw refuse(0, 'its mark-up is nested too deep');
    throw syntaxError(error, options.file, format);
  }
  return createMarkupDocument(source, locale, new MarkdownReader(source, locale, options).read(tree));
}

/**
 * What makes the parser take minutes for a few kilobytes: long runs of the marks of emphasis or code, and hundreds of
 * quotations or lists in each other.
 */
const EXCESS =
  /[*_~]{1000}|`{100}|\[{1000}|(?:^|(?<=[\r\n]))(?:[ \t]{200,}(?=(?:[-+*]|\d{1,9}[.)])[ \t])|(?:[ \t]{0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){200})/;

/** What the parser says of a place in the file. */
interface ParserMessage {
  readonly reason?: string;
  readonly line?: number;
  readonly column?: number;
}

function syntaxError(error: unknown, file: string, format: string): unknown {
  const { reason, line, column } = error as ParserMessage;
  if (reason === undefined) return error;
  // Of a tag that is not closed the place stands in the message alone: (3:1-3:4).
  const named = /\((\d+):(\d+)(?:-\d+:\d+)?\)/.exec(reason);
  const data = {
    file,
    line: line ?? Number(named?.[1] ?? 1),
    column: column ?? Number(named?.[2] ?? 1),
    format,
    // The messages of the parser end as sentences do, ours go on.
    reason: reason.replace(/\.\s*$/, ''),
  };
  return new ParalignError('markup-invalid', data, { cause: error });
}

/** What HTML calls the mark-up of Markdown. */
const NAMES: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  delete: 'del',
  link: 'a',
  linkReference: 'a',
  image: 'img',
  imageReference: 'img',
};

interface BlockContext {
  readonly kind: BlockKind;
  readonly level?: number;
}

/** Nothing that people write is nested deeper; the parser itself takes long for such a file. */
const MAX_DEPTH = 1000;

class MarkdownReader {
  readonly #source: Source;
  readonly #locale: Locale;
  readonly #options: MarkdownOptions;
  readonly #blocks: MarkupBlock[] = [];
  readonly #furniture: Furniture[] = [];
  readonly #directives: Array<MarkupParts['directives'][number]> = [];
  #said: MarkupBlock[] = [];
  #title: string | undefined;

  constructor(source: Source, locale: Locale, options: MarkdownOptions) {
    this.#source = source;
    this.#locale = locale;
    this.#options = options;
  }

  read(tree: Root): MarkupParts {
    this.#readFlow(tree, { kind: 'paragraph' }, 0, 0);
    const title = this.#title ?? this.#blocks.find(({ kind, level }) => kind === 'heading' && level === 1)?.text;
    return {
      ...(title === undefined ? {} : { title }),
      blocks: this.#blocks,
      furniture: this.#furniture,
      directives: this.#directives,
    };
  }

  #readFlow(parent: Parents, context: BlockContext, listDepth: number, depth: number): void {
    for (const node of parent.children) this.#readBlock(node, context, listDepth, depth + 1);
  }

  #readBlock(node: Nodes, context: BlockContext, listDepth: number, depth: number): void {
    if (depth > MAX_DEPTH) {
      const { line, column } = placeOf(this.#source, startOf(node));
      const reason = `blocks stand in each other ${MAX_DEPTH} deep`;
      throw new ParalignError('markup-invalid', { file: this.#options.file, line, column, format: 'Markdown', reason });
    }
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is left is one case
    switch (node.type) {
      case 'yaml':
        this.#readFrontMatter(node.value, startOf(node));
        return;
      case 'heading':
        this.#readText(node, { kind: 'heading', level: node.depth });
        return;
      case 'paragraph':
      case 'leafDirective':
        this.#readText(node, context);
        return;
      case 'tableCell':
        this.#readText(node, { kind: 'table-cell' });
        return;
      case 'list':
        this.#readFlow(node, context, listDepth + 1, depth);
        return;
      case 'listItem':
        this.#readFlow(node, { kind: 'list-item', level: Math.max(listDepth, 1) }, listDepth, depth);
        return;
      case 'blockquote':
      case 'footnoteDefinition':
        this.#readFlow(node, { kind: 'paragraph' }, listDepth, depth);
        return;
      case 'table':
      case 'tableRow':
      case 'containerDirective':
      case 'mdxJsxFlowElement':
        this.#readFlow(node, context, listDepth, depth);
        return;
      case 'html':
        this.#readHtml(this.#rawOf(node), startOf(node));
        return;
      case 'code':
      case 'mdxjsEsm':
        this.#keep(node.value, startOf(node));
        return;
      case 'mdxFlowExpression':
        if (!this.#readComment(node.value, startOf(node))) this.#keep(this.#rawOf(node), startOf(node));
        return;
      case 'definition':
      case 'thematicBreak':
        return;
      default:
        // The types do not know of front matter in TOML.
        if ((node.type as string) === 'toml') this.#keep(this.#rawOf(node), startOf(node));
        else this.#readText(node, context);
    }
  }

  #readText(node: Nodes, context: BlockContext): void {
    const text = new BlockText();
    if ('children' in node) for (const child of node.children) this.#readInline(child, text, 0);
    else this.#readInline(node, text, 0);
    const gathered = text.take();
    if (gathered !== undefined) this.#blocks.push({ ...context, ...gathered });
    this.#blocks.push(...this.#said.splice(0));
  }

  #readInline(node: Nodes, text: BlockText, depth: number): void {
    // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is left is one case
    switch (node.type) {
      case 'text':
        text.addText(node.value, startOf(node), this.#rawOf(node));
        return;
      case 'break':
        text.addBreak();
        return;
      case 'inlineCode': {
        const raw = this.#rawOf(node);
        const fence = /^`*/.exec(raw)![0];
        const at = Math.max(raw.indexOf(node.value), 0);
        text.addCode('open', 'code', fence);
        text.addText(node.value, startOf(node) + at, node.value);
        text.addCode('close', 'code', fence);
        return;
      }
      case 'image':
      case 'imageReference':
        text.addCode('standalone', 'img', this.#rawOf(node));
        this.#readSaid(node.alt, node);
        if (node.type === 'image') this.#readSaid(node.title, node);
        return;
      case 'footnoteReference':
        text.addCode('standalone', 'footnote', this.#rawOf(node));
        return;
      case 'html':
        this.#readTag(node.value, startOf(node), text);
        return;
      case 'mdxTextExpression':
        if (!this.#readComment(node.value, startOf(node))) text.addCode('standalone', 'expression', this.#rawOf(node));
        return;
      case 'textDirective':
        // `12:30`, `note:this`: without a label in brackets it is what its author wrote.
        if (node.children.length === 0) {
          const raw = this.#rawOf(node);
          text.addText(raw, startOf(node), raw);
          return;
        }
        this.#readSpan(node, node.name, text, depth);
        return;
      case 'mdxJsxTextElement':
        if (node.name === 'br') text.addBreak();
        else if (node.children.length === 0) text.addCode('standalone', node.name ?? '', this.#rawOf(node));
        else this.#readSpan(node, node.name ?? '', text, depth);
        return;
      case 'link':
        this.#readSpan(node, 'a', text, depth);
        this.#readSaid(node.title, node);
        return;
      default:
        if ('children' in node) this.#readSpan(node, NAMES[node.type] ?? node.type, text, depth);
        else if ('value' in node) text.addText(node.value, startOf(node), this.#rawOf(node));
    }
  }

  /** Mark-up around a text: what stands in the file before its first child and after its last is the mark-up. */
  #readSpan(node: Parents, name: string, text: BlockText, depth: number): void {
    const from = startOf(node);
    const to = endOf(node);
    const first = node.children[0];
    const last = node.children.at(-1);
    if (depth > MAX_DEPTH) {
      text.addText(this.#rawOf(node), from, this.#rawOf(node));
      return;
    }
    text.addCode('open', name, this.#source.text.slice(from, first === undefined ? to : startOf(first)));
    for (const child of node.children) this.#readInline(child, text, depth + 1);
    text.addCode('close', name, last === undefined ? '' : this.#source.text.slice(endOf(last), to));
  }

  /** A tag of HTML in the middle of a text; a comment is a directive or nothing. */
  #readTag(html: string, offset: number, text: BlockText): void {
    if (html.startsWith('<!--')) {
      const directive = parseDirective(html.slice(4, -3));
      if (directive !== undefined) this.#directives.push({ ...directive, place: placeOf(this.#source, offset) });
      return;
    }
    const [, slash = '', name = ''] = /^<(\/?)([a-z][\w:-]*)/i.exec(html) ?? [];
    const element = name.toLowerCase();
    if (element === 'br') text.addBreak();
    else if (element === '' || STANDALONE_ELEMENTS.has(element) || html.endsWith('/>'))
      text.addCode('standalone', element, html);
    else text.addCode(slash === '' ? 'open' : 'close', element, html);
  }

  /** A block of HTML. */
  #readHtml(html: string, offset: number): void {
    const part = readHtmlPart(createSource(html), this.#locale, this.#options);
    const move = <Placed extends Pick<Furniture, 'place'>>(item: Placed): Placed =>
      item.place === undefined ? item : { ...item, place: placeOf(this.#source, offset + item.place.offset) };
    for (const block of part.blocks)
      this.#blocks.push({ ...block, offsets: block.offsets.map((place) => place + offset) });
    this.#furniture.push(...part.furniture.map(move));
    this.#directives.push(...part.directives.map(move));
  }

  /** A comment of MDX: an expression that holds nothing else. */
  #readComment(expression: string, offset: number): boolean {
    const comment = /^\s*\/\*([^]*?)\*\/\s*$/.exec(expression)?.[1];
    if (comment === undefined) return false;
    const directive = parseDirective(comment);
    if (directive !== undefined) this.#directives.push({ ...directive, place: placeOf(this.#source, offset) });
    return true;
  }

  #readFrontMatter(yaml: string, offset: number): void {
    const start = this.#source.text.indexOf(yaml, offset);
    for (const { key, text, at } of readFrontMatter(yaml)) {
      const gathered = new BlockText();
      gathered.addText(text, start + at, text);
      const taken = gathered.take();
      if (taken === undefined) continue;
      if (key === 'title') this.#title = taken.text;
      this.#blocks.push({ ...(key === 'title' ? { kind: 'heading', level: 1 } : { kind: 'paragraph' }), ...taken });
    }
  }

  #readSaid(said: string | null | undefined, node: Nodes): void {
    if (this.#options.attributes !== true || said === null || said === undefined) return;
    const gathered = new BlockText();
    const at = Math.max(this.#rawOf(node).indexOf(said), 0);
    gathered.addText(said, startOf(node) + at, said);
    const taken = gathered.take();
    if (taken !== undefined) this.#said.push({ kind: 'caption', ...taken });
  }

  /** What is not to be translated. */
  #keep(text: string, offset: number): void {
    if (text.trim() !== '')
      this.#furniture.push({ kind: 'code', text: text.trim().normalize('NFC'), place: placeOf(this.#source, offset) });
  }

  #rawOf(node: Nodes): string {
    return this.#source.text.slice(startOf(node), endOf(node));
  }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
