import { columnOf } from './table-columns.ts';

/** The kinds of files that are aligned already and are one file. */
export type AlignedFormat = 'tmx' | 'xliff' | 'po' | 'tsv' | 'csv' | 'xlsx' | 'jsonl';

interface AlignedEntry {
  /** What the names of its files end in, in lower case. */
  readonly extensions: readonly string[];
  /** Whether a file is of this format, by its first characters. */
  readonly isAtStart: (head: string) => boolean;
}

/** What may stand before the root of an XML file. */
const PROLOG = String.raw`^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>\s*)*`;
const TMX = new RegExp(`${PROLOG}<(?:[\\w.-]+:)?tmx(?=[\\s>])`);
const XLIFF = new RegExp(`${PROLOG}<(?:[\\w.-]+:)?xliff(?=[\\s>])`);

const alignedFormats: Readonly<Record<AlignedFormat, AlignedEntry>> = {
  tmx: { extensions: ['tmx'], isAtStart: (head) => TMX.test(head) },
  xliff: { extensions: ['xlf', 'xliff'], isAtStart: (head) => XLIFF.test(head) },
  po: {
    extensions: ['po', 'pot'],
    isAtStart: (head) => /^(?:\s*(?:#[^\n]*)?\n)*\s*(?:msgctxt|msgid)\s+"/.test(head),
  },
  jsonl: {
    extensions: ['jsonl', 'ndjson'],
    isAtStart: (head) => /^\s*\{(?:"tmx":\{|"attributes":\{|"translation":\s*\{[^\n]*\}\}\r?\n)/.test(head),
  },
  xlsx: { extensions: ['xlsx'], isAtStart: (head) => head.startsWith('PK') && head.includes('xl/') },
  tsv: { extensions: ['tsv'], isAtStart: (head) => namesLanguages(head, '\t') },
  csv: { extensions: ['csv'], isAtStart: (head) => namesLanguages(head, ',') || namesLanguages(head, ';') },
};

/** Whether the first line names the columns of a table, two languages among them. */
function namesLanguages(head: string, separator: string): boolean {
  const [line = '', ...more] = head.split(/\r?\n/);
  if (more.length === 0) return false;
  const columns = line.split(separator).map((cell) => columnOf(cell.replace(/^"(.*)"$/, '$1')));
  return columns.filter(({ kind }) => kind === 'language').length >= 2;
}

/**
 * The format of a file that is aligned already: by what it starts with, then by its name, that of `.gz` left out; undefined where
 * neither says.
 *
 * @param head its first characters, as far as they are of ASCII.
 */
export function alignedFormatOf(head: string, file = ''): AlignedFormat | undefined {
  const entries = Object.entries(alignedFormats) as [AlignedFormat, AlignedEntry][];
  const byContent = entries.find(([, { isAtStart }]) => isAtStart(head));
  if (byContent !== undefined) return byContent[0];
  const extension = /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  return entries.find(([, { extensions }]) => extension !== undefined && extensions.includes(extension))?.[0];
}
