/** Something in a TMX file that is not as it should be. */
export interface TmxProblem {
  /** The rule that it breaks, such as `xml-malformed` or `dtd-order`. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units, from 1. */
  readonly column: number;
  /** Of the unit that it is in, where that has one. */
  readonly tuid?: string;
  /** In English; what a reader in another language is told is made from `rule` and `values`. */
  readonly message: string;
  /** What the message is about. */
  readonly values?: Readonly<Record<string, string | number>>;
}
