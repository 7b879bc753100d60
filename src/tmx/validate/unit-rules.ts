/** Rules of a unit and its variants, beyond the document type. */
import { comparable, subtag } from '../language.ts';
import type { XmlElement } from '../model.ts';
import { excerpt } from './rules.ts';
import type { ReadUnit, Report } from './unit.ts';

/** One variant is in the language of `srclang`, of the unit or else of the header, unless that is `*all*`. (TMX 1.4b, srclang.) */
export function sourceVariant({ element, variants, sourceLanguage }: ReadUnit, report: Report): void {
  const value = element.attributes['srclang'] ?? sourceLanguage;
  if (value === undefined || variants.length === 0) return;
  // Case does not matter; that `en_US` is no tag is said elsewhere.
  const wanted = comparable(value);
  if (wanted === '*all*' || variants.some(({ lang }) => comparable(lang) === wanted)) return;
  const near = variants.find(({ lang }) => subtag(lang) !== '' && subtag(lang) === subtag(value));
  if (near) report('source-region', element, { value: excerpt(value), lang: excerpt(near.lang) });
  else report('source-variant', element, { value: excerpt(value) });
}

/** Two variants in one language are not forbidden, but most programs keep one of them. */
export function variantTwice({ variants }: ReadUnit, report: Report): void {
  const seen = new Set<string>();
  for (const { element, lang } of variants) {
    const tag = comparable(lang);
    if (tag !== '' && seen.has(tag)) report('variant-twice', element, { lang: excerpt(lang) });
    seen.add(tag);
  }
}

/** A unit with one variant is allowed (TMX 1.4b, tu), but translates nothing. */
export function variantSingle({ element, variants }: ReadUnit, report: Report): void {
  if (variants.length === 1) report('variant-single', element);
}

/** The value of `tuid` has no white space in it. (TMX 1.4b, tuid.) */
export function tuidSpace({ element }: ReadUnit, report: Report): void {
  const { tuid } = element.attributes;
  if (tuid !== undefined && /\s/.test(tuid)) report('tuid-space', element, { value: excerpt(tuid) });
}

/** A segment with nothing in it says nothing. */
export function segEmpty({ variants }: ReadUnit, report: Report): void {
  for (const { seg, lang } of variants) if (seg && isBlank(seg)) report('seg-empty', seg, { lang });
}

/** Every white space in a segment counts, so there should be none around its text. (TMX 1.4b, seg.) */
export function segSpace({ variants }: ReadUnit, report: Report): void {
  for (const { seg, lang } of variants) {
    if (!seg) continue;
    const [first, last] = [seg.content[0], seg.content.at(-1)];
    const isAround = (typeof first === 'string' && /^\s/.test(first)) || (typeof last === 'string' && /\s$/.test(last));
    if (isAround && !isBlank(seg)) report('seg-space', seg, { lang });
  }
}

function isBlank(seg: XmlElement): boolean {
  return seg.content.every((node) => typeof node === 'string' && node.trim() === '');
}

/** A type of `prop` that its tool has not published begins with `x-`. (TMX 1.4b, type.) */
export function propType(prop: XmlElement, report: Report): void {
  const { type } = prop.attributes;
  if (type !== undefined && !type.startsWith('x-')) report('prop-type', prop, { value: excerpt(type) });
}

/** Every rule of a unit that does not look into its segments. */
export const unitRules: readonly ((unit: ReadUnit, report: Report) => void)[] = [
  sourceVariant,
  variantTwice,
  variantSingle,
  tuidSpace,
  segEmpty,
  segSpace,
];
