/** A row of a table, and the line of the file that it begins on, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of tab-separated text: one a line, as they stand there. */
export function splitTsv(text: string): TableRow[] {
  return text.split(/\r\n|\n|\r/).map((row, k) => ({ line: k + 1, cells: row.split('\t') }));
}
