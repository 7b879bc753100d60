import type { Document, Origin } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { decodeNamed } from './decode-named.ts';
import { headOfFile } from './file-head.ts';
import { formatOf, formats } from './formats.ts';
import type { FileFormat } from './formats.ts';
import { readDocument } from './read-document.ts';
import type { ReadFormat, ReadOptions } from './read-document.ts';
import { createSource } from './source.ts';

export interface ReadFromOptions extends Omit<ReadOptions, 'format'> {
  /** Found out where it is not given: by what the file starts with, then by its name; `text` where neither says. */
  readonly format?: FileFormat;
  /** Of a page of HTML, a CSS selector: only what it matches is read, and all of that. Other formats do not look at it. */
  readonly select?: string;
  /** Whether images' alternative texts, and titles, become captions after the block that they stand in. Default false. */
  readonly attributes?: boolean;
}

/**
 * Reads one language version of a document, of any format. What a format needs besides this library is loaded when a file of
 * it is read for the first time.
 *
 * `text`, `lines` and `i18next` are read as {@link readDocument} does. `html`: the text of the page as blocks, its navigation as
 * furniture. `markdown` and `mdx`: CommonMark with tables, footnotes, front matter and directives; title and description of the
 * front matter are blocks. Mark-up inside a text is kept as `codes`; code and what else is not to be translated is furniture.
 * Comments that begin with `paralign-` are directives to the checker.
 *
 * `srt` and `vtt`: subtitles, a block a cue, as {@link readDocument} reads them.
 *
 * Bytes are in the encoding that is given, then in that of their byte order mark, then in that which a page names, then in
 * UTF-8 or UTF-16, then in an old one of the language that the letters tell.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `file-too-long`, `encoding-unknown`, `locale-invalid`,
 *   `markup-invalid`, `subtitles-invalid`,
 *   `select-invalid`, `select-empty`
 */
export async function readDocumentFrom(input: Uint8Array | string, options: ReadFromOptions): Promise<Document> {
  const locale = toLocale(options.locale);
  const file = options.file ?? options.origin?.file;
  const name = file ?? 'input';
  const head = headOfFile(input);
  const format = options.format ?? formatOf(head, file);
  const { limit = Infinity, encodingOf, load } = formats[format];
  if (load === undefined) return readDocument(input, { ...options, format: format as ReadFormat });
  const { text, encoding, isAssumed } = decodeNamed(
    input,
    { file: name, locale, ...(options.encoding === undefined ? {} : { encoding: options.encoding }) },
    encodingOf?.(head),
  );
  if (isAssumed) options.onAssumedEncoding?.(encoding);
  if (text.length > limit) throw new ParalignError('file-too-long', { file: name, length: text.length, limit, format });
  const source = createSource(text);
  const read = await load();
  const parts = read(source, locale, { file: name, select: options.select, attributes: options.attributes });
  if (parts.blocks.length === 0) throw new ParalignError('file-empty', { file: name });
  const origin: Origin = { ...options.origin, ...(file === undefined ? {} : { file }) };
  return { locale, ...parts, ...(Object.keys(origin).length === 0 ? {} : { origin }) };
}

/**
 * The text of a file as {@link readDocumentFrom} reads it.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`
 */
export function decodeFile(input: Uint8Array | string, file: string, locale: Locale): string {
  const head = headOfFile(input);
  return decodeNamed(input, { file, locale }, formats[formatOf(head, file)].encodingOf?.(head)).text;
}
