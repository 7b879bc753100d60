import type { XmlElement } from '../../tmx/model.ts';
import type { SplitBy, SplitPart } from '../../tmx/tools/split.ts';
import type { TmxHead } from '../../tmx/read-stream.ts';
import type { Context } from '../context.ts';
import { countOption } from '../count-option.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStdout } from '../output.ts';
import { withProgress } from '../pair.ts';
import { sizeOption } from '../size-option.ts';
import type { Options } from '../spec.ts';
import { partName, patternOf } from '../split-names.ts';
import { visible } from '../terminal.ts';
import { openMemory } from '../tmx-memory.ts';
import { beginPart } from '../tmx-part.ts';
import type { WrittenPart } from '../tmx-part.ts';

/** `paralign tmx split`: several memories of one. */
export async function runTmxSplit(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [name = standardStream] = args;
  const by = splitBy(options);
  const pattern = patternOf(options.text('output'), name, by);
  const parts = await withProgress(async (progress) => {
    const [{ splitUnits }, { headOfSelection }] = await Promise.all([
      import('../../tmx/tools/split.ts'),
      import('../../tmx/tools/head-of-selection.ts'),
    ]);
    const memory = await openMemory(name, options, context, progress);
    const head = headOfSelection(memory.head);
    const writer = new PartsWriter({
      nameOf: (part) => partName(pattern, part),
      input: name,
      head,
      others: memory.others,
      mixed: by.kind === 'pair',
    });
    try {
      for await (const { part, unit } of splitUnits(memory.units, by, head)) await (await writer.at(part)).add(unit);
      return await writer.finish();
    } catch (error) {
      await writer.discard();
      throw error;
    }
  });
  const messages = await context.messages();
  for (const { file, count } of parts)
    await writeStdout(visible(`${messages.cli('tmx-split-wrote', { file, count })}\n`));
  return exitCodes.ok;
}

function splitBy(options: Options): SplitBy {
  const units = countOption(options, 'units', '--units');
  const size = sizeOption(options, 'size', '--size');
  const ways: SplitBy[] = [
    ...(options.flag('pairs') ? [{ kind: 'pair' } as const] : []),
    ...(units === undefined ? [] : [{ kind: 'units', most: units } as const]),
    ...(size === undefined ? [] : [{ kind: 'size', most: size } as const]),
  ];
  if (ways.length !== 1) throw new CliError('tmx-split-how', { help: 'paralign tmx split --help' });
  return ways[0]!;
}

/** What is split, and how its parts are called. */
interface SplitMemory {
  readonly nameOf: (part: SplitPart) => string;
  readonly input: string;
  readonly head: TmxHead;
  /** What stands in the body and is no unit, as far as it was read. */
  readonly others: () => readonly XmlElement[];
  /** Whether units of several parts come in turn. */
  readonly mixed: boolean;
}

/** The files that a memory is split into. They appear when all of it is read, or one after the other where units come in order. */
class PartsWriter {
  readonly #memory: SplitMemory;
  readonly #open = new Map<string, WrittenPart>();
  readonly #finished: WrittenPart[] = [];
  /** How much of what is no unit is written. */
  #others = 0;

  constructor(memory: SplitMemory) {
    this.#memory = memory;
  }

  async at(part: SplitPart): Promise<WrittenPart> {
    const file = this.#memory.nameOf(part);
    // On many disks names that differ in case are one file; languages that do are one language.
    const key = file.toLowerCase();
    let writing = this.#open.get(key);
    if (writing === undefined) {
      if (!this.#memory.mixed) await this.finish();
      writing = await beginPart(file, this.#memory.input, this.#memory.head);
      this.#open.set(key, writing);
    }
    return writing;
  }

  async finish(): Promise<readonly WrittenPart[]> {
    for (const [key, part] of this.#open) {
      // What is no unit stands in the first file that is finished after it was read, and in no other.
      const others = this.#memory.others().slice(this.#others);
      this.#others += others.length;
      await part.finish(others);
      this.#open.delete(key);
      this.#finished.push(part);
    }
    return this.#finished;
  }

  async discard(): Promise<void> {
    for (const part of this.#open.values()) await part.discard();
  }
}
