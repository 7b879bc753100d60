import { versionsFormats } from '../align-formats.ts';
import { openAlignOutput } from '../align-output.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { multitextFiles, overviewsOf } from '../format-multitext.ts';
import { standardStream } from '../input.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { unitOf, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';
import { alignVersions, versionsRequest } from '../versions.ts';
import { writeTogether } from '../write-together.ts';

/** `paralign align` with more than two texts: aligns each with the first and writes what belongs together. */
export async function runAlignVersions(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = await versionsRequest(args, options);
  const { format, open, file, name } = await openAlignOutput(options, request.files, versionsFormats, args);
  const unit = unitOf(request, options);
  const { multitext, data } = await withProgress(async (progress) => {
    const aligned = await alignVersions(request, progress, context);
    return { multitext: aligned, data: await multitextFiles(aligned, format, unit, name, context) };
  });
  const outputs = await open();
  await writeTogether(outputs, data);
  if (file === undefined) return exitCodes.ok;
  const files = file === standardStream ? [] : outputs.map((output) => output.file);
  const overview = visible(await overviewsOf(multitext, context, files));
  if (file === standardStream) writeStderr(overview);
  else await writeStdout(overview);
  return exitCodes.ok;
}
