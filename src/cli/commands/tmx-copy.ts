import { tmxVersions } from '../../tmx/for-version.ts';
import type { TmxTarget } from '../../tmx/for-version.ts';
import type { TranslationUnit } from '../../tmx/model.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { characterPolicies, languageTags } from '../tmx-copy-spec.ts';
import { openMemory } from '../tmx-memory.ts';
import { writeMemory } from '../tmx-writing.ts';

/** `paralign tmx copy`: reads a memory and writes it, unit by unit. */
export async function runTmxCopy(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [file = standardStream] = args;
  const version = options.choice('tmxVersion', tmxVersions);
  const target: TmxTarget = {
    level: options.text('level') === '1' ? 1 : 2,
    ...(version !== undefined && { version }),
    languages: options.choice('languageTags', languageTags) ?? 'keep',
  };
  const characters = options.choice('characters', characterPolicies) ?? 'error';
  const output = await openOutput(options.text('output') ?? standardStream, [file]);
  await withProgress(async (progress) => {
    const { headFor, unitFor } = await import('../../tmx/for-version.ts');
    const memory = await openMemory(file, options, context, progress, true);
    async function* units(): AsyncGenerator<TranslationUnit> {
      for await (const unit of memory.units) yield unitFor(unit, target);
    }
    await writeMemory(output, headFor(memory.head, target), units(), memory.others, { characters });
  });
  return exitCodes.ok;
}
