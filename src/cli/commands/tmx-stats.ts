import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStdout } from '../output.ts';
import { localeOption, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { widthOf } from '../terminal.ts';
import { openMemory } from '../tmx-memory.ts';

/** `paralign tmx stats`: counts what is in a memory. */
export async function runTmxStats(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [file = standardStream] = args;
  const source = localeOption(options, 'sourceLocale');
  const stats = await withProgress(async (progress) => {
    const { tmxStats } = await import('../../tmx/tools/stats.ts');
    const { head, units } = await openMemory(file, options, context, progress);
    return await tmxStats(units, { srclang: source ?? head.header.attributes.srclang });
  });
  const { statsJson, statsText } = await import('../../report/tmx-stats.ts');
  const json = options.text('reporter') === 'json';
  await writeStdout(
    json ? statsJson(stats) : statsText(stats, await context.messages(), { width: widthOf(process.stdout) }),
  );
  return exitCodes.ok;
}
