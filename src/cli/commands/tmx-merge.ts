import type { Context } from '../context.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import { sizeOption } from '../size-option.ts';
import type { Options } from '../spec.ts';
import { createSpillFiles } from '../spill-files.ts';
import { openMemory } from '../tmx-memory.ts';
import type { Memory } from '../tmx-memory.ts';
import { identities, mergePolicies } from '../tmx-tools-specs.ts';
import { countUnits, tellDone, writeMemory } from '../tmx-writing.ts';

/** `paralign tmx merge`: several memories as one. */
export async function runTmxMerge(files: readonly string[], options: Options, context: Context): Promise<number> {
  if (files.filter((file) => file === standardStream).length > 1) throw new CliError('stdin-twice');
  const file = options.text('output') ?? standardStream;
  const memoryLimit = sizeOption(options, 'memoryLimit', '--memory-limit');
  const output = await openOutput(file, files);
  const store = createSpillFiles();
  try {
    const done = await withProgress(async (progress) => {
      const [{ mergeHeads }, { mergeUnits }] = await Promise.all([
        import('../../tmx/tools/merge-heads.ts'),
        import('../../tmx/tools/merge.ts'),
      ]);
      const memories: Memory[] = [];
      for (const name of files) memories.push(await openMemory(name, options, context, progress));
      const [first, ...rest] = memories;
      if (first === undefined) throw new Error('the parser lets no such command line through');
      const counted = memories.map(({ head, units }) => ({ head, ...countUnits(units) }));
      const merged = mergeUnits(counted, {
        identity: options.choice('identity', identities),
        policy: options.choice('policy', mergePolicies),
        memoryLimit,
        store,
      });
      const written = await writeMemory(output, mergeHeads([first, ...rest]), merged, () =>
        memories.flatMap(({ others }) => others()),
      );
      return { written, read: counted.reduce((sum, { count }) => sum + count(), 0) };
    });
    const messages = await context.messages();
    const data = { count: done.written, read: messages.number(done.read), files: messages.number(files.length) };
    await tellDone(file, context, 'tmx-merge-done', data);
    return exitCodes.ok;
  } finally {
    await store.close();
  }
}
