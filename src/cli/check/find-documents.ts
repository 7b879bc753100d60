import { basename } from 'node:path';
import { glob } from 'tinyglobby';
import type { RunFailure } from '../../check/check-run.ts';
import type { Locale } from '../../model/locale.ts';
import type { Messages } from '../../report/messages/index.ts';
import { documentPattern, globOf } from './document-pattern.ts';
import type { DocumentPattern } from './document-pattern.ts';
import type { LoadedConfig } from './load-config.ts';

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

/** The versions of one document by locale, and the text that stands in their names for it. */
type Versions = Map<Locale, { readonly file: string; readonly tag: string }>;

/** Looks for the documents that a config names. Links to folders are followed, except into a loop. */
export async function findDocuments(loaded: LoadedConfig, messages: Messages): Promise<FoundDocuments> {
  const { config, folder } = loaded;
  const failures: RunFailure[] = [];
  const passedOver = new Map<string, number>();
  const documents = new Map<string, Versions>();
  const seen = new Set<string>();
  const locales = config.targets === undefined ? undefined : [config.source, ...config.targets];
  const fail = (path: readonly (string | number)[], message: string): void => {
    failures.push({ file: basename(loaded.path), ...loaded.placeOf(path), message });
  };

  for (const [k, pattern] of config.documents.entries()) {
    const reader = documentPattern(pattern, locales);
    const files = await findFiles(reader, config.ignore, folder);
    let count = 0;
    for (const file of files) {
      const match = reader.read(file);
      if (match === undefined) continue;
      if (match.locale === undefined) {
        passedOver.set(match.tag, (passedOver.get(match.tag) ?? 0) + 1);
        continue;
      }
      count += 1;
      // A file that several patterns find is one document.
      if (seen.has(file)) continue;
      seen.add(file);
      const versions: Versions = documents.get(match.key) ?? new Map();
      documents.set(match.key, versions);
      const before = versions.get(match.locale);
      if (before === undefined) versions.set(match.locale, { file, tag: match.tag });
      else
        failures.push({ file, message: messages.cli('documents-twice', { other: before.file, locale: match.locale }) });
    }
    if (count === 0) fail(['documents', k], messages.cli('documents-none', { pattern, folder: loaded.folder }));
  }

  const tags = tagsOf(documents);
  if (documents.size > 0 && !tags.has(config.source))
    fail(
      ['source'],
      messages.cli('documents-no-source', { locale: config.source, locales: [...tags.keys()].join(', ') }),
    );
  const targets = config.targets ?? [...tags.keys()].filter((locale) => locale !== config.source).toSorted();
  if (tags.has(config.source) && targets.length === 0)
    fail(['source'], messages.cli('documents-no-target', { locale: config.source }));

  const versionOf = (key: string, versions: Versions, locale: Locale): FoundFile => {
    const found = versions.get(locale);
    if (found !== undefined) return { file: found.file, locale, exists: true };
    return { file: key.replaceAll('{locale}', tags.get(locale) ?? locale), locale, exists: false };
  };
  const pairs = tags.has(config.source)
    ? [...documents].flatMap(([key, versions]) =>
        targets.map((locale): DocumentPair => ({
          key,
          source: versionOf(key, versions, config.source),
          target: versionOf(key, versions, locale),
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
  const found = await glob(reader.glob, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**', ...ignore.map(globOf)],
    expandDirectories: false,
  });
  return found.toSorted(compare);
}

/** The locales of all documents, each with the text that stands for it most often. */
function tagsOf(documents: ReadonlyMap<string, Versions>): Map<Locale, string> {
  const counts = new Map<Locale, Map<string, number>>();
  for (const versions of documents.values())
    for (const [locale, { tag }] of versions) {
      const own = counts.get(locale) ?? new Map<string, number>();
      own.set(tag, (own.get(tag) ?? 0) + 1);
      counts.set(locale, own);
    }
  const tags = [...counts].map(([locale, own]): [Locale, string] => {
    const [first] = [...own].toSorted((a, b) => b[1] - a[1]);
    return [locale, first![0]];
  });
  return new Map(tags.toSorted((a, b) => compare(a[0], b[0])));
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
