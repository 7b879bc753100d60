import type { TextPair } from './text-pair.ts';

/** A paragraph and its translation as somebody accepted them. Paragraphs that were accepted as one are joined by line feeds. */
export interface AcceptedPair extends TextPair {
  /** When that was: ISO 8601. */
  readonly when?: string;
  readonly who?: string;
  /** The document that they stand in: the name of its source. Absent where that is not known. */
  readonly document?: string;
}
