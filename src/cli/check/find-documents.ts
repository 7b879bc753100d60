import { basename } from 'node:path';
import { glob } from 'tinyglobby';
import type { RunFailure } from '../../check/check-run.ts';
import type { Locale } from '../../model/locale.ts';
import type { Messages } from '../../report/messages/index.ts';
import { documentPattern, globOf } from './document-pattern.ts';
import type { DocumentPattern } from './document-pattern.ts';
import type { LoadedConfig } from './load-config.ts';
import { separatePattern } from './separate-patterns.ts';

/** A version of a document. */
export interface FoundFile {
  /** Relative to the config's folder, with slashes. */
  readonly file: string;
  readonly locale: Locale;
  /** Whether there is such a file; where there is none, this is what it would be called. */
  readonly exists: boolean;
}

/** A document's source and one of its translations. At least one of them exists. */
export interface DocumentPair {
  /** The path with `{locale}` in the place of the locale. */
  readonly key: string;
  readonly source: FoundFile;
  readonly target: FoundFile;
  /** What git calls the contents that both files had in the revision that they are compared with, where they are. */
  readonly older?: { readonly source: string; readonly target: string };
}

/** What a config's patterns find. */
export interface FoundDocuments {
  /** By the path of the source, then in the order of the target locales. */
  readonly pairs: readonly DocumentPair[];
  readonly failures: readonly RunFailure[];
  /** What stood in the place of the locale and is none, by its text: how many files were passed over for it. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** A document as far as it was found. */
interface Work {
  /** By locale, with the text that stands in their names for it. */
  readonly versions: Map<Locale, { readonly file: string; readonly tag: string | undefined }>;
  /** What its source is called, where that has no locale in its path. */
  readonly original: string | undefined;
}

/** Looks for the documents that a config names. Links to folders are followed, except into a loop. */
export async function findDocuments(loaded: LoadedConfig, messages: Messages): Promise<FoundDocuments> {
  const { config, folder } = loaded;
  const failures: RunFailure[] = [];
  const passedOver = new Map<string, number>();
  const documents = new Map<string, Work>();
  const seen = new Set<string>();
  const { source, targets } = config;
  const fail = (path: readonly (string | number)[], message: string): void => {
    failures.push({ file: basename(loaded.path), ...loaded.placeOf(path), message });
  };

  for (const [k, patterns] of config.documents.entries()) {
    const reader =
      typeof patterns === 'string'
        ? documentPattern(patterns, targets && [source, ...targets])
        : separatePattern(patterns, source, targets);
    const files = await findFiles(reader, config.ignore, folder);
    let count = 0;
    for (const file of files) {
      const match = reader.read(file);
      if (match === undefined) continue;
      if (match.locale === undefined) {
        const tag = match.tag ?? '';
        passedOver.set(tag, (passedOver.get(tag) ?? 0) + 1);
        continue;
      }
      // Without sources there is nothing to compare translations with.
      if (match.original === undefined || match.locale === source) count += 1;
      // A file that several patterns find is one document.
      if (seen.has(file)) continue;
      seen.add(file);
      const work: Work = documents.get(match.key) ?? { versions: new Map(), original: match.original };
      documents.set(match.key, work);
      const { versions } = work;
      const before = versions.get(match.locale);
      if (before === undefined) versions.set(match.locale, { file, tag: match.tag });
      else
        failures.push({ file, message: messages.cli('documents-twice', { other: before.file, locale: match.locale }) });
    }
    if (count === 0)
      fail(['documents', k], messages.cli('documents-none', { pattern: reader.pattern, folder: loaded.folder }));
  }

  const found = localesOf(documents);
  if (documents.size > 0 && !found.includes(source))
    fail(['source'], messages.cli('documents-no-source', { locale: source, locales: found.join(', ') }));
  const wanted = targets ?? found.filter((locale) => locale !== source);
  if (found.includes(source) && wanted.length === 0)
    fail(['source'], messages.cli('documents-no-target', { locale: source }));

  const tags = tagsOf(documents);
  const versionOf = (key: string, { versions, original }: Work, locale: Locale): FoundFile => {
    const version = versions.get(locale);
    if (version !== undefined) return { file: version.file, locale, exists: true };
    const named = key.replaceAll('{locale}', tags.get(locale) ?? locale);
    return { file: locale === source ? (original ?? named) : named, locale, exists: false };
  };
  const pairs = found.includes(source)
    ? [...documents].flatMap(([key, work]) =>
        wanted.map((locale): DocumentPair => ({
          key,
          source: versionOf(key, work, source),
          target: versionOf(key, work, locale),
        })),
      )
    : [];
  return {
    pairs: pairs
      .filter(({ source, target }) => source.exists || target.exists)
      .toSorted((a, b) => compare(a.source.file, b.source.file)),
    failures,
    passedOver,
  };
}

async function findFiles(reader: DocumentPattern, ignore: readonly string[], folder: string): Promise<string[]> {
  const found = await glob([...reader.globs], {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**', ...ignore.map(globOf)],
    expandDirectories: false,
  });
  return found.toSorted(compare);
}

/** The locales that there is any version in. */
function localesOf(documents: ReadonlyMap<string, Work>): Locale[] {
  return [...new Set([...documents.values()].flatMap(({ versions }) => [...versions.keys()]))].toSorted(compare);
}

/** The text that stands for each locale most often. */
function tagsOf(documents: ReadonlyMap<string, Work>): Map<Locale, string> {
  const counts = new Map<Locale, Map<string, number>>();
  for (const { versions } of documents.values())
    for (const [locale, { tag }] of versions) {
      if (tag === undefined) continue;
      const own = counts.get(locale) ?? new Map<string, number>();
      own.set(tag, (own.get(tag) ?? 0) + 1);
      counts.set(locale, own);
    }
  const mostOften = (own: ReadonlyMap<string, number>): string => [...own].toSorted((a, b) => b[1] - a[1])[0]![0];
  return new Map([...counts].map(([locale, own]) => [locale, mostOften(own)]));
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
