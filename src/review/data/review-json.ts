import type { Completeness } from '../../check/completeness.ts';
import type { Severity } from '../../model/finding.ts';
import type { UiLocale } from '../../report/messages/ui-locale.ts';
import type { TextPart } from '../../tmx/tools/word-diff.ts';
import type { Side } from '../edit/state.ts';

/** What a review page holds, in one JSON block. */
export interface ReviewJson {
  readonly paralign: 'review';
  readonly version: 1;
  /** Made of all that was put into the page: a browser keeps edits under it. */
  readonly id: string;
  /** The language that the page opens in. */
  readonly uiLocale: UiLocale;
  /** What has to be said of the run as a whole, such as what could not be checked. */
  readonly notes: readonly Words[];
  readonly documents: readonly ReviewedJson[];
}

/** A sentence in each language of the page. */
export type Words = Readonly<Record<UiLocale, string>>;

/** One document with its versions. */
export interface ReviewedJson {
  /** What it is called among the others; its title where it has no name of its own. */
  readonly name: string;
  /** As `toJson` writes a bitext or a multitext. */
  readonly text: unknown;
  readonly findings: readonly ReviewFinding[];
  /** For each version beside the pivot; null where it was not checked. */
  readonly completeness: readonly (Completeness | null)[];
  /** The links that a person has confirmed, by one of their blocks. Absent where there are none. */
  readonly confirmed?: readonly ConfirmedLink[];
}

/** A link by one of its blocks. */
export interface ConfirmedLink {
  readonly version: number;
  readonly side: Side;
  readonly block: number;
}

/** What a rule saw, with its words in both languages. */
export interface ReviewFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: number;
  /** The version that it is about, from 0; the pivot is none. */
  readonly version: number;
  readonly source: ReviewPlace | null;
  readonly target: ReviewPlace | null;
  readonly words: Words;
  /** Whether what it is about was edited before the page was saved. */
  readonly edited?: true;
  /** What changed within one language, and which document that is. */
  readonly change?: { readonly side: Side; readonly parts: readonly TextPart[] };
}

/** A block by its id, since blocks may be added before it; a gap by the block after it, null at the end. */
export interface ReviewPlace {
  readonly block: string | null;
  readonly gap?: true;
  /** Half-open range of the block's text; absent where all of it is meant. */
  readonly from?: number;
  readonly to?: number;
}
