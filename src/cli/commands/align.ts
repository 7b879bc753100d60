import type { Bitext } from '../../model/bitext.ts';
import type { Multitext } from '../../model/multitext.ts';
import type { TmxFromBitextOptions } from '../../tmx/from-bitext.ts';
import type { Context } from '../context.ts';
import { creationDate } from '../creation-date.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { alignPair, inputsOf, pairRequest, tell, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { alignFormats } from '../specs.ts';
import { visible } from '../terminal.ts';

type Format = (typeof alignFormats)[number];
type Unit = 'block' | 'segment';

/** `paralign align`: aligns two texts, or more, and writes the result. */
export async function runAlign(args: readonly string[], options: Options, context: Context): Promise<number> {
  if (args.length > 2) return await (await import('./align-versions.ts')).runAlignVersions(args, options, context);
  const explained = options.text('explain');
  if (explained !== undefined)
    return await (await import('./align-explain.ts')).runExplain(args, explained, options, context);
  const request = pairRequest(args, options);
  const file = options.text('output');
  const format = options.choice('format', alignFormats) ?? (file === undefined ? 'text' : formatOf(file, alignFormats));
  const output = await openOutput(file ?? standardStream, inputsOf(request));
  const { unit } = request;

  const { bitext, data } = await withProgress(async (progress) => {
    const aligned = await alignPair(request, progress, context);
    await tell(progress, context, 'progress-writing', { file: output.file });
    return { bitext: aligned, data: await formatBitext(aligned, format, unit, context) };
  });
  await output.write(data);
  if (file === undefined) return exitCodes.ok;
  const overview = visible(await overviewOf(bitext, context, file === standardStream ? [] : [file]));
  if (file === standardStream) writeStderr(overview);
  else await writeStdout(overview);
  return exitCodes.ok;
}

/**
 * The format that a file's ending names.
 *
 * @throws {CliError} `format-unknown`
 */
export function formatOf<Choice extends string>(file: string, formats: readonly Choice[]): Choice {
  const ending = /\.([^./\\]*)$/.exec(file)?.[1]?.toLowerCase();
  const wanted = ending === 'txt' ? 'text' : ending === 'htm' ? 'html' : ending;
  const format = formats.find((name) => name === wanted);
  if (format === undefined) throw new CliError('format-unknown', { file, choices: formats.join(', ') });
  return format;
}

/** The bitext in one of the formats that it is written in. */
export async function formatBitext(bitext: Bitext, format: Format, unit: Unit, context: Context): Promise<string> {
  switch (format) {
    case 'tmx':
      return await formatMemory(bitext, { unit }, context);
    case 'json':
      return `${(await import('../../model/json.ts')).toJson(bitext)}\n`;
    case 'tsv':
      return (await import('../../report/tsv.ts')).formatTsv(bitext, unit);
    case 'beads':
      return (await import('../../report/beads.ts')).formatBeads(bitext, unit);
    case 'html':
      return await formatReview(bitext, [bitext], context);
    case 'text':
      return await overviewOf(bitext, context, []);
  }
}

/** The bitext as a translation memory, with the date of its making. */
export async function formatMemory(
  bitext: Bitext,
  options: Omit<TmxFromBitextOptions, 'creationDate'>,
  context: Context,
): Promise<string> {
  // Not the room's index: reading TMX takes an XML parser, and that one long to load.
  const [{ tmxFromBitext }, { formatTmx }] = await Promise.all([
    import('../../tmx/from-bitext.ts'),
    import('../../tmx/write.ts'),
  ]);
  return formatTmx(tmxFromBitext(bitext, { ...options, creationDate: creationDate(context.env) }));
}

/** The texts as a review page, with what the checker finds in each of their bitexts. */
export async function formatReview(
  text: Bitext | Multitext,
  bitexts: readonly Bitext[],
  context: Context,
): Promise<string> {
  const [{ reviewPage }, { check }, { locale }] = await Promise.all([
    import('../../review/review-page.ts'),
    import('../../check/check.ts'),
    context.messages(),
  ]);
  return await reviewPage([{ text, results: bitexts.map((bitext) => check(bitext)) }], { uiLocale: locale });
}

/** What a person wants to see of a bitext. */
export async function overviewOf(bitext: Bitext, context: Context, files: readonly string[]): Promise<string> {
  const [{ overview }, { check }, messages] = await Promise.all([
    import('../../report/overview.ts'),
    import('../../check/check.ts'),
    context.messages(),
  ]);
  return overview(bitext, check(bitext), messages, { files });
}
