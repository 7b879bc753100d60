import { ParalignError } from './errors.ts';
import type { Locale } from './locale.ts';
import type { Resource } from './resource.ts';

/**
 * A place in a file as a person and an editor see it.
 *
 * `offset` counts UTF-16 code units from the start of the decoded text (after a byte order mark); `line` counts from 1;
 * `column` counts UTF-16 code units from 1.
 */
export interface Place {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A half-open range of UTF-16 code units in a block's text: `from` is in it, `to` is not. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A sentence-level unit: a range of its block's text. */
export type Segment = Range;

/** What a block is on its page. */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-cell' | 'caption';

/** What a speaker does in a turn: asks, answers, or says something outside an exchange (a moderator's remark). */
export type Role = 'question' | 'answer' | 'remark';

/** Who is speaking in a block of an interview. Blocks that follow one another with the same `number` are one turn. */
export interface Turn {
  readonly role: Role;
  /** The turn's number in the document, from 1. */
  readonly number: number;
  /** The number of the exchange (a question with its answers), from 1; 0 before the first question. */
  readonly exchange: number;
  /** The speaker as the document names them, without the colon: `Sergey Lavrov`, `Вопрос`. */
  readonly speaker: string;
  /**
   * The label as it stands in the file before the block's text, with its punctuation and space (`Question: `).
   * Absent where the block goes on with a turn that an earlier block opened.
   */
  readonly label?: string;
}

/**
 * Mark-up in the middle of a text: a link, emphasis, an image. It stands between two characters of the text, which is
 * plain; what the mark-up is about lies between an `open` and the next `close` that no other `open` has taken.
 */
export interface InlineCode {
  /** Where it stands, in UTF-16 code units of its block's text, from 0 up to and including its length. */
  readonly at: number;
  readonly kind: 'open' | 'close' | 'standalone';
  /** What it is, by the name that HTML has for it whatever the format: `a`, `em`, `code`, `img`. */
  readonly name: string;
  /** As it stands in the file: `<a href="/help">`, `](/help)`; of DOCX and ODT, where there are no such marks, as HTML would have it. */
  readonly data: string;
}

/** When a cue of subtitles is shown: seconds from the start of the film, `from` before `to`. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** A paragraph-level unit. */
export interface Block {
  /** Unique in its document, and the same whenever the same file is read: `p1`, `p2`, … */
  readonly id: string;
  readonly kind: BlockKind;
  /** The text without the speaker's label, in Unicode NFC, without white space at its ends; in a resource with it. */
  readonly text: string;
  /** A heading's level or a list item's depth, from 1. */
  readonly level?: number;
  /**
   * Where the text starts in the file; the label, where there is one, stands before it. Absent where the file is no text, and so
   * has no lines: DOCX, ODT.
   */
  readonly place?: Place;
  readonly turn?: Turn;
  /** The mark-up in its text, in order. Absent where there is none, and where the format has none. */
  readonly codes?: readonly InlineCode[];
  /** Of subtitles: when the block is on the screen. */
  readonly time?: TimeRange;
  /** In order, apart from each other, inside the text. Absent until the document is segmented. */
  readonly segments?: readonly Segment[];
}

/** When a document says it was published. */
export interface DocumentDate {
  /** As it stands in the file. */
  readonly text: string;
  /** ISO 8601, as exact as the text is: `2016-04-12` or `2016-04-12T17:00`. Absent where the text could not be read. */
  readonly iso?: string;
}

/**
 * A line of the page that is not the document's body, or what is not to be translated (`code`): kept, so that nothing read
 * is lost, but never aligned.
 */
export interface Furniture {
  readonly kind: 'title' | 'date' | 'language-switcher' | 'header' | 'footer' | 'code';
  readonly text: string;
  /** Absent where the file is no text, and so has no lines. */
  readonly place?: Place;
}

/**
 * What a comment in a document tells the checker about the blocks after it:
 * `<!-- paralign-disable-next number-mismatch: the source has a slip -->`. Kept beside the blocks, and never aligned.
 */
export interface Directive {
  /** What follows `paralign-`, such as `disable-next`. That there is such a directive is for the checker to say. */
  readonly name: string;
  /** The rest of the comment as it stands there: rules and a reason. */
  readonly text: string;
  /** The index of the block that it stands before, from 0 up to and including the number of blocks. */
  readonly before: number;
  readonly place: Place;
}

/** Where a document came from, and what must be said wherever it is shown. */
export interface Origin {
  /** The file's path or name as the user gave it; `-` for standard input. */
  readonly file?: string;
  /** The address of the page. */
  readonly url?: string;
  readonly rights?: string;
  /** A statement that belongs to the text, by locale: for example that a translation is unofficial. */
  readonly notice?: Readonly<Record<Locale, string>>;
}

/** One language version of one work. Plain data, never changed after it is made. */
export interface Document {
  readonly locale: Locale;
  readonly title?: string;
  readonly date?: DocumentDate;
  readonly blocks: readonly Block[];
  readonly furniture?: readonly Furniture[];
  /** In the order of their places. */
  readonly directives?: readonly Directive[];
  /** Of a document that is a resource of i18next: its keys. Each text is a block. */
  readonly resource?: Resource;
  readonly origin?: Origin;
}

/** The text of one segment. */
export function textOfSegment(block: Block, segment: Segment): string {
  return block.text.slice(segment.from, segment.to);
}

/** A block's segments; a block that was never segmented is one segment, an empty one none. */
export function segmentsOf(block: Block): readonly Segment[] {
  return block.segments ?? (block.text === '' ? [] : [{ from: 0, to: block.text.length }]);
}

/**
 * Returns the document as it is after checking what the types cannot say: that block ids are unique, that segments are in
 * order, not empty, and inside their block's text, and that inline codes are in order and inside it too.
 *
 * @throws {ParalignError} `document-invalid`
 */
export function checkDocument(document: Document): Document {
  const ids = new Set<string>();
  for (const block of document.blocks) {
    if (ids.has(block.id)) throw new ParalignError('document-invalid', { reason: `two blocks are called ${block.id}` });
    ids.add(block.id);
    let end = 0;
    for (const { from, to } of block.segments ?? []) {
      if (from < end || to <= from || to > block.text.length)
        throw new ParalignError('document-invalid', {
          reason: `segment ${from}-${to} of block ${block.id} is empty, out of order or outside its text`,
        });
      end = to;
    }
    let before = 0;
    for (const { at } of block.codes ?? []) {
      if (at < before || at > block.text.length)
        throw new ParalignError('document-invalid', {
          reason: `the inline code at ${at} of block ${block.id} is out of order or outside its text`,
        });
      before = at;
    }
  }
  return document;
}
