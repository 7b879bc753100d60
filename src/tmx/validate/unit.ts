import type { Inline, XmlElement } from '../model.ts';
import type { TmxRuleId, Values } from './rules.ts';

/** A unit as rules look at it: its element whole, in the order of the file. */
export interface ReadUnit {
  readonly element: XmlElement;
  readonly variants: readonly ReadVariant[];
  /** What the header says; undefined where there is none, or it does not say. */
  readonly sourceLanguage: string | undefined;
}

export interface ReadVariant {
  readonly element: XmlElement;
  /** As it stands in the file; empty where the variant does not say. */
  readonly lang: string;
  readonly seg: XmlElement | undefined;
}

/** Notes a problem at an element. */
export type Report = (rule: TmxRuleId, at: XmlElement, values?: Values) => void;

/** Makes a unit of its element. */
export function toReadUnit(element: XmlElement, sourceLanguage: string | undefined): ReadUnit {
  const variants = childrenOf(element, 'tuv').map((variant) => ({
    element: variant,
    lang: variant.attributes['xml:lang'] ?? variant.attributes['lang'] ?? '',
    seg: childrenOf(variant, 'seg')[0],
  }));
  return { element, variants, sourceLanguage };
}

/** The children of a name; of any where none is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.content.filter(
    (node): node is XmlElement => typeof node !== 'string' && (name === undefined || node.name === name),
  );
}

/** All elements below one, in the order of the file. */
export function elementsIn(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = childrenOf(element).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    // One by one: a segment may have more elements than a call can have arguments.
    for (let k = next.content.length - 1; k >= 0; k -= 1) {
      const child = next.content[k] as Inline;
      if (typeof child !== 'string') waiting.push(child);
    }
  }
  return found;
}
