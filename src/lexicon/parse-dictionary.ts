import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { TextPair } from '../model/text-pair.ts';
import { decode } from '../read/decode.ts';
import { readColumns } from './columns.ts';
import { splitCsv } from './csv.ts';
import { readTbx } from './tbx.ts';
import { splitTsv } from './tsv.ts';

/** What a dictionary is written in. */
export type DictionaryFormat = 'tsv' | 'csv' | 'tbx';

/** How to read a dictionary. */
export interface DictionaryOptions {
  /** The locales wanted. A region that is not there is answered by the language alone, then by any other region. */
  readonly source: string;
  readonly target: string;
  /** Default: what the ending of the file's name says. */
  readonly format?: DictionaryFormat;
  /** The file's name, for the format and for messages. Default `dictionary`. */
  readonly file?: string;
}

/**
 * The terms of a dictionary or glossary, each with its translation.
 *
 * - `tsv`: a term and its translation a row, a tab between them. Quotation marks are letters like all others.
 * - `csv`: the same with commas or semicolons, cells in quotation marks where need be, as RFC 4180 has it.
 * - `tbx`: ISO 30042 of either edition (`martif`, `tbx`). Of an entry with several terms in a language, each stands for
 *   each of the other.
 *
 * A table may begin with a row that names the locale of each column; further columns are then passed over, and a row
 * without a term in one of the two locales is too. Without such a row there are two columns, source and target. Blank rows
 * count for nothing.
 *
 * ```ts
 * parseDictionary('en\tru\ncat\tкошка', { source: 'en-GB', target: 'ru', format: 'tsv' });
 * // => [{ source: 'cat', target: 'кошка' }]
 * ```
 *
 * @param input bytes in UTF-8 or UTF-16 (TBX: in what its XML declaration names), or text.
 * @throws {ParalignError} `dictionary-columns-tsv`, `dictionary-columns-csv`, `dictionary-cell`, `dictionary-quote`,
 *   `tbx-invalid`, `xml-malformed`, `xml-refused`, each with file and line; `dictionary-format`, `dictionary-language`,
 *   `dictionary-empty`; `file-empty`,
 *   `file-binary`, `file-encoding`, `xml-bytes`, `xml-encoding`; `locale-invalid`.
 */
export function parseDictionary(input: Uint8Array | string, options: DictionaryOptions): TextPair[] {
  const { file = 'dictionary' } = options;
  const locales = { source: toLocale(options.source), target: toLocale(options.target) };
  const format = options.format ?? formatOfName(file);
  if (format === undefined) throw new ParalignError('dictionary-format', { file });
  const terms =
    format === 'tbx'
      ? readTbx(input, file, locales)
      : readColumns((format === 'csv' ? splitCsv : splitTsv)(decode(input, file), file), file, format, locales);
  if (terms.length === 0) throw new ParalignError('dictionary-empty', { file, ...locales });
  return terms;
}

function formatOfName(file: string): DictionaryFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  return (['tsv', 'csv', 'tbx'] as const).find((format) => format === ending);
}
