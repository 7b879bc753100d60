import { ParalignError } from '../../../model/errors.ts';
import type { Locale } from '../../../model/locale.ts';
import { note, prop, textOf } from '../../model.ts';
import type { XmlElement } from '../../model.ts';
import type { TmxSource } from '../../read-stream.ts';
import { localName, XmlScanner } from '../../scan.ts';
import type { XmlLimits, XmlPiece, XmlPlace } from '../../scan.ts';
import { parseXml } from '../../xml.ts';
import { headOf, readerOf } from '../unit-reader.ts';
import type { Found, UnitReader } from '../unit-reader.ts';
import { childrenOf } from './elements.ts';
import { idOfGroup } from './open-groups.ts';
import { TMX_NAMESPACE } from './props.ts';
import type { UnitSurroundings } from './read-unit.ts';
import { metaOf12, unitsIn12 } from './read-unit-12.ts';
import { metasIn, unitsIn2 } from './read-unit-2.ts';
import { HEADER_PROPS } from './unit-2.ts';
import { xmlChunks } from './xml-chunks.ts';

export interface ReadXliffOptions {
  /** The file's name, for messages. Default `XLIFF`. */
  readonly file?: string;
  /** The language of the translations, where the file does not say it, as some programs leave it out. */
  readonly target?: Locale;
  readonly limits?: XmlLimits;
}

/**
 * Reads the units of an XLIFF file, of version 1.0 to 1.2 or 2.0 to 2.1, unit by unit: source and, where there is one, target; a unit
 * that is cut into segments gives one unit a segment. A target without text is one that is not translated.
 *
 * The id (or its name: `resname`, `name`) becomes `tuid`, notes become notes. State, approval, groups and an id beside a name become props
 * called `x-xliff-…`. Alternative translations and other modules are passed over. What {@link writeXliff} has noted comes back.
 *
 * @throws {ParalignError} `xliff-invalid`, `xml-malformed`, `xml-refused`, with the place; `file-encoding`, `xml-bytes`,
 *   `xml-encoding`
 */
export function readXliff(source: TmxSource, options: ReadXliffOptions = {}): UnitReader {
  return readerOf(findUnits(source, options));
}

async function* findUnits(source: TmxSource, options: ReadXliffOptions): AsyncGenerator<Found, void, undefined> {
  const { file = 'XLIFF', limits } = options;
  // In XLIFF 2 there is no body: units stand in the file.
  const scanner = new XmlScanner(file, limits, ['file', 'body']);
  const reader = new Reader(file, options.target ?? '');
  for await (const chunk of xmlChunks(source, file)) yield* reader.read(scanner.push(chunk, false));
  yield* reader.read(scanner.push('', true));
  yield* reader.head();
}

class Reader {
  readonly #file: string;
  #version: 1 | 2 | undefined;
  #isOwn = false;
  #source = '';
  #target = '';
  readonly #given: string;
  /** What the header of the file says, until it is handed out. */
  #meta: XmlElement[] | undefined = [];

  /** @param target the target language of files that name none. */
  constructor(file: string, target: string) {
    this.#file = file;
    this.#given = target;
  }

  *read(pieces: readonly XmlPiece[]): Generator<Found> {
    for (const piece of pieces) {
      const { kind, place } = piece;
      if (kind === 'text') throw this.#invalid(place, 'there is text where only elements may stand');
      const element = kind === 'instruction' ? undefined : parseXml([piece.xml])[0];
      if (element === undefined) continue;
      if (kind === 'element') yield* this.#element(element, place, []);
      else if (this.#version === undefined) this.#root(element, place);
      else if (localName(element.name) === 'file') this.#fileTag(element, place);
    }
  }

  /** What stands before the units, once. */
  *head(): Generator<Found> {
    if (this.#meta === undefined) return;
    const { version, header } = headOf(this.#source);
    yield { head: { version, header: { ...header, meta: this.#meta } } };
    this.#meta = undefined;
  }

  #root({ name, attributes }: XmlElement, place: XmlPlace): void {
    if (localName(name) !== 'xliff') throw this.#invalid(place, `the root element is <${name}>, not <xliff>`);
    const version = /^([12])\.[0-9]$/.exec(attributes['version'] ?? '')?.[1];
    if (version === undefined)
      throw this.#invalid(place, `expected version 1.2 or 2.1, found “${attributes['version'] ?? ''}”`);
    this.#version = version === '1' ? 1 : 2;
    this.#isOwn = attributes['xmlns:tmx'] === TMX_NAMESPACE;
    if (this.#version === 1) return;
    this.#source = attributes['srcLang'] ?? '';
    this.#target = attributes['trgLang'] ?? this.#given;
    if (this.#source === '') throw this.#invalid(place, 'expected the attribute srcLang');
  }

  #fileTag({ attributes }: XmlElement, place: XmlPlace): void {
    if (this.#version === 2) return;
    this.#source = attributes['source-language'] ?? '';
    this.#target = attributes['target-language'] ?? this.#given;
    if (this.#source === '') throw this.#invalid(place, 'expected the attribute source-language');
  }

  *#element(element: XmlElement, place: XmlPlace, groups: readonly string[]): Generator<Found> {
    const { id, name, resname } = element.attributes;
    const around: UnitSurroundings = {
      source: this.#source,
      target: this.#target,
      groups,
      isOwn: this.#isOwn,
      invalid: (reason) => this.#invalid(place, reason),
    };
    switch (localName(element.name)) {
      case 'header':
      case 'metadata':
      case 'notes':
        this.#meta?.push(...headerMeta(element));
        break;
      case 'group': {
        const group = idOfGroup(id, this.#version === 1 ? resname : name);
        const inside = group === undefined ? groups : [...groups, group];
        for (const child of childrenOf(element)) {
          const isUnit = ['group', 'trans-unit', 'unit'].includes(localName(child.name));
          if (isUnit) yield* this.#element(child, place, inside);
        }
        break;
      }
      case 'trans-unit':
      case 'unit': {
        const isOfVersion = (localName(element.name) === 'unit') === (this.#version === 2);
        if (!isOfVersion) break;
        yield* this.head();
        for (const unit of this.#version === 1 ? unitsIn12(element, around) : unitsIn2(element, around))
          // A memory without units has one in XLIFF 2, which says that it has no text.
          if (unit.variants.length > 0) yield { unit, place };
        break;
      }
    }
  }

  #invalid({ line, column }: XmlPlace, reason: string): ParalignError {
    return new ParalignError('xliff-invalid', { file: this.#file, line, column, reason });
  }
}

/** The notes and props that stand before the units: in a header, in metadata of our own, in notes. */
function headerMeta(element: XmlElement): XmlElement[] {
  switch (localName(element.name)) {
    case 'header':
      return childrenOf(element).flatMap((child) => metaOf12(child).made ?? []);
    case 'metadata':
      return metasIn(element)
        .of(HEADER_PROPS)
        .map(([type, text]) => prop(type, text));
    default:
      return childrenOf(element).map(({ content }) => note(textOf(content)));
  }
}
