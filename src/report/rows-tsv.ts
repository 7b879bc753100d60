import type { Multitext } from '../model/multitext.ts';
import { rows } from '../model/rows.ts';
import { readUnits } from '../model/unit-text.ts';
import type { RowUnit } from '../model/version-view.ts';

/**
 * The rows of a multitext as tab-separated values: a column a version, called by its locale, the pivot first. Tabs and line
 * breaks inside a text become spaces; a version that lacks a row has an empty cell in it.
 */
export function formatRows(multitext: Multitext, unit: RowUnit): string {
  const versions = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
  const readers = versions.map((version) => readUnits(version, unit, ' '));
  const table = rows(multitext, unit).map((row) => versions.map(({ locale }, k) => readers[k]!(row[locale]!)));
  return [versions.map(({ locale }) => locale), ...table]
    .map((cells) => `${cells.map((cell) => cell.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`)
    .join('');
}
