import { ParalignError } from '../model/errors.ts';
import { decodeXml } from './decode.ts';
import { XmlEntities } from './entities.ts';
import type {
  Attributes,
  Inline,
  Tmx,
  TmxHeader,
  TranslationUnit,
  TranslationUnitVariant,
  XmlElement,
} from './model.ts';
import { limitsOf, localName, XmlScanner } from './scan.ts';
import type { XmlLimits, XmlPiece, XmlPlace } from './scan.ts';
import { parseXml } from './xml.ts';
import type { LocatedUnit } from './read-stream.ts';

export interface ParseTmxOptions {
  /** The file's name, for messages. Default `TMX`. */
  readonly file?: string;
  readonly limits?: XmlLimits;
  /**
   * Whether to expand entities that the file itself declares as text, such as `<!ENTITY co "Smith &#38;amp; Sons">`: without mark-up or
   * other entities in them, and within {@link XmlLimits}. What stands in another file is refused, as are parameter entities.
   * Default false: a file that declares any entity is refused.
   */
  readonly entities?: boolean;
}

/**
 * Reads a whole TMX file of version 1.1 to 1.4b. For files of hundreds of megabytes, this holds them in memory.
 *
 * White space in segments is never touched, attributes and elements that TMX does not know are kept. What is not
 * well-formed XML is refused; what is well-formed but breaks a rule of TMX is read as far as the model can hold it.
 *
 * @param input bytes in any encoding that their mark or declaration names, or text.
 * @throws {ParalignError} `xml-malformed`, `xml-refused`, `tmx-invalid`, each with file, line and column; `xml-bytes`
 *   with the offset of the first byte that is not text; `xml-encoding`.
 */
export function parseTmx(input: Uint8Array | string, options: ParseTmxOptions = {}): Tmx {
  const { file = 'TMX' } = options;
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decodeXml(input, file);
  const builder = new TmxBuilder(file);
  const entities = new XmlEntities(limitsOf(options.limits), options.entities ?? false);
  builder.add(new XmlScanner(file, options.limits, undefined, entities).push(text, true));
  return builder.finish();
}

/** How many elements are parsed at a time: between 10 and 100 it makes no difference, one by one is slower. */
const BATCH = 50;

/** Puts the pieces of a file together. */
export class TmxBuilder {
  readonly #file: string;
  readonly #units: LocatedUnit[] = [];
  readonly #others: XmlElement[] = [];
  readonly #prolog: XmlElement[] = [];
  #root: XmlElement | undefined;
  #header: TmxHeader | undefined;
  /** The prefix, with its colon, that the root's name has. */
  #prefix = '';

  readonly #onMend: OnMend;

  /** @param onMend told of what the model cannot hold as it is in the file. */
  constructor(file: string, onMend: OnMend = () => undefined) {
    this.#file = file;
    this.#onMend = onMend;
  }

  add(pieces: readonly XmlPiece[]): void {
    for (let from = 0; from < pieces.length; from += BATCH) {
      const batch = pieces.slice(from, from + BATCH);
      const stray = batch.findIndex(({ kind }) => kind === 'text');
      const good = stray === -1 ? batch : batch.slice(0, stray);
      parseXml(good.map(({ xml }) => xml)).forEach((element, k) => this.#addElement(good[k]!, element));
      if (stray !== -1) throw this.#invalid(batch[stray]!.place, 'there is text where only elements may stand');
    }
  }

  #addElement({ kind, place }: XmlPiece, raw: XmlElement): void {
    const element = this.#withoutPrefix(raw);
    if (kind === 'instruction') (this.#root ? this.#others : this.#prolog).push(element);
    else if (kind === 'container') this.#open(element, place);
    else if (element.name === 'tu')
      this.#units.push({ ...toUnit(element, place, (reason) => this.#invalid(place, reason), this.#onMend), place });
    else if (element.name === 'header' && this.#header === undefined) {
      const { attributes, content } = element;
      this.#header = { attributes, meta: elementsOf(content, (reason) => this.#invalid(place, reason)) };
    } else this.#others.push(element);
  }

  #open(element: XmlElement, place: XmlPlace): void {
    if (this.#root !== undefined) return;
    const prefix = /^[^:]*:/.exec(element.name)?.[0] ?? '';
    if (localName(element.name) !== 'tmx')
      throw this.#invalid(place, `the root element is <${element.name}>, not <tmx>`);
    this.#prefix = prefix;
    const { [`xmlns:${prefix.slice(0, -1)}`]: namespace, ...attributes } = element.attributes;
    this.#root = {
      ...element,
      attributes: namespace === undefined ? element.attributes : { xmlns: namespace, ...attributes },
    };
  }

