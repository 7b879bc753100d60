import { selectAll } from 'css-select';
import { isComment, isTag, isText } from 'domhandler';
import type { ChildNode, Document as HtmlDocument, Element, ParentNode } from 'domhandler';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { ParalignError } from '../model/errors.ts';
import { FURNITURE_ROLES, SILENT_ELEMENTS } from './html-names.ts';

/** A page's tree, each node with its place in the text. */
export function parsePage(html: string): HtmlDocument {
  return parse(html, { treeAdapter: adapter, sourceCodeLocationInfo: true });
}

/** What an element holds, scripts and the like left out; lengths count what is not white space. */
interface Content {
  readonly text: number;
  /** Of it, what stands in links. */
  readonly linked: number;
  readonly links: number;
  /** Of the text outside links, what stands in paragraphs. */
  readonly prose: number;
  /** How many headings of the first level. */
  readonly titles: number;
}

const nothing: Content = { text: 0, linked: 0, links: 0, prose: 0, titles: 0 };

/** The parts of a page that are its text, and those that lead around it. */
export interface PageRegions {
  /** The elements in which the page's text stands; what stands outside them does not belong to it. */
  readonly roots: ReadonlySet<ParentNode>;
  /** Whether an element inside a root is navigation, or goes with the page and not with its text. */
  readonly isFurniture: (element: Element) => boolean;
}

/** So much text outside links in paragraphs makes a header a part of the text: a preamble, an introduction. */
const MIN_PROSE = 200;
/** From so many links that hold so great a share of the text on, an element without paragraphs is navigation. */
const MIN_LINKS = 3;
const MIN_LINK_SHARE = 0.6;
/** The only article of a page is its text where it holds at least such a share of it. */
const MIN_ARTICLE_SHARE = 0.5;

/**
 * Tells the text of a page from what surrounds it.
 *
 * The text is what `select` matches; without, `<main>` (or what has that role), or the only `<article>` where it holds half
 * of the page's text, or the whole page. Of that, never with `select`: `<nav>`, `<aside>`, `<search>`, `<dialog>` and what
 * has such a role is navigation; a `<footer>` is, except in a quotation or figure; a `<header>` is, except inside an article
 * or section, or with 200 characters in paragraphs and fewer in links, or with
 * an `<h1>` and little in links. Where the whole page had to be taken, so is an element
 * without paragraphs of which links hold 60% of the text, three at least.
 *
 * @throws {ParalignError} `select-invalid`, `select-empty`
 */
export function findRegions(page: HtmlDocument, select: string | undefined, file: string): PageRegions {
  if (select !== undefined) return { roots: new Set(selected(page, select, file)), isFurniture: () => false };
  const contents = measure(page);
  const of = (node: ParentNode): Content => contents.get(node) ?? nothing;
  const elements = [...contents.keys()].filter((node): node is Element => isTag(node));
  const mains = elements.filter((node) => (node.name === 'main' || roleOf(node) === 'main') && of(node).text > 0);
  const articles = elements.filter((node) => node.name === 'article');
  const article = articles.length === 1 && of(articles[0]!).text >= MIN_ARTICLE_SHARE * of(page).text;
  const roots: ParentNode[] = mains.length > 0 ? mains : article ? articles : [page];
  const isWhole = roots[0] === page;
  return {
    roots: new Set(roots),
    isFurniture: (element) => {
      const { name } = element;
      const role = roleOf(element);
      const { text, linked, links, prose, titles } = of(element);
      if (name === 'nav' || name === 'aside' || name === 'search' || name === 'dialog') return true;
      if (name === 'header') {
        const isText = (prose >= MIN_PROSE && linked < prose) || (titles > 0 && linked < text / 3);
        return !isText && !isInside(element, HEADED);
      }
      if (name === 'footer') return !isInside(element, QUOTED);
      if (FURNITURE_ROLES.has(role)) return true;
      // Any element may be a list of links; one that is a link, or stands in a text, is none.
      return (
        isWhole &&
        CONTAINERS.has(name) &&
        prose === 0 &&
        links >= MIN_LINKS &&
        linked >= MIN_LINK_SHARE * text &&
        !isInside(element, ARTICLE)
      );
    },
  };
}

