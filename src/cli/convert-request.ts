import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { CliError } from './failure.ts';
import { localeOfFile } from './file-locale.ts';
import { standardStream } from './input.ts';
import { bitextFormats, memoryFormats } from './memory-specs.ts';
import { localeOption } from './pair.ts';
import type { Options } from './spec.ts';

export type MemoryFormat = (typeof memoryFormats)[number];
export type BitextFormat = (typeof bitextFormats)[number];

/** What is to be converted into what. */
export interface ConvertRequest {
  /** One file; of Moses pairs, two. */
  readonly files: readonly string[];
  readonly from: MemoryFormat;
  readonly to: MemoryFormat | { readonly bitext: BitextFormat };
  readonly output: string;
  readonly source: Locale | undefined;
  readonly target: Locale | undefined;
  readonly cells: 'text' | 'tmx';
}

/** What endings of file names mean that are written; `.tsv` and `.json` of a memory in TMX have long meant the bitext of two languages. */
const ENDINGS: Readonly<Record<string, MemoryFormat>> = {
  tmx: 'tmx',
  csv: 'csv',
  tsv: 'tsv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  xlf: 'xliff',
  xliff: 'xliff',
  po: 'po',
  pot: 'po',
};

/**
 * Looks at what can be known before files are read.
 *
 * @param found what the file is by what it starts with and by its name; undefined where these do not say.
 * @throws {CliError} `convert-format-twice`, `convert-to-unknown`, `convert-files`, `convert-tmx-only`, `stdin-twice`, `moses-output`, `xlsx-output`,
 *   `source-locale-missing`, `target-locale-missing`
 * @throws {ParalignError} `locale-invalid`
 */
export function convertRequest(
  args: readonly string[],
  options: Options,
  found: MemoryFormat | undefined,
): ConvertRequest {
  const [first = standardStream, second] = args;
  const files = second === undefined ? [first] : [first, second];
  const output = options.text('output') ?? standardStream;
  const from = options.choice('from', memoryFormats) ?? found ?? 'tmx';
  if ((from === 'moses') !== (files.length === 2)) throw new CliError('convert-files');
  for (const option of ['lenient', 'entities'])
    if (options.flag(option) && from !== 'tmx')
      throw new CliError('convert-tmx-only', { option: `--${option}`, format: from });
  if (files.every((file) => file === standardStream) && files.length === 2) throw new CliError('stdin-twice');
  const to = target(from, output, options);
  if (to === 'moses' && output === standardStream) throw new CliError('moses-output');
  if (to === 'xlsx' && output === standardStream && process.stdout.isTTY) throw new CliError('xlsx-output');
  const [source, other] = [localeOption(options, 'sourceLocale'), localeOption(options, 'targetLocale')];
  return {
    files,
    from,
    to,
    output,
    source: source ?? (from === 'moses' ? localeOfEnding(first, 'source-locale-missing') : undefined),
    target: other ?? (from === 'moses' ? localeOfEnding(second ?? '', 'target-locale-missing') : undefined),
    cells: options.choice('cells', ['text', 'tmx']) ?? 'text',
  };
}

function target(from: MemoryFormat, output: string, options: Options): ConvertRequest['to'] {
  const bitext = options.choice('format', bitextFormats);
  const to = options.choice('to', memoryFormats);
  if (bitext !== undefined && to !== undefined) throw new CliError('convert-format-twice');
  if (bitext !== undefined) return { bitext };
  if (to !== undefined) return to;
  if (output === standardStream) return from === 'tmx' ? { bitext: 'tsv' } : 'tmx';
  const ending = endingOf(output);
  const named = bitextFormats.find((format) => format === ending);
  if (named !== undefined && (from === 'tmx' || named !== 'tsv')) return { bitext: named };
  const format = ENDINGS[ending];
  if (format === undefined)
    throw new CliError('convert-to-unknown', { file: output, choices: memoryFormats.join(', ') });
  return format;
}

function endingOf(file: string): string {
  return /\.([^./\\]*)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
}

/** `corpus.en` names its language as its ending; `en.txt` as other files do. */
export function localeOfEnding(file: string, missing: 'source-locale-missing' | 'target-locale-missing'): Locale {
  const locale = localeOfFile(`${file}.txt`) ?? localeOfFile(file);
  if (locale === undefined) throw new CliError(missing, { file });
  return toLocale(locale);
}
