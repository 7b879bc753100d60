/**
 * How a bitext is noted in a TMX file, so that it can be read back equal.
 *
 * TMX has a place for text, language, ids and dates, but none for documents and alignments. These go into standard
 * `prop` elements, which every other tool passes over. Values are JSON.
 *
 * In the header:
 * - `x-paralign-bitext`: the notation's version, the unit, and how many block beads there are.
 * - `x-paralign-source`, `x-paralign-target`: each document without its blocks.
 * - `x-paralign-block`: the block beads that have no unit, since there is no segment in them.
 *
 * In a unit:
 * - `x-paralign-block`: the block bead that the unit is, or that it is the first unit of.
 * - `x-paralign-segment`: which segment bead of which block bead the unit is, where the unit is the segment.
 *
 * A unit that somebody accepted as the translation of a paragraph (see `accepted.ts`) has `x-paralign-document`: the name of
 * the source that it stands in.
 *
 * Beside these stand what is of use to people and to other tools: `x-paralign-confidence` and `x-paralign-role` in a
 * unit, `x-paralign-speaker` and `x-paralign-language` (of a text that is in another language than its document) in a variant.
 */
import type { AlignmentJson } from '../model/alignment.ts';
import type { BlockKind, InlineCode, Turn } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';

/** Raised by one whenever a reader of the old notation would misread the new one. */
export const VERSION = 1;

export const PROP = {
  bitext: 'x-paralign-bitext',
  source: 'x-paralign-source',
  target: 'x-paralign-target',
  block: 'x-paralign-block',
  segment: 'x-paralign-segment',
  confidence: 'x-paralign-confidence',
  role: 'x-paralign-role',
  speaker: 'x-paralign-speaker',
  language: 'x-paralign-language',
  document: 'x-paralign-document',
} as const;

/** What joins blocks in one segment, and segments of different blocks. */
export const BLOCK_JOIN = '\n';

export interface Head {
  readonly version: typeof VERSION;
  readonly unit: 'block' | 'segment';
  /** The number of block beads. */
  readonly beads: number;
}

export interface BlockNote {
  /** Absent where it is `p` and the block's number, from 1. */
  readonly id?: string;
  /** Absent for a paragraph. */
  readonly kind?: Exclude<BlockKind, 'paragraph'>;
  readonly level?: number;
  readonly place?: readonly [offset: number, line: number, column: number];
  /** Its language and direction, where they are not the document's. */
  readonly locale?: Locale;
  readonly direction?: 'ltr' | 'rtl';
  readonly turn?: Turn;
  /** All of them, with where they stand: a unit's native codes may have been moved by other tools. */
  readonly codes?: readonly InlineCode[];
  readonly time?: readonly [from: number, to: number];
  /** Where the unit is the block: the length of its text. Absent where neither cutting nor segments need it. */
  readonly length?: number;
  /** Where the unit is the block: the ends of its segments, `from` and `to` in turn. Absent if never segmented. */
  readonly ends?: readonly number[];
  /**
   * Where the unit is the segment: what stands before, between and after the block's segments; or, if that is one
   * space between them and nothing else, their number. Absent if never segmented.
   */
  readonly gaps?: readonly string[] | number;
  /** Where the unit is the segment: that the block was never segmented and has no text. */
  readonly empty?: true;
}

/** For each block of one side of a link that crosses: the other side's position on the path, and its confidence there. */
type Steps = readonly (readonly [position: number, confidence: number])[];

export interface BeadNote {
  /** The bead's number in the file, from 0. */
  readonly bead: number;
  /** The source blocks, from and to, and the target blocks, from and to. */
  readonly at: readonly [sourceFrom: number, sourceTo: number, targetFrom: number, targetTo: number];
  /** Absent where it is 1. */
  readonly confidence?: number;
  /** Where the link crosses: how its blocks stand on the path. */
  readonly moved?: { readonly source: Steps; readonly target: Steps };
  readonly source: readonly BlockNote[];
  readonly target: readonly BlockNote[];
  /** The alignment of the segments inside. Absent where one side is empty. */
  readonly segments?: AlignmentJson;
}

export interface SegmentNote {
  /** The number of the block bead. */
  readonly in: number;
  /** The number of the segment bead in it, from 0, as `Alignment.beads` has them. */
  readonly bead: number;
  /** The lengths of the segments that are joined, without the last. Absent in the file where there is one. */
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** JSON that can stand in XML: with characters that XML forbids escaped. */
export function formatNote(value: unknown): string {
  return JSON.stringify(value).replace(/[\uFFFE\uFFFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
}