const HEADED: ReadonlySet<string> = new Set(['article', 'section', 'main']);
const QUOTED: ReadonlySet<string> = new Set(['blockquote', 'figure']);
const ARTICLE: ReadonlySet<string> = new Set(['article']);
const CONTAINERS: ReadonlySet<string> = new Set([
  'div',
  'ul',
  'ol',
  'menu',
  'table',
  'section',
  'td',
  'center',
  'form',
]);

function isInside(element: Element, names: ReadonlySet<string>): boolean {
  for (let at = element.parent; at !== null && isTag(at); at = at.parent) if (names.has(at.name)) return true;
  return false;
}

function selected(page: HtmlDocument, select: string, file: string): Element[] {
  let found: Element[];
  try {
    found = selectAll<ParentNode | ChildNode, Element>(select, page);
  } catch (error) {
    throw new ParalignError('select-invalid', { select, reason: (error as Error).message }, { cause: error });
  }
  if (found.length === 0) throw new ParalignError('select-empty', { file, select });
  return found;
}

function roleOf({ attribs }: Element): string {
  return attribs['role']?.trim().split(/\s+/)[0]?.toLowerCase() ?? '';
}

/** Whether a browser shows nothing of an element, whatever is in it. */
function isSilent({ name, attribs }: Element): boolean {
  return (
    SILENT_ELEMENTS.has(name) ||
    (attribs['hidden'] !== undefined && attribs['hidden'] !== 'until-found') ||
    attribs['aria-hidden'] === 'true' ||
    /(?:^|;)\s*display\s*:\s*none/i.test(attribs['style'] ?? '')
  );
}

/** What every element of a page holds. Without recursion: a page may be nested deeper than the stack. */
function measure(page: HtmlDocument): Map<ParentNode, Content> {
  const contents = new Map<ParentNode, { -readonly [Key in keyof Content]: number }>();
  walk(page, {
    enter(node) {
      contents.set(node, { ...nothing });
      return true;
    },
    text(data, parent) {
      contents.get(parent)!.text += data.replace(/\s+/g, '').length;
    },
    leave(node) {
      const own = contents.get(node)!;
      if (isTag(node)) {
        if (node.name === 'a' && node.attribs['href'] !== undefined) {
          own.linked = own.text;
          own.links += 1;
        } else if (node.name === 'p') own.prose = own.text - own.linked;
        else if (node.name === 'h1') own.titles += 1;
      }
      const above = node.parent === null ? undefined : contents.get(node.parent);
      if (above === undefined) return;
      for (const key of ['text', 'linked', 'links', 'prose', 'titles'] as const) above[key] += own[key];
    },
  });
  return contents;
}

/** What {@link walk} meets. */
interface Visitor {
  /** @returns whether to go into it; where not, it is not left either. */
  enter(node: ParentNode): boolean;
  leave(node: ParentNode): void;
  /** @param node where it stands in the file, if the parser knows. */
  text(data: string, parent: ParentNode, node: ChildNode): void;
  comment?(data: string, node: ChildNode): void;
}

/** Goes through a tree in the order of the page, without what is silent. */
export function walk(root: ParentNode, visitor: Visitor): void {
  const open: { readonly node: ParentNode; next: number }[] = [];
  if (visitor.enter(root)) open.push({ node: root, next: 0 });
  while (open.length > 0) {
    const top = open.at(-1)!;
    const child = top.node.children[top.next];
    top.next += 1;
    if (child === undefined) {
      open.pop();
      visitor.leave(top.node);
    } else if (isText(child)) visitor.text(child.data, top.node, child);
    else if (isComment(child)) visitor.comment?.(child.data, child);
    else if (isTag(child) && !isSilent(child) && visitor.enter(child)) open.push({ node: child, next: 0 });
  }
}

/** Visits every element of a tree in the order of the page, also those that a browser shows nothing of. */
export function walkAll(root: ParentNode, visit: (node: ParentNode) => void): void {
  const open: ParentNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    visit(node);
    for (let k = node.children.length - 1; k >= 0; k--) {
      const child = node.children[k]!;
      if (isTag(child)) open.push(child);
    }
  }
}
