import { ParalignError } from '../model/errors.ts';
import { CsvFault, CsvRows } from '../tmx/convert/csv-rows.ts';
import type { TableRow } from './tsv.ts';

/**
 * The rows of comma-separated text, as {@link CsvRows} cuts them.
 *
 * @throws {ParalignError} `dictionary-quote`, with the line.
 */
export function splitCsv(text: string, file: string): TableRow[] {
  try {
    return new CsvRows().push(text, true);
  } catch (error) {
    if (error instanceof CsvFault) throw new ParalignError('dictionary-quote', { file, line: error.line });
    throw error;
  }
}
