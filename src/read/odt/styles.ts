import type { XmlElement } from '../../tmx/model.ts';
import type { TextFormat } from '../office/marks.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';

/** What a style says, what its parents say included. */
export interface Style {
  /** Its names and those of its parents, the nearest first, as the program shows them, in lower case. */
  readonly names: readonly string[];
  readonly format: TextFormat;
  /** Whether it is said that what looks like a heading is none. */
  readonly isBody: boolean;
}

/** Styles have parents, but not for ever. */
const MAX_CHAIN = 50;
const NONE: Style = { names: [], format: {}, isBody: false };

/** The styles of a document, those that the program made for single stretches of text included. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();

  /** Takes the styles in an element that holds some. Those of the same name that came first are overruled. */
  addAll(parent: XmlElement): void {
    for (const element of childrenOf(parent, 'style:style')) {
      const { 'style:family': family, 'style:name': name } = element.attributes;
      if (family !== undefined && name !== undefined) this.#elements.set(`${family} ${name}`, element);
    }
    this.#resolved.clear();
  }

  /** @param family `paragraph` or `text`. */
  get(family: 'paragraph' | 'text', name: string | undefined): Style {
    if (name === undefined) return NONE;
    const key = `${family} ${name}`;
    let style = this.#resolved.get(key);
    if (style === undefined) {
      style = this.#resolve(family, name);
      this.#resolved.set(key, style);
    }
    return style;
  }

  #resolve(family: string, name: string): Style {
    const names: string[] = [];
    let format: TextFormat = {};
    let outlineLevel: string | undefined;
    const seen = new Set<string>();
    // From the nearest to the farthest: what is nearer overrules.
    for (let at: string | undefined = name; at !== undefined && seen.size < MAX_CHAIN && !seen.has(at);) {
      seen.add(at);
      const element = this.#elements.get(`${family} ${at}`);
      names.push((element?.attributes['style:display-name'] ?? decodeName(at)).toLowerCase());
      if (element === undefined) break;
      format = { ...formatOf(childOf(element, 'style:text-properties')), ...format };
      outlineLevel ??= element.attributes['style:default-outline-level'];
      at = element.attributes['style:parent-style-name'];
    }
    return { names, format, isBody: outlineLevel === '' };
  }
}

/** Names of styles have `_20_` for a space, and so on. */
function decodeName(name: string): string {
  return name.replace(/_([0-9a-f]{2,6})_/g, (whole, code: string) => {
    const number = Number.parseInt(code, 16);
    return number >= 0x20 && number <= 0x10ffff ? String.fromCodePoint(number) : whole;
  });
}

function formatOf(properties: XmlElement | undefined): TextFormat {
  if (properties === undefined) return {};
  const { attributes } = properties;
  const weight = attributes['fo:font-weight'];
  const slant = attributes['fo:font-style'];
  const line = attributes['style:text-underline-style'];
  const through = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  const [height] = (attributes['style:text-position'] ?? '').split(' ');
  const display = attributes['text:display'];
  const lift = height === 'super' ? 1 : height === 'sub' ? -1 : Number.parseFloat(height!);
  return {
    ...(weight === undefined ? {} : { b: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { i: slant !== 'normal' }),
    ...(line === undefined ? {} : { u: line !== 'none' }),
    ...(through === undefined ? {} : { s: through !== 'none' }),
    ...(height === '' ? {} : { sub: lift < 0, sup: lift > 0 }),
    ...(display === undefined ? {} : { isHidden: display === 'none' }),
  };
}
