import { formatTmxDate } from '../date.ts';
import type { Attributes, TranslationUnit, TranslationUnitVariant } from '../model.ts';

/**
 * When a variant was last changed or, where that is not said, created; where it does not say either, the unit. As TMX writes it
 * (`20160412T170000Z`), so that later is greater; empty where there is no date, or none that can be read.
 */
export function dateOfVariant(unit: TranslationUnit, variant: TranslationUnitVariant): string {
  return dateOf(variant.attributes) || dateOf(unit.attributes);
}

/** The last of the dates of a unit and its variants; empty where there is none. */
export function dateOfUnit(unit: TranslationUnit): string {
  let last = dateOf(unit.attributes);
  for (const { attributes } of unit.variants) {
    const date = dateOf(attributes);
    if (date > last) last = date;
  }
  return last;
}

function dateOf(attributes: Attributes<'changedate' | 'creationdate'>): string {
  return readable(attributes.changedate) || readable(attributes.creationdate);
}

function readable(date: string | undefined): string {
  if (date === undefined || /^\d{8}T\d{6}Z$/.test(date)) return date ?? '';
  try {
    return formatTmxDate(date);
  } catch {
    return '';
  }
}
