import { CliError, errorCode } from './failure.ts';
import { visible } from './terminal.ts';

/**
 * Writes to standard output and waits until it is gone.
 *
 * A terminal gets control characters made visible, since it would obey those of a text; a file or pipe gets the bytes
 * as they are.
 *
 * @throws {CliError} `pipe-closed` when the reader at the other end is gone, `disk-full`, `output-failed`
 */
export async function writeStdout(data: string | Uint8Array, keepColours = false): Promise<void> {
  const out = process.stdout.isTTY && typeof data === 'string' ? visible(data, keepColours) : data;
  await new Promise<void>((resolve, reject) => {
    // The stream reports a failure here and as an event; without a listener the event would end the process.
    const fail = (error: Error): void => reject(outputError(error, '-'));
    process.stdout.once('error', fail);
    process.stdout.write(out, (error) => {
      if (error) return fail(error);
      process.stdout.off('error', fail);
      resolve();
    });
  });
}

/** Writes text for people to standard error; that it cannot be written is no reason to fail. */
export function writeStderr(text: string): void {
  process.stderr.write(text);
}

/** What a failure to write means to a person. */
export function outputError(error: unknown, file: string): unknown {
  const code = errorCode(error);
  switch (code) {
    case undefined:
      return error;
    case 'EPIPE':
    case 'ECONNRESET':
      return new CliError('pipe-closed', {}, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return new CliError(file === '-' ? 'disk-full-stdout' : 'disk-full', { file }, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CliError('output-not-permitted', { file }, { cause: error });
    default:
      return new CliError(file === '-' ? 'stdout-failed' : 'output-failed', { file, code }, { cause: error });
  }
}
