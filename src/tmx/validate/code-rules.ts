/** Rules of the native codes in segments, beyond the document type. */
import type { XmlElement } from '../model.ts';
import { excerpt } from './rules.ts';
import { elementsIn } from './unit.ts';
import type { ReadUnit, Report } from './unit.ts';

/** The kinds of elements that `x` may link. */
const LINKED: ReadonlySet<string> = new Set(['bpt', 'it', 'ph', 'hi']);

/** The `i` of a `bpt` is its own in its segment, and so is that of an `ept`. (TMX 1.4b, i.) */
export function codeTwice(codes: readonly XmlElement[], report: Report): void {
  const seen = { bpt: new Set<string>(), ept: new Set<string>() };
  for (const code of codes) {
    const { i } = code.attributes;
    if ((code.name !== 'bpt' && code.name !== 'ept') || i === undefined) continue;
    if (seen[code.name].has(i))
      report(code.name === 'bpt' ? 'code-i-twice' : 'code-end-twice', code, { i: excerpt(i) });
    seen[code.name].add(i);
  }
}

/** Every `bpt` has an `ept` with the same `i` after it, and no `ept` is without one. Pairs may overlap. (TMX 1.4b, bpt and ept.) */
export function codePairs(codes: readonly XmlElement[], report: Report): void {
  const indices = (name: string): Map<string, number> => {
    const first = new Map<string, number>();
    codes.forEach((code, k) => {
      const { i } = code.attributes;
      if (code.name === name && i !== undefined && !first.has(i)) first.set(i, k);
    });
    return first;
  };
  const begins = indices('bpt');
  const ends = indices('ept');
  for (const [i, k] of begins) if (!ends.has(i)) report('code-unclosed', codes[k]!, { i: excerpt(i) });
  for (const [i, k] of ends) {
    const begin = begins.get(i);
    if (begin === undefined) report('code-unopened', codes[k]!, { i: excerpt(i) });
    else if (begin > k) report('code-order', codes[k]!, { i: excerpt(i) });
  }
}

/** `it` is for a code whose other half is not in the segment; here it is. (TMX 1.4b, it.) */
export function itPairs(codes: readonly XmlElement[], report: Report): void {
  const begun = new Set<string>();
  for (const code of codes) {
    const { pos, type, x } = code.attributes;
    // Only a type that both name tells that they belong together.
    if (code.name !== 'it' || type === undefined) continue;
    if (pos === 'begin') begun.add(`${type} ${x}`);
    else if (pos === 'end' && begun.delete(`${type} ${x}`)) report('it-pair', code);
  }
}

/** `assoc` says whether a `ph` goes with the text before it, after it, or both. (TMX 1.4b, assoc.) */
export function assocValue(codes: readonly XmlElement[], report: Report): void {
  for (const code of codes) {
    const { assoc } = code.attributes;
    if (code.name === 'ph' && assoc !== undefined && !['p', 'f', 'b'].includes(assoc))
      report('assoc-value', code, { value: excerpt(assoc) });
  }
}

/** `ut` is deprecated since 1.4. (TMX 1.4b, ut.) */
export function deprecatedCode(codes: readonly XmlElement[], version: string, report: Report): void {
  if (version >= '1.4') for (const code of codes) if (code.name === 'ut') report('ut-deprecated', code);
}

/** `x` names a code, so no two of a kind in a segment have the same. (TMX 1.4b, x.) */
export function xTwice(codes: readonly XmlElement[], report: Report): void {
  const seen = new Set<string>();
  for (const code of codes) {
    const key = keyOf(code);
    if (key === undefined) continue;
    if (seen.has(key)) report('x-twice', code, { element: code.name, x: excerpt(code.attributes['x'] ?? '') });
    seen.add(key);
  }
}

/** What `x` links has a counterpart in each variant of the unit. (TMX 1.4b, x.) */
export function xMatch(
  { variants }: ReadUnit,
  codesOf: (seg: XmlElement) => readonly XmlElement[],
  report: Report,
): void {
  const sides = variants.flatMap(({ seg, lang }) => {
    if (!seg) return [];
    const codes = new Map<string, XmlElement>();
    for (const code of codesOf(seg)) {
      const key = keyOf(code);
      if (key !== undefined && !codes.has(key)) codes.set(key, code);
    }
    return [{ lang, codes }];
  });
  for (const { codes } of sides)
    for (const [key, code] of codes) {
      const without = sides.find((other) => !other.codes.has(key));
      if (without)
        report('x-match', code, {
          element: code.name,
          x: excerpt(code.attributes['x'] ?? ''),
          lang: excerpt(without.lang),
        });
    }
}

/** Half of a pair that is cut in two may be an `it` in one language and a `bpt` in the other. */
function keyOf({ name, attributes }: XmlElement): string | undefined {
  if (!LINKED.has(name) || attributes['x'] === undefined) return undefined;
  return `${name === 'it' && attributes['pos'] === 'begin' ? 'bpt' : name}${attributes['pos'] === 'end' ? ' end' : ''} ${attributes['x']}`;
}

/** Every rule of the codes of a unit. */
export function codeRules(unit: ReadUnit, version: string, report: Report): void {
  const codes = new Map<XmlElement, readonly XmlElement[]>();
  for (const { seg } of unit.variants) {
    if (!seg || seg.content.every((node) => typeof node === 'string')) continue;
    const found = elementsIn(seg);
    codes.set(seg, found);
    for (const rule of [codeTwice, codePairs, itPairs, assocValue, xTwice]) rule(found, report);
    deprecatedCode(found, version, report);
  }
  if (codes.size > 0) xMatch(unit, (seg) => codes.get(seg) ?? [], report);
}
