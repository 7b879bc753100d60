import type { Messages } from '../report/messages/index.ts';
import { printable } from '../report/printable.ts';
import type { TranslationUnit, XmlElement } from '../tmx/model.ts';
import type { TmxProblem } from '../tmx/problem.ts';
import type { LocatedUnit, TmxHead } from '../tmx/read-stream.ts';
import { bestVariant, InexactNotice } from '../tmx/tools/source.ts';
import type { OnInexact } from '../tmx/tools/source.ts';
import type { Context } from './context.ts';
import { writeStderr } from './output.ts';
import type { Progress } from './progress.ts';
import { readChunks } from './read-chunks.ts';
import type { Options } from './spec.ts';
import { nameOfInput, SHOWN, tmxReading } from './tmx-reading.ts';

/** A memory that a command reads. */
export interface Memory {
  /** As the user gave it. */
  readonly file: string;
  readonly head: TmxHead;
  /** Can be gone through once. */
  readonly units: AsyncIterable<LocatedUnit>;
  /** What stands in the body and is no unit, once the units are read. */
  readonly others: () => readonly XmlElement[];
}

/** The line of progress is renewed after so many units. */
const TELL = 5000;

/**
 * Opens a memory and reads it as far as its units, which are then read as they are asked for.
 *
 * With `--lenient`, what cannot be read is told on standard error and left out; an inexact match of `--source-locale`
 * is told there too.
 *
 * @param tellMended whether to tell what will not be written as it was read, since it breaks the DTD.
 *
 * @throws {CliError} `input-missing` and the like
 * @throws {ParalignError} `xml-malformed` and the like
 */
export async function openMemory(
  file: string,
  options: Options,
  context: Context,
  progress: Progress,
  tellMended = false,
): Promise<Memory> {
  const source = options.text('sourceLocale');
  const [{ readTmx }, messages] = await Promise.all([import('../tmx/read-stream.ts'), context.messages()]);
  const name = nameOfInput(file, messages);
  const reading = tmxReading(file, options, messages);
  let mended = 0;
  const onMend = ({ rule, line, column }: TmxProblem): void => {
    mended += 1;
    if (!tellMended || mended > SHOWN) return;
    const what = messages.cli(`tmx-${rule}` as 'tmx-mended-order');
    writeStderr(`${messages.cli('tmx-mended', { file: name, line, column, what })}\n`);
  };
  const reader = readTmx(readChunks(file), { ...reading.options, onMend });
  const head = await reader.head();
  const notice = new InexactNotice(inexactWarning(name, messages));
  async function* units(): AsyncGenerator<LocatedUnit> {
    let count = 0;
    for await (const unit of reader) {
      count += 1;
      if (source !== undefined) tellSource(unit, source, notice);
      if (progress.shown && count % TELL === 0)
        progress.stage(messages.cli('tmx-progress', { file: name, count: messages.number(count) }));
      yield unit;
    }
    if (tellMended && mended > SHOWN)
      writeStderr(`${messages.cli('tmx-mended-more', { file: name, count: mended - SHOWN })}\n`);
    reading.end();
  }
  return { file, head, units: units(), others: () => reader.others() };
}

/** Warns where a language is answered by another tag. */
export function inexactWarning(file: string, messages: Messages): OnInexact {
  return (wanted, present) => {
    const data = { file: printable(file), wanted: printable(wanted), present: printable(present) };
    writeStderr(`${messages.cli('tmx-inexact', data)}\n`);
  };
}

function tellSource(unit: TranslationUnit, source: string, notice: InexactNotice): void {
  const { index, quality } = bestVariant(unit, source);
  if (index !== -1 && quality !== 0) notice.tell(source, unit.variants[index]!.lang);
}
