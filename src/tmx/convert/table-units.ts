import { ParalignError } from '../../model/errors.ts';
import { comparable, matchLanguage } from '../language.ts';
import { note, notesOf, prop, propsOf, textOf } from '../model.ts';
import type { Inline, TranslationUnit, XmlElement } from '../model.ts';
import type { CsvRow } from './csv-rows.ts';
import { columnOf, headingOf } from './table-columns.ts';
import type { Column } from './table-columns.ts';
import { headOf, variantOf } from './unit-reader.ts';
import type { Found } from './unit-reader.ts';
import { parseContent, XmlText } from './xml-text.ts';

/** What stands in a cell of a table, of any format. */
export interface CellOptions {
  /**
   * The text that people read, inline codes left out (`text`), or the segment as TMX writes it (`tmx`), so that nothing is lost.
   * Default `text`.
   */
  readonly cells?: 'text' | 'tmx';
}

export interface ReadCellsOptions extends CellOptions {
  /** The file's name, for messages. Default `table`. */
  readonly file?: string;
  /**
   * The languages of the columns, where the first row does not name any: of the columns `source` and `target` where there are
   * such, else of the first ones, and the first row is then a unit. A number after them is a prop, `x-score`.
   */
  readonly languages?: readonly string[];
}

/** Makes units of the rows of a table. @throws {ParalignError} as `readTable` does. */
export async function* unitsOfRows(
  rows: AsyncIterable<CsvRow>,
  { file = 'table', cells = 'text', languages = [] }: ReadCellsOptions,
): AsyncGenerator<Found, void, undefined> {
  let columns: readonly Column[] | undefined;
  for await (const row of rows) {
    if (row.cells.every((cell) => cell === '')) continue;
    if (columns === undefined) {
      const first = columnsOf(row, file, languages);
      columns = first.columns;
      yield { head: headOf(columns.find((column) => column.kind === 'language')?.lang ?? '') };
      if (first.isHeading) continue;
    }
    const { line, offset } = row;
    yield {
      unit: unitOf(row, columns, file, cells),
      ...(offset === undefined ? {} : { place: { offset, line, column: 1 } }),
    };
  }
  if (columns === undefined) throw invalidTable(file, 1, 'there is no row that names the columns');
}

function columnsOf(
  { line, cells }: CsvRow,
  file: string,
  languages: readonly string[],
): { columns: readonly Column[]; isHeading: boolean } {
  const columns = cells.map((cell) => columnOf(cell));
  const named = columns.filter((column) => column.kind === 'language').map(({ lang }) => comparable(lang));
  const twice = named.find((lang, k) => named.indexOf(lang) !== k);
  if (twice !== undefined) throw invalidTable(file, line, `two columns are of the language ${twice}`);
  // A word may look like a language (“cat” is Catalan): it counts where it is one of those that are asked for.
  const isAskedFor =
    languages.length === 0 ||
    named.some((lang) => languages.some((wanted) => matchLanguage(wanted, lang) !== undefined));
  if (named.length > 0 && isAskedFor) return { columns, isHeading: true };
  if (named.length > 1 && named.length === columns.length)
    throw invalidTable(file, line, `expected columns of ${languages.join(' and ')}, found ${named.join(', ')}`);
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
    throw invalidTable(
      file,
      line,
      `expected a first row that names the language of each column, such as “en” and “ru”, found ${cells.map((cell) => `“${shorten(cell)}”`).join(', ')}`,
    );
  // So do some aligners write, hunalign among them.
  const isScored = cells.length === languages.length + 1 && /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(cells.at(-1)!);
  if (cells.length > languages.length && !isScored)
    throw invalidTable(file, line, `expected ${languages.length} columns, found ${cells.length}`);
  const texts = languages.map((lang) => ({ kind: 'language', lang }) as const);
  return { columns: isScored ? [...texts, { kind: 'prop', type: 'x-score' }] : texts, isHeading: false };
}

function unitOf(
  { line, cells }: CsvRow,
  columns: readonly Column[],
  file: string,
  kind: 'text' | 'tmx',
): TranslationUnit {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell !== ''))
    throw invalidTable(file, line, `expected ${columns.length} columns, found ${cells.length}`);
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
      throw invalidTable(file, line, `a cell is not the content of a segment: ${error.data['reason']}`);
    throw error;
  }
}

/**
 * Makes the rows of a table of units, the first one naming the columns; what would be an empty row is left out.
 *
 * @throws {ParalignError} as `writeTable` does.
 */
export async function* rowsOfUnits(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  columns: readonly Column[],
  { cells = 'text' }: CellOptions,
): AsyncGenerator<string[], void, undefined> {
  const xml = new XmlText();
  let number = 0;
  yield columns.map(headingOf);
  for await (const unit of units) {
    xml.where = `translation unit ${++number}`;
    const row = columns.map((column) =>
      cellOf(unit, column, (seg) => (cells === 'tmx' ? xml.content(seg) : textOf(seg))),
    );
    if (row.some((cell) => cell !== '')) yield row;
  }
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

export function invalidTable(file: string, line: number, reason: string): ParalignError {
  return new ParalignError('table-invalid', { file, line, reason });
}

function shorten(cell: string): string {
  return cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
}
