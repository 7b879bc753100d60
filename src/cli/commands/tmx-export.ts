import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { formatMemory } from '../format-bitext.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { alignPair, inputsOf, pairRequest, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';

/** `paralign tmx export`: aligns two texts and writes a memory, without an overview. */
export async function runTmxExport(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = await pairRequest(args, options);
  const output = await openOutput(options.text('output') ?? standardStream, inputsOf(request));
  const { unit } = request;
  const memory = await withProgress(async (progress) =>
    formatMemory(await alignPair(request, progress, context), { unit, structure: !options.flag('lean') }, context),
  );
  await output.write(memory);
  return exitCodes.ok;
}
