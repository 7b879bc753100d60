import type { OfficeBlocks } from '../office/office-blocks.ts';
import type { Numbering } from './numbering.ts';
import type { Relationship } from './relationships.ts';
import type { Styles } from './styles.ts';

/** A note at the foot of a page or the end of the document, by its number. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** What a reader of parts is given. */
export interface DocxContext {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly blocks: OfficeBlocks;
  /** What the part refers to. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Whether what pictures say in words is read too. */
  readonly attributes: boolean;
  /** Told of every note that the text refers to, in order. */
  readonly onNote: (note: NoteReference) => void;
}
