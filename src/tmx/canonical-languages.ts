import { toLocale } from '../model/locale.ts';
import type { Attributes, TranslationUnit, XmlElement } from './model.ts';
import type { TmxHead } from './read-stream.ts';

/** Where TMX says languages. */
const LANGUAGES: ReadonlySet<string> = new Set(['xml:lang', 'lang', 'srclang', 'adminlang']);

/** The tags that were met, in canonical form; a memory has few. */
const known = new Map<string, string>();

/** A tag in canonical form (`en_us` is `en-US`, `iw` is `he`); what is no tag of a language stays as it is, as does `*all*`. */
export function canonicalTag(tag: string): string {
  let canonical = known.get(tag);
  if (canonical !== undefined) return canonical;
  try {
    canonical = toLocale(tag);
  } catch {
    canonical = tag;
  }
  // Whoever writes tags at random must not fill the memory.
  if (known.size < 1000) known.set(tag, canonical);
  return canonical;
}

/** A unit with all its language tags in canonical form. */
export function canonicalUnit(unit: TranslationUnit): TranslationUnit {
  return {
    ...unit,
    attributes: canonicalAttributes(unit.attributes),
    meta: unit.meta.map(canonicalElement),
    variants: unit.variants.map((variant) => ({
      ...variant,
      lang: canonicalTag(variant.lang),
      attributes: canonicalAttributes(variant.attributes),
      meta: variant.meta.map(canonicalElement),
    })),
  };
}

/** A head with all its language tags in canonical form. */
export function canonicalHead(head: TmxHead): TmxHead {
  const { attributes, meta } = head.header;
  return {
    ...head,
    header: { ...head.header, attributes: canonicalAttributes(attributes), meta: meta.map(canonicalElement) },
  };
}

function canonicalElement(element: XmlElement): XmlElement {
  return { ...element, attributes: canonicalAttributes(element.attributes) };
}

function canonicalAttributes<Some extends Attributes>(attributes: Some): Some {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      value !== undefined && LANGUAGES.has(name) ? canonicalTag(value) : value,
    ]),
  ) as Some;
}
