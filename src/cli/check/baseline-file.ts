import { relative, resolve } from 'node:path';
import { applyBaseline, formatBaseline, makeBaseline, parseBaseline, pruneBaseline } from '../../check/baseline.ts';
import type { Baseline } from '../../check/baseline.ts';
import type { CheckRun } from '../../check/check-run.ts';
import type { Messages } from '../../report/messages/index.ts';
import { CliError } from '../failure.ts';
import { openOutput } from '../output-file.ts';
import { writeStderr } from '../output.ts';
import type { Options } from '../spec.ts';
import type { LoadedConfig } from './load-config.ts';
import { orFailure } from './or-failure.ts';
import { readJsonFile } from './read-json-file.ts';

/** What to do with a file of what is known. */
export interface BaselineRequest {
  /** As the user gave it, relative to the folder. */
  readonly file: string;
  readonly folder: string;
  /** `update` writes all that is found, `prune` takes out what is mended. */
  readonly task: 'apply' | 'update' | 'prune';
}

/**
 * What the command line and the config say of a baseline.
 *
 * @param loaded the config; undefined for two files.
 * @throws {CliError} `baseline-name`, `baseline-partial`, `option-needs-repository`
 */
export function baselineRequest(loaded: LoadedConfig | undefined, options: Options): BaselineRequest | undefined {
  const folder = loaded?.folder ?? process.cwd();
  const given = options.text('baseline');
  const task = options.flag('updateBaseline') ? 'update' : options.flag('pruneBaseline') ? 'prune' : 'apply';
  // The command line starts from where the user is, the config from where it lies.
  const file =
    given === undefined ? loaded?.config.baseline : relative(folder, resolve(given)).replaceAll('\\', '/') || given;
  if (task === 'apply') return file === undefined ? undefined : { file, folder, task };
  const option = task === 'update' ? '--update-baseline' : '--prune-baseline';
  if (options.flag('updateBaseline') && options.flag('pruneBaseline'))
    throw new CliError('options-exclude', { option, other: '--prune-baseline' });
  // What was not looked at would be taken for mended.
  if (options.has('changed')) throw new CliError('options-exclude', { option, other: '--changed' });
  if (file === undefined) throw new CliError('baseline-name', { option });
  return { file, folder, task };
}

/**
 * The run without what is known; writes the baseline anew where that is asked for and all could be checked. A baseline that
 * cannot be read or written is a failure of the run.
 *
 * @param partial whether the run looked at some of the documents only.
 */
export async function settleBaseline(
  run: CheckRun,
  request: BaselineRequest,
  partial: boolean,
  messages: Messages,
): Promise<CheckRun> {
  return await orFailure(run, request.file, messages, () => applyTo(run, request, partial, messages));
}

async function applyTo(
  run: CheckRun,
  { file, folder, task }: BaselineRequest,
  partial: boolean,
  messages: Messages,
): Promise<CheckRun> {
  if (task === 'update') {
    if (run.failures.length > 0) return run;
    const baseline = makeBaseline(run);
    await write(file, folder, formatBaseline(baseline));
    const count = baseline.entries.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
    writeStderr(`paralign: ${messages.cli('baseline-wrote', { file, count })}\n`);
    return applyBaseline(run, baseline).run;
  }
  const baseline = await readBaseline(file, folder);
  const outcome = applyBaseline(run, baseline, { partial });
  if (task === 'apply' || outcome.resolved.length === 0) return outcome.run;
  const pruned = pruneBaseline(baseline, outcome.resolved);
  await write(file, folder, formatBaseline(pruned));
  const count = outcome.resolved.reduce((sum, entry) => sum + (entry.count ?? 1), 0);
  writeStderr(`paralign: ${messages.cli('baseline-pruned', { file, count })}\n`);
  return applyBaseline(run, pruned, { partial }).run;
}

/**
 * A baseline as it lies beside a config.
 *
 * @throws {CliError} `baseline-missing`, and what {@link readJsonFile} throws besides
 */
async function readBaseline(file: string, folder: string): Promise<Baseline> {
  try {
    return await readJsonFile(file, folder, parseBaseline);
  } catch (error) {
    if (error instanceof CliError && error.key === 'input-missing')
      throw new CliError('baseline-missing', { file }, { cause: error });
    throw error;
  }
}

async function write(file: string, folder: string, text: string): Promise<void> {
  const output = await openOutput(resolve(folder, file), []);
  await output.write(text);
}
