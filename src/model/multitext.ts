import type { Bitext } from './bitext.ts';
import type { Document } from './document.ts';
import { ParalignError } from './errors.ts';
import type { Locale } from './locale.ts';
import { viewsOf } from './version-view.ts';
import type { RowUnit } from './version-view.ts';

/** Any number of language versions of one document, each aligned with the pivot. */
export interface Multitext {
  /** The version that all others are aligned with. */
  readonly pivot: Document;
  /** One bitext a further version; each has the pivot as its source. */
  readonly bitexts: readonly Bitext[];
  /** What several versions say and the pivot does not. Absent where there is nothing, or nobody looked. */
  readonly shared?: SharedAdditions;
}

/** Additions that belong together: for each version that has them, the units' indices. */
export interface SharedAdditions {
  readonly blocks: readonly Row[];
  /** Segments, counted through each document from 0. */
  readonly segments: readonly Row[];
}

/**
 * One row of the table that a person reads: for each version, the indices of its units that belong together. A version
 * without a counterpart has an empty list.
 */
export type Row = Readonly<Record<Locale, readonly number[]>>;

/**
 * A multitext of bitexts that share their source document (the same object or an equal one).
 *
 * @param shared additions that belong together; see `alignMultitext`, which finds them.
 * @throws {ParalignError} `bitext-invalid` when there is none or their sources differ, or what is shared is not an addition
 *   or is named twice; `locale-same` when two have the same target locale.
 */
export function createMultitext(bitexts: readonly Bitext[], shared?: SharedAdditions): Multitext {
  const [first] = bitexts;
  if (first === undefined) throw invalid('a multitext needs at least one bitext');
  const locales = new Set<Locale>();
  for (const { source, target } of bitexts) {
    if (source !== first.source && JSON.stringify(source) !== JSON.stringify(first.source))
      throw invalid(
        `the bitext with ${target.locale} has another source document than the one with ${first.target.locale}`,
      );
    if (locales.has(target.locale)) throw new ParalignError('locale-same', { locale: target.locale });
    locales.add(target.locale);
  }
  const multitext = Object.freeze({ pivot: first.source, bitexts: Object.freeze([...bitexts]) });
  if (shared === undefined || shared.blocks.length + shared.segments.length === 0) return multitext;
  checkShared(multitext, shared.blocks, 'block');
  checkShared(multitext, shared.segments, 'segment');
  return Object.freeze({ ...multitext, shared });
}

function checkShared(multitext: Multitext, shared: readonly Row[], unit: RowUnit): void {
  const additions = new Map(
    viewsOf(multitext, unit).map((view) => [view.locale, new Set(view.additions.map((addition) => addition.unit))]),
  );
  for (const row of shared)
    for (const [locale, units] of Object.entries(row))
      for (const index of units)
        if (additions.get(locale)?.delete(index) !== true)
          throw invalid(`${unit} ${index} of ${locale} is no addition, or is shared twice`);
}

function invalid(reason: string): ParalignError {
  return new ParalignError('bitext-invalid', { reason });
}
