import { textOf } from '../model.ts';
import type { Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from '../model.ts';
import type { LanguageKeys } from './source.ts';

/** A unit with nothing but what the model says, so that it can be written as JSON and read again. */
export function plainUnit({ attributes, meta, variants }: TranslationUnit): TranslationUnit {
  return { attributes, meta, variants: variants.map(plainVariant) };
}

function plainVariant(variant: TranslationUnitVariant): TranslationUnitVariant {
  const { lang, attributes, meta, seg, segAttributes } = variant;
  return { lang, attributes, meta, seg, ...(segAttributes !== undefined && { segAttributes }) };
}

export interface ContentOptions {
  /** Takes upper and lower case for the same. Default false. */
  readonly ignoreCase?: boolean | undefined;
  /** Leaves out native codes (`bpt`, `ept`, `it`, `ph`, `ut`), and takes other mark-up for its text. Default false. */
  readonly ignoreCodes?: boolean | undefined;
}

/** A text that two segments share where they say the same. */
export function contentKey(
  seg: readonly Inline[],
  { ignoreCase = false, ignoreCodes = false }: ContentOptions,
): string {
  const isPlain = ignoreCodes || seg.every((node) => typeof node === 'string');
  // What is made of text alone starts in another way than what has codes.
  const key = isPlain ? `t${textOf(seg)}` : `c${JSON.stringify(seg.map(sorted))}`;
  return ignoreCase ? key.toLowerCase() : key;
}

/** A text that two units share where they say the same in the same languages, in whatever order. */
export function wholeKey({ variants }: TranslationUnit, options: ContentOptions, keys: LanguageKeys): string {
  const parts = variants.map(({ lang, seg }) => `${keys.of(lang)} ${contentKey(seg, options)}`);
  return JSON.stringify(parts.sort());
}

/** The order of attributes means nothing. */
function sorted(node: Inline): unknown {
  if (typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return [node.name, attributes, node.content.map(sorted)];
}

/** About how many bytes a unit takes in memory. */
export function sizeOfUnit({ attributes, meta, variants }: TranslationUnit): number {
  let size = 200 + sizeOfAttributes(attributes) + sizeOfContent(meta);
  for (const variant of variants)
    size += 200 + sizeOfAttributes(variant.attributes) + sizeOfContent(variant.meta) + sizeOfContent(variant.seg);
  return size;
}

function sizeOfAttributes(attributes: XmlElement['attributes']): number {
  let size = 0;
  for (const name in attributes) size += 40 + 2 * (attributes[name]?.length ?? 0);
  return size;
}

function sizeOfContent(content: readonly Inline[]): number {
  let size = 0;
  for (const node of content)
    size +=
      typeof node === 'string'
        ? 24 + 2 * node.length
        : 150 + sizeOfAttributes(node.attributes) + sizeOfContent(node.content);
  return size;
}
