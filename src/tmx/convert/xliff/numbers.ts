import type { Attributes, Inline, XmlElement } from '../../model.ts';

/** Attributes without those that have no value. */
export function some(attributes: Readonly<Record<string, string | undefined>>): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
}

/** Gives a number to each name, from 1, the same one to the same name. */
export class Numbers {
  readonly #given = new Map<string, string>();
  #last = 0;

  of(name: string): string {
    const known = this.#given.get(name);
    if (known !== undefined) return known;
    this.#last += 1;
    this.#given.set(name, String(this.#last));
    return String(this.#last);
  }
}

/** A whole number as TMX wants it in `i` and `x`; undefined where it is none. */
export function numberOf(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? text : undefined;
}

/** Content with text beside text made one. */
export function merged(nodes: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (node === '') continue;
    if (typeof node === 'string' && typeof last === 'string') all[all.length - 1] = last + node;
    else all.push(node);
  }
  return all;
}

/** Codes that open or close what is not closed or opened in the same segment, as TMX wants it: `it` instead of `bpt` and `ept`. */
export function isolateUnpaired(content: readonly Inline[]): Inline[] {
  const pairs = new Map<string, { opens: number; closes: number }>();
  const visit = (nodes: readonly Inline[], see: (element: XmlElement, at: number) => void): void => {
    let at = 0;
    const walk = (list: readonly Inline[]): void => {
      for (const node of list) {
        if (typeof node === 'string') continue;
        see(node, at++);
        walk(node.content);
      }
    };
    walk(nodes);
  };
  visit(content, ({ name, attributes }, at) => {
    if (name !== 'bpt' && name !== 'ept') return;
    const { i = '' } = attributes as { i?: string };
    const pair = pairs.get(i) ?? { opens: -1, closes: -1 };
    if (name === 'bpt' && pair.opens === -1) pair.opens = at;
    if (name === 'ept') pair.closes = at;
    pairs.set(i, pair);
  });
  const isPaired = (i: string): boolean => {
    const pair = pairs.get(i);
    return pair !== undefined && pair.opens !== -1 && pair.closes > pair.opens;
  };
  const mend = (node: Inline): Inline => {
    if (typeof node === 'string') return node;
    const mended = { ...node, content: node.content.map(mend) };
    if ((node.name !== 'bpt' && node.name !== 'ept') || isPaired(node.attributes['i'] ?? '')) return mended;
    const { i: _, ...rest } = node.attributes;
    return { ...mended, name: 'it', attributes: { pos: node.name === 'bpt' ? 'begin' : 'end', ...rest } };
  };
  return content.map(mend);
}
