import { ParalignError } from '../../model/errors.ts';
import { comparable, matchLanguage } from '../language.ts';
import { note, notesOf, prop, propsOf, textOf } from '../model.ts';
import type { Inline, TranslationUnit, XmlElement } from '../model.ts';
import type { TmxSource } from '../read-stream.ts';
import { CsvFault, CsvRows, formatCsvRow } from './csv-rows.ts';
import type { CsvRow } from './csv-rows.ts';
import { columnOf, headingOf } from './table-columns.ts';
import type { Column } from './table-columns.ts';
import { textChunks } from './text-chunks.ts';
import { formatTsvRow, TsvRows } from './tsv-rows.ts';
import { headOf, readerOf, variantOf } from './unit-reader.ts';
import type { Found, UnitReader } from './unit-reader.ts';
import { parseContent, XmlText } from './xml-text.ts';

export interface TableOptions {
  readonly format: 'csv' | 'tsv';
  /**
   * What stands in a cell: the text that people read, inline codes left out (`text`), or the segment as TMX writes it (`tmx`), so
   * that nothing is lost. Default `text`.
   */
  readonly cells?: 'text' | 'tmx';
}

export interface ReadTableOptions extends TableOptions {
  /** The file's name, for messages. Default `table`. */
  readonly file?: string;
  /**
   * The languages of the columns, where the first row does not name any: of the columns `source` and `target` where there are
   * such, else of the first ones, and the first row is then a unit.
   */
  readonly languages?: readonly string[];
}

/**
 * Reads a table row by row: a unit a row, a language a column. The first row names the columns: see {@link columnOf}. An empty cell
 * is a text that is not there; a row of nothing else is passed over.
 *
 * CSV as RFC 4180 has it, with commas or semicolons; TSV with `\t`, `\n`, `\r` and `\\` for what cannot stand in a cell.
 *
 * @throws {ParalignError} `table-invalid` with file and line; `file-encoding`; with cells of TMX `xml-malformed`, `xml-refused`.
 */
export function readTable(source: TmxSource, options: ReadTableOptions): UnitReader {
  return readerOf(findUnits(source, options));
}

async function* findUnits(source: TmxSource, options: ReadTableOptions): AsyncGenerator<Found, void, undefined> {
  const { file = 'table', cells = 'text' } = options;
  let columns: readonly Column[] | undefined;
  for await (const row of rowsOf(source, options)) {
    if (row.cells.every((cell) => cell === '')) continue;
    if (columns === undefined) {
      const first = columnsOf(row, file, options.languages ?? []);
      columns = first.columns;
      yield { head: headOf(columns.find((column) => column.kind === 'language')?.lang ?? '') };
      if (first.isHeading) continue;
    }
    yield { unit: unitOf(row, columns, file, cells) };
  }
  if (columns === undefined) throw invalid(file, 1, 'there is no row that names the columns');
}

async function* rowsOf(source: TmxSource, { file = 'table', format }: ReadTableOptions): AsyncGenerator<CsvRow> {
  const rows = format === 'csv' ? new CsvRows() : new TsvRows();
  try {
    for await (const chunk of textChunks(source, file)) yield* rows.push(chunk, false);
    yield* rows.push('', true);
  } catch (error) {
    if (error instanceof CsvFault) throw invalid(file, error.line, error.message);
    throw error;
  }
}

