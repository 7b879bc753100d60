import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { writeStderr } from '../output.ts';
import { ConfigError } from './config-problem.ts';
import { configFailures, failureLines } from './failure-lines.ts';

/** Does work that loads a config. All that is wrong in the config is told, and makes the exit code 2. */
export async function tellingConfigErrors(context: Context, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    writeStderr(failureLines(configFailures(error, await context.messages())));
    return exitCodes.failed;
  }
}
