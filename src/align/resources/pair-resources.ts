import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import type { ResourceValue, Separators } from '../../model/resource.ts';
import { pluralCategories } from './plural-categories.ts';
import type { PluralCategory } from './plural-categories.ts';
import { pluralKeys, resourceDocument, resourceEntries } from './resource-keys.ts';
import type { ResourceDocument, ResourceEntry, ResourceText } from './resource-keys.ts';

/** A text of the target and the one of the source that it stands for. */
export interface TextPairing {
  readonly source: ResourceText;
  readonly target: ResourceText;
  /** All texts that the source has for the key: in another form there may be what this one does without. */
  readonly forms: readonly ResourceText[];
  /** Whether the target stands for one count only, which may be written out. */
  readonly isSingleCount: boolean;
}

/** A key that one side has and the other does not. */
export interface LoneKey {
  /** What code asks for: without the ending of a plural form. */
  readonly key: string;
  /** The first of its texts; of an array, the array. */
  readonly value: ResourceValue;
  /** Whether it is the form of another key for a context. */
  readonly isContext: boolean;
  /** Of a plural form that its language does not have: its category. */
  readonly category?: PluralCategory;
}

/** A key without all plural forms that its language has. */
export interface IncompletePlural {
  readonly key: string;
  readonly type: Intl.PluralRuleType;
  readonly locale: Locale;
  /** See {@link PluralCategories}: at least one of both. */
  readonly needed: readonly PluralCategory[];
  readonly rare: readonly PluralCategory[];
  /** A text of the same key on each side, where there is one. */
  readonly source: ResourceText;
  readonly target: ResourceText | undefined;
}

/** Two values of one key. */
export interface ValuePair {
  readonly source: ResourceValue;
  readonly target: ResourceValue;
}

/** How the keys of two resources stand to one another. */
export interface PairedResources {
  readonly source: ResourceDocument;
  readonly target: ResourceDocument;
  /** In the order of the source. */
  readonly pairs: readonly TextPairing[];
  readonly missing: readonly LoneKey[];
  readonly extra: readonly LoneKey[];
  readonly plurals: readonly IncompletePlural[];
  /** Where one is a text and the other an object, or the like. */
  readonly types: readonly ValuePair[];
  /** Arrays of different length. */
  readonly arrays: readonly ValuePair[];
}

/** Pairs the texts of two resources by their keys. */
function pairResources(source: ResourceDocument, target: ResourceDocument): PairedResources {
  return new Pairing(source, target).run();
}

const known = new WeakMap<Document, WeakMap<Document, PairedResources>>();

/** How two documents that are resources stand to one another; undefined where one of them is none. */
export function pairedDocuments(source: Document, target: Document): PairedResources | undefined {
  // The alignment and the rules ask about the same two.
  let paired = known.get(source)?.get(target);
  if (paired === undefined) {
    const [from, to] = [resourceDocument(source), resourceDocument(target)];
    if (from === undefined || to === undefined) return undefined;
    paired = pairResources(from, to);
    known.set(source, (known.get(source) ?? new WeakMap<Document, PairedResources>()).set(target, paired));
  }
  return paired;
}

const PLURAL_TYPES = ['cardinal', 'ordinal'] as const;

class Pairing {
  readonly #source: ResourceDocument;
  readonly #target: ResourceDocument;
  readonly #separators: Separators;
  readonly #pairs: TextPairing[] = [];
  readonly #missing: LoneKey[] = [];
  readonly #extra: LoneKey[] = [];
  readonly #plurals: IncompletePlural[] = [];
  readonly #types: ValuePair[] = [];
  readonly #arrays: ValuePair[] = [];
  /** Values with all that is in them that were spoken of as a whole, by id. */
  readonly #settled = new Set<string>();

  constructor(source: ResourceDocument, target: ResourceDocument) {
    this.#source = source;
    this.#target = target;
    this.#separators = source.resource.separators;
  }

