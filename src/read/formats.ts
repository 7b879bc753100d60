import type { Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { ReadFormat } from './read-document.ts';
import type { Source } from './source.ts';

/** What kinds of files there are, by what they are called in options. */
export type FileFormat = ReadFormat | 'html' | 'markdown' | 'mdx' | 'docx' | 'odt';

/** What is asked of a reader besides the text. */
export interface ReaderOptions {
  /** How errors name the file. */
  readonly file: string;
  readonly select?: string | undefined;
  readonly attributes?: boolean | undefined;
}

export type Reader = (source: Source, locale: Locale, options: ReaderOptions) => Omit<Document, 'locale' | 'origin'>;

/** Reads a file that is no text. */
export type BytesReader = (
  bytes: Uint8Array,
  locale: Locale,
  options: ReaderOptions,
) => Omit<Document, 'locale' | 'origin'>;

/** How one format is known and read. */
export interface FormatEntry {
  /** What the names of its files end in, in lower case. */
  readonly extensions: readonly string[];
  /** Whether a file is of this format, by its first characters; absent where they do not tell. */
  readonly isAtStart?: (head: string) => boolean;
  /** How many UTF-16 code units may be read at once: its parser takes many times that space. Absent where it takes little. */
  readonly limit?: number;
  /** The encoding that a file names in itself, from its first bytes; absent where it has no place for one. */
  readonly encodingOf?: (head: string) => string | undefined;
  /** Loads the reader, and with it the library that it needs. Absent where `readDocument` reads it. */
  readonly load?: () => Promise<Reader>;
  /** The same, of a format that is no text; what such files are is told by {@link tellBinary}. */
  readonly loadBytes?: () => Promise<BytesReader>;
}

/** Every format, the first that fits being taken. */
export const formats: Readonly<Record<FileFormat, FormatEntry>> = {
  html: {
    extensions: ['html', 'htm', 'xhtml'],
    isAtStart: (head) =>
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body)(?=[\s>])/i.test(head),
    limit: 50_000_000,
    encodingOf: (head) =>
      /<meta\s(?:[^>]*?[\s"';])?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] ??
      /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)/i.exec(head)?.[1],
    load: async () => (await import('./read-html.ts')).readHtml,
  },
  mdx: {
    extensions: ['mdx'],
    limit: 10_000_000,
    load: async () => (await import('./read-markdown.ts')).readMdx,
  },
  markdown: {
    extensions: ['md', 'markdown', 'mdown', 'mkd'],
    limit: 10_000_000,
    load: async () => (await import('./read-markdown.ts')).readMarkdown,
  },
  docx: {
    extensions: ['docx', 'docm', 'dotx', 'dotm'],
    loadBytes: async () => (await import('./docx/read-docx.ts')).readDocx,
  },
  odt: { extensions: ['odt', 'ott'], loadBytes: async () => (await import('./odt/read-odt.ts')).readOdt },
  srt: { extensions: ['srt'], isAtStart: (head) => /^\s*\d+\s*?\n\s*\d[\d:]*:\d\d[,.]\d+\s*-->/.test(head) },
  vtt: { extensions: ['vtt'], isAtStart: (head) => /^WEBVTT(?:[ \t\r\n]|$)/.test(head) },
  i18next: { extensions: ['json'] },
  lines: { extensions: [] },
  text: { extensions: ['txt', 'text'] },
};

/** The format of a file: by what it starts with, then by its name; `text` where neither says. */
export function formatOf(head: string, file: string | undefined): FileFormat {
  const entries = Object.entries(formats) as [FileFormat, FormatEntry][];
  const byContent = entries.find(([, { isAtStart }]) => isAtStart?.(head) === true);
  if (byContent !== undefined) return byContent[0];
  const extension = /\.([^./\\]+)$/.exec(file ?? '')?.[1]?.toLowerCase();
  return entries.find(([, { extensions }]) => extension !== undefined && extensions.includes(extension))?.[0] ?? 'text';
}
