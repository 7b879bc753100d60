import type { Document, Origin } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { decodeText } from './decode.ts';
import { readUndamaged } from './damage.ts';
import { readI18next } from './i18next/read-i18next.ts';
import type { I18nextOptions } from './i18next/read-i18next.ts';
import { readLines } from './read-lines.ts';
import { readText } from './read-text.ts';
import { createSource } from './source.ts';
import type { Source } from './source.ts';
import { readSrt } from './subtitles/read-srt.ts';
import { readVtt } from './subtitles/read-vtt.ts';

/** What kind of file it is: running text in paragraphs, one unit a line, subtitles, or a resource of i18next. */
export type ReadFormat = 'text' | 'lines' | 'srt' | 'vtt' | 'i18next';

export interface ReadOptions {
  /** The language the text is in; a string is read by {@link toLocale}. */
  readonly locale: Locale | string;
  /** `i18next` where the file's name ends in `.json`, else `text`, unless said otherwise. */
  readonly format?: ReadFormat;
  /** The file's path or name as the user knows it: it goes into `origin.file` and into errors. */
  readonly file?: string;
  /** How a resource of i18next is read. */
  readonly i18next?: I18nextOptions;
  /** What else is known of where the text comes from. */
  readonly origin?: Origin;
  /** The encoding that the file is known to be in, such as `koi8-r`: any that `TextDecoder` knows. */
  readonly encoding?: string;
  /** Told of the encoding where it was concluded from the letters of the text: `windows-1251`. */
  readonly onAssumedEncoding?: (encoding: string) => void;
}

/** Makes the parts of a document of a file's decoded text. `file` is how errors name it. */
type Reader = (
  source: Source,
  locale: Locale,
  options: { readonly file: string; readonly i18next?: I18nextOptions },
) => Omit<Document, 'locale' | 'origin'>;

/** One reader a format. */
const readers: Readonly<Record<ReadFormat, Reader>> = {
  text: readText,
  lines: readLines,
  srt: readSrt,
  vtt: readVtt,
  i18next: (source, locale, { file, i18next }) => readI18next(source, { ...i18next, locale, file }),
};

/**
 * Reads one language version of a document.
 *
 * `text`: paragraphs, set off by blank lines (or one a line, where there are none). Where the text is an interview, its
 * speakers' labels become turns; title, date line, language switcher and footer go into `furniture`. `lines`: one block
 * a line, none left out, an empty line being an empty block, so that a block's index is that of its line; labels become
 * turns only where the file is beyond doubt an interview. `i18next`: every text of a resource is a block, called by its key;
 * see {@link Document.resource}. Such a document may be without blocks.
 *
 * `srt`, `vtt`: subtitles as SubRip and WebVTT have them. A block a cue, with the time that it is shown; formatting is left
 * out of the text, a voice tag becomes the speaker of a turn. Comments, styles and cues without text are passed over.
 *
 * In `text`, a comment that begins with `<!-- paralign-` and ends its line is a directive to the checker: it goes into
 * `directives`, and ends the paragraph that it stands in.
 *
 * Bytes are UTF-8, UTF-16 with or without a byte order mark, or in an old encoding of the language that their letters leave
 * no doubt of (windows-1251, KOI8-R, Shift_JIS, GB18030 and others); {@link ReadOptions.encoding} overrules. Texts come out
 * in NFC; places count in the text as it stands in the file, after a byte order mark.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `file-conflict`, `file-pointer`, `encoding-unknown`, `locale-invalid`, `subtitles-invalid`;
 *   of a resource `resource-json`, `resource-root`, `resource-deep`
 */
export function readDocument(input: Uint8Array | string, options: ReadOptions): Document {
  const locale = toLocale(options.locale);
  const file = options.file ?? options.origin?.file;
  const name = file ?? 'input';
  const { text, encoding, isAssumed } = decodeText(input, {
    file: name,
    locale,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  if (isAssumed) options.onAssumedEncoding?.(encoding);
  const source = createSource(text);
  const format = options.format ?? (/\.json$/i.test(name) ? 'i18next' : 'text');
  const parts = readUndamaged(text, name, () => readers[format](source, locale, { ...options, file: name }));
  if (parts.blocks.length === 0 && parts.resource === undefined) throw new ParalignError('file-empty', { file: name });
  const origin: Origin = { ...options.origin, ...(file === undefined ? {} : { file }) };
  return { locale, ...parts, ...(Object.keys(origin).length === 0 ? {} : { origin }) };
}