  /** Takes off the prefix that the root has: it says the same as a default namespace. */
  #withoutPrefix(element: XmlElement): XmlElement {
    const prefix = this.#prefix;
    if (prefix === '') return element;
    return {
      name: element.name.startsWith(prefix) ? element.name.slice(prefix.length) : element.name,
      attributes: element.attributes,
      content: element.content.map((node) => (typeof node === 'string' ? node : this.#withoutPrefix(node))),
    };
  }

  /** Tells of what the file as a whole lacks; the writer adds it. @param hasBody whether there was a body. */
  mendWhole(place: XmlPlace, hasBody: boolean): void {
    if (this.#header === undefined) this.#onMend('mended-header', place);
    if (!hasBody) this.#onMend('mended-body', place);
  }

  /** The prefix, with its colon, that the root's name has; empty where it has none. */
  get prefix(): string {
    return this.#prefix;
  }

  /** The units that were added since it was asked last, with their places. */
  takeUnits(): LocatedUnit[] {
    return this.#units.splice(0);
  }

  finish(): Tmx {
    const { version = '', ...attributes } = this.#root?.attributes ?? {};
    return {
      version,
      header: this.#header ?? { attributes: {}, meta: [] },
      units: this.#units.map(({ place: _, ...unit }) => unit),
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(this.#prolog.length > 0 && { prolog: this.#prolog }),
      ...(this.#others.length > 0 && { others: this.#others }),
    };
  }

  #invalid({ line, column }: XmlPlace, reason: string): ParalignError {
    return new ParalignError('tmx-invalid', { file: this.#file, line, column, reason });
  }
}

type Fail = (reason: string) => ParalignError;

/** What is not kept as it was, since it breaks the DTD, and where the unit or the file starts that it is in. */
export type OnMend = (rule: MendRule, place: XmlPlace, tuid?: string) => void;
export type MendRule = 'mended-order' | 'mended-segment' | 'mended-header' | 'mended-body';

/** What is mended in a file that breaks the DTD: how it is told. */
export const MENDED: Readonly<Record<MendRule, string>> = {
  'mended-order': 'elements stand in an order that the DTD does not allow; they are put in order',
  'mended-segment': 'a variant has no <seg>; an empty one is written',
  'mended-header': 'the file has no <header>; an empty one is written',
  'mended-body': 'the file has no <body>; one is written',
};

function toUnit({ attributes, content }: XmlElement, place: XmlPlace, fail: Fail, onMend: OnMend): TranslationUnit {
  const mend = (rule: MendRule): void => onMend(rule, place, attributes['tuid']);
  const meta: XmlElement[] = [];
  const variants: TranslationUnitVariant[] = [];
  for (const element of elementsOf(content, fail)) {
    if (element.name === 'tuv') variants.push(toVariant(element, fail, mend));
    else {
      if (variants.length > 0) mend('mended-order');
      meta.push(element);
    }
  }
  return { attributes, meta, variants };
}

function toVariant(element: XmlElement, fail: Fail, mend: (rule: MendRule) => void): TranslationUnitVariant {
  const { 'xml:lang': xmlLang, ...attributes } = element.attributes;
  const meta: XmlElement[] = [];
  let seg: XmlElement | undefined;
  for (const child of elementsOf(element.content, fail)) {
    if (child.name === 'seg' && seg === undefined) seg = child;
    else {
      if (seg !== undefined) mend('mended-order');
      meta.push(child);
    }
  }
  if (seg === undefined) mend('mended-segment');
  return {
    lang: xmlLang ?? attributes['lang'] ?? '',
    attributes,
    meta,
    seg: seg?.content ?? [],
    ...(seg && hasAttributes(seg.attributes) && { segAttributes: seg.attributes }),
  };
}

/** The elements in content where text has no meaning. */
function elementsOf(content: readonly Inline[], fail: Fail): XmlElement[] {
  const elements: XmlElement[] = [];
  for (const node of content) {
    if (typeof node !== 'string') elements.push(node);
    else if (/[^ \t\n\r]/.test(node)) throw fail(`there is text where only elements may stand: “${excerpt(node)}”`);
  }
  return elements;
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

function hasAttributes(attributes: Attributes): boolean {
  return Object.keys(attributes).length > 0;
}
