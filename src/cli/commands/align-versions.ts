import type { Multitext } from '../../model/multitext.ts';
import type { Context } from '../context.ts';
import { creationDate } from '../creation-date.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { unitOf, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { alignFormats, versionsFormats } from '../specs.ts';
import { visible } from '../terminal.ts';
import { alignVersions, versionsRequest } from '../versions.ts';
import { formatOf, formatReview, overviewOf } from './align.ts';

type Format = (typeof versionsFormats)[number];

/** `paralign align` with more than two texts: aligns each with the first and writes what belongs together. */
export async function runAlignVersions(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = versionsRequest(args, options);
  const file = options.text('output');
  const named = options.choice('format', alignFormats) ?? (file === undefined ? 'text' : formatOf(file, alignFormats));
  const format = versionsFormats.find((one) => one === named);
  if (format === undefined)
    throw new CliError('format-two-files', { format: named, choices: versionsFormats.join(', ') });
  const output = await openOutput(file ?? standardStream, args);
  const unit = unitOf(request, options);
  const { multitext, data } = await withProgress(async (progress) => {
    const aligned = await alignVersions(request, progress, context);
    return { multitext: aligned, data: await formatMultitext(aligned, format, unit, context) };
  });
  await output.write(data);
  if (file === undefined) return exitCodes.ok;
  const overview = visible(await overviewsOf(multitext, context, file === standardStream ? [] : [file]));
  if (file === standardStream) writeStderr(overview);
  else await writeStdout(overview);
  return exitCodes.ok;
}

async function formatMultitext(
  multitext: Multitext,
  format: Format,
  unit: 'block' | 'segment',
  context: Context,
): Promise<string> {
  switch (format) {
    case 'tmx': {
      const [{ tmxFromMultitext }, { formatTmx }] = await Promise.all([
        import('../../tmx/from-multitext.ts'),
        import('../../tmx/write.ts'),
      ]);
      return formatTmx(tmxFromMultitext(multitext, { unit, creationDate: creationDate(context.env) }));
    }
    case 'json':
      return `${(await import('../../model/json.ts')).toJson(multitext)}\n`;
    case 'tsv':
      return (await import('../../report/rows-tsv.ts')).formatRows(multitext, unit);
    case 'html':
      return await formatReview(multitext, multitext.bitexts, context);
    case 'text':
      return await overviewsOf(multitext, context, []);
  }
}

/** What a person wants to see of each version with the pivot; the files that were written once, at the end. */
async function overviewsOf({ bitexts }: Multitext, context: Context, files: readonly string[]): Promise<string> {
  const overviews = await Promise.all(
    bitexts.map((bitext, k) => overviewOf(bitext, context, k === bitexts.length - 1 ? files : [])),
  );
  return overviews.join('\n');
}
