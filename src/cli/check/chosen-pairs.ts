import { posix, relative } from 'node:path';
import picomatch from 'picomatch';
import { toLocale } from '../../model/locale.ts';
import { CliError } from '../failure.ts';
import type { Options } from '../spec.ts';
import type { DocumentPair } from './find-documents.ts';

/**
 * Of all pairs, those that `--locale` and `--only` name: translations in one of the locales, of which one of the patterns
 * finds the source or the translation.
 *
 * @param folder the absolute path that the files' names start from; the patterns start from where the user is.
 * @throws {CliError} `accept-locale-unknown`, `accept-only-none`
 * @throws {ParalignError} `locale-invalid`
 */
export function chosenPairs(pairs: readonly DocumentPair[], folder: string, options: Options): readonly DocumentPair[] {
  const locales = options.list('locale').map(toLocale);
  const known = [...new Set(pairs.map(({ target }) => target.locale))].toSorted();
  for (const locale of locales)
    if (!known.includes(locale)) throw new CliError('accept-locale-unknown', { locale, locales: known.join(', ') });
  const inLocales = pairs.filter(({ target }) => locales.length === 0 || locales.includes(target.locale));
  const patterns = options.list('only');
  if (patterns.length === 0) return inLocales;
  const way = relative(folder, process.cwd()).replaceAll('\\', '/');
  const chosen = new Set<DocumentPair>();
  for (const pattern of patterns) {
    const expression = picomatch.makeRe(posix.join(way, pattern), { dot: true });
    const own = inLocales.filter(({ source, target }) => expression.test(source.file) || expression.test(target.file));
    if (own.length === 0) throw new CliError('accept-only-none', { pattern });
    for (const pair of own) chosen.add(pair);
  }
  return inLocales.filter((pair) => chosen.has(pair));
}
