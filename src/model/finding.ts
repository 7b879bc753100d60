import type { Locale } from './locale.ts';

/** How much a finding weighs: an `error` stops a publication, a `warning` wants a look, an `info` is for the record. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in one language version that a finding is about. */
export interface FindingPlace {
  readonly locale: Locale;
  /** The document's file as the user gave it, or null where it did not come from one. */
  readonly file: string | null;
  /** The block's index, from 0. For what is missing: the index of the block before which it is missed. */
  readonly block: number;
  /** There, and true, where the place is the gap before that block and not the block: nothing stands there. */
  readonly gap?: true;
  /** From 1; null where the block's place in a file is not known. */
  readonly line: number | null;
  /** In UTF-16 code units, from 1; null where the block's place in a file is not known. */
  readonly column: number | null;
  /** Half-open range of the block's text that the finding is about; absent where it is about the whole block. */
  readonly from?: number;
  readonly to?: number;
}

/** What fills a finding's message, and what a program can act on. Plain JSON. */
export type FindingData = Readonly<Record<string, string | number | boolean | readonly string[] | readonly number[]>>;

/** What mends a fault: the text that stands for what the target's place marks, `from` to `to`. */
export interface Fix {
  readonly text: string;
}

/** What a rule saw. Data only: sentences for people are made by `report`. */
export interface Finding {
  /** The rule's id: `missing`, `number-mismatch`, … */
  readonly rule: string;
  readonly severity: Severity;
  /** The probability that the alignment it rests on is right, 0 to 1. */
  readonly confidence: number;
  readonly source: FindingPlace | null;
  readonly target: FindingPlace | null;
  readonly data: FindingData;
  /** How the fault is safely mended. Absent where that is not certain. */
  readonly fix?: Fix;
  /**
   * Names the finding from run to run: made of the rule, the target locale and the normalised text it is about, never
   * of a line number.
   */
  readonly fingerprint: string;
}
