import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import { createMultitext } from '../model/multitext.ts';
import type { Multitext } from '../model/multitext.ts';
import { align } from './align.ts';
import type { Boundaries } from './boundaries.ts';
import type { Boundary } from './constraints.ts';
import { segmented } from './segmented.ts';
import type { AlignOptions } from './options.ts';
import { findShared } from './shared-additions.ts';

/** How to align any number of versions. */
export interface AlignMultitextOptions extends Pick<AlignOptions, 'evidence'> {
  /** The locale of the version that all others are aligned with. Default: that of the first document. */
  readonly pivot?: string;
  /** Marker lines or headings that all versions have: no bead crosses one. Default: none. */
  readonly boundaries?: Exclude<Boundaries, readonly Boundary[]>;
}

/**
 * Aligns any number of versions of a document: each with the pivot, as {@link align} does, and then what the pivot does not
 * have between the others, so that what several versions add stands in one row of {@link rows}.
 *
 * What is shared is looked for between the same two rows of the pivot only, by the aligner itself, which learns from the
 * rows that both versions have. It does not depend on the order of the versions.
 *
 * @throws {ParalignError} `bitext-invalid` when there are fewer than two documents, `locale-same`, `pivot-unknown`,
 *   `locale-invalid`; `boundary-marker`, `boundary-headings`
 */
export function alignMultitext(documents: readonly Document[], options: AlignMultitextOptions = {}): Multitext {
  const { pivot: wanted, ...rest } = options;
  const [first, second] = documents;
  if (first === undefined || second === undefined)
    throw new ParalignError('bitext-invalid', { reason: 'a multitext needs at least two documents' });
  const locales = new Set<string>();
  for (const { locale } of documents) {
    if (locales.has(locale)) throw new ParalignError('locale-same', { locale });
    locales.add(locale);
  }
  const pivotLocale = wanted === undefined ? first.locale : toLocale(wanted);
  const pivot = documents.find(({ locale }) => locale === pivotLocale);
  if (pivot === undefined)
    throw new ParalignError('pivot-unknown', { locale: pivotLocale, locales: [...locales].join(', ') });
  const source = segmented(pivot);
  const bitexts = documents
    .filter((document) => document !== pivot)
    .map((document): Bitext => align(source, document, rest));
  return createMultitext(bitexts, findShared(bitexts, options.evidence));
}
