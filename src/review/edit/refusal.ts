/** Why an edit cannot be made. The words are the page's. */
export class Refusal {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    this.reason = reason;
  }
}

export type RefusalReason =
  /** There is nothing before or after to join it with or move it to. */
  | 'nothing-there'
  /** A paragraph that was moved is in the way, or is what was asked for: it has to be unlinked first. */
  | 'moved'
  /** Both have no counterpart, and stand on the same side. */
  | 'same-side'
  /** It is one unit with one: there is nothing to split. */
  | 'not-divisible'
  /** It has no counterpart to be parted from. */
  | 'not-linked'
  /** It has a counterpart already. */
  | 'linked'
  /** The sentences stand in paragraphs that are not linked. */
  | 'apart'
  /** A text that is not there cannot be aligned. */
  | 'empty'
  /** The texts of a resource have keys, by which they are aligned. */
  | 'resource';
