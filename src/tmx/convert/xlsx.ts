import { ParalignError } from '../../model/errors.ts';
import { formatTmxDate } from '../date.ts';
import type { TranslationUnit } from '../model.ts';
import type { TmxSource } from '../read-stream.ts';
import type { CsvRow } from './csv-rows.ts';
import { columnOf } from './table-columns.ts';
import type { Column } from './table-columns.ts';
import { rowsOfUnits, unitsOfRows } from './table-units.ts';
import type { CellOptions, ReadCellsOptions } from './table-units.ts';
import { readerOf } from './unit-reader.ts';
import type { UnitReader } from './unit-reader.ts';

export interface XlsxOptions extends CellOptions {
  /**
   * How the package `hucre` is loaded, which has to be installed beside this one. Default: by its name, which Node.js finds. Bundlers
   * for browsers need to see it in the application's own code: `() => import('hucre/xlsx')`.
   */
  readonly load?: () => Promise<unknown>;
}

export interface ReadXlsxOptions extends XlsxOptions, ReadCellsOptions {}

export interface WriteXlsxOptions extends XlsxOptions {
  /** The columns: see {@link surveyUnits}. */
  readonly columns: readonly Column[];
}

/** What is used of the package `hucre/xlsx`. */
interface XlsxModule {
  readXlsx(
    input: Uint8Array,
    options: { readonly sheets: readonly number[] },
  ): Promise<{ readonly sheets: readonly { readonly rows: readonly (readonly unknown[])[] }[] }>;
  writeXlsxStream(
    rows: AsyncIterable<string[]>,
    options: {
      readonly name: string;
      readonly freezePane: { readonly rows: number };
      readonly maxRowsPerSheet: number;
    },
  ): ReadableStream<Uint8Array>;
}

const PACKAGE = 'hucre';
/** What a sheet and a cell of Excel can hold. */
const MOST_ROWS = 1_048_576;
const LONGEST_CELL = 32_767;

/**
 * Reads the first sheet of a spreadsheet in XLSX: a unit a row, a language a column, as {@link readTable} has it.
 * All of it is held in memory.
 *
 * Formatted text is read without its formatting, a formula as its last result, a number as JavaScript writes it, a date as
 * `2016-04-12` or `2016-04-12T17:00:00Z`, or as TMX writes it in a column of dates such as `creationdate`.
 *
 * @throws {ParalignError} `xlsx-missing` where the package is not installed; `xlsx-invalid`; `table-invalid` with file and row;
 *   with cells of TMX `xml-malformed`, `xml-refused`.
 */
export function readXlsx(source: TmxSource, options: ReadXlsxOptions = {}): UnitReader {
  return readerOf(unitsOfRows(rowsOf(source, options), options));
}

async function* rowsOf(source: TmxSource, options: ReadXlsxOptions): AsyncGenerator<CsvRow> {
  let isDate: readonly boolean[] | undefined;
  let line = 0;
  for (const row of await readRows(source, options)) {
    line += 1;
    if (isDate === undefined && row.some((cell) => textOfCell(cell, false) !== ''))
      isDate = row.map((cell) => typeof cell === 'string' && isDateColumn(columnOf(cell)));
    const cells = Array.from(row, (cell, k) => textOfCell(cell, isDate?.[k] ?? false));
    // The package makes all rows as long as the longest.
    yield { line, cells: cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1) };
  }
}

async function readRows(
  source: TmxSource,
  { file = 'table', load }: ReadXlsxOptions,
): Promise<readonly (readonly unknown[])[]> {
  const xlsx = await loadModule(load);
  const bytes = await allBytes(source, file);
  try {
    // Not row by row: only so does the package see to it that no bit of the file is damaged.
    const { sheets } = await xlsx.readXlsx(bytes, { sheets: [0] });
    return sheets[0]?.rows ?? [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ParalignError('xlsx-invalid', { file, reason: reason.replace(/\.$/, '') }, { cause: error });
  }
}

function isDateColumn(column: Column): boolean {
  return column.kind === 'attribute' && column.attribute.endsWith('date');
}

function textOfCell(cell: unknown, isDate: boolean): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  // As spreadsheets show it.
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return '';
  if (isDate) return formatTmxDate(cell);
  return cell.toISOString().replace(/(?:T00:00:00)?\.\d+Z$/, (end) => (end.startsWith('T') ? '' : 'Z'));
}

async function allBytes(source: TmxSource, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of typeof source === 'string' || source instanceof Uint8Array ? [source] : source) {
    if (typeof part === 'string') throw new ParalignError('xlsx-invalid', { file, reason: 'it is text, not bytes' });
    parts.push(part);
    length += part.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Writes units as a spreadsheet in XLSX, as {@link writeTable} does: one sheet, a row a unit, the first row naming the columns, which
 * stays in sight. All cells are text: none is ever a formula, a number or a date, whatever it begins with.
 *
 * @throws {ParalignError} `xlsx-missing` where the package is not installed; `xlsx-limit` where a cell has more than 32,767
 *   characters or the sheet more than 1,048,576 rows; `tmx-character`, `tmx-name`, with cells of TMX only.
 */
export async function* writeXlsx(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  { columns, load, ...options }: WriteXlsxOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
  const xlsx = await loadModule(load);
  const rows = checked(rowsOfUnits(units, columns, options));
  const stream = xlsx.writeXlsxStream(rows, { name: 'memory', freezePane: { rows: 1 }, maxRowsPerSheet: MOST_ROWS });
  // Not every browser can iterate over a stream.
  const reader = stream.getReader();
  let isRead = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isRead = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isRead) await reader.cancel().catch(() => undefined);
  }
}

async function* checked(rows: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MOST_ROWS) throw limit(`a sheet has at most ${MOST_ROWS} rows`);
    const long = row.find((cell) => cell.length > LONGEST_CELL);
    if (long !== undefined)
      throw limit(`a cell has at most ${LONGEST_CELL} characters, and one in row ${count} would have ${long.length}`);
    yield row.map(escaped);
  }
}

/** In XLSX `_x000D_` stands for a character; where a text says that, it is written `_x005F_x000D_`. */
function escaped(cell: string): string {
  return cell.includes('_x') ? cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : cell;
}

function limit(reason: string): ParalignError {
  return new ParalignError('xlsx-limit', { reason });
}

async function loadModule(load: (() => Promise<unknown>) | undefined): Promise<XlsxModule> {
  try {
    return (await (load ?? loadPackage)()) as XlsxModule;
  } catch (error) {
    throw new ParalignError('xlsx-missing', { package: PACKAGE }, { cause: error });
  }
}

function loadPackage(): Promise<unknown> {
  // Not as a literal: bundlers would want the package of every application, also of those that do without it.
  const name = `${PACKAGE}/xlsx`;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ name);
}
