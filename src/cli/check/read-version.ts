import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import { settingFor } from '../../check/config.ts';
import { readDocumentFrom } from '../../read/read-document-from.ts';
import type { ReadFromOptions } from '../../read/read-document-from.ts';
import { CliError } from '../failure.ts';
import { inputError, readInput } from '../input.ts';
import type { CheckConfig } from './config-schema.ts';
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

/** How a config says that a file is to be read. */
export function readingOf(
  { file, locale }: Pick<FoundFile, 'file' | 'locale'>,
  { encoding }: Pick<CheckConfig, 'encoding'>,
): { readonly file: string; readonly locale: Locale; readonly encoding?: string } {
  const known = settingFor(encoding, locale);
  return { file, locale, ...(known !== undefined && { encoding: known }) };
}

/**
 * Bytes as a document. Everything that a run reads comes by here.
 *
 * @param options see {@link readingOf}.
 * @throws {ParalignError} as {@link readDocumentFrom} does.
 */
export function documentOf(bytes: Uint8Array, options: ReadFromOptions): Promise<Document> {
  return readDocumentFrom(bytes, options);
}

/** What stands for the content of a file. */
export function contentHash(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('base64url');
}
