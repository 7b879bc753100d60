import { createReadStream } from 'node:fs';
import { inputError, standardStream } from './input.ts';

/**
 * The bytes of a file, or of standard input for `-`, piece by piece as they are asked for.
 *
 * @throws {CliError} `input-missing`, `input-directory`, `input-not-permitted`, `input-failed`
 */
export async function* readChunks(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = (file === standardStream ? process.stdin : createReadStream(file)) as AsyncIterable<Buffer>;
  try {
    yield* stream;
  } catch (error) {
    throw inputError(error, file);
  }
}
