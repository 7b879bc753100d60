import type { Locale } from '../../model/locale.ts';
import { comparable, matchLanguage } from '../language.ts';
import type { TranslationUnit, TranslationUnitVariant } from '../model.ts';

/** The variants of a unit in two languages. */
export interface VariantPair {
  readonly source: TranslationUnitVariant;
  readonly target: TranslationUnitVariant;
}

/**
 * The variants of a unit that answer two languages best: the same language and region, then the language alone, then any
 * region; among equals the first. Undefined where there are no two of them.
 */
export function chooseVariants(
  { variants }: TranslationUnit,
  languages: { readonly source: Locale; readonly target: Locale },
): VariantPair | undefined {
  const source = best(variants, languages.source);
  if (source === undefined) return undefined;
  const target = best(
    variants.filter((variant) => variant !== source),
    languages.target,
  );
  return target && { source, target };
}

function best(variants: readonly TranslationUnitVariant[], wanted: Locale): TranslationUnitVariant | undefined {
  let found: TranslationUnitVariant | undefined;
  let least = 3;
  for (const variant of variants) {
    const quality = matchLanguage(wanted, variant.lang);
    if (quality === undefined || quality >= least) continue;
    found = variant;
    least = quality;
    if (quality === 0) break;
  }
  return found;
}

/** A language that answered another that was asked for. */
export interface LanguageUse {
  readonly wanted: Locale;
  /** As it stands in the memory. */
  readonly used: string;
  /** In how many units. */
  readonly units: number;
}

/** Counts which languages answered the one that was asked for. */
export class LanguageCount {
  readonly #wanted: Locale;
  readonly #units = new Map<string, number>();

  constructor(wanted: Locale) {
    this.#wanted = wanted;
  }

  add(lang: string): void {
    this.#units.set(lang, (this.#units.get(lang) ?? 0) + 1);
  }

  /** Those that are not exactly what was asked for. */
  inexact(): LanguageUse[] {
    return [...this.#units]
      .filter(([used]) => comparable(used) !== comparable(this.#wanted))
      .map(([used, units]) => ({ wanted: this.#wanted, used, units }));
  }
}
