import { isZip, zipEntries } from './zip-entries.ts';

/** What bytes are that are no text: a document that is read, or one in a format that is not. */
export type BinaryKind =
  | { readonly format: 'docx' | 'odt' }
  | { readonly isEncrypted: true }
  /** What people call the format. */
  | { readonly found: string };

/** So much of a file is looked at. */
const HEAD = 1024;

/** Formats whose files begin so. */
const STARTS: readonly (readonly [start: RegExp, found: string])[] = [
  [/^%PDF-/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^\x1f\x8b\x08/, 'GZIP'],
];

/** The folders or files that archives of a format have. */
const PARTS: readonly (readonly [part: RegExp, found: string])[] = [
  [/^xl\//, 'XLSX'],
  [/^ppt\//, 'PPTX'],
  [/^Index\/.*\.iwa$|^Index\.zip$/, 'Pages'],
  [/^visio\//, 'VSDX'],
];

/** What the old formats of Office, all in one kind of archive, call their content. */
const STREAMS: readonly (readonly [stream: string, found: string])[] = [
  ['WordDocument', 'DOC'],
  ['Workbook', 'XLS'],
  ['PowerPoint Document', 'PPT'],
];

/** What bytes are, by what they begin with and, of an archive, what is in it; undefined where they may be text. */
export function tellBinary(bytes: Uint8Array): BinaryKind | undefined {
  if (isZip(bytes)) return tellArchive(bytes);
  if (isOldOffice(bytes)) return tellOldOffice(bytes);
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const found = STARTS.find(([start]) => start.test(head))?.[1];
  return found === undefined ? undefined : { found };
}

function tellArchive(bytes: Uint8Array): BinaryKind {
  // OpenDocument says what it is at its very start.
  const head = String.fromCharCode(...bytes.subarray(30, HEAD));
  const type = /^mimetypeapplication\/([\w.+-]+)/.exec(head)?.[1];
  if (type?.startsWith('epub')) return { found: 'EPUB' };
  const names = (zipEntries(bytes) ?? []).map(({ name }) => name);
  const found = PARTS.find(([part]) => names.some((name) => part.test(name)))?.[1];
  if (found !== undefined) return { found };
  const [, sheet] =
    /^vnd\.oasis\.opendocument\.(spreadsheet|presentation|graphics|formula|chart)/.exec(type ?? '') ?? [];
  if (sheet !== undefined) return { found: { spreadsheet: 'ODS', presentation: 'ODP' }[sheet] ?? 'OpenDocument' };
  if (type?.startsWith('vnd.oasis.opendocument.text') || names.includes('content.xml')) return { format: 'odt' };
  // An archive that is cut off is a document that is damaged, and not just any archive.
  const isOffice = names.length === 0 || names.includes('[Content_Types].xml') || names.includes('_rels/.rels');
  return isOffice ? { format: 'docx' } : { found: 'ZIP' };
}

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function isOldOffice(bytes: Uint8Array): boolean {
  return OLD_OFFICE.every((byte, k) => bytes[k] === byte);
}

function tellOldOffice(bytes: Uint8Array): BinaryKind {
  const names = new TextDecoder('utf-16le').decode(bytes);
  if (names.includes('EncryptedPackage')) return { isEncrypted: true };
  return { found: STREAMS.find(([stream]) => names.includes(stream))?.[1] ?? 'DOC' };
}
