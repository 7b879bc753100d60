import type { XmlElement } from '../../tmx/model.ts';
import type { TextFormat } from '../office/marks.ts';
import { childOf } from '../office/xml-part.ts';
import { formatOfRun, numberOf, valueOf } from './properties.ts';

/** What a style says, what it is based on included. */
export interface Style {
  /** Its names and those of what it is based on, the nearest first, in lower case. */
  readonly names: readonly string[];
  /** Their ids, in the same order. */
  readonly ids: readonly string[];
  readonly format: TextFormat;
  /** The level of an outline, from 0; 9 is body text. */
  readonly outlineLevel?: number;
  /** The list that it belongs to; 0 is none. */
  readonly list?: number;
  readonly listLevel?: number;
}

const NONE: Style = { names: [], ids: [], format: {} };
/** Styles are based on each other, but not for ever. */
const MAX_CHAIN = 50;

/** The styles of a document, each by its id. */
export class Styles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #resolved = new Map<string, Style>();
  #default: string | undefined;

  add(element: XmlElement): void {
    const { 'w:styleId': id, 'w:type': type, 'w:default': isDefault } = element.attributes;
    if (element.name !== 'w:style' || id === undefined) return;
    this.#elements.set(id, element);
    if (type === 'paragraph' && isDefault !== undefined && /^(?:1|true|on)$/.test(isDefault)) this.#default = id;
  }

  /** The style of a paragraph that names it, or that of paragraphs that name none. */
  ofParagraph(id: string | undefined): Style {
    const named = id !== undefined && this.#elements.has(id) ? id : this.#default;
    // A document without styles still calls them by their ids.
    if (id !== undefined && named === undefined) return { ...NONE, names: [id.toLowerCase()], ids: [id] };
    return this.#resolve(named);
  }

  /** The style of a run. */
  ofRun(id: string | undefined): Style {
    return this.#resolve(id);
  }

  #resolve(id: string | undefined): Style {
    if (id === undefined) return NONE;
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    let style = NONE;
    const ids: string[] = [];
    // From the nearest to the farthest: what is nearer overrules.
    for (let at: string | undefined = id; at !== undefined && ids.length < MAX_CHAIN;) {
      const element = this.#elements.get(at);
      if (element === undefined || ids.includes(at)) break;
      ids.push(at);
      style = { ...ownOf(element), ...style, ...added(style, element), ids };
      at = valueOf(element, 'w:basedOn');
    }
    this.#resolved.set(id, style);
    return style;
  }
}

function added(style: Style, element: XmlElement): Pick<Style, 'names' | 'format'> {
  return {
    names: [...style.names, (valueOf(element, 'w:name') ?? '').toLowerCase()],
    format: { ...formatOfRun(childOf(element, 'w:rPr')), ...style.format },
  };
}

function ownOf(element: XmlElement): Partial<Style> {
  const properties = childOf(element, 'w:pPr');
  const numbering = properties && childOf(properties, 'w:numPr');
  const outlineLevel = numberOf(properties, 'w:outlineLvl');
  const list = numberOf(numbering, 'w:numId');
  const listLevel = numberOf(numbering, 'w:ilvl');
  return {
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
    ...(list === undefined ? {} : { list }),
    ...(listLevel === undefined ? {} : { listLevel }),
  };
}
