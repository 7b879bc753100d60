import type { Document, Origin } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { decode } from './decode.ts';
import { readLines } from './read-lines.ts';
import { readText } from './read-text.ts';
import { createSource } from './source.ts';
import type { Source } from './source.ts';

/** What kind of file it is: running text in paragraphs, or one unit a line. */
export type ReadFormat = 'text' | 'lines';

export interface ReadOptions {
  /** The language the text is in; a string is read by {@link toLocale}. */
  readonly locale: Locale | string;
  /** `text` unless said otherwise. */
  readonly format?: ReadFormat;
  /** The file's path or name as the user knows it: it goes into `origin.file` and into errors. */
  readonly file?: string;
  /** What else is known of where the text comes from. */
  readonly origin?: Origin;
}

/** One reader a format, from a file's decoded text. */
const readers: Readonly<Record<ReadFormat, (source: Source, locale: Locale) => Omit<Document, 'locale' | 'origin'>>> = {
  text: readText,
  lines: readLines,
};

/**
 * Reads one language version of a document.
 *
 * `text`: paragraphs, set off by blank lines (or one a line, where there are none). Where the text is an interview, its
 * speakers' labels become turns; title, date line, language switcher and footer go into `furniture`. `lines`: one block
 * a line, none left out, an empty line being an empty block, so that a block's index is that of its line; labels become
 * turns only where the file is beyond doubt an interview.
 *
 * In `text`, a comment that begins with `<!-- paralign-` and ends its line is a directive to the checker: it goes into
 * `directives`, and ends the paragraph that it stands in.
 *
 * Bytes are UTF-8, or UTF-16 with or without a byte order mark. Texts come out in NFC; places count in the text as it
 * stands in the file, after a byte order mark.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `locale-invalid`
 */
export function readDocument(input: Uint8Array | string, options: ReadOptions): Document {
  const locale = toLocale(options.locale);
  const file = options.file ?? options.origin?.file;
  const name = file ?? 'input';
  const source = createSource(decode(input, name));
  const parts = readers[options.format ?? 'text'](source, locale);
  if (parts.blocks.length === 0) throw new ParalignError('file-empty', { file: name });
  const origin: Origin = { ...options.origin, ...(file === undefined ? {} : { file }) };
  return { locale, ...parts, ...(Object.keys(origin).length === 0 ? {} : { origin }) };
}
