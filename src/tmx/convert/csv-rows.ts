/** A row of a table, and the line of the file that it begins on, from 1. */
export interface CsvRow {
  readonly line: number;
  /** Where it begins in the text of the file, in UTF-16 code units; absent where the table is no text. */
  readonly offset?: number;
  readonly cells: readonly string[];
}

/** What is wrong with a table. */
export class CsvFault extends Error {
  /** From 1. */
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** The most characters of one row. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Cuts comma-separated text into rows, as RFC 4180 has it: a cell in quotation marks may hold separators, line ends and
 * doubled quotation marks. The separator is the semicolon where the first row has one and no comma, as spreadsheets write
 * it where the comma is the decimal sign.
 *
 * Text is given in chunks of any size.
 *
 * @throws {CsvFault} where a quotation mark is out of place.
 */
export class CsvRows {
  #separator: ',' | ';' | undefined;
  #plain = /[^"\r\n,]*/y;
  #text = '';
  #line = 1;
  /** Where {@link #text} begins in the file. */
  #offset = 0;
  /** How long the text must be before it is looked at again. */
  #wanted = 0;

  push(chunk: string, last: boolean): CsvRow[] {
    this.#text += chunk;
    if (!last && this.#text.length < this.#wanted) return [];
    this.#separator ??= this.#findSeparator(last);
    const rows: CsvRow[] = [];
    let at = 0;
    while (this.#separator !== undefined && at < this.#text.length) {
      const end = this.#row(rows, at, last);
      if (end === undefined) break;
      at = end;
    }
    this.#text = this.#text.slice(at);
    this.#offset += at;
    if (this.#text.length > LONGEST) throw new CsvFault(this.#line, `a row is longer than ${LONGEST} characters`);
    // A row that is not complete is looked at again only when it has grown by half.
    this.#wanted = this.#text.length + (this.#text.length >> 1);
    return rows;
  }

  /** Reads the row at an offset; returns where the next starts, undefined where it is not complete. */
  #row(rows: CsvRow[], start: number, last: boolean): number | undefined {
    const text = this.#text;
    const cells: string[] = [];
    let line = this.#line;
    let at = start;
    for (;;) {
      if (text[at] === '"') {
        const end = endOfQuoted(text, at);
        if (end === undefined || (end === text.length && !last)) {
          if (!last) return undefined;
          throw new CsvFault(line, 'a cell in quotation marks has no end');
        }
        const quoted = text.slice(at + 1, end - 1);
        cells.push(quoted.includes('"') ? quoted.replaceAll('""', '"') : quoted);
        line += quoted.match(/\r\n|\n|\r/g)?.length ?? 0;
        at = end;
      } else {
        this.#plain.lastIndex = at;
        const cell = this.#plain.exec(text)?.[0] ?? '';
        cells.push(cell);
        at += cell.length;
      }
      const next = text[at];
      if (next === undefined && !last) return undefined;
      if (next !== undefined && next === this.#separator) {
        at += 1;
        continue;
      }
      if (next !== undefined && next !== '\r' && next !== '\n')
        throw new CsvFault(line, 'a quotation mark stands inside a cell that is not in quotation marks');
      // The other half of a line end may be in the next chunk.
      if (next === '\r' && at + 1 === text.length && !last) return undefined;
      rows.push({ line: this.#line, offset: this.#offset + start, cells });
      this.#line = line + 1;
      return at + (text.startsWith('\r\n', at) ? 2 : 1);
    }
  }

  #findSeparator(last: boolean): ',' | ';' | undefined {
    // The first row, without what stands in quotation marks.
    const first = /^(?:[^"\r\n]+|"[^"]*")*/.exec(this.#text)?.[0] ?? '';
    if (first.length === this.#text.length && !last) return undefined;
    const bare = first.replace(/"[^"]*"/g, '');
    const separator = bare.includes(';') && !bare.includes(',') ? ';' : ',';
    this.#plain = separator === ';' ? /[^"\r\n;]*/y : /[^"\r\n,]*/y;
    return separator;
  }
}

/** The offset after the mark that closes the cell which one at `at` opens. */
function endOfQuoted(text: string, at: number): number | undefined {
  for (let close = text.indexOf('"', at + 1); close !== -1; close = text.indexOf('"', close + 2))
    if (text[close + 1] !== '"') return close + 1;
  return undefined;
}

/** A row of comma-separated text. */
export function formatCsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
