import { ParalignError } from '../model/errors.ts';
import type { TableRow } from './tsv.ts';

/**
 * The rows of comma-separated text, as RFC 4180 has it: a cell in quotation marks may hold separators, line ends and
 * doubled quotation marks. The separator is the semicolon where the first row has one and no comma, as spreadsheets write
 * it where the comma is the decimal sign.
 *
 * @throws {ParalignError} `dictionary-quote`, with the line.
 */
export function splitCsv(text: string, file: string): TableRow[] {
  const separator = separatorOf(text);
  const plain = new RegExp(`[^"\\r\\n${separator}]*`, 'y');
  const rows: TableRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row = { line, cells: [] as string[] };
    for (;;) {
      const start = line;
      let cell = '';
      if (text[at] === '"') {
        const end = endOfQuoted(text, at);
        if (end === undefined) throw new ParalignError('dictionary-quote', { file, line: start });
        const quoted = text.slice(at + 1, end - 1);
        cell = quoted.replaceAll('""', '"');
        line += quoted.match(/\r\n|\n|\r/g)?.length ?? 0;
        at = end;
      } else {
        plain.lastIndex = at;
        cell = plain.exec(text)?.[0] ?? '';
        at += cell.length;
      }
      row.cells.push(cell);
      const next = text[at];
      if (next === separator) {
        at += 1;
        continue;
      }
      if (next !== undefined && next !== '\r' && next !== '\n')
        throw new ParalignError('dictionary-quote', { file, line });
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      break;
    }
    rows.push(row);
  }
  return rows;
}

/** The offset after the mark that closes the cell which one at `at` opens. */
function endOfQuoted(text: string, at: number): number | undefined {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 2))
    if (text[close + 1] !== '"') return close + 1;
  return undefined;
}

function separatorOf(text: string): ',' | ';' {
  // The first row, without what stands in quotation marks.
  const first = /^(?:[^"\r\n]+|"[^"]*")*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  return first.includes(';') && !first.includes(',') ? ';' : ',';
}
