import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { pairsOfDocument } from '../check/pairs-of-document.ts';
import type { Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { AcceptedUnit } from '../tmx/accepted.ts';
import { readInput, standardStream } from './input.ts';
import { undamaged } from './undamaged.ts';

/** What was accepted in two languages, by a memory. */
export interface AcceptedMemory {
  /** The file, as the user gave it. */
  readonly file: string;
  /** Of all documents. */
  readonly units: readonly AcceptedUnit[];
}

/**
 * Reads what was accepted from a memory: see `acceptedFromTmx`. It need be read only once for all documents in these languages.
 *
 * @param memory the file, as the user gave it.
 * @throws {CliError} `input-missing` and the like
 * @throws {ParalignError} `xml-malformed` and the like
 */
export async function readAccepted(
  memory: string,
  languages: { readonly source: Locale; readonly target: Locale },
): Promise<AcceptedMemory> {
  const [bytes, { parseTmx }, { acceptedFromTmx }] = await Promise.all([
    readInput(memory),
    import('../tmx/read.ts'),
    import('../tmx/accepted.ts'),
  ]);
  return await undamaged(bytes, memory, () => ({
    file: memory,
    units: acceptedFromTmx(parseTmx(bytes, { file: memory }), languages),
  }));
}

/** What was accepted of a document: see {@link pairsOfDocument}. */
export function acceptedOfDocument(
  { file, units }: AcceptedMemory,
  source: Document,
  target: Document,
): AcceptedUnit[] {
  return pairsOfDocument(units, documentName(file, source.origin?.file), target, isGoneFrom(file));
}

/**
 * What a memory calls a document: the path of its source from the memory's folder, with slashes, so that it is the same on
 * every machine and wherever the command is run.
 *
 * @returns undefined for standard input, which has no name.
 */
export function documentName(memory: string, source: string | undefined): string | undefined {
  if (source === undefined || source === standardStream) return undefined;
  return relative(dirname(resolve(memory)), resolve(source))
    .split(sep)
    .join('/');
}

/** Whether the source that a memory calls so is there no more. */
export function isGoneFrom(memory: string): (document: string) => boolean {
  return (document) => !existsSync(resolve(dirname(memory), document));
}
