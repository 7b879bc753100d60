import { textOf } from '../model.ts';
import type { Inline, XmlElement } from '../model.ts';
import { CODES, countCodes } from './codes.ts';

/** A segment and how many codes of it are not as they were. */
interface Cleaned {
  readonly content: readonly Inline[];
  readonly count: number;
}

/** A segment as text alone. */
export function withoutCodes(seg: readonly Inline[]): Cleaned {
  const text = textOf(seg);
  return { content: text === '' ? [] : [text], count: countMarkup(seg) };
}

function countMarkup(seg: readonly Inline[]): number {
  let count = 0;
  for (const node of seg)
    if (typeof node !== 'string')
      count += CODES.has(node.name) ? 1 + countCodes(node.content) : 1 + countMarkup(node.content);
  return count;
}

/**
 * Puts empty `ph` elements in the place of native codes, numbered by `x`: the same code has the same number in all segments of one
 * unit, and the second of two that are the same has another.
 */
export class CodePlaceholders {
  readonly #numbers = new Map<string, number>();

  put(seg: readonly Inline[]): Cleaned {
    const met = new Map<string, number>();
    let count = 0;
    const replace = (nodes: readonly Inline[]): Inline[] =>
      nodes.map((node) => {
        if (typeof node === 'string') return node;
        if (!CODES.has(node.name)) return { ...node, content: replace(node.content) };
        const native = nativeOf(node);
        const nth = (met.get(native) ?? 0) + 1;
        met.set(native, nth);
        const placeholder = this.#placeholder(`${nth} ${native}`);
        if (!isPlaceholder(node, placeholder)) count += 1;
        return placeholder;
      });
    const content = replace(seg);
    return { content, count };
  }

  #placeholder(code: string): XmlElement {
    let number = this.#numbers.get(code);
    if (number === undefined) {
      number = this.#numbers.size + 1;
      this.#numbers.set(code, number);
    }
    return { name: 'ph', attributes: { x: String(number) }, content: [] };
  }
}

/** What a code is to the program that made it; where it holds nothing, what else there is to know it by. */
function nativeOf({ name, attributes, content }: XmlElement): string {
  if (content.length > 0) return JSON.stringify(content);
  return JSON.stringify([name, attributes['x'] ?? attributes['i'] ?? '', attributes['type'] ?? '']);
}

function isPlaceholder(node: XmlElement, placeholder: XmlElement): boolean {
  return (
    node.name === placeholder.name &&
    node.content.length === 0 &&
    Object.keys(node.attributes).length === 1 &&
    node.attributes['x'] === placeholder.attributes['x']
  );
}
