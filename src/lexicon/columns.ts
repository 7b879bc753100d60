import { ParalignError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { toLocale } from '../model/locale.ts';
import type { TextPair } from '../model/text-pair.ts';
import { matchLanguage } from '../tmx/language.ts';
import type { TableRow } from './tsv.ts';

/** The two locales that are wanted of a dictionary. */
export interface Locales {
  readonly source: Locale;
  readonly target: Locale;
}

interface Columns {
  readonly source: number;
  readonly target: number;
  /** How many there are. */
  readonly count: number;
  /** Whether a row may lack one of the two terms: there are other languages that it can be for. */
  readonly gaps: boolean;
}

/**
 * The pairs of terms in a table.
 *
 * @throws {ParalignError} `dictionary-columns-tsv`, `dictionary-columns-csv`, `dictionary-cell`, `dictionary-language`
 */
export function readColumns(
  rows: readonly TableRow[],
  file: string,
  format: 'tsv' | 'csv',
  locales: Locales,
): TextPair[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const named = filled[0] && columnsOf(filled[0].cells, file, locales);
  const columns: Columns = named ?? { source: 0, target: 1, count: 2, gaps: false };
  const terms: TextPair[] = [];
  for (const { line, cells } of named === undefined ? filled : filled.slice(1)) {
    // A row of one column is text, not a row with an empty cell; cells too many mean that a separator stands in a term.
    const isShort = columns.gaps ? false : cells.length < columns.count;
    if (isShort || withoutEmptyEnd(cells).length > columns.count)
      throw new ParalignError(`dictionary-columns-${format}`, {
        file,
        line,
        expected: columns.count,
        found: cells.length,
      });
    const source = (cells[columns.source] ?? '').trim();
    const target = (cells[columns.target] ?? '').trim();
    if (source !== '' && target !== '') terms.push({ source, target });
    else if (!columns.gaps)
      throw new ParalignError('dictionary-cell', {
        file,
        line,
        column: (source === '' ? columns.source : columns.target) + 1,
      });
  }
  return terms;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/**
 * The columns that a first row names; undefined where it is a row of terms.
 *
 * @throws {ParalignError} `dictionary-language` where it is clearly one of locales, but not of these.
 */
function columnsOf(cells: readonly string[], file: string, { source, target }: Locales): Columns | undefined {
  const names = cells.map((cell) => cell.trim());
  const a = bestColumn(names, source);
  const b = bestColumn(names, target);
  if (a !== undefined && b !== undefined && a !== b)
    return { source: a, target: b, count: names.length, gaps: names.length > 2 };
  // Two letters may be a word (`to`, `is`); with a region they are none.
  if (names.filter((name) => name !== '').every(isRegional))
    throw new ParalignError('dictionary-language', { file, source, target, languages: names.join(', ') });
  return undefined;
}

function bestColumn(names: readonly string[], wanted: Locale): number | undefined {
  let best: { column: number; quality: number } | undefined;
  names.forEach((name, column) => {
    if (!/^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(name)) return;
    const quality = matchLanguage(wanted, name);
    if (quality !== undefined && (best === undefined || quality < best.quality)) best = { column, quality };
  });
  return best?.column;
}

function isRegional(name: string): boolean {
  if (!/^[a-z]{2,3}[-_][A-Z]{2}$/.test(name)) return false;
  try {
    toLocale(name);
    return true;
  } catch {
    return false;
  }
}
