import type { Document } from '../model/document.ts';
import { acceptedFromTmx, variantsIn } from './accepted.ts';
import type { Languages } from './accepted.ts';
import { formatTmxDate } from './date.ts';
import { createHeader, hash } from './from-bitext.ts';
import { comparable, matchLanguage } from './language.ts';
import { prop, propOf, textOf } from './model.ts';
import type { Attributes, Tmx, TranslationUnit, UnitAttribute, XmlElement } from './model.ts';
import { PROP } from './structure.ts';

/** What is to stand in a memory for a paragraph: a unit as it is, or two texts, in a unit that is there or a new one. */
export type AcceptedEntry =
  | { readonly keep: number }
  | { readonly source: string; readonly target: string; readonly update?: number };

export interface AcceptOptions {
  /** What the source is called: `x-paralign-document`. */
  readonly document: string;
  /** What it was called when something of it was accepted before, if that is another name: its units are renamed. */
  readonly formerly?: string;
  /** The moment that new and changed units are given. */
  readonly date: Date | string;
  /** Who accepts. */
  readonly by?: string;
}

/** What is accepted of one document in one language. */
export interface AcceptedDocument extends Pick<AcceptOptions, 'document' | 'formerly'> {
  readonly versions: { readonly source: Document; readonly target: Document };
  /** In the order of the text. They speak of the units of the memory as it was before anything was accepted. */
  readonly entries: readonly AcceptedEntry[];
}

/**
 * A memory with what is accepted of a document in one language: the entries, in the order of the text, in place of all
 * that was accepted of it before. Units that nobody accepted stay as they are and come first; then come those of the
 * documents by name and language. The same entries give the same memory.
 *
 * @param tmx undefined for a new memory.
 * @param versions the two documents.
 * @throws {ParalignError} `date-invalid`
 */
export function acceptIntoTmx(
  tmx: Tmx | undefined,
  versions: { readonly source: Document; readonly target: Document },
  entries: readonly AcceptedEntry[],
  { document, formerly, ...how }: AcceptOptions,
): Tmx {
  const own = { versions, entries, document, ...(formerly !== undefined && { formerly }) };
  return acceptDocumentsIntoTmx(tmx, [own], how);
}

/**
 * A memory with what is accepted of many documents, as {@link acceptIntoTmx} makes it for one. A unit that has the texts of
 * several languages stays where any of these keeps it.
 *
 * @param documents one at least.
 * @throws {ParalignError} `date-invalid`
 */
export function acceptDocumentsIntoTmx(
  tmx: Tmx | undefined,
  documents: readonly AcceptedDocument[],
  { date, by }: Pick<AcceptOptions, 'date' | 'by'>,
): Tmx {
  const memory = tmx ?? {
    version: '1.4',
    header: createHeader(
      [...new Set(documents.flatMap(({ versions }) => [versions.source, versions.target]))],
      'block',
      {
        creationDate: date,
        ...(by !== undefined && { creationId: by }),
      },
    ),
    units: [],
  };
  const replaced = replacedBy(memory, documents);
  const others = memory.units.filter((_, k) => !replaced.has(k));
  const idOf = (index: number | undefined): string[] => {
    const tuid = index === undefined ? undefined : memory.units[index]?.attributes.tuid;
    return tuid === undefined ? [] : [tuid];
  };
  const entries = documents.flatMap((document) => document.entries);
  const ids = new Set([
    ...others.flatMap(({ attributes: { tuid } }) => (tuid === undefined ? [] : [tuid])),
    ...entries.flatMap((entry) => idOf(indexOf(entry))),
  ]);
  const stamp = formatTmxDate(date);
  /** The units that were there, by their index, as they are now; in the order in which they are first spoken of. */
  const known = new Map<number, TranslationUnit>();
  const own: (number | TranslationUnit)[] = [];
  for (const { versions, entries: list, document } of documents) {
    const languages = languagesOf(versions);
    for (const entry of list) {
      const index = indexOf(entry);
      if (index !== undefined) {
        if (!known.has(index)) own.push(index);
        const unit = known.get(index) ?? memory.units[index]!;
        known.set(index, renamed('keep' in entry ? unit : updated(unit, entry, languages, stamp, by), document));
      } else if (!('keep' in entry)) {
        const tuid = newId([document, languages.target], entry, ids);
        own.push(created(tuid, entry, languages, { document, stamp, by }, memory.header.attributes));
      }
    }
  }
  const units = own.map((unit) => (typeof unit === 'number' ? known.get(unit)! : unit));
  const plain = others.filter((unit) => propOf(unit, PROP.document) === undefined);
  const accepted = others.filter((unit) => propOf(unit, PROP.document) !== undefined);
  // Sorting is stable: within a document and language, the order of the text stays.
  const sorted = [...accepted, ...units].toSorted((a, b) => compare(groupOf(a), groupOf(b)));
  return { ...memory, units: [...plain, ...sorted] };
}

