import { comparable, matchLanguage } from '../language.ts';
import type { MatchQuality } from '../language.ts';
import type { TranslationUnit } from '../model.ts';

/** Units one after the other: a whole memory's `units`, or what a file is read into. */
export type Units<Unit extends TranslationUnit = TranslationUnit> = AsyncIterable<Unit> | Iterable<Unit>;

/** The same, some hundred at a time where they come so: to wait for each by itself takes nearly as long as to read it. */
export async function* batchesOf<Unit extends TranslationUnit>(units: Units<Unit>): AsyncGenerator<Iterable<Unit>> {
  if (hasBatches(units)) yield* units.batches();
  else for await (const unit of units) yield [unit];
}

function hasBatches<Unit extends TranslationUnit>(
  units: Units<Unit>,
): units is Units<Unit> & { batches(): AsyncIterable<readonly Unit[]> } {
  return 'batches' in units && typeof units.batches === 'function';
}

export interface SourceOptions {
  /**
   * The language of the source, where a unit does not say: the header's `srclang`. Where that is `*all*`, or nothing is said, or
   * the unit has no text in it, the first variant of the unit is the source.
   */
  readonly srclang?: string | undefined;
}

/** The language that a unit's source is in, as far as anything says so. */
export function sourceLanguage(unit: TranslationUnit, srclang: string | undefined): string | undefined {
  const language = unit.attributes.srclang ?? srclang;
  return language === undefined || language === '*all*' || language === '' ? undefined : language;
}

/** Which variant of a unit is its source; -1 where it has none at all. */
export function sourceIndex(unit: TranslationUnit, srclang: string | undefined): number {
  const { variants } = unit;
  if (variants.length === 0) return -1;
  const language = sourceLanguage(unit, srclang);
  // Most memories have it first, and write it as the header does.
  if (language === undefined || variants[0]!.lang === language) return 0;
  return Math.max(0, bestVariant(unit, language).index);
}

/** Which variant of a unit matches a language best, as CAT tools match, and how well; index -1 where none does. */
export function bestVariant(unit: TranslationUnit, language: string): { index: number; quality: MatchQuality } {
  let index = -1;
  let quality: MatchQuality = 2;
  for (const [k, { lang }] of unit.variants.entries()) {
    const match = matchLanguage(language, lang);
    if (match === undefined || (index !== -1 && match >= quality)) continue;
    index = k;
    quality = match;
  }
  return { index, quality };
}

/** A language tag in the form in which two are compared, remembered for the tags that a memory has. */
export class LanguageKeys {
  readonly #keys = new Map<string, string>();

  of(tag: string): string {
    let key = this.#keys.get(tag);
    if (key === undefined) {
      key = comparable(tag);
      this.#keys.set(tag, key);
    }
    return key;
  }
}

/** Told of a language that is wanted and of the tag by which it is answered, where they are not the same. */
export type OnInexact = (wanted: string, present: string) => void;

/** Tells of each inexact match once. */
export class InexactNotice {
  readonly #told = new Set<string>();
  readonly #onInexact: OnInexact | undefined;

  constructor(onInexact: OnInexact | undefined) {
    this.#onInexact = onInexact;
  }

  tell(wanted: string, present: string): void {
    const key = `${wanted} ${present}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#onInexact?.(wanted, present);
  }
}
