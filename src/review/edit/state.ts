import type { Alignment, UnitRange } from '../../model/alignment.ts';
import type { Document } from '../../model/document.ts';
import type { SharedAdditions } from '../../model/multitext.ts';

/**
 * What is edited: a pivot and its versions, each with the beads that link its blocks to the pivot's. Plain data that is never
 * changed: an edit makes a new state that shares with the old one whatever stayed the same.
 */
export interface EditState {
  readonly pivot: Document;
  readonly versions: readonly EditVersion[];
  /** Additions of several versions that belong together. Absent where nobody looked. */
  readonly shared?: SharedAdditions;
}

/** One version beside the pivot. The pivot is the source of its beads. */
export interface EditVersion {
  readonly document: Document;
  /** Every block of either side stands in exactly one of these, in order. */
  readonly path: readonly PathBead[];
  /** What moved: links between blocks that have no counterpart on the path. */
  readonly crossing: readonly CrossBead[];
}

/** How sure it is that a bead is right. */
interface Surety {
  /** The probability that it is right, 0 to 1. */
  readonly confidence: number;
  /** Whether a person has made it or said that it is right. */
  readonly confirmed?: true;
}

/** A bead of the path, by the number of its blocks on each side. */
export interface PathBead extends Surety {
  readonly source: number;
  readonly target: number;
  /** The alignment of the segments in it; there where both sides have blocks. */
  readonly inner?: Alignment;
}

/** A link that crosses the path. */
export interface CrossBead extends Surety {
  readonly source: UnitRange;
  readonly target: UnitRange;
  readonly inner: Alignment;
}

/** Which document of a version a unit is in: the pivot's (`source`), or the version's own. */
export type Side = 'source' | 'target';