  run(): PairedResources {
    this.#compareContainers();
    const [from, to] = [this.#open(this.#source), this.#open(this.#target)];
    // A form alone may be a key of its own; where the other side has more, it is none.
    const plurals = new Set([...pluralKeys(from), ...pluralKeys(to)]);
    const [sources, targets] = [resourceEntries(from, plurals), resourceEntries(to, plurals)];
    for (const entry of sources.values()) {
      const counterpart = targets.get(entry.key);
      if (counterpart === undefined) {
        const isContext = targets.has(this.#contextOf(entry.key, sources) ?? '');
        this.#missing.push({ key: entry.key, value: firstText(entry).value, isContext });
      } else this.#pairEntries(entry, counterpart);
      this.#completeSource(entry);
    }
    for (const entry of targets.values()) {
      if (sources.has(entry.key)) continue;
      const context = this.#contextOf(entry.key, sources);
      // The target may tell apart what the source does not.
      if (context !== undefined) this.#pairEntries(sources.get(context)!, entry);
      else this.#extra.push({ key: entry.key, value: firstText(entry).value, isContext: false });
    }
    const order = (a: TextPairing, b: TextPairing): number => a.source.index - b.source.index;
    return {
      source: this.#source,
      target: this.#target,
      pairs: this.#pairs.sort(order),
      missing: this.#missing,
      extra: this.#extra,
      plurals: this.#plurals,
      types: this.#types,
      arrays: this.#arrays,
    };
  }

  /** Values of different types, and arrays: what is in them is not spoken of item by item. */
  #compareContainers(): void {
    for (const [id, source] of this.#source.values) {
      if (this.#isSettled(source)) continue;
      const target = this.#target.values.get(id);
      if (target === undefined) {
        if (source.type !== 'array') continue;
        this.#settled.add(id);
        this.#missing.push({ key: id, value: source, isContext: false });
      } else if (source.type !== target.type) {
        this.#settled.add(id);
        this.#types.push({ source, target });
      } else if (source.type === 'array' && source.length !== target.length) {
        this.#arrays.push({ source, target });
        const [less, more] = [source.length!, target.length!].sort((a, b) => a - b);
        for (let k = less!; k < more!; k++) this.#settled.add(this.#join([id, String(k)]));
      }
    }
    for (const [id, target] of this.#target.values) {
      if (target.type !== 'array' || this.#source.values.has(id) || this.#isSettled(target)) continue;
      this.#settled.add(id);
      this.#extra.push({ key: id, value: target, isContext: false });
    }
  }

  /** A resource without what was spoken of already. */
  #open(resource: ResourceDocument): ResourceDocument {
    return { ...resource, texts: new Map([...resource.texts].filter(([, { value }]) => !this.#isSettled(value))) };
  }

  /** Whether it, or what it stands in, was spoken of. */
  #isSettled({ id, path }: ResourceValue): boolean {
    if (this.#settled.size === 0) return false;
    return this.#settled.has(id) || path.some((_, k) => this.#settled.has(this.#join(path.slice(0, k + 1))));
  }

  #join(path: readonly string[]): string {
    return path.join(this.#separators.key === false ? '.' : this.#separators.key);
  }

  /** The longest key of which this one is the form for a context. */
  #contextOf(key: string, entries: ReadonlyMap<string, ResourceEntry>): string | undefined {
    const { context } = this.#separators;
    if (context === false || context === '') return undefined;
    for (let end = key.lastIndexOf(context); end > 0; end = key.lastIndexOf(context, end - 1))
      if (entries.has(key.slice(0, end))) return key.slice(0, end);
    return undefined;
  }

  #pairEntries(source: ResourceEntry, target: ResourceEntry): void {
    const forms = textsOf(source);
    const { locale } = this.#target.document;
    for (const type of PLURAL_TYPES) {
      const own = target[type];
      const isPlural = own.size > 0 || source[type].size > 0;
      if (!isPlural) continue;
      const { needed, rare } = pluralCategories(locale, type);
      for (const [category, text] of own) {
        const counterpart = sourceFormFor(category, type, source, this.#source.document.locale, target, locale);
        const isSingleCount = isSingle(category, type, target, locale);
        this.#pairs.push({ source: counterpart, target: text, forms, isSingleCount });
        // i18next takes a form for zero in any language.
        if (!needed.includes(category) && !rare.includes(category) && category !== 'zero')
          this.#extra.push({ key: target.key, value: text.value, isContext: false, category });
      }
      this.#complete(target, type, locale, defaultText(source, type), defaultText(target, type));
    }
    if (target.plain)
      this.#pairs.push({
        source: source.plain ?? defaultText(source, 'cardinal'),
        target: target.plain,
        forms,
        isSingleCount: false,
      });
  }

  #completeSource(entry: ResourceEntry): void {
    for (const type of PLURAL_TYPES)
      if (entry[type].size > 0)
        this.#complete(entry, type, this.#source.document.locale, defaultText(entry, type), undefined);
  }

  #complete(
    entry: ResourceEntry,
    type: Intl.PluralRuleType,
    locale: Locale,
    source: ResourceText,
    target: ResourceText | undefined,
  ): void {
    const categories = pluralCategories(locale, type);
    // Where there is no form, i18next takes the key without an ending: as good as the general form.
    const lacks = (category: PluralCategory): boolean =>
      !entry[type].has(category) && !(category === 'other' && entry.plain !== undefined);
    const [needed, rare] = [categories.needed.filter(lacks), categories.rare.filter(lacks)];
    if (needed.length + rare.length > 0)
      this.#plurals.push({ key: entry.key, type, locale, needed, rare, source, target });
  }
}

/** The form of the source that a form of the target is to say the same as. */
function sourceFormFor(
  category: PluralCategory,
  type: Intl.PluralRuleType,
  source: ResourceEntry,
  sourceLocale: Locale,
  target: ResourceEntry,
  targetLocale: Locale,
): ResourceText {
  const same = source[type].get(category);
  // "One file" says less than a form that is for 21 files as well.
  const saysLess = isSingle(category, type, source, sourceLocale) && !isSingle(category, type, target, targetLocale);
  return same !== undefined && !saysLess ? same : defaultText(source, type);
}

/** Whether a form is for one whole number only. */
function isSingle(category: PluralCategory, type: Intl.PluralRuleType, entry: ResourceEntry, locale: Locale): boolean {
  if (category === 'zero' && type === 'cardinal') return true;
  const numbers = pluralCategories(locale, type).numbers.get(category) ?? [];
  const hasZero = type === 'cardinal' && entry.cardinal.has('zero');
  return numbers.filter((n) => n !== 0 || !hasZero).length === 1;
}

/** The general form of a key. */
function defaultText(entry: ResourceEntry, type: Intl.PluralRuleType): ResourceText {
  return entry[type].get('other') ?? entry.plain ?? firstText(entry);
}

function firstText(entry: ResourceEntry): ResourceText {
  return textsOf(entry).reduce((a, b) => (b.index < a.index ? b : a));
}

function textsOf({ plain, cardinal, ordinal }: ResourceEntry): ResourceText[] {
  return [...(plain ? [plain] : []), ...cardinal.values(), ...ordinal.values()];
}
