import { alignFormats } from '../align-formats.ts';
import { openAlignOutput } from '../align-output.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { bitextFiles, overviewOf } from '../format-bitext.ts';
import { standardStream } from '../input.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { alignPair, inputsOf, pairRequest, tell, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';
import { writeTogether } from '../write-together.ts';

/** `paralign align`: aligns two texts, or more, and writes the result. */
export async function runAlign(args: readonly string[], options: Options, context: Context): Promise<number> {
  if (args.length > 2) return await (await import('./align-versions.ts')).runAlignVersions(args, options, context);
  const explained = options.text('explain');
  if (explained !== undefined)
    return await (await import('./align-explain.ts')).runExplain(args, explained, options, context);
  const request = await pairRequest(args, options);
  const versions = [request.source, request.target];
  const { format, open, file, name } = await openAlignOutput(options, versions, alignFormats, inputsOf(request));
  const { unit } = request;

  const { bitext, data } = await withProgress(async (progress) => {
    const aligned = await alignPair(request, progress, context);
    await tell(progress, context, 'progress-writing', { file: file ?? standardStream });
    return { bitext: aligned, data: await bitextFiles(aligned, format, unit, name, context) };
  });
  const outputs = await open();
  await writeTogether(outputs, data);
  if (file === undefined) return exitCodes.ok;
  const files = file === standardStream ? [] : outputs.map((output) => output.file);
  const overview = visible(await overviewOf(bitext, context, files));
  if (file === standardStream) writeStderr(overview);
  else await writeStdout(overview);
  return exitCodes.ok;
}
