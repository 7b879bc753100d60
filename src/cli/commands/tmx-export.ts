import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { alignPair, filesOf, pairRequest, unitOf, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { formatMemory } from './align.ts';

/** `paralign tmx export`: aligns two texts and writes a memory, without an overview. */
export async function runTmxExport(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = pairRequest(args, options);
  const output = await openOutput(options.text('output') ?? standardStream, filesOf(request));
  const unit = unitOf(request, options);
  const memory = await withProgress(async (progress) =>
    formatMemory(await alignPair(request, progress, context), { unit, structure: !options.flag('lean') }, context),
  );
  await output.write(memory);
  return exitCodes.ok;
}
