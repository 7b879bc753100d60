/** The only file that knows the XML library. */
import { XMLParser } from 'fast-xml-parser';
import type { Attributes, Inline, XmlElement } from './model.ts';
import { INSTRUCTION } from './scan.ts';

/** Names that the library does not take for elements; given to it with a mark that no XML name can have. */
const REFUSED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MARK = '!';

const TEXT = '#text';
const ATTRIBUTES = ':@';
const PREFIX = '@';

const parser = /* @__PURE__ */ new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  // A prefix keeps attributes called `constructor` and the like from being refused.
  attributeNamePrefix: PREFIX,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // References are decoded below: the library leaves numeric ones as they are unless it takes HTML's entities too.
  processEntities: false,
  jPath: false,
  // The scanner has bounded it already.
  maxNestedTags: Number.MAX_SAFE_INTEGER,
  transformTagName: (name) => (REFUSED.has(name) ? name + MARK : name),
  onDangerousProperty: (name) => name,
});

type LibraryNode = Readonly<Record<string, unknown>>;

/**
 * Parses elements that {@link XmlScanner} has handed out: well-formed, without comments, CDATA sections, document type
 * and entities of its own. Some dozens at a time are quicker than one by one.
 */
export function parseXml(elements: readonly string[]): XmlElement[] {
  return (parser.parse(elements.join('')) as LibraryNode[]).map(toElement);
}

function toElement(node: LibraryNode): XmlElement {
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES) as string;
  const attributes = toAttributes(node[ATTRIBUTES]);
  const content = (node[name] as LibraryNode[]).map((child): Inline =>
    Object.hasOwn(child, TEXT) ? decodeReferences(String(child[TEXT])) : toElement(child),
  );
  if (name === INSTRUCTION) return { name: `?${attributes['target'] ?? ''}`, attributes: {}, content };
  return { name: name.endsWith(MARK) ? name.slice(0, -1) : name, attributes, content };
}

function toAttributes(raw: unknown): Attributes {
  if (raw === undefined) return {};
  // Object.fromEntries makes own properties of all names, also of `__proto__`.
  return Object.fromEntries(
    Object.entries(raw as Record<string, string>).map(([name, value]) => [
      name.slice(PREFIX.length),
      // XML reads a literal tab or line feed in an attribute as a space; one that is meant is written as a reference.
      decodeReferences(value.replace(/[\t\n]/g, ' ')),
    ]),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([a-z]+));/g,
    (_, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (NAMED[name] as string),
  );
}
