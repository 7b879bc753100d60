import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Block, Document } from '../model/document.ts';
import type { Fix, FindingData, Severity } from '../model/finding.ts';
import type { TextPair } from '../model/text-pair.ts';

/**
 * One thing that can be wrong with a translation.
 *
 * A rule may look at what is aligned (`context.beads`), at one document (`context.target.blocks`), or at the whole
 * bitext. It returns data only; its words, when it is not one of ours, are `data.message`.
 *
 * ```ts
 * const shouting: Rule = {
 *   id: 'shouting',
 *   severity: 'info',
 *   check: ({ beads }, report) => {
 *     for (const { source, target, confidence } of beads)
 *       if (target.text.endsWith('!') && !source.text.endsWith('!'))
 *         report({ source: source.spot(), target: target.spot(), confidence, data: { message: 'Why shout?' } });
 *   },
 * };
 * ```
 */
export interface Rule {
  /** Its name in options, reports and fingerprints: words in lower case joined by hyphens. */
  readonly id: string;
  /** How much its findings weigh where the user does not say; `off` for a rule that has to be asked for. */
  readonly severity: Severity | 'off';
  /** Looks at a bitext and reports what it sees, in any order. Must not keep anything from one call to the next. */
  check(context: CheckContext, report: Report): void;
}

/** What a rule looks at. The same for all rules of a run. */
export interface CheckContext {
  readonly bitext: Bitext;
  readonly source: Document;
  readonly target: Document;
  /**
   * Every block bead once, in the order of the path, those that moved last. A block at the end of a bead that joins
   * several, which no sentence, length or word speaks for, stands as an omission or addition of its own; an omission and
   * an addition that are the same paragraph stand as one that moved.
   */
  readonly beads: readonly AlignedBead[];
  /** The terms that the user gave, as `glossary` of the options; empty where there are none. */
  readonly glossary: readonly TextPair[];
  /** The other namespaces of the target's resources, as `namespaces` of the options; empty where there are none. */
  readonly namespaces: readonly Document[];
  /** What of this document was accepted, in the order of the text, as the options say; empty where nothing was. */
  readonly accepted: readonly AcceptedPair[];
}

/** A bead of blocks with its text at hand. */
export interface AlignedBead {
  readonly source: Stretch;
  readonly target: Stretch;
  readonly confidence: number;
  /** Whether it is a link that crosses the path: its target stands elsewhere. */
  readonly crossing: boolean;
}

/** The blocks on one side of a bead. In a bead with one side only, the other has no blocks, and its place is a gap. */
export interface Stretch {
  /** Half-open range of block indices. */
  readonly from: number;
  readonly to: number;
  readonly blocks: readonly Block[];
  /** The text of its blocks, joined by line feeds. */
  readonly text: string;
  /**
   * The place of a half-open range of `text`, as far as it lies in one block; of the first block without a range; and
   * where there are no blocks, of the gap.
   */
  spot(from?: number, to?: number): Spot;
}

/** A place in one document: a block, a half-open range of its text, or the gap before a block. */
export type Spot =
  | { readonly block: number; readonly from?: number; readonly to?: number }
  /** From 0 up to and including the number of blocks. */
  | { readonly before: number };

/** Takes down what a rule sees. */
export type Report = (sighting: Sighting) => void;

/** What a rule saw. */
export interface Sighting {
  readonly source?: Spot;
  readonly target?: Spot;
  /** The confidence of the beads that it rests on; 1 by default: it rests on none. */
  readonly confidence?: number;
  readonly data?: FindingData;
  /** What mends it: stands for the marked range of the target, which must be there. */
  readonly fix?: Fix;
}
