import { dirname } from 'node:path';
import type { Locale } from '../model/locale.ts';
import { alignFormatOf, alignFormats } from './align-formats.ts';
import type { AlignFormat } from './align-formats.ts';
import { createFolder } from './create-folder.ts';
import { CliError } from './failure.ts';
import { localeOfFile } from './file-locale.ts';
import { standardStream } from './input.ts';
import { openOutput } from './output-file.ts';
import type { Output } from './output-file.ts';
import type { Options } from './spec.ts';

/** Where an alignment goes. */
export interface AlignOutput<Format extends AlignFormat> {
  readonly format: Format;
  /** One file, or one a version; folders for them are made when there is something to write. */
  readonly open: () => Promise<readonly Output[]>;
  /** As `-o` gives it. */
  readonly file: string | undefined;
  /** What the document is called: the name of its resources. */
  readonly name: string;
}

/**
 * Looks at where an alignment goes before the work begins.
 *
 * @param versions the files and their locales, the source first.
 * @param formats what as many versions can be written in.
 * @param inputs all files that are read.
 * @throws {CliError} `format-unknown`, `format-two-files`, `moses-output`, `i18next-output`, `xlsx-output`, and as `openOutput` does
 */
export async function openAlignOutput<Format extends AlignFormat>(
  options: Options,
  versions: readonly { readonly file: string; readonly locale: Locale }[],
  formats: readonly Format[],
  inputs: readonly string[],
): Promise<AlignOutput<Format>> {
  const file = options.text('output');
  const format = formatFor(file, options, formats);
  const name = nameOf(versions[0]?.file ?? '');
  const place = file ?? standardStream;
  const locales = versions.map(({ locale }) => locale);
  if (format === 'xlsx' && place === standardStream && process.stdout.isTTY) throw new CliError('xlsx-output');
  const files =
    format === 'i18next'
      ? locales.map((locale) => `${place}/${locale}/${name}.json`)
      : format === 'moses'
        ? locales.map((locale) => `${place}.${locale}`)
        : [place];
  if (format === 'moses' && place === standardStream) throw new CliError('moses-output');
  if (format === 'i18next' && place === standardStream)
    throw new CliError('i18next-output', { example: `locales/${locales[0] ?? 'en'}/${name}.json` });
  const openAll = async (): Promise<Output[]> => {
    const outputs: Output[] = [];
    for (const one of files) outputs.push(await openOutput(one, inputs));
    return outputs;
  };
  if (format === 'i18next')
    return {
      format,
      file,
      name,
      open: async () => {
        for (const one of files) await createFolder(dirname(one));
        return await openAll();
      },
    };
  // What cannot be written is told before the work begins.
  const outputs = await openAll();
  return { format, file, name, open: () => Promise.resolve(outputs) };
}

function formatFor<Format extends AlignFormat>(
  file: string | undefined,
  options: Options,
  formats: readonly Format[],
): Format {
  const choices = formats.join(', ');
  const named = options.choice('format', alignFormats) ?? (file === undefined ? 'text' : alignFormatOf(file));
  if (named === undefined) throw new CliError('format-unknown', { file: file ?? '', choices });
  const format = formats.find((one) => one === named);
  if (format === undefined) throw new CliError('format-two-files', { format: named, choices });
  return format;
}

/** A file's name without its ending and locale: `page` of `page.en-GB.html`; `translation` where nothing is left. */
function nameOf(file: string): string {
  const stem = (file.split(/[/\\]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const locale = localeOfFile(file);
  const bare = locale === undefined ? stem : stem.slice(0, -locale.length).replace(/[._-]$/, '');
  return bare === '' || file === standardStream ? 'translation' : bare;
}
