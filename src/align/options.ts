import type { Boundaries } from './boundaries.ts';
import type { ConfirmedBead } from './constraints.ts';
import type { Evidence } from './evidence.ts';
import { cognates } from './evidence/anchors.ts';
import { kindEvidence, turnEvidence } from './evidence/category.ts';
import { lengthEvidence } from './evidence/length.ts';
import { commonNames } from './evidence/names.ts';
import { wordEvidence } from './evidence/words.ts';

/** How to align. */
export interface AlignOptions {
  /**
   * What the aligner looks at. Default: {@link defaultEvidence}. To add to it rather than replace it, give
   * `[...defaultEvidence(), myEvidence]`.
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Beads that come out as they are given, with confidence 1; the rest is aligned around them, and learns from them. Of
   * documents, beads of blocks. Of beads that cross one another, those with the fewest units count as moved.
   */
  readonly confirmed?: readonly ConfirmedBead[];
  /** Where no bead may cross. Default: nowhere. */
  readonly boundaries?: Boundaries;
}

/** How to align documents. */
export interface AlignDocumentsOptions extends AlignOptions {
  /**
   * Beads of segments, counted through each document from 0, that come out as they are given. Where the alignment of the
   * blocks would tear one apart, the blocks it stands in are linked, as if that had been confirmed.
   */
  readonly confirmedSegments?: readonly ConfirmedBead[];
}

/** How to align lists of units. */
export interface AlignUnitsOptions extends AlignOptions {
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
}

/** The evidence that needs nothing but the two texts. */
export function defaultEvidence(): Evidence[] {
  return [lengthEvidence(), wordEvidence([cognates, commonNames]), kindEvidence(), turnEvidence()];
}
