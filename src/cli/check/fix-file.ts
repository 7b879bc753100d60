import { resolve } from 'node:path';
import { applyFixes } from '../../check/fix.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import { decode } from '../../read/decode.ts';
import { openOutput } from '../output-file.ts';
import type { FoundFile } from './find-documents.ts';
import { readProjectFile } from './read-version.ts';

/**
 * Puts the fixes of findings into the file of a translation, in the encoding that it has.
 *
 * @param read reads the file as it was read for the check.
 * @returns how many places were mended; the others' places were changed meanwhile, or overlap.
 * @throws {CliError} for a file that cannot be read or written
 */
export async function fixFile(
  { file }: FoundFile,
  folder: string,
  findings: readonly Finding[],
  read: (bytes: Uint8Array) => Promise<Document>,
): Promise<number> {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  if (fixable.length === 0) return 0;
  const bytes = await readProjectFile(file, folder);
  const { blocks } = await read(bytes);
  // What is no text has no places, and cannot be mended by changing some of its characters.
  if (blocks.every(({ place }) => place === undefined)) return 0;
  const encoding = encodingOf(bytes, decode(bytes, file));
  const { text, applied } = applyFixes(decoders[encoding].decode(bytes), blocks, fixable);
  if (applied.length === 0) return 0;
  const output = await openOutput(resolve(folder, file), []);
  await output.write(encode(text, encoding));
  // Two rules may mend one place.
  return new Set(applied.map(({ target }) => JSON.stringify([target?.block, target?.from, target?.to]))).size;
}

/** Each keeps a byte order mark, so that it is written again. */
const decoders = {
  'utf-8': new TextDecoder('utf-8', { ignoreBOM: true }),
  'utf-16le': new TextDecoder('utf-16le', { ignoreBOM: true }),
  'utf-16be': new TextDecoder('utf-16be', { ignoreBOM: true }),
} as const;

type Encoding = keyof typeof decoders;

/** The encoding in which the bytes are this text. */
function encodingOf(bytes: Uint8Array, text: string): Encoding {
  const names: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be'];
  return names.find((name) => decoders[name].decode(bytes).replace(/^\uFEFF/, '') === text) ?? 'utf-8';
}

function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}
