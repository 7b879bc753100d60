import type { Attributes, Inline, XmlElement } from '../../tmx/model.ts';
import { XmlScanner } from '../../tmx/scan.ts';
import { parseXml } from '../../tmx/xml.ts';

/**
 * So many characters are parsed at a time: a part is never held as a whole tree. They are few, since the scanner counts lines, and all
 * of a part may stand on one.
 */
const CHUNK = 32_768;
/** The most characters of one table, which is held as a whole. */
const LONGEST = 20_000_000;

/** The prefixes by which the readers know the namespaces of office documents, whatever a file calls them. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0': 'fo',
  'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0': 'svg',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://www.w3.org/1999/xlink': 'xlink',
};

/** Which prefix of the readers stands for a prefix of the file; the key of the namespace without prefix is empty. */
type Scope = ReadonlyMap<string, string>;

/**
 * The elements of a part in its order: first the root and the containers in it, each as its start tag alone, and each of
 * their other children whole. Names have the prefixes of {@link PREFIXES}; those of namespaces that are not in it, `?`.
 *
 * @param containers the local names of the containers below the root, each a child of the one before.
 * @throws {ParalignError} `xml-malformed`, `xml-refused`, with `name` as the file
 */
export function* readPart(text: string, name: string, containers: readonly string[] = []): Generator<XmlElement> {
  const scanner = new XmlScanner(name, { unitLength: LONGEST }, containers);
  // A container is in the scope of those around it, and all else in that of the last.
  let scope: Scope = new Map([['xml', 'xml']]);
  for (let at = 0; at < Math.max(text.length, 1); at += CHUNK) {
    const pieces = scanner
      .push(text.slice(at, at + CHUNK), at + CHUNK >= text.length)
      .filter(({ kind }) => kind === 'container' || kind === 'element');
    const elements = parseXml(pieces.map(({ xml }) => xml));
    for (const [k, element] of elements.entries()) {
      if (pieces[k]!.kind === 'container') scope = scopeOf(element.attributes, scope);
      yield renamed(element, scope);
    }
  }
}

/** The children of an element that are elements, of one name where it is given. */
export function childrenOf({ content }: XmlElement, name?: string): XmlElement[] {
  return content.filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  );
}

/** The first child of a name. */
export function childOf({ content }: XmlElement, name: string): XmlElement | undefined {
  return content.find((node): node is XmlElement => typeof node !== 'string' && node.name === name);
}

function renamed({ name, attributes, content }: XmlElement, outer: Scope): XmlElement {
  const scope = scopeOf(attributes, outer);
  return {
    name: nameIn(name, scope, true),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([attribute, value]) => [nameIn(attribute, scope, false), value]),
    ),
    content: content.map((node): Inline => (typeof node === 'string' ? node : renamed(node, scope))),
  };
}

function scopeOf(attributes: Attributes, outer: Scope): Scope {
  let scope: Map<string, string> | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    scope.set(name.slice('xmlns:'.length), prefixOf(value ?? ''));
  }
  return scope ?? outer;
}

function prefixOf(namespace: string): string {
  if (Object.hasOwn(PREFIXES, namespace)) return PREFIXES[namespace]!;
  return /^urn:oasis:names:tc:opendocument:xmlns:(\w+):1\.0$/.exec(namespace)?.[1] ?? '?';
}

/** The name with the readers' prefix. An attribute without prefix is in no namespace. */
function nameIn(name: string, scope: Scope, isElement: boolean): string {
  const colon = name.indexOf(':');
  if (colon === -1 && !isElement) return name;
  const prefix = scope.get(colon === -1 ? '' : name.slice(0, colon));
  return prefix === undefined
    ? colon === -1
      ? name
      : `?:${name.slice(colon + 1)}`
    : `${prefix}:${name.slice(colon + 1)}`;
}
