import { readFile } from 'node:fs/promises';
import { CliError, errorCode } from './failure.ts';

/** The name that stands for standard input or standard output on the command line. */
export const standardStream = '-';

/**
 * The bytes of a file, or of standard input for `-`.
 *
 * @throws {CliError} `input-missing`, `input-directory`, `input-not-permitted`, `input-failed`, all with the file
 */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return file === standardStream ? await readStdin() : await readFile(file);
  } catch (error) {
    throw inputError(error, file);
  }
}

async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
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
