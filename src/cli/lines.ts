import { createReadStream } from 'node:fs';
import { inputError, standardStream } from './input.ts';

/** One line of a file, without its end. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined where it is longer than the limit. */
  readonly bytes: Uint8Array | undefined;
}

/** Longer lines are not held in memory. */
export const LONGEST_LINE: number = 128 * 1024 * 1024;

/**
 * The lines of a file, or of standard input for `-`, one after the other as they are asked for. Only `\n` and `\r\n` end a
 * line; the last one need not end.
 *
 * @throws {CliError} `input-missing`, `input-directory`, `input-not-permitted`, `input-failed`
 */
export async function* readLines(file: string, longest: number = LONGEST_LINE): AsyncGenerator<Line> {
  const stream = file === standardStream ? process.stdin : createReadStream(file);
  let parts: Buffer[] = [];
  let length = 0;
  let number = 1;
  const take = (): Line => {
    const bytes = length > longest ? undefined : withoutReturn(parts.length === 1 ? parts[0]! : Buffer.concat(parts));
    parts = [];
    length = 0;
    return { number: number++, bytes };
  };
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        keep(chunk.subarray(from, end));
        from = end + 1;
        yield take();
      }
      if (from < chunk.length) keep(chunk.subarray(from));
    }
  } catch (error) {
    throw inputError(error, file);
  }
  if (length > 0) yield take();
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === 13 ? line.subarray(0, -1) : line;
}
