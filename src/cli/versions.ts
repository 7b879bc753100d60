import { ParalignError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Multitext } from '../model/multitext.ts';
import type { Context } from './context.ts';
import { CliError } from './failure.ts';
import { standardStream } from './input.ts';
import { inputRequest } from './input-kind.ts';
import type { InputRequest } from './input-kind.ts';
import { knownRequest } from './known.ts';
import type { KnownRequest } from './known.ts';
import { localesOfInputs } from './locales-of-inputs.ts';
import { localeOption, readDocuments, tell } from './pair.ts';
import type { Progress } from './progress.ts';
import type { Options } from './spec.ts';

/** More than two texts to work on, the pivot first. */
export interface VersionsRequest extends InputRequest {
  readonly files: readonly { readonly file: string; readonly locale: Locale }[];
  readonly known: KnownRequest;
}

/**
 * Looks at what can be known before the files are read.
 *
 * @throws {CliError} `stdin-twice`, `source-locale-missing`, `target-locale-missing`, `version-locale-missing`,
 *   `option-two-files`
 * @throws {ParalignError} `locale-invalid`, `locale-same`
 */
export async function versionsRequest(files: readonly string[], options: Options): Promise<VersionsRequest> {
  for (const option of ['explain', 'confirmed'] as const)
    if (options.text(option) !== undefined) throw new CliError('option-two-files', { option: `--${option}` });
  if (files.filter((file) => file === standardStream).length > 1) throw new CliError('stdin-twice');
  const byFile = await localesOfInputs(...files);
  const given = [localeOption(options, 'sourceLocale'), localeOption(options, 'targetLocale')];
  const missing = ['source-locale-missing', 'target-locale-missing'] as const;
  const seen = new Set<Locale>();
  const versions = files.map((file, k) => {
    const locale = given[k] ?? byFile[k];
    if (locale === undefined) throw new CliError(missing[k] ?? 'version-locale-missing', { file });
    if (seen.has(locale)) throw new ParalignError('locale-same', { locale });
    seen.add(locale);
    return { file, locale };
  });
  return { files: versions, ...inputRequest(options), known: knownRequest(options) };
}

/** Reads and aligns the texts, and tells a waiting person what is being done. */
export async function alignVersions(
  request: VersionsRequest,
  progress: Progress,
  context: Context,
): Promise<Multitext> {
  const { files, known } = request;
  const names = files.map(({ file }) => file);
  const told = { source: names.slice(0, -1).join(', '), target: names.at(-1)! };
  await tell(progress, context, 'progress-reading', told);
  const [documents, { alignMultitext }] = await Promise.all([
    readDocuments(files, request, context),
    import('../align/align-multitext.ts'),
  ]);
  await tell(progress, context, 'progress-aligning', told);
  return alignMultitext(documents, known.boundaries === undefined ? {} : { boundaries: known.boundaries });
}
