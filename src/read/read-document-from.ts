import type { Document, Origin } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { readUndamaged } from './damage.ts';
import type { Decoded } from './decode.ts';
import { decodeNamed } from './decode-named.ts';
import { headOfFile } from './file-head.ts';
import { formatOf, formats } from './formats.ts';
import type { FileFormat } from './formats.ts';
import { tellBinary } from './office/tell-binary.ts';
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
  /**
   * How many UTF-16 code units are read at most, where the parser of a format holds all of them in memory many times over. Default: 50
   * million of HTML, 10 million of Markdown and MDX.
   */
  readonly maxLength?: number;
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
 * `docx` and `odt`: documents of Word and of OpenDocument, as they are once all tracked changes are accepted; notes come after the
 * text, headers, footers and tables of contents are furniture. Their blocks have no places.
 *
 * `srt` and `vtt`: subtitles, a block a cue, as {@link readDocument} reads them.
 *
 * Bytes are in the encoding that is given, then in that of their byte order mark, then in that which a page names, then in
 * UTF-8, UTF-16 or ISO-2022-JP, then in an old one of the language that the letters tell.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `file-conflict`, `file-pointer`, `file-too-long`,
 *   `encoding-unknown`, `locale-invalid`,
 *   `markup-invalid`, `subtitles-invalid`, `select-invalid`, `select-empty`; `office-invalid`, `office-refused`, `file-encrypted`;
 *   `file-foreign` for what is known and not read, such as PDF
 */
export async function readDocumentFrom(input: Uint8Array | string, options: ReadFromOptions): Promise<Document> {
  const locale = toLocale(options.locale);
  const file = options.file ?? options.origin?.file;
  const name = file ?? 'input';
  const head = headOfFile(input);
  const format = options.format ?? binaryFormat(input, name) ?? formatOf(head, file);
  const { encodingOf, load, loadBytes } = formats[format];
  if (loadBytes !== undefined) {
    const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
    const read = await loadBytes();
    return finish(read(bytes, locale, { file: name, attributes: options.attributes }), locale, options);
  }
  const limit = options.maxLength ?? formats[format].limit ?? Infinity;
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
  const { select, attributes } = options;
  const parts = readUndamaged(text, name, () => read(source, locale, { file: name, select, attributes }));
  return finish(parts, locale, options);
}

function finish(parts: Omit<Document, 'locale' | 'origin'>, locale: Locale, options: ReadFromOptions): Document {
  const file = options.file ?? options.origin?.file;
  if (parts.blocks.length === 0) throw new ParalignError('file-empty', { file: file ?? 'input' });
  const origin: Origin = { ...options.origin, ...(file === undefined ? {} : { file }) };
  return { locale, ...parts, ...(Object.keys(origin).length === 0 ? {} : { origin }) };
}

/**
 * The format of a file that is no text.
 *
 * @throws {ParalignError} `file-encrypted`, `file-foreign`
 */
function binaryFormat(input: Uint8Array | string, file: string): FileFormat | undefined {
  const kind = typeof input === 'string' ? undefined : tellBinary(input);
  if (kind === undefined) return undefined;
  if ('isEncrypted' in kind) throw new ParalignError('file-encrypted', { file });
  if ('found' in kind) throw new ParalignError('file-foreign', { file, found: kind.found });
  return kind.format;
}

/**
 * The text of a file as {@link readDocumentFrom} reads it, and the encoding that it is in; undefined where it is no text, so that
 * nothing in it has a place.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `encoding-unknown`; `file-encrypted`, `file-foreign`
 */
export function decodeFile(
  input: Uint8Array | string,
  options: { readonly file: string; readonly locale: Locale; readonly encoding?: string },
): Decoded | undefined {
  if (binaryFormat(input, options.file) !== undefined) return undefined;
  const head = headOfFile(input);
  return decodeNamed(input, options, formats[formatOf(head, options.file)].encodingOf?.(head));
}
