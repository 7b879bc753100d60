import type { Bitext } from '../model/bitext.ts';
import type { Locale } from '../model/locale.ts';
import type { Messages } from '../report/messages/index.ts';
import { formatOfEnding } from './convert-request.ts';
import type { MemoryFormat } from './convert-request.ts';
import { openUnits } from './convert-units.ts';
import { checkFile, readInput } from './input.ts';
import { sizeLimit } from './size-limit.ts';
import { sizeOption } from './size-option.ts';
import type { Options } from './spec.ts';
import { tmxReading } from './tmx-reading.ts';
import { undamaged } from './undamaged.ts';

/** A file that is aligned already, as the command line names it. */
export interface AlignedRequest {
  readonly file: string;
  readonly format: MemoryFormat;
  /** Undefined where the file says it. */
  readonly source: Locale | undefined;
  readonly target: Locale | undefined;
}

/** What a file that stands alone is, by the ending of its name; undefined where it is a text. */
export function alignedFormatOf(file: string): MemoryFormat | undefined {
  return formatOfEnding(file);
}

/**
 * The bitext in a file that is aligned already.
 *
 * @throws {CliError} what `readInput` throws
 * @throws {ParalignError} what the reader of the format throws; `tmx-language`, `po-language`
 */
export async function readAligned(request: AlignedRequest, options: Options, messages: Messages): Promise<Bitext> {
  const { file, format, source, target } = request;
  const limit = sizeLimit(format, sizeOption(options, 'maxSize', '--max-size'));
  const locales = { ...(source !== undefined && { source }), ...(target !== undefined && { target }), file };
  if (format === 'po') {
    const [{ parsePo }, { bitextFromPo }] = await Promise.all([
      import('../read/po/parse-po.ts'),
      import('../read/po/bitext-from-po.ts'),
    ]);
    return await undamaged(await readInput(file, limit), file, (bytes) =>
      bitextFromPo(parsePo(bytes, { file }), locales),
    );
  }
  await checkFile(file, limit);
  const { readBitext } = await import('../tmx/read-bitext.ts');
  const opened = openUnits(
    { files: [file], from: format, to: 'tmx', output: '-', source, target, cells: 'text' },
    tmxReading(file, options, messages),
  );
  return await readBitext(await opened(), locales);
}
