import type { Side } from './state.ts';

/** A block of a version or of the pivot; or, with `segment`, a sentence in it. Both count from 0. */
export interface UnitRef {
  /** The version whose beads are meant, from 0; the pivot is none. */
  readonly version: number;
  /** `source` for the pivot's document, `target` for the version's own. */
  readonly side: Side;
  readonly block: number;
  readonly segment?: number;
}

/** A block, or a sentence in it. */
export interface UnitPlace {
  readonly block: number;
  readonly segment?: number;
}

/** What a person can do to an alignment. The bead that is meant is the one that the named unit stands in. */
export type Action =
  /** Joins the bead with the one after it. */
  | { readonly type: 'merge'; readonly unit: UnitRef }
  /** Cuts the bead before this unit; the other side where the sentences say, else after its last. */
  | { readonly type: 'split'; readonly unit: UnitRef }
  /** Leaves all units of the bead without counterpart. */
  | { readonly type: 'unlink'; readonly unit: UnitRef }
  /** Links two units that have no counterpart, wherever they stand. */
  | { readonly type: 'link'; readonly version: number; readonly source: UnitPlace; readonly target: UnitPlace }
  /** Gives this unit, and what stands between it and that end of its bead, to the bead before (-1) or after (1). */
  | { readonly type: 'move'; readonly unit: UnitRef; readonly by: -1 | 1 }
  /** Writes another text for a sentence. `version` -1 is the pivot. */
  | {
      readonly type: 'text';
      readonly version: number;
      readonly block: number;
      readonly segment: number;
      readonly text: string;
    }
  /** Writes the translation of a pivot's block that has none, as a new block. */
  | { readonly type: 'insert'; readonly version: number; readonly block: number; readonly text: string }
  /** Says that beads are right, or takes that back. */
  | { readonly type: 'confirm'; readonly units: readonly UnitRef[]; readonly confirmed: boolean };
