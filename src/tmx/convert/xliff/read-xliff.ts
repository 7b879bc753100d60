import { ParalignError } from '../../../model/errors.ts';
import { note, prop, textOf } from '../../model.ts';
import type { Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from '../../model.ts';
import type { TmxSource } from '../../read-stream.ts';
import { localName, XmlScanner } from '../../scan.ts';
import type { XmlLimits, XmlPiece, XmlPlace } from '../../scan.ts';
import { parseXml } from '../../xml.ts';
import { headOf, readerOf } from '../unit-reader.ts';
import type { Found, UnitReader } from '../unit-reader.ts';
import { fromXliff12 } from './inline-12.ts';
import { fromXliff2 } from './inline-2.ts';
import { TMX_NAMESPACE } from './write-xliff.ts';
import { xmlChunks } from './xml-chunks.ts';

export interface ReadXliffOptions {
  /** The file's name, for messages. Default `XLIFF`. */
  readonly file?: string;
  readonly limits?: XmlLimits;
}

/**
 * Reads the units of an XLIFF file, of version 1.0 to 1.2 or 2.0 to 2.1, unit by unit: source and, where there is one, target; a unit
 * that is cut into segments gives one unit a segment. A target without text is one that is not translated.
 *
 * The id (or its name: `resname`, `name`) becomes `tuid`, notes become notes. Alternative translations, states and other modules
 * are passed over. What {@link writeXliff} has noted comes back.
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
  const reader = new Reader(file);
  for await (const chunk of xmlChunks(source, file)) yield* reader.read(scanner.push(chunk, false));
  yield* reader.read(scanner.push('', true));
  if (!reader.hasFile) yield { head: headOf(reader.source) };
}

class Reader {
  readonly #file: string;
  #version: 1 | 2 | undefined;
  #isOwn = false;
  source = '';
  hasFile = false;
  #target = '';

  constructor(file: string) {
    this.#file = file;
  }

  *read(pieces: readonly XmlPiece[]): Generator<Found> {
    for (const piece of pieces) {
      const { kind, place } = piece;
      if (kind === 'text') throw this.#invalid(place, 'there is text where only elements may stand');
      const element = kind === 'instruction' ? undefined : parseXml([piece.xml])[0];
      if (element === undefined) continue;
      if (kind === 'element') yield* this.#element(element, place);
      else if (this.#version === undefined) this.#root(element, place);
      else if (localName(element.name) === 'file') yield* this.#fileTag(element, place);
    }
  }

  #root({ name, attributes }: XmlElement, place: XmlPlace): void {
    if (localName(name) !== 'xliff') throw this.#invalid(place, `the root element is <${name}>, not <xliff>`);
    const version = /^([12])\.[0-9]$/.exec(attributes['version'] ?? '')?.[1];
    if (version === undefined)
      throw this.#invalid(place, `expected version 1.2 or 2.1, found “${attributes['version'] ?? ''}”`);
    this.#version = version === '1' ? 1 : 2;
    this.#isOwn = attributes['xmlns:tmx'] === TMX_NAMESPACE;
    if (this.#version === 1) return;
    this.source = attributes['srcLang'] ?? '';
    this.#target = attributes['trgLang'] ?? '';
    if (this.source === '') throw this.#invalid(place, 'expected the attribute srcLang');
  }

  *#fileTag({ attributes }: XmlElement, place: XmlPlace): Generator<Found> {
    if (this.#version === 1) {
      this.source = attributes['source-language'] ?? '';
      this.#target = attributes['target-language'] ?? '';
      if (this.source === '') throw this.#invalid(place, 'expected the attribute source-language');
    }
    if (!this.hasFile) yield { head: headOf(this.source) };
    this.hasFile = true;
  }

  *#element(element: XmlElement, place: XmlPlace): Generator<Found> {
    const name = localName(element.name);
    if (name === 'group') for (const child of childrenOf(element)) yield* this.#element(child, place);
    else if (name === 'trans-unit' && this.#version === 1)
      for (const unit of this.#unit12(element, place)) yield { unit, place };
    else if (name === 'unit' && this.#version === 2)
      for (const unit of this.#unit2(element, place)) yield { unit, place };
  }

  #unit12(element: XmlElement, place: XmlPlace): TranslationUnit[] {
    const { id, resname } = element.attributes;
    const source = childOf(element, 'source');
    if (source === undefined) throw this.#invalid(place, `the trans-unit ${id ?? ''} has no source`);
    const target = childOf(element, 'target');
    const tuid = resname ?? (this.#isOwn ? undefined : id);
    const meta = childrenOf(element)
      .map((child) => ({ of: child.attributes[child.name === 'tmx:prop' ? 'of' : 'annotates'], ...metaOf(child) }))
      .flatMap(({ of, made }) => (made === undefined ? [] : [{ of, made }]));
    const owned = (of: 'source' | 'target' | undefined): XmlElement[] =>
      meta.filter((entry) => (isSide(entry.of) ? entry.of : undefined) === of).map(({ made }) => made);
    const variant = (
      side: 'source' | 'target',
      from: XmlElement,
      content: readonly Inline[],
    ): TranslationUnitVariant => ({
      lang: from.attributes['xml:lang'] ?? (side === 'source' ? this.source : this.#target),
      attributes: own(from),
      meta: owned(side),
      seg: fromXliff12(content, this.#isOwn),
    });
    const attributes = (number: string): TranslationUnit['attributes'] => ({
      ...(tuid === undefined ? {} : { tuid: `${tuid}${number}` }),
      ...own(element),
    });
    const cut = childOf(element, 'seg-source');
    const segments = cut === undefined ? [] : markedSegments(cut);
    if (segments.length > 1) {
      const translated = new Map(markedSegments(target).map(({ attributes: { mid = '' }, content }) => [mid, content]));
      return segments.map((segment, k) => {
        const translation = translated.get(segment.attributes['mid'] ?? '') ?? [];
        return {
          attributes: attributes(`-${segment.attributes['mid'] ?? k + 1}`),
          meta: owned(undefined),
          variants: [
            variant('source', source, segment.content),
            ...(target === undefined || translation.length === 0 ? [] : [variant('target', target, translation)]),
          ],
        };
      });
    }
    return [
      {
        attributes: attributes(''),
        meta: owned(undefined),
        variants: [
          variant('source', source, source.content),
          // A target that is one segment says so, which says nothing.
          ...(target === undefined || target.content.length === 0
            ? []
            : [variant('target', target, cut === undefined ? target.content : withoutMark(target.content))]),
        ],
      },
    ];
  }

  #unit2(element: XmlElement, place: XmlPlace): TranslationUnit[] {
    const { id, name } = element.attributes;
    const data = new Map(
      childrenOf(childOf(element, 'originalData')).map((entry) => [
        entry.attributes['id'] ?? '',
        fromXliff2(entry.content, new Map()),
      ]),
    );
    const groups = childrenOf(childOf(element, 'metadata')).filter(({ attributes }) =>
      attributes['category']?.startsWith('tmx:'),
    );
    const isOwn = groups.length > 0 || /^u\d+$/.test(id ?? '');
    const metas = (category: string): (readonly [string, string])[] =>
      groups
        .filter(({ attributes }) => attributes['category'] === category)
        .flatMap(childrenOf)
        .map(({ attributes: { type = '' }, content }) => [type, textOf(content)] as const);
    const notes = childrenOf(childOf(element, 'notes'));
    const owned = (of: 'source' | 'target' | undefined): XmlElement[] => [
      ...notes
        .filter(({ attributes: { appliesTo } }) => (isSide(appliesTo) ? appliesTo : undefined) === of)
        .map(({ content }) => note(textOf(content))),
      ...metas(`tmx:${of ?? 'tu'}-prop`).map(([type, text]) => prop(type, text)),
    ];
    const variant = (side: 'source' | 'target', content: readonly Inline[]): TranslationUnitVariant => {
      const { 'xml:lang': lang = side === 'source' ? this.source : this.#target, ...attributes } = Object.fromEntries(
        metas(`tmx:${side}`),
      );
      return { lang, attributes, meta: owned(side), seg: fromXliff2(content, data) };
    };
    const tuid = name ?? (isOwn ? undefined : id);
    const segments = childrenOf(element).filter((child) => localName(child.name) === 'segment');
    if (segments.length === 0) throw this.#invalid(place, `the unit ${id ?? ''} has no segment`);
    return segments.flatMap((segment, k) => {
      const source = childOf(segment, 'source');
      if (source === undefined) throw this.#invalid(place, `a segment of the unit ${id ?? ''} has no source`);
      const target = childOf(segment, 'target');
      const number = segments.length === 1 ? '' : `-${segment.attributes['id'] ?? k + 1}`;
      return {
        attributes: {
          ...(tuid === undefined ? {} : { tuid: `${tuid}${number}` }),
          ...Object.fromEntries(metas('tmx:tu')),
        },
        meta: owned(undefined),
        variants: [
          variant('source', source.content),
          ...(target === undefined || target.content.length === 0 ? [] : [variant('target', target.content)]),
        ],
      };
    });
  }

  #invalid({ line, column }: XmlPlace, reason: string): ParalignError {
    return new ParalignError('xliff-invalid', { file: this.#file, line, column, reason });
  }
}

function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.content ?? []).filter((node) => typeof node !== 'string');
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element).find((child) => localName(child.name) === name);
}

function isSide(of: string | undefined): of is 'source' | 'target' {
  return of === 'source' || of === 'target';
}

/** The note or prop that an element of a `trans-unit` stands for. */
function metaOf({ name, attributes, content }: XmlElement): { readonly made: XmlElement | undefined } {
  const lang = attributes['xml:lang'] === undefined ? {} : { 'xml:lang': attributes['xml:lang'] };
  const text = textOf(content);
  if (localName(name) === 'note') return { made: { ...note(text), attributes: lang } };
  if (name !== 'tmx:prop') return { made: undefined };
  const type = attributes['type'] === undefined ? {} : { type: attributes['type'] };
  return { made: { name: 'prop', attributes: { ...type, ...lang }, content: [text] } };
}

/** The attributes that were noted under the prefix of TMX. */
function own({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => name.startsWith('tmx:') && value !== undefined)
      .map(([name, value]) => [name.slice(4), value as string]),
  );
}

/** The segments that `mrk` marks, at any depth. */
function markedSegments(element: XmlElement | undefined): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    localName(child.name) === 'mrk' && child.attributes['mtype'] === 'seg' ? [child] : markedSegments(child),
  );
}

/** The content without the marks around segments. */
function withoutMark(content: readonly Inline[]): Inline[] {
  return content.flatMap((node): Inline[] => {
    if (typeof node === 'string') return [node];
    const isMark = localName(node.name) === 'mrk' && node.attributes['mtype'] === 'seg';
    return isMark ? withoutMark(node.content) : [node];
  });
}
