import { fileURLToPath } from 'node:url';

/** The page with the tables of formats. */
export const guide: string = fileURLToPath(new URL('../../docs/guide/files.md', import.meta.url));

/** A table of Markdown, its columns as wide as their cells. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, k) => Math.max(3, ...[head, ...rows].map((row) => row[k]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, k) => cell.padEnd(widths[k]!)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}

/** The page with a table between its marks: `<!-- table: documents -->` and the next `<!-- end -->`. */
export function inGuide(page: string, name: string, made: string): string {
  const mark = `<!-- table: ${name} -->\n`;
  const from = page.indexOf(mark);
  const to = page.indexOf('<!-- end -->', from);
  if (from === -1 || to === -1) throw new Error(`the guide has no marks for the table ${name}`);
  return `${page.slice(0, from)}${mark}\n${made}\n${page.slice(to)}`;
}
