import type { Attributes, TranslationUnit, XmlElement } from '../model.ts';
import { pairVariants } from './pair-variants.ts';
import type { LanguageKeys } from './source.ts';
import { contentKey } from './unit.ts';

/** What is said of a unit or a variant besides its texts. */
interface Owner {
  readonly attributes: Attributes;
  readonly meta: readonly XmlElement[];
}

/**
 * The names of the attributes, notes and props in which two units, and those of their variants that both have, differ:
 * `changedate`, `prop x-project`, `note`; those of a variant after its language.
 */
export function changedMetadata(old: TranslationUnit, now: TranslationUnit, keys: LanguageKeys): string[] {
  const names = changedNames(old, now);
  for (const [before, after] of pairVariants(old, now, keys))
    if (before !== undefined && after !== undefined)
      names.push(...changedNames(before, after).map((name) => `${after.lang} ${name}`));
  return names;
}

function changedNames(old: Owner, now: Owner): string[] {
  const attributes = [...new Set([...Object.keys(old.attributes), ...Object.keys(now.attributes)])];
  return [
    ...attributes.filter((name) => old.attributes[name] !== now.attributes[name]),
    ...changedElements(old.meta, now.meta),
  ];
}

function changedElements(old: readonly XmlElement[], now: readonly XmlElement[]): string[] {
  const before = byName(old);
  const after = byName(now);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.filter((name) => before.get(name) !== after.get(name));
}

function byName(meta: readonly XmlElement[]): Map<string, string> {
  const contents = new Map<string, string>();
  for (const element of meta) {
    const type = element.name === 'prop' ? element.attributes['type'] : undefined;
    const name = type === undefined ? element.name : `${element.name} ${type}`;
    contents.set(name, `${contents.get(name) ?? ''}${contentKey([element], {})}\n`);
  }
  return contents;
}
