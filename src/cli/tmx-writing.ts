import type { TranslationUnit, XmlElement } from '../tmx/model.ts';
import type { TmxHead } from '../tmx/read-stream.ts';
import type { FormatTmxOptions } from '../tmx/write.ts';
import type { Context } from './context.ts';
import { standardStream } from './input.ts';
import type { Output } from './output-file.ts';
import { writeStderr, writeStdout } from './output.ts';
import { visible } from './terminal.ts';
import { writePieces } from './write-pieces.ts';
import type { CliKey, MessageData } from '../report/messages/index.ts';

/**
 * Writes a memory unit by unit; what fails leaves the file as it was.
 *
 * @param others what stands in the body and is no unit; asked for at the end.
 * @returns how many units were written.
 */
export async function writeMemory(
  output: Output,
  head: TmxHead,
  units: AsyncIterable<TranslationUnit>,
  others: () => readonly XmlElement[],
  options: FormatTmxOptions = {},
): Promise<number> {
  const { writeTmx } = await import('../tmx/write-stream.ts');
  const counted = countUnits(units);
  await writePieces(output, writeTmx(head, counted.units, options, others));
  return counted.count();
}

/** Says what was done: on standard output, or on standard error where the result goes to the former. */
export async function tellDone(file: string, context: Context, key: CliKey, data: MessageData): Promise<void> {
  const messages = await context.messages();
  const name = file === standardStream ? messages.cli('tmx-standard-output') : file;
  const line = visible(`${messages.cli(key, { ...data, file: name })}\n`);
  if (file === standardStream) writeStderr(line);
  else await writeStdout(line);
}

/** Counts what passes by. */
export function countUnits<Unit>(units: AsyncIterable<Unit>): { units: AsyncIterable<Unit>; count: () => number } {
  let count = 0;
  async function* counted(): AsyncGenerator<Unit> {
    for await (const unit of units) {
      count += 1;
      yield unit;
    }
  }
  return { units: counted(), count: () => count };
}
