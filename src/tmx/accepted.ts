import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { formatTmxDate } from './date.ts';
import { createHeader, hash } from './from-bitext.ts';
import { comparable, matchLanguage } from './language.ts';
import { prop, propOf, textOf } from './model.ts';
import type { Attributes, Tmx, TranslationUnit, TranslationUnitVariant, UnitAttribute, XmlElement } from './model.ts';
import { PROP } from './structure.ts';
import { dateOfUnit } from './tools/dates.ts';

/** The two languages of a document and its translation. */
interface Languages {
  readonly source: Locale;
  readonly target: Locale;
}

/**
 * The paragraphs of a memory that somebody accepted: the units with an `x-paralign-document`, in the order of the file. Other
 * units are translations too, but nobody said that they stand in a document.
 *
 * @param languages only units that have a text in both, in the same region and script: what was accepted in Portugal was not
 *   accepted in Brazil.
 */
export function acceptedFromTmx(tmx: Tmx, languages: Languages): AcceptedUnit[] {
  return tmx.units.flatMap((unit, index) => {
    const document = propOf(unit, PROP.document);
    const pair = document === undefined ? undefined : variantsIn(unit, languages);
    if (document === undefined || pair === undefined) return [];
    const when = isoDate(dateOfUnit(unit));
    const who = unit.attributes.changeid ?? unit.attributes.creationid;
    return [
      {
        source: textOf(pair.source.seg),
        target: textOf(pair.target.seg),
        ...(when !== undefined && { when }),
        ...(who !== undefined && { who }),
        document,
        index,
      },
    ];
  });
}

/** An accepted paragraph, and where it stands among the units of its memory. */
export interface AcceptedUnit extends AcceptedPair {
  readonly document: string;
  readonly index: number;
}

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
  { document, formerly, date, by }: AcceptOptions,
): Tmx {
  const languages = { source: versions.source.locale, target: versions.target.locale };
  const memory = tmx ?? {
    version: '1.4',
    header: createHeader([versions.source, versions.target], 'block', {
      creationDate: date,
      ...(by !== undefined && { creationId: by }),
    }),
    units: [],
  };
  const replaced = new Set(
    acceptedFromTmx(memory, languages).flatMap((unit) =>
      unit.document === document || unit.document === formerly ? [unit.index] : [],
    ),
  );
  const others = memory.units.filter((_, k) => !replaced.has(k));
  const ids = new Set(others.flatMap(({ attributes: { tuid } }) => (tuid === undefined ? [] : [tuid])));
  for (const entry of entries) {
    const index = 'keep' in entry ? entry.keep : entry.update;
    const tuid = index === undefined ? undefined : memory.units[index]?.attributes.tuid;
    if (tuid !== undefined) ids.add(tuid);
  }
  const stamp = formatTmxDate(date);
  const own = entries.map((entry): TranslationUnit => {
    if ('keep' in entry) return renamed(memory.units[entry.keep]!, document);
    if (entry.update !== undefined)
      return renamed(updated(memory.units[entry.update]!, entry, languages, stamp, by), document);
    const tuid = newId([document, languages.target], entry, ids);
    return created(tuid, entry, languages, { document, stamp, by }, memory.header.attributes);
  });
  const plain = others.filter((unit) => propOf(unit, PROP.document) === undefined);
  const accepted = others.filter((unit) => propOf(unit, PROP.document) !== undefined);
  // Sorting is stable: within a document and language, the order of the text stays.
  const sorted = [...accepted, ...own].toSorted((a, b) => compare(groupOf(a), groupOf(b)));
  return { ...memory, units: [...plain, ...sorted] };
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

function variantsIn(
  { variants }: TranslationUnit,
  { source, target }: Languages,
): { readonly source: TranslationUnitVariant; readonly target: TranslationUnitVariant } | undefined {
  const of = (locale: Locale): TranslationUnitVariant | undefined =>
    variants.find(({ lang }) => comparable(lang) === comparable(locale));
  const [from, to] = [of(source), of(target)];
  return from && to && { source: from, target: to };
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

/** `20160412T170000Z` as `2016-04-12T17:00:00Z`; undefined where there is no date. */
function isoDate(date: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
