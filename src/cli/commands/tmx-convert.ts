import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { readInput, standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { localeOption, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { convertFormats } from '../specs.ts';
import { formatBitext, formatOf } from './align.ts';

/** `paralign tmx convert`: reads a memory and writes two of its languages in another format. */
export async function runTmxConvert(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [memory = standardStream] = args;
  const source = localeOption(options, 'sourceLocale');
  const target = localeOption(options, 'targetLocale');
  const file = options.text('output') ?? standardStream;
  const format =
    options.choice('format', convertFormats) ?? (file === standardStream ? 'tsv' : formatOf(file, convertFormats));
  const output = await openOutput(file, [memory]);
  const data = await withProgress(async () => {
    const [bytes, { bitextFromTmx, parseTmx }] = await Promise.all([readInput(memory), import('../../tmx/index.ts')]);
    const bitext = bitextFromTmx(parseTmx(bytes, { file: memory }), {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      structure: !options.flag('lean'),
    });
    return formatBitext(bitext, format, 'segment', context);
  });
  await output.write(data);
  return exitCodes.ok;
}
