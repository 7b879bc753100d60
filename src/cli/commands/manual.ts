import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { writeStdout } from '../output.ts';
import type { Options } from '../spec.ts';
import { packageVersion } from '../version.ts';

/** `paralign manual`: the page for `man`. */
export async function runManual(_args: readonly string[], _options: Options, context: Context): Promise<number> {
  const [{ manualPage }, messages, version] = await Promise.all([
    import('../manual-page.ts'),
    context.messages(),
    packageVersion(),
  ]);
  await writeStdout(manualPage(messages, version));
  return exitCodes.ok;
}
