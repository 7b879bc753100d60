import type { FileTexts } from '../check/locate-findings.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Locale } from '../model/locale.ts';
import type { Messages } from '../report/messages/index.ts';
import { alignedFormatOf } from '../tmx/convert/aligned-format.ts';
import { localeOfEnding } from './convert-request.ts';
import type { MemoryFormat } from './convert-request.ts';
import { openUnits } from './convert-units.ts';
import { CliError } from './failure.ts';
import { headOfInput } from './head-of-input.ts';
import { alignedKinds } from './input-kind.ts';
import { checkFile, readInput } from './input.ts';
import { localeOption } from './pair.ts';
import { sizeLimit } from './size-limit.ts';
import { sizeOption } from './size-option.ts';
import type { Options } from './spec.ts';
import { tmxReading } from './tmx-reading.ts';
import { undamaged } from './undamaged.ts';

/** What is aligned already, as the command line names it. */
export interface AlignedRequest {
  /** One file; of Moses pairs, two. */
  readonly files: readonly string[];
  readonly format: MemoryFormat;
  /** Undefined where the file says it. */
  readonly source: Locale | undefined;
  readonly target: Locale | undefined;
}

/**
 * What the command line names, where that is aligned already: a file that stands alone, by what it starts with, then by its name; or
 * what `--input` says it is. Undefined where it is texts.
 *
 * @throws {CliError} `aligned-files`, `source-locale-missing`, `target-locale-missing`
 */
export async function alignedRequest(files: readonly string[], options: Options): Promise<AlignedRequest | undefined> {
  const [first = '', second] = files;
  const isGiven = options.text('input') !== undefined;
  const format = isGiven
    ? options.choice('input', alignedKinds)
    : second === undefined
      ? alignedFormatOf(await headOfInput(first), first)
      : undefined;
  if (format === undefined) return undefined;
  if ((format === 'moses') !== (second !== undefined)) throw new CliError('aligned-files', { format });
  const source = localeOption(options, 'sourceLocale');
  const target = localeOption(options, 'targetLocale');
  if (second === undefined) return { files, format, source, target };
  return {
    files,
    format,
    source: source ?? localeOfEnding(first, 'source-locale-missing'),
    target: target ?? localeOfEnding(second, 'target-locale-missing'),
  };
}

/** What is aligned already, as it was read. */
export interface AlignedFile {
  readonly bitext: Bitext;
  /** The texts in which its places count; none where a format has no places. */
  readonly files: FileTexts;
}

/**
 * The bitext in files that are aligned already.
 *
 * @throws {CliError} what `readInput` throws
 * @throws {ParalignError} what the reader of the format throws; `tmx-language`, `po-language`
 */
export async function readAligned(request: AlignedRequest, options: Options, messages: Messages): Promise<AlignedFile> {
  const { files, format, source, target } = request;
  const [file = ''] = files;
  const limit = sizeLimit(format, sizeOption(options, 'maxSize', '--max-size'));
  const locales = { ...(source !== undefined && { source }), ...(target !== undefined && { target }), file };
  if (format === 'po') {
    const [{ decodePo }, { parsePo }, { bitextFromPo }] = await Promise.all([
      import('../read/po/decode-po.ts'),
      import('../read/po/parse-po.ts'),
      import('../read/po/bitext-from-po.ts'),
    ]);
    return await undamaged(await readInput(file, limit), file, (bytes) => {
      const text = decodePo(bytes, { file });
      return { bitext: bitextFromPo(parsePo(text, { file }), locales), files: { source: text, target: text } };
    });
  }
  await checkFile(file, limit);
  const { readBitext } = await import('../tmx/read-bitext.ts');
  const opened = openUnits(
    { files, from: format, to: 'tmx', output: '-', source, target, cells: 'text' },
    tmxReading(file, options, messages),
  );
  return { bitext: await readBitext(await opened(), locales), files: {} };
}
