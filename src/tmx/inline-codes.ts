import type { InlineCode, Range } from '../model/document.ts';
import { textOf } from './model.ts';
import type { Inline, XmlElement } from './model.ts';

/** What TMX calls some of what HTML has names for; the rest are called by HTML's names with `x-` before them. */
const TYPES: Readonly<Record<string, string>> = {
  a: 'link',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  img: 'image',
  strong: 'bold',
  u: 'ulined',
};

const NAMES: Readonly<Record<string, string>> = {
  link: 'a',
  bold: 'strong',
  italic: 'em',
  image: 'img',
  ulined: 'u',
};

/**
 * A text with its codes as TMX has them: `bpt` and `ept` where one opens and closes in it, `it` where only one of the two
 * stands in it, `ph` for what stands alone.
 */
export function toInline(text: string, codes: readonly InlineCode[]): Inline[] {
  const numbers = pairNumbers(codes);
  const content: Inline[] = [];
  let end = 0;
  codes.forEach((code, k) => {
    const at = isInPair(text, code.at) ? code.at - 1 : code.at;
    if (at > end) content.push(text.slice(end, at));
    end = Math.max(end, at);
    content.push(toElement(code, numbers[k]));
  });
  if (end < text.length) content.push(text.slice(end));
  return content;
}

/** Whether a place is in the middle of a character beyond the basic plane, which XML cannot cut. */
function isInPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** For each code its number, which that of the same pair has too; undefined where there is none in the list. */
function pairNumbers(codes: readonly InlineCode[]): (number | undefined)[] {
  const numbers = codes.map((): number | undefined => undefined);
  const open: number[] = [];
  let count = 0;
  codes.forEach(({ kind, name }, k) => {
    if (kind === 'open') open.push(k);
    else if (kind === 'close' && open.length > 0 && codes[open.at(-1)!]!.name === name) {
      count += 1;
      numbers[open.pop()!] = count;
      numbers[k] = count;
    }
  });
  return numbers;
}

function toElement({ kind, name, data }: InlineCode, number: number | undefined): XmlElement {
  const type = TYPES[name] ?? `x-${name.replace(/[^\w.-]/g, '-') || 'code'}`;
  const content = data === '' ? [] : [data];
  if (kind === 'standalone') return { name: 'ph', attributes: { type }, content };
  if (number === undefined)
    return { name: 'it', attributes: { pos: kind === 'open' ? 'begin' : 'end', type }, content };
  if (kind === 'open') return { name: 'bpt', attributes: { i: String(number), type }, content };
  return { name: 'ept', attributes: { i: String(number) }, content };
}

/** The codes of a segment of a memory that anyone made; their places count in its {@link textOf text}. */
export function fromInline(seg: readonly Inline[]): InlineCode[] {
  const codes: InlineCode[] = [];
  const names = new Map<string | undefined, string>();
  let at = 0;
  const read = (content: readonly Inline[]): void => {
    for (const node of content) {
      if (typeof node === 'string') {
        at += node.length;
        continue;
      }
      const { name: element, attributes, content: inside } = node;
      const data = dataOf(inside);
      const name = nameOf(attributes['type'], data) ?? element;
      if (element === 'bpt') {
        names.set(attributes['i'], name);
        codes.push({ at, kind: 'open', name, data });
      } else if (element === 'ept') codes.push({ at, kind: 'close', name: names.get(attributes['i']) ?? name, data });
      else if (element === 'it') codes.push({ at, kind: attributes['pos'] === 'end' ? 'close' : 'open', name, data });
      else if (element === 'ph' || element === 'ut') codes.push({ at, kind: 'standalone', name, data });
      // Of other elements the text counts, as it does in `textOf`.
      else if (textOf([node]) !== '') read(inside);
    }
  };
  read(seg);
  return codes;
}

function nameOf(type: string | undefined, data: string): string | undefined {
  const tag = /^<\/?([a-z][\w:-]*)/i.exec(data)?.[1]?.toLowerCase();
  if (tag !== undefined) return tag;
  return type === undefined ? undefined : (NAMES[type] ?? type.replace(/^x-/, ''));
}

function dataOf(content: readonly Inline[]): string {
  return content.map((node) => (typeof node === 'string' ? node : dataOf(node.content))).join('');
}

/** The codes of a text that stands in another one. */
export function moveCodes(codes: readonly InlineCode[], by: number): InlineCode[] {
  return codes.map((code) => ({ ...code, at: code.at + by }));
}

/**
 * The codes of each of a text's segments: what opens goes with what follows, what closes with what was before, and what stands
 * between two segments goes to the end that is nearer in this sense. Their places count in the text.
 */
export function codesOfSegments(codes: readonly InlineCode[], segments: readonly Range[]): InlineCode[][] {
  const found = segments.map((): InlineCode[] => []);
  let k = 0;
  let last = 0;
  for (const code of codes) {
    // Both lists are in order.
    while (k < segments.length - 1 && segments[k]!.to <= code.at) k += 1;
    const after = k;
    const isBetween = code.kind === 'close' && after > 0 && code.at <= segments[after]!.from;
    // Their order stays as it is, so that what opens does not come after what closes it.
    last = Math.max(last, isBetween ? after - 1 : after);
    const segment = segments[last];
    if (segment !== undefined)
      found[last]!.push({ ...code, at: Math.min(Math.max(code.at, segment.from), segment.to) });
  }
  return found;
}
