import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { CliError, errorCode } from './failure.ts';
import { checkSize } from './size-limit.ts';
import type { SizeLimit } from './size-limit.ts';

/** The name that stands for standard input or standard output on the command line. */
export const standardStream = '-';

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @param limit a file that is longer is refused before it is read. Without, any file is read.
 * @throws {CliError} `input-missing`, `input-directory`, `input-not-permitted`, `input-failed`, `input-too-long`, all with the file
 */
export async function readInput(file: string, limit?: SizeLimit): Promise<Uint8Array> {
  try {
    if (file === standardStream) return await gather(process.stdin, file, limit);
    const { size, isPlain } = await sizeOf(file);
    if (limit !== undefined) checkSize(file, size, limit);
    // A pipe has no size: what comes out of it is counted.
    return isPlain ? await readFile(file) : await gather(createReadStream(file), file, limit);
  } catch (error) {
    throw inputError(error, file);
  }
}

/**
 * Refuses a file that is longer than its limit, before it is read piece by piece.
 *
 * @throws {CliError} as {@link readInput}
 */
export async function checkFile(file: string, limit: SizeLimit): Promise<void> {
  if (file === standardStream) return;
  try {
    checkSize(file, (await sizeOf(file)).size, limit);
  } catch (error) {
    throw inputError(error, file);
  }
}

/** The size of a file, and whether it is one that has all its bytes already. */
async function sizeOf(file: string): Promise<{ size: number; isPlain: boolean }> {
  const found = await stat(file);
  return { size: found.isFile() ? found.size : 0, isPlain: found.isFile() };
}

async function gather(stream: AsyncIterable<unknown>, file: string, limit: SizeLimit | undefined): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (limit !== undefined) checkSize(file, size, limit);
  }
  return Buffer.concat(chunks);
}

/** What a failure to read means to a person. */
export function inputError(error: unknown, file: string): unknown {
  const code = errorCode(error);
  switch (code) {
    case undefined:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      return new CliError('input-missing', { file }, { cause: error });
    case 'EISDIR':
      return new CliError('input-directory', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
      return new CliError('input-not-permitted', { file }, { cause: error });
    case 'ERR_FS_FILE_TOO_LARGE':
      return new CliError('input-too-large', { file }, { cause: error });
    default:
      return new CliError('input-failed', { file, code }, { cause: error });
  }
}
