import type { Place } from '../../model/document.ts';

/** A string of a PO file: quoted, perhaps in several pieces. */
export interface PoString {
  readonly text: string;
  /** The pieces that the text is written in, a line each, where that is not one piece or a piece for each of its lines. */
  readonly pieces?: readonly string[];
  /** Where its first character stands in the file; absent where it was not read from one. */
  readonly place?: Place;
}

/** A message with its translations. */
export interface PoEntry {
  /** The lines of comments before it as they stand there: `# note`, `#. for translators`, `#: file.c:12`, `#, fuzzy`, `#| msgid "old"`. */
  readonly comments: readonly string[];
  readonly msgctxt?: PoString;
  readonly msgid: PoString;
  readonly msgidPlural?: PoString;
  /** One, or one for each plural form; empty texts where it is not translated. */
  readonly msgstr: readonly PoString[];
  /** Whether it is kept only in case it is needed again (`#~`). */
  readonly isObsolete: boolean;
}

/** A PO file, or a template (POT): without loss, but for white space between entries. */
export interface PoFile {
  /** In the order of the file. The header is the entry whose msgid is empty, and mostly the first. */
  readonly entries: readonly PoEntry[];
  /** Comments after the last entry. */
  readonly comments?: readonly string[];
}

/** The flags of an entry: `fuzzy`, `c-format`. */
export function flagsOf({ comments }: PoEntry): string[] {
  return comments
    .filter((line) => line.startsWith('#,'))
    .flatMap((line) => line.slice(2).split(','))
    .map((flag) => flag.trim())
    .filter((flag) => flag !== '');
}

/** The entry that describes the file. */
export function headerOf({ entries }: PoFile): PoEntry | undefined {
  return entries.find(({ msgid, msgctxt, isObsolete }) => !isObsolete && msgctxt === undefined && msgid.text === '');
}

/** A field of the header, such as `Language` or `Plural-Forms`; undefined where it is not there or empty. */
export function headerField(po: PoFile, name: string): string | undefined {
  for (const line of (headerOf(po)?.msgstr[0]?.text ?? '').split('\n')) {
    const colon = line.indexOf(':');
    if (colon !== -1 && line.slice(0, colon).trim().toLowerCase() === name.toLowerCase())
      return line.slice(colon + 1).trim() || undefined;
  }
  return undefined;
}
