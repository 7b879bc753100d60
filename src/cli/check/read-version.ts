import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Document } from '../../model/document.ts';
import { readDocumentFrom } from '../../read/read-document-from.ts';
import { CliError } from '../failure.ts';
import { inputError, readInput } from '../input.ts';
import type { FoundFile } from './find-documents.ts';

/**
 * The bytes of a file that a config names.
 *
 * @param folder the absolute path of the config's folder.
 * @throws {CliError} as {@link readInput} does, with the file as the config names it.
 */
export async function readProjectFile(file: string, folder: string): Promise<Uint8Array> {
  try {
    return await readInput(resolve(folder, file));
  } catch (error) {
    const told = inputError(error, file);
    throw told instanceof CliError ? new CliError(told.key, { ...told.data, file }, { cause: error }) : told;
  }
}

/**
 * Bytes as a document. Everything that a run reads comes by here.
 *
 * @throws {ParalignError} as {@link readDocumentFrom} does.
 */
export function documentOf(bytes: Uint8Array, { file, locale }: FoundFile): Promise<Document> {
  return readDocumentFrom(bytes, { locale, file });
}

/** What stands for the content of a file. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
