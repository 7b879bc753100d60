import { readFile } from 'node:fs/promises';
import type { Tmx } from '../../tmx/model.ts';
import { acceptanceRequest, countData, countsOf, leftLines } from '../accept-request.ts';
import { acceptConfigOptions } from '../accept-spec.ts';
import { documentName, isGoneFrom } from '../accepted-memory.ts';
import type { Context } from '../context.ts';
import { CliError, errorCode, exitCodes } from '../failure.ts';
import { inputError, standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { alignPair, inputsOf, pairRequest, withProgress } from '../pair.ts';
import { refuseOptions } from '../refuse-options.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';

/**
 * `paralign accept`: notes in a memory what somebody approved, of two files or of all that a config names, so that `check`
 * can tell when its source changes.
 */
export async function runAccept(args: readonly string[], options: Options, context: Context): Promise<number> {
  if (args.length === 0) {
    const { runAcceptConfig } = await import('./accept-run.ts');
    return await runAcceptConfig(options, context);
  }
  if (args.length === 1)
    throw new CliError('missing-argument', {
      argument: 'target',
      usage: 'paralign accept [options] <source> <target>',
      help: 'paralign accept --help',
    });
  refuseOptions(options, acceptConfigOptions, 'option-needs-config');
  const request = await pairRequest(args, options);
  const memory = options.text('memory');
  if (memory === undefined) throw new CliError('accept-memory-missing');
  const document = documentName(memory, request.source.file);
  if (document === undefined || memory === standardStream) throw new CliError('accept-stdin');
  const { wish, how } = acceptanceRequest(options, context);
  const output = await openOutput(memory, inputsOf(request));
  const { tmx, plan } = await withProgress(async (progress) => {
    const before = await readMemory(memory);
    const [{ acceptBitext }, { acceptedFromTmx }] = await Promise.all([
      import('../accept-bitext.ts'),
      import('../../tmx/accepted.ts'),
    ]);
    const languages = { source: request.source.locale, target: request.target.locale };
    // As `check` aligns with its help. A memory without these languages is no help, and no mistake here.
    const memories = before !== undefined && acceptedFromTmx(before, languages).length > 0 ? [memory] : [];
    const bitext = await alignPair({ ...request, given: { ...request.given, memories } }, progress, context);
    return acceptBitext(bitext, before, wish, { document, ...how }, isGoneFrom(memory));
  });
  if (tmx !== undefined) {
    const { formatTmx } = await import('../../tmx/write.ts');
    await output.write(formatTmx(tmx));
  }
  const messages = await context.messages();
  const counts = countsOf(plan);
  const done = messages.cli('accept-done', { file: memory, ...countData(counts, messages) });
  await writeStdout(visible(`${[done, ...leftLines(counts, messages)].join('\n')}\n`));
  return exitCodes.ok;
}

/** The memory so far; undefined where there is no such file yet. */
async function readMemory(file: string): Promise<Tmx | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw inputError(error, file);
  }
  const { parseTmx } = await import('../../tmx/read.ts');
  return parseTmx(bytes, { file });
}
