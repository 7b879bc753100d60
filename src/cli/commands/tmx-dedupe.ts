import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import { sizeOption } from '../size-option.ts';
import type { Options } from '../spec.ts';
import { createSpillFiles } from '../spill-files.ts';
import { openMemory } from '../tmx-memory.ts';
import { dedupePolicies } from '../tmx-tools-specs.ts';
import { countUnits, tellDone, writeMemory } from '../tmx-writing.ts';

/** `paralign tmx dedupe`: a memory without units that say the same as another. */
export async function runTmxDedupe(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [name = standardStream] = args;
  const file = options.text('output') ?? standardStream;
  const memoryLimit = sizeOption(options, 'memoryLimit', '--memory-limit');
  const output = await openOutput(file, [name]);
  const store = createSpillFiles();
  try {
    const done = await withProgress(async (progress) => {
      const [{ dedupeUnits }, { headOfSelection }] = await Promise.all([
        import('../../tmx/tools/dedupe.ts'),
        import('../../tmx/tools/head-of-selection.ts'),
      ]);
      const { head, units, others } = await openMemory(name, options, context, progress);
      const counted = countUnits(units);
      const kept = dedupeUnits(counted.units, {
        policy: options.choice('policy', dedupePolicies),
        ignoreCase: options.flag('ignoreCase'),
        ignoreCodes: options.flag('ignoreCodes'),
        memoryLimit,
        store,
      });
      const written = await writeMemory(output, headOfSelection(head), kept, others);
      return { written, read: counted.count() };
    });
    const messages = await context.messages();
    const data = { count: done.written, read: messages.number(done.read) };
    await tellDone(file, context, 'tmx-dedupe-done', data);
    return exitCodes.ok;
  } finally {
    await store.close();
  }
}
