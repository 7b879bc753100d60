import { canonicalHead, canonicalUnit } from './canonical-languages.ts';
import type { Attributes, Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from './model.ts';
import { textOf } from './model.ts';
import type { TmxHead } from './read-stream.ts';

/** The versions that a memory can be written in, oldest first. */
export const tmxVersions: readonly ['1.1', '1.2', '1.3', '1.4'] = ['1.1', '1.2', '1.3', '1.4'];
export type TmxVersion = (typeof tmxVersions)[number];

/** How a memory should be written for a program that does not know all of TMX 1.4. */
export interface TmxTarget {
  /** Default: that of the memory. */
  readonly version?: TmxVersion;
  /** 1 is plain text, without codes; 2 is all of it. Default 2. */
  readonly level?: 1 | 2;
  /**
   * What to do about language tags: `keep` them as they are, `en_GB` too, or write them in `canonical` form, as BCP 47 has it. What is no
   * tag of a language stays as it is in either case. Default `keep`.
   */
  readonly languages?: 'keep' | 'canonical';
}

/** A memory's head as a version has it. */
export function headFor(head: TmxHead, { version, languages = 'keep' }: TmxTarget): TmxHead {
  const said = languages === 'canonical' ? canonicalHead(head) : head;
  if (version === undefined) return said;
  const meta = said.header.meta.map((element) => metaFor(element, version));
  return { ...said, version, header: { ...said.header, meta } };
}

/**
 * A unit as a version, and a level, has it. Of what that does not know, the text is kept and the mark-up is not:
 *
 * - before 1.4 `hi` has no `x`, and there is no `sub` in `ut`;
 * - before 1.3 languages are said by `lang` and not by `xml:lang`;
 * - 1.1 has no `hi`, and its `sub` has no attributes.
 */
export function unitFor(unit: TranslationUnit, { version, level = 2, languages = 'keep' }: TmxTarget): TranslationUnit {
  const said = languages === 'canonical' ? canonicalUnit(unit) : unit;
  if (version === undefined && level === 2) return said;
  return {
    ...said,
    meta: said.meta.map((element) => metaFor(element, version)),
    variants: said.variants.map((variant) => variantFor(variant, version, level)),
  };
}

function variantFor(
  variant: TranslationUnitVariant,
  version: TmxVersion | undefined,
  level: 1 | 2,
): TranslationUnitVariant {
  const { lang, seg } = variant;
  const { lang: _, ...others } = variant.attributes;
  const attributes = version === undefined || !isBefore(version, '1.3') ? variant.attributes : { lang, ...others };
  return {
    ...variant,
    // What is written as `lang` in an old version is `xml:lang` again in a new one.
    attributes: version === undefined || isBefore(version, '1.3') ? attributes : others,
    meta: variant.meta.map((element) => metaFor(element, version)),
    seg: level === 1 ? plain(seg) : version === undefined ? seg : seg.flatMap((node) => inlineFor(node, version)),
  };
}

function plain(seg: readonly Inline[]): Inline[] {
  const text = textOf(seg);
  return text === '' ? [] : [text];
}

/** Notes and props say their language as variants do. */
function metaFor(element: XmlElement, version: TmxVersion | undefined): XmlElement {
  const { 'xml:lang': xmlLang, lang, ...others } = element.attributes;
  if (version === undefined || (xmlLang ?? lang) === undefined) return element;
  const said: Attributes = isBefore(version, '1.3') ? { lang: xmlLang ?? lang } : { 'xml:lang': xmlLang ?? lang };
  return { ...element, attributes: { ...said, ...others } };
}

function inlineFor(node: Inline, version: TmxVersion): Inline[] {
  if (typeof node === 'string') return [node];
  const { name } = node;
  const content =
    name === 'ut' && isBefore(version, '1.4')
      ? plain(allText(node.content))
      : node.content.flatMap((child) => inlineFor(child, version));
  if (name === 'hi' && version === '1.1') return content;
  const { x: _, ...withoutX } = node.attributes;
  const attributes =
    name === 'hi' && isBefore(version, '1.4') ? withoutX : name === 'sub' && version === '1.1' ? {} : node.attributes;
  return [{ name, attributes, content }];
}

/** The text of codes with all that is in them. */
function allText(content: readonly Inline[]): Inline[] {
  return content.flatMap((node) => (typeof node === 'string' ? [node] : allText(node.content)));
}

function isBefore(version: TmxVersion, other: TmxVersion): boolean {
  return tmxVersions.indexOf(version) < tmxVersions.indexOf(other);
}
