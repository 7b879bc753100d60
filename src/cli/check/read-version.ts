import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import { settingFor } from '../../check/config.ts';
import { i18nextOptions } from '../../read/i18next/init-options.ts';
import type { I18nextOptions } from '../../read/i18next/read-i18next.ts';
import { readDocumentFrom } from '../../read/read-document-from.ts';
import type { ReadFromOptions } from '../../read/read-document-from.ts';
import { CliError } from '../failure.ts';
import { inputError, readInput } from '../input.ts';
import { documentLimit } from '../size-limit.ts';
import type { SizeLimit } from '../size-limit.ts';
import type { CheckConfig } from './config-schema.ts';
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

/** How a config says that a file is to be read. */
export function readingOf(
  { file, locale, namespace }: Pick<FoundFile, 'file' | 'locale'> & { readonly namespace?: string },
  { encoding, i18next, maxSize }: Pick<CheckConfig, 'encoding' | 'i18next' | 'maxSize'>,
): {
  readonly file: string;
  readonly locale: Locale;
  readonly encoding?: string;
  readonly maxLength?: number;
  readonly i18next: I18nextOptions;
} {
  const known = settingFor(encoding, locale);
  return {
    file,
    locale,
    i18next: { ...i18nextOptions(i18next), ...(namespace !== undefined && { namespace }) },
    ...(known !== undefined && { encoding: known }),
    // A text has no more code units than its file has bytes.
    ...(maxSize !== undefined && { maxLength: maxSize }),
  };
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
