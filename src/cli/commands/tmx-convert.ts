import type { Tmx, TranslationUnit } from '../../tmx/model.ts';
import type { Context } from '../context.ts';
import { convertRequest } from '../convert-request.ts';
import type { BitextFormat, ConvertRequest } from '../convert-request.ts';
import { convertUnits, openUnits } from '../convert-units.ts';
import { exitCodes } from '../failure.ts';
import { readInput, standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { formatBitext } from './align.ts';

/** `paralign tmx convert`: reads a memory, or what can be made one, and writes it in another format. */
export async function runTmxConvert(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = convertRequest(args, options);
  const { to } = request;
  if (typeof to === 'string') await withProgress(() => convertUnits(request, openUnits(request)));
  else await writeBitext(request, to.bitext, options.flag('lean'), context);
  return exitCodes.ok;
}

/** Two languages of a memory as a bitext. */
async function writeBitext(
  request: ConvertRequest,
  format: BitextFormat,
  isLean: boolean,
  context: Context,
): Promise<void> {
  const { files, source, target } = request;
  const output = await openOutput(request.output, files);
  const data = await withProgress(async () => {
    const [memory, { bitextFromTmx }] = await Promise.all([readMemory(request), import('../../tmx/to-bitext.ts')]);
    const bitext = bitextFromTmx(memory, {
      ...(source === undefined ? {} : { source }),
      ...(target === undefined ? {} : { target }),
      structure: !isLean,
    });
    return formatBitext(bitext, format, 'segment', context);
  });
  await output.write(data);
}

async function readMemory(request: ConvertRequest): Promise<Tmx> {
  const [file = standardStream] = request.files;
  if (request.from === 'tmx') {
    const [bytes, { parseTmx }] = await Promise.all([readInput(file), import('../../tmx/read.ts')]);
    return parseTmx(bytes, { file });
  }
  const reader = await openUnits(request)();
  const head = await reader.head();
  const units: TranslationUnit[] = [];
  for await (const unit of reader) units.push(unit);
  return { ...head, units };
}
