import type { TranslationUnit } from '../model.ts';
import type { TmxSource } from '../read-stream.ts';
import { CsvFault, CsvRows, formatCsvRow } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Column } from './table-columns.ts';
import { invalidTable, rowsOfUnits, unitsOfRows } from './table-units.ts';
import type { CellOptions, ReadCellsOptions } from './table-units.ts';
import { textChunks } from './text-chunks.ts';
import { formatTsvRow, TsvRows } from './tsv-rows.ts';
import { readerOf } from './unit-reader.ts';
import type { UnitReader } from './unit-reader.ts';

export interface TableOptions extends CellOptions {
  readonly format: 'csv' | 'tsv';
}

export interface ReadTableOptions extends TableOptions, ReadCellsOptions {}

/**
 * Reads a table row by row: a unit a row, a language a column. The first row names the columns: see {@link columnOf}. An empty cell
 * is a text that is not there; a row of nothing else is passed over.
 *
 * CSV as RFC 4180 has it, with commas or semicolons; TSV with `\t`, `\n`, `\r` and `\\` for what cannot stand in a cell.
 *
 * @throws {ParalignError} `table-invalid` with file and line; `file-encoding`; with cells of TMX `xml-malformed`, `xml-refused`.
 */
export function readTable(source: TmxSource, options: ReadTableOptions): UnitReader {
  return readerOf(unitsOfRows(rowsOf(source, options), options));
}

async function* rowsOf(source: TmxSource, { file = 'table', format }: ReadTableOptions): AsyncGenerator<CsvRow> {
  const rows = format === 'csv' ? new CsvRows() : new TsvRows();
  try {
    for await (const chunk of textChunks(source, file)) yield* rows.push(chunk, false);
    yield* rows.push('', true);
  } catch (error) {
    if (error instanceof CsvFault) throw invalidTable(file, error.line, error.message);
    throw error;
  }
}

export interface WriteTableOptions extends TableOptions {
  /** The columns: see {@link surveyUnits}. */
  readonly columns: readonly Column[];
}

/**
 * Writes units as a table, a row a unit, the first row naming the columns. Of several variants in one language the first is
 * written, several notes or props of one type go on lines of one cell; {@link writeUnitLines} loses nothing.
 *
 * @throws {ParalignError} `tmx-character`, `tmx-name`, with cells of TMX only.
 */
export async function* writeTable(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  { format, columns, ...options }: WriteTableOptions,
): AsyncGenerator<string, void, undefined> {
  const formatRow = format === 'csv' ? formatCsvRow : formatTsvRow;
  let text = '';
  for await (const row of rowsOfUnits(units, columns, options)) {
    text += formatRow(row);
    if (text.length < 64 * 1024) continue;
    yield text;
    text = '';
  }
  yield text;
}