function columnsOf(
  { line, cells }: CsvRow,
  file: string,
  languages: readonly string[],
): { columns: readonly Column[]; isHeading: boolean } {
  const columns = cells.map((cell) => columnOf(cell));
  const named = columns.filter((column) => column.kind === 'language').map(({ lang }) => comparable(lang));
  const twice = named.find((lang, k) => named.indexOf(lang) !== k);
  if (twice !== undefined) throw invalid(file, line, `two columns are of the language ${twice}`);
  // A word may look like a language (“cat” is Catalan): it counts where it is one of those that are asked for.
  const isAskedFor =
    languages.length === 0 ||
    named.some((lang) => languages.some((wanted) => matchLanguage(wanted, lang) !== undefined));
  if (named.length > 0 && isAskedFor) return { columns, isHeading: true };
  if (named.length > 1 && named.length === columns.length)
    throw invalid(file, line, `expected columns of ${languages.join(' and ')}, found ${named.join(', ')}`);
  const [source, target] = languages;
  const at = (name: string): number => cells.findIndex((cell) => cell.trim().toLowerCase() === name);
  if (source !== undefined && target !== undefined && at('source') !== -1 && at('target') !== -1)
    return {
      columns: columns.map((column, k) =>
        k === at('source') || k === at('target')
          ? { kind: 'language', lang: k === at('source') ? source : target }
          : column,
      ),
      isHeading: true,
    };
  if (languages.length < 2 || cells.length < languages.length)
    throw invalid(
      file,
      line,
      `expected a first row that names the language of each column, such as “en” and “ru”, found ${cells.map((cell) => `“${shorten(cell)}”`).join(', ')}`,
    );
  if (cells.length > languages.length)
    throw invalid(file, line, `expected ${languages.length} columns, found ${cells.length}`);
  return { columns: languages.map((lang) => ({ kind: 'language', lang })), isHeading: false };
}

function unitOf(
  { line, cells }: CsvRow,
  columns: readonly Column[],
  file: string,
  kind: 'text' | 'tmx',
): TranslationUnit {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
    throw invalid(file, line, `expected ${columns.length} columns, found ${cells.length}`);
  const attributes: Record<string, string> = {};
  const meta: XmlElement[] = [];
  const variants: TranslationUnit['variants'][number][] = [];
  columns.forEach((column, k) => {
    const cell = cells[k] ?? '';
    if (cell === '') return;
    if (column.kind === 'language') variants.push(variantOf(column.lang, contentOfCell(cell, kind, file, line)));
    else if (column.kind === 'attribute') attributes[column.attribute] = cell;
    else meta.push(column.kind === 'note' ? note(cell) : prop(column.type, cell));
  });
  return { attributes, meta, variants };
}

function contentOfCell(cell: string, kind: 'text' | 'tmx', file: string, line: number): readonly Inline[] {
  if (kind === 'text') return [cell];
  try {
    return parseContent(cell, file);
  } catch (error) {
    if (error instanceof ParalignError && 'reason' in error.data)
      throw invalid(file, line, `a cell is not the content of a segment: ${error.data['reason']}`);
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
  { format, cells = 'text', columns }: WriteTableOptions,
): AsyncGenerator<string, void, undefined> {
  const formatRow = format === 'csv' ? formatCsvRow : formatTsvRow;
  const xml = new XmlText();
  let text = formatRow(columns.map(headingOf));
  let number = 0;
  for await (const unit of units) {
    xml.where = `translation unit ${++number}`;
    const row = columns.map((column) =>
      cellOf(unit, column, (seg) => (cells === 'tmx' ? xml.content(seg) : textOf(seg))),
    );
    if (row.some((cell) => cell !== '')) text += formatRow(row);
    if (text.length < 64 * 1024) continue;
    yield text;
    text = '';
  }
  yield text;
}

function cellOf(unit: TranslationUnit, column: Column, format: (seg: readonly Inline[]) => string): string {
  switch (column.kind) {
    case 'language': {
      const wanted = comparable(column.lang);
      const variant = unit.variants.find(({ lang }) => comparable(lang) === wanted);
      return variant === undefined ? '' : format(variant.seg);
    }
    case 'attribute':
      return unit.attributes[column.attribute] ?? '';
    case 'note':
      return notesOf(unit).join('\n');
    case 'prop':
      return propsOf(unit, column.type).join('\n');
  }
}

function invalid(file: string, line: number, reason: string): ParalignError {
  return new ParalignError('table-invalid', { file, line, reason });
}

function shorten(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}
