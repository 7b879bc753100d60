import type { Block, Document } from '../../model/document.ts';
import { defaultMarks } from '../../model/resource.ts';
import type { Marks, Resource, ResourceValue } from '../../model/resource.ts';
import type { PluralCategory } from './plural-categories.ts';
import { pluralForm } from './plural-form.ts';

/** A text of a resource. */
export interface ResourceText {
  readonly value: ResourceValue;
  /** The index of its block in the document. */
  readonly index: number;
  readonly block: Block;
}

/** All that stands for one key of the code: a plain text, plural forms for counts, and such for places in an order. */
export interface ResourceEntry {
  readonly key: string;
  plain?: ResourceText;
  readonly cardinal: Map<PluralCategory, ResourceText>;
  readonly ordinal: Map<PluralCategory, ResourceText>;
}

/** A document with its keys at hand. */
export interface ResourceDocument {
  readonly document: Document;
  readonly resource: Resource;
  /** By id, in the order of the file. */
  readonly values: ReadonlyMap<string, ResourceValue>;
  readonly texts: ReadonlyMap<string, ResourceText>;
}

/** The keys of a document; undefined where it is no resource. */
export function resourceDocument(document: Document): ResourceDocument | undefined {
  const { resource, blocks } = document;
  if (resource === undefined) return undefined;
  const indices = new Map(blocks.map(({ id }, index) => [id, index]));
  const values = new Map(resource.values.map((value) => [value.id, value]));
  const texts = new Map<string, ResourceText>();
  for (const value of resource.values) {
    const index = indices.get(value.id);
    if (index !== undefined) texts.set(value.id, { value, index, block: blocks[index]! });
  }
  return { document, resource, values, texts };
}

/**
 * The keys that have plural forms in a resource, each with its kind as `pluralKey` writes it. `items_other` alone may be a key
 * of that name, so another form must stand beside it, or it must show the count; `items_one` alone is one.
 */
export function pluralKeys({ texts, resource }: ResourceDocument): Set<string> {
  const forms = new Map<string, Group>();
  for (const [id, { block }] of texts) {
    const form = pluralForm(id, resource.separators);
    if (form === undefined) continue;
    const key = pluralKey(form.base, form.type);
    const group = forms.get(key) ?? { categories: new Set(), counts: false, isOrdinal: form.type === 'ordinal' };
    group.categories.add(form.category);
    group.counts ||= showsCount(block.text, resource.marks ?? defaultMarks);
    forms.set(key, group);
  }
  const isPlural = ({ categories, counts, isOrdinal }: Group): boolean =>
    isOrdinal ||
    (categories.has('other') && (counts || [...categories].some((one) => one !== 'other' && one !== 'zero')));
  return new Set([...forms].filter(([, group]) => isPlural(group)).map(([key]) => key));
}

function showsCount(text: string, { prefix }: Marks): boolean {
  for (let at = text.indexOf(prefix); at !== -1; at = text.indexOf(prefix, at + 1))
    if (/^-?\s{0,9}count\b/.test(text.slice(at + prefix.length, at + prefix.length + 20))) return true;
  return false;
}

/** What may be the plural forms of one key. */
interface Group {
  readonly categories: Set<PluralCategory>;
  /** Whether one of them shows the count. */
  counts: boolean;
  readonly isOrdinal: boolean;
}

export function pluralKey(base: string, type: Intl.PluralRuleType): string {
  return `${type} ${base}`;
}

/**
 * What stands for each key of the code, in the order of the file.
 *
 * @param plurals the keys that have plural forms: see {@link pluralKeys}.
 */
export function resourceEntries(
  { texts, resource }: ResourceDocument,
  plurals: ReadonlySet<string>,
): Map<string, ResourceEntry> {
  const entries = new Map<string, ResourceEntry>();
  for (const [id, text] of texts) {
    const form = pluralForm(id, resource.separators);
    const isForm = form !== undefined && plurals.has(pluralKey(form.base, form.type));
    const key = isForm ? form.base : id;
    const entry: ResourceEntry = entries.get(key) ?? { key, cardinal: new Map(), ordinal: new Map() };
    entries.set(key, entry);
    if (isForm) entry[form.type].set(form.category, text);
    else entry.plain = text;
  }
  return entries;
}