/** The unit of the memory that an entry speaks of; undefined for a new one. */
function indexOf(entry: AcceptedEntry): number | undefined {
  return 'keep' in entry ? entry.keep : entry.update;
}

function languagesOf({ source, target }: AcceptedDocument['versions']): Languages {
  return { source: source.locale, target: target.locale };
}

/** The indices of what was accepted of the documents before. */
function replacedBy(memory: Tmx, documents: readonly AcceptedDocument[]): Set<number> {
  const byLanguages = new Map<string, { readonly languages: Languages; readonly names: Set<string | undefined> }>();
  for (const { versions, document, formerly } of documents) {
    const languages = languagesOf(versions);
    const key = `${languages.source} ${languages.target}`;
    const known = byLanguages.get(key) ?? { languages, names: new Set() };
    byLanguages.set(key, known);
    known.names.add(document).add(formerly);
  }
  return new Set(
    [...byLanguages.values()].flatMap(({ languages, names }) =>
      acceptedFromTmx(memory, languages).flatMap((unit) => (names.has(unit.document) ? [unit.index] : [])),
    ),
  );
}

interface Texts {
  readonly source: string;
  readonly target: string;
}

function created(
  tuid: string,
  { source, target }: Texts,
  languages: Languages,
  { document, stamp, by }: { readonly document: string; readonly stamp: string; readonly by: string | undefined },
  header: Attributes<'srclang' | 'segtype'>,
): TranslationUnit {
  const isOwnSource = header.srclang !== undefined && matchLanguage(languages.source, header.srclang) !== undefined;
  return {
    attributes: {
      tuid,
      creationdate: stamp,
      ...(by !== undefined && { creationid: by }),
      ...(header.segtype !== 'paragraph' && { segtype: 'paragraph' }),
      ...(!isOwnSource && { srclang: languages.source }),
    },
    meta: [prop(PROP.document, document)],
    variants: [
      { lang: languages.source, attributes: {}, meta: [], seg: [source] },
      { lang: languages.target, attributes: {}, meta: [], seg: [target] },
    ],
  };
}

/** The unit with other texts in two of its languages. */
function updated(
  unit: TranslationUnit,
  { source, target }: Texts,
  languages: Languages,
  stamp: string,
  by: string | undefined,
): TranslationUnit {
  const pair = variantsIn(unit, languages)!;
  // Who changed it before did not change it now.
  const { changedate: _, changeid: __, ...attributes } = unit.attributes;
  const changed: Attributes<UnitAttribute> = {
    ...attributes,
    changedate: stamp,
    ...(by !== undefined && { changeid: by }),
  };
  return {
    ...unit,
    attributes: changed,
    variants: unit.variants.map((variant) => {
      const text = variant === pair.source ? source : variant === pair.target ? target : undefined;
      // A text that is the same may have codes in it.
      return text === undefined || text === textOf(variant.seg) ? variant : { ...variant, seg: [text] };
    }),
  };
}

function renamed(unit: TranslationUnit, document: string): TranslationUnit {
  if (propOf(unit, PROP.document) === document) return unit;
  const isName = ({ name, attributes }: XmlElement): boolean => name === 'prop' && attributes['type'] === PROP.document;
  return { ...unit, meta: unit.meta.map((element) => (isName(element) ? prop(PROP.document, document) : element)) };
}

/** An id that says nothing but is the same whenever the same is accepted for the first time. */
function newId(place: readonly string[], { source, target }: Texts, taken: Set<string>): string {
  const stem = `accepted-${hash(place.join('\n'))}${hash(`${source}\n${target}`)}`;
  let id = stem;
  for (let k = 2; taken.has(id); k++) id = `${stem}-${k}`;
  taken.add(id);
  return id;
}

/** By what accepted units are put in order: document, then languages. */
function groupOf(unit: TranslationUnit): readonly string[] {
  return [propOf(unit, PROP.document) ?? '', ...unit.variants.slice(1).map(({ lang }) => comparable(lang))];
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (let k = 0; k < Math.max(a.length, b.length); k++) {
    const [x, y] = [a[k] ?? '', b[k] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
