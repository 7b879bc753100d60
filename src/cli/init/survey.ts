import { glob } from 'tinyglobby';
import type { Locale } from '../../model/locale.ts';
import { localeOfTag } from '../file-locale.ts';

/** The endings of files that are looked at; what is JSON is taken for resources of i18next. */
export const documentEndings: readonly string[] = [
  'md',
  'mdx',
  'markdown',
  'html',
  'htm',
  'docx',
  'odt',
  'txt',
  'rst',
  'adoc',
  'json',
];

/** A pattern of documents that are there in several languages. */
export interface FoundPattern {
  /** Such as `content/{locale}/**\/*.md`. */
  readonly pattern: string;
  /** How many documents it finds. */
  readonly documents: number;
  /** The files of each locale, the locale with most files first. */
  readonly locales: ReadonlyMap<Locale, number>;
}

/** Where in a path the locale stands. */
interface Reading {
  readonly pattern: string;
  /** The path with `{locale}` in its place. */
  readonly key: string;
  readonly locale: Locale;
}

/**
 * Looks for documents in a folder that are there in several languages: in folders a locale, or with the locale in their
 * names.
 *
 * @param folder an absolute path.
 * @returns the patterns that find them, that with most documents first; none of them finds a file of another.
 */
export async function surveyDocuments(folder: string): Promise<FoundPattern[]> {
  const files = await glob(`**/*.{${documentEndings.join(',')}}`, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/{dist,build,coverage,vendor}/**'],
    expandDirectories: false,
    // A link into a loop must not make documents of its own.
    followSymbolicLinks: false,
  });
  const patterns = new Map<string, Map<string, Map<Locale, string>>>();
  for (const file of files.toSorted())
    for (const { pattern, key, locale } of readingsOf(file)) {
      const keys = patterns.get(pattern) ?? new Map<string, Map<Locale, string>>();
      patterns.set(pattern, keys);
      const versions = keys.get(key) ?? new Map<Locale, string>();
      keys.set(key, versions);
      versions.set(locale, file);
    }
  const ranked = [...patterns].map(([pattern, keys]) => {
    const documents = [...keys.values()];
    const translated = documents.filter((versions) => versions.size > 1).length;
    const found = documents.flatMap((versions) => [...versions]);
    return { pattern, documents: documents.length, translated, found };
  });
  const taken = new Set<string>();
  const chosen: FoundPattern[] = [];
  for (const { pattern, documents, translated, found } of ranked.toSorted((a, b) => b.translated - a.translated)) {
    // Where no document is there twice, it was a word and not a locale.
    if (translated === 0 || found.some(([, file]) => taken.has(file))) continue;
    for (const [, file] of found) taken.add(file);
    const counts = new Map<Locale, number>();
    for (const [locale] of found) counts.set(locale, (counts.get(locale) ?? 0) + 1);
    chosen.push({ pattern, documents, locales: new Map([...counts].toSorted((a, b) => b[1] - a[1])) });
  }
  return chosen;
}

/** All the ways in which a path may carry a locale. */
function readingsOf(file: string): Reading[] {
  const steps = file.split('/');
  const name = steps.pop()!;
  const [, ending = ''] = /\.([^.]+)$/.exec(name) ?? [];
  const byFolder = steps.flatMap((step, k): Reading[] => {
    const locale = localeOfTag(step);
    if (locale === undefined) return [];
    const before = steps.slice(0, k);
    return [
      {
        locale,
        pattern: [...before, '{locale}', '**', `*.${ending}`].join('/'),
        key: [...before, '{locale}', ...steps.slice(k + 1), name].join('/'),
      },
    ];
  });
  const stem = name.slice(0, name.length - ending.length - 1);
  const [, before = '', separator = '', tag = ''] =
    /^(?:(.*?)([._-]))?([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4})*)$/.exec(stem) ?? [];
  const locale = localeOfTag(tag);
  if (locale === undefined) return byFolder;
  // Below the first folder, so that documents of many folders are one pattern.
  const top = steps.slice(0, 1);
  const alone = separator === '';
  return [
    ...byFolder,
    {
      locale,
      pattern: [...(alone ? steps : [...top, '**']), `${alone ? '' : `*${separator}`}{locale}.${ending}`].join('/'),
      key: [...steps, `${before}${separator}{locale}.${ending}`].join('/'),
    },
  ];
}
