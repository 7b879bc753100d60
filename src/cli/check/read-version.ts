import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Document } from '../../model/document.ts';
import { readDocumentFrom } from '../../read/read-document-from.ts';
import { CliError } from '../failure.ts';
import { inputError, readInput } from '../input.ts';
import { documentLimit } from '../size-limit.ts';
import type { SizeLimit } from '../size-limit.ts';
import type { FoundFile } from './find-documents.ts';

/**
 * The bytes of a file that a config names.
 *
 * @param folder the absolute path of the config's folder.
 * @param limit a longer file is refused; without, any is read.
 * @throws {CliError} as {@link readInput} does, with the file as the config names it.
 */
export async function readProjectFile(file: string, folder: string, limit?: SizeLimit): Promise<Uint8Array> {
  try {
    return await readInput(resolve(folder, file), limit);
  } catch (error) {
    const told = inputError(error, file);
    throw told instanceof CliError ? new CliError(told.key, { ...told.data, file }, { cause: error }) : told;
  }
}

/**
 * The bytes of a version of a document.
 *
 * @param maxSize in bytes; what its format says where it is not given.
 * @throws {CliError} as {@link readProjectFile} does; `input-too-long`
 */
export async function readVersion({ file }: FoundFile, folder: string, maxSize?: number): Promise<Uint8Array> {
  return await readProjectFile(file, folder, documentLimit(file, undefined, maxSize));
}

/**
 * Bytes as a document. Everything that a run reads comes by here.
 *
 * @param maxLength as in {@link readDocumentFrom}.
 *
 * @throws {ParalignError} as {@link readDocumentFrom} does.
 */
export function documentOf(bytes: Uint8Array, { file, locale }: FoundFile, maxLength?: number): Promise<Document> {
  return readDocumentFrom(bytes, { locale, file, ...(maxLength !== undefined && { maxLength }) });
}

/** What stands for the content of a file. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
