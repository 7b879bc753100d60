import { HISTORY } from '../model.ts';
import type { Attributes, TranslationUnit, TranslationUnitVariant, XmlElement } from '../model.ts';
import { dateOfVariant } from './dates.ts';
import type { LanguageKeys } from './source.ts';
import { contentKey } from './unit.ts';

/**
 * What to keep where two units stand for the same and differ in a language: `all` keeps both as units of their own, `newest` the
 * variant that was changed last (the first of two without dates), `first` that of the unit that comes first.
 */
export type MergePolicy = 'all' | 'newest' | 'first';

/**
 * Two units that stand for the same as one: the first with what the second has besides it.
 *
 * A variant that moves to the other unit takes along what its own unit says about it and the other does not: dates, persons,
 * notes and props.
 *
 * @returns the first unit itself where nothing changes; undefined where policy `all` has to keep both.
 */
export function combine(
  first: TranslationUnit,
  second: TranslationUnit,
  policy: MergePolicy,
  keys: LanguageKeys,
): TranslationUnit | undefined {
  const own = byLanguage(first, keys);
  const further = byLanguage(second, keys);
  const taken = new Set<string>();
  for (const [language, variants] of further) {
    const present = own.get(language);
    if (present === undefined) taken.add(language);
    else if (policy === 'newest' && lastDate(second, variants) > lastDate(first, present)) taken.add(language);
    else if (policy === 'all' && !areAllIn(variants, present)) return undefined;
  }
  if (taken.size === 0) return first;
  if ([...own.keys()].every((language) => taken.has(language))) return second;
  const moved = (language: string): TranslationUnitVariant[] =>
    further.get(language)!.map((variant) => move(variant, second, first));
  const variants: TranslationUnitVariant[] = [];
  for (const [language, present] of own) variants.push(...(taken.has(language) ? moved(language) : present));
  for (const language of taken) if (!own.has(language)) variants.push(...moved(language));
  return { ...first, variants };
}

function byLanguage(unit: TranslationUnit, keys: LanguageKeys): Map<string, TranslationUnitVariant[]> {
  const groups = new Map<string, TranslationUnitVariant[]>();
  for (const variant of unit.variants) {
    const key = keys.of(variant.lang);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [variant]);
    else group.push(variant);
  }
  return groups;
}

function lastDate(unit: TranslationUnit, variants: readonly TranslationUnitVariant[]): string {
  return variants.reduce((last, variant) => {
    const date = dateOfVariant(unit, variant);
    return date > last ? date : last;
  }, '');
}

function areAllIn(some: readonly TranslationUnitVariant[], all: readonly TranslationUnitVariant[]): boolean {
  const present = new Set(all.map(({ seg }) => contentKey(seg, {})));
  return some.every(({ seg }) => present.has(contentKey(seg, {})));
}

function move(variant: TranslationUnitVariant, from: TranslationUnit, to: TranslationUnit): TranslationUnitVariant {
  const attributes: Record<string, string> = {};
  for (const name of HISTORY) {
    const value = from.attributes[name];
    if (value !== undefined && value !== to.attributes[name] && variant.attributes[name] === undefined)
      attributes[name] = value;
  }
  const there = new Set(to.meta.map(contentOf));
  const meta = from.meta.filter((element) => !there.has(contentOf(element)));
  if (meta.length === 0 && Object.keys(attributes).length === 0) return variant;
  return {
    ...variant,
    attributes: { ...(variant.attributes as Attributes), ...attributes },
    meta: [...variant.meta, ...meta],
  };
}

function contentOf(element: XmlElement): string {
  return contentKey([element], {});
}
