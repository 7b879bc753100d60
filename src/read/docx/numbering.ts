import type { XmlElement } from '../../tmx/model.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';
import { numberOf, valueOf } from './properties.ts';

/** The lists of a document: which levels they have. */
export class Numbering {
  readonly #definitions = new Map<string, XmlElement>();
  readonly #lists = new Map<number, XmlElement>();

  add(element: XmlElement): void {
    const { 'w:abstractNumId': definition, 'w:numId': list } = element.attributes;
    if (element.name === 'w:abstractNum' && definition !== undefined) this.#definitions.set(definition, element);
    if (element.name === 'w:num' && list !== undefined) this.#lists.set(Number(list), element);
  }

  /** The level of a list, from 0, that paragraphs of a style stand at; 0 where none is said to. */
  levelOfStyle(list: number, styles: readonly string[]): number {
    const level = this.#levelsOf(list).find((each) => styles.includes(valueOf(each, 'w:pStyle') ?? ''));
    return Number(level?.attributes['w:ilvl'] ?? 0) || 0;
  }

  /** Whether anything is seen of a list at a level: a number or a bullet. */
  isSeen(list: number, level: number): boolean {
    const found = this.#levelsOf(list).find(({ attributes }) => attributes['w:ilvl'] === String(level));
    return found === undefined || valueOf(found, 'w:numFmt') !== 'none' || (valueOf(found, 'w:lvlText') ?? '') !== '';
  }

  #levelsOf(list: number): XmlElement[] {
    const named = this.#lists.get(list);
    if (named === undefined) return [];
    const overridden = childrenOf(named, 'w:lvlOverride').flatMap((override) => childrenOf(override, 'w:lvl'));
    const definition = this.#definitions.get(valueOf(named, 'w:abstractNumId') ?? '');
    return [...overridden, ...(definition === undefined ? [] : childrenOf(definition, 'w:lvl'))];
  }
}

/** The list and the level that a paragraph names by itself. */
export function listOf(properties: XmlElement | undefined): { list?: number | undefined; level?: number | undefined } {
  const numbering = properties && childOf(properties, 'w:numPr');
  return { list: numberOf(numbering, 'w:numId'), level: numberOf(numbering, 'w:ilvl') };
}
