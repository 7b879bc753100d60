import type { CsvRow } from './csv-rows.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' };
const MEANINGS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' };

/** A row of tab-separated text: tab, line feed, carriage return and backslash as `\t`, `\n`, `\r` and `\\`. */
export function formatTsvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replace(/[\t\n\r\\]/g, (char) => ESCAPES[char] as string)).join('\t')}\n`;
}

/** Cuts tab-separated text into rows, one a line. A backslash that escapes nothing stands for itself. */
export class TsvRows {
  #text = '';
  #line = 1;
  #offset = 0;

  push(chunk: string, last: boolean): CsvRow[] {
    // Searched once only, however small the chunks are.
    if (!last && !/[\r\n]/.test(chunk)) {
      this.#text += chunk;
      return [];
    }
    const text = this.#text + chunk;
    const held = !last && text.endsWith('\r') ? 1 : 0;
    const rows: CsvRow[] = [];
    let from = 0;
    const push = (to: number): void => {
      const cells = text.slice(from, to).split('\t').map(unescapeCell);
      rows.push({ line: this.#line++, offset: this.#offset + from, cells });
    };
    for (const { 0: end, index } of text.slice(0, text.length - held).matchAll(/\r\n|\n|\r/g)) {
      push(index);
      from = index + end.length;
    }
    if (last && from < text.length) {
      push(text.length);
      from = text.length;
    }
    this.#text = text.slice(from);
    this.#offset += from;
    return rows;
  }
}

function unescapeCell(cell: string): string {
  return cell.includes('\\') ? cell.replace(/\\([tnr\\])/g, (_, char: string) => MEANINGS[char] as string) : cell;
}
