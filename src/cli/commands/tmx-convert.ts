import { alignedFormatOf } from '../../tmx/convert/aligned-format.ts';
import type { Tmx, TranslationUnit } from '../../tmx/model.ts';
import type { Context } from '../context.ts';
import { convertRequest } from '../convert-request.ts';
import type { BitextFormat, ConvertRequest } from '../convert-request.ts';
import { convertUnits, openUnits } from '../convert-units.ts';
import type { Opened } from '../convert-units.ts';
import { exitCodes } from '../failure.ts';
import { formatBitext } from '../format-bitext.ts';
import { headOfInput } from '../head-of-input.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { tmxReading } from '../tmx-reading.ts';

/** `paralign tmx convert`: reads a memory, or what can be made one, and writes it in another format. */
export async function runTmxConvert(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [first = standardStream] = args;
  const request = convertRequest(args, options, alignedFormatOf(await headOfInput(first), first));
  const { files, to } = request;
  const opened = openUnits(request, tmxReading(files[0] ?? standardStream, options, await context.messages()));
  if (typeof to === 'string') await withProgress(() => convertUnits(request, opened));
  else await writeBitext(request, opened, to.bitext, options.flag('lean'), context);
  return exitCodes.ok;
}

/** Two languages of a memory as a bitext. */
async function writeBitext(
  request: ConvertRequest,
  opened: Opened,
  format: BitextFormat,
  isLean: boolean,
  context: Context,
): Promise<void> {
  const { files, source, target } = request;
  const output = await openOutput(request.output, files);
  const data = await withProgress(async () => {
    const [memory, { bitextFromTmx }] = await Promise.all([readMemory(opened), import('../../tmx/to-bitext.ts')]);
    const bitext = bitextFromTmx(memory, {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      structure: !isLean,
    });
    return formatBitext(bitext, format, 'segment', context);
  });
  await output.write(data);
}

async function readMemory(opened: Opened): Promise<Tmx> {
  const reader = await opened();
  const head = await reader.head();
  const units: TranslationUnit[] = [];
  for await (const unit of reader) units.push(unit);
  return { ...head, units };
}
