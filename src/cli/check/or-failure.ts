import type { CheckRun } from '../../check/check-run.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Messages } from '../../report/messages/index.ts';
import { CliError } from '../failure.ts';
import { failureOf } from './check-pair.ts';

/**
 * The run as `work` makes it by a file; where that cannot be read or written, the run as it was, with that as one of its
 * failures: what was found in the documents is reported all the same.
 *
 * @param file is named where the error names none.
 */
export async function orFailure(
  run: CheckRun,
  file: string,
  messages: Messages,
  work: () => Promise<CheckRun>,
): Promise<CheckRun> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CliError || error instanceof ParalignError)) throw error;
    return { ...run, failures: [...run.failures, failureOf(error, file, messages)] };
  }
}
