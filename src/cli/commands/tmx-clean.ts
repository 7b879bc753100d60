import type { MessageData, Messages } from '../../report/messages/index.ts';
import type { CleanCounts } from '../../tmx/tools/clean.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { openMemory } from '../tmx-memory.ts';
import { cleanCodes } from '../tmx-tools-specs.ts';
import { tellDone, writeMemory } from '../tmx-writing.ts';

/** `paralign tmx clean`: a memory without what does not belong to its texts. */
export async function runTmxClean(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [name = standardStream] = args;
  const file = options.text('output') ?? standardStream;
  const output = await openOutput(file, [name]);
  const { written, counts } = await withProgress(async (progress) => {
    const { cleanUnits } = await import('../../tmx/tools/clean.ts');
    const { head, units, others } = await openMemory(name, options, context, progress);
    const cleaned = cleanUnits(units, {
      codes: options.choice('codes', cleanCodes),
      controls: !options.flag('keepControls'),
      edges: !options.flag('keepEdges'),
      empty: !options.flag('keepEmpty'),
    });
    return { written: await writeMemory(output, head, cleaned, others), counts: cleaned.counts };
  });
  const messages = await context.messages();
  await tellDone(file, context, 'tmx-clean-done', { count: written, read: messages.number(counts.units) });
  await tellDone(file, context, 'tmx-clean-counts', worded(counts, messages));
  return exitCodes.ok;
}

function worded(counts: Readonly<CleanCounts>, messages: Messages): MessageData {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, messages.number(count)]));
}
