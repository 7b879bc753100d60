import type { Context } from '../context.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStdout } from '../output.ts';
import { withProgress } from '../pair.ts';
import { sizeOption } from '../size-option.ts';
import type { Options } from '../spec.ts';
import { createSpillFiles } from '../spill-files.ts';
import { usesColour } from '../terminal.ts';
import { openMemory } from '../tmx-memory.ts';
import { identities } from '../tmx-tools-specs.ts';

/** `paralign tmx diff`: what two memories differ in. */
export async function runTmxDiff(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [oldFile = standardStream, newFile = standardStream] = args;
  if (oldFile === standardStream && newFile === standardStream) throw new CliError('stdin-twice');
  const memoryLimit = sizeOption(options, 'memoryLimit', '--memory-limit');
  const colour = usesColour(process.stdout, context.env);
  const [{ diffUnits }, { diffJson, differenceText, diffSummary }, messages] = await Promise.all([
    import('../../tmx/tools/diff.ts'),
    import('../../report/tmx-diff.ts'),
    context.messages(),
  ]);
  const store = createSpillFiles();
  try {
    return await withProgress(async (progress) => {
      const before = await openMemory(oldFile, options, context, progress);
      const after = await openMemory(newFile, options, context, progress);
      const differences = diffUnits(
        { units: before.units, srclang: before.head.header.attributes.srclang },
        { units: after.units, srclang: after.head.header.attributes.srclang },
        {
          identity: options.choice('identity', identities),
          metadata: options.flag('metadata'),
          memoryLimit,
          store,
        },
      );
      const { counts } = differences;
      if (options.text('reporter') === 'json') {
        for await (const piece of diffJson(differences, counts)) await writeStdout(piece);
      } else {
        const names = { oldFile: nameOf(oldFile), newFile: nameOf(newFile) };
        for await (const difference of differences)
          await writeStdout(differenceText(difference, messages, { colour, ...names }), colour);
        await writeStdout(diffSummary(counts, messages));
      }
      return counts.added + counts.removed + counts.changed === 0 ? exitCodes.ok : exitCodes.findings;
    });
  } finally {
    await store.close();
  }

  function nameOf(file: string): string {
    return file === standardStream ? messages.cli('standard-input') : file;
  }
}
