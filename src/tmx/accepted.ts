import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Locale } from '../model/locale.ts';
import { comparable } from './language.ts';
import { propOf, textOf } from './model.ts';
import type { Tmx, TranslationUnit, TranslationUnitVariant } from './model.ts';
import { PROP } from './structure.ts';
import { dateOfUnit } from './tools/dates.ts';

/** The two languages of a document and its translation. */
export interface Languages {
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

/** The texts of a unit in two languages, in the same region and script; undefined where it has not both. */
export function variantsIn(
  { variants }: TranslationUnit,
  { source, target }: Languages,
): { readonly source: TranslationUnitVariant; readonly target: TranslationUnitVariant } | undefined {
  const of = (locale: Locale): TranslationUnitVariant | undefined =>
    variants.find(({ lang }) => comparable(lang) === comparable(locale));
  const [from, to] = [of(source), of(target)];
  return from && to && { source: from, target: to };
}

/** `20160412T170000Z` as `2016-04-12T17:00:00Z`; undefined where there is no date. */
function isoDate(date: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}
