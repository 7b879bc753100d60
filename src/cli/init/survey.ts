import { glob } from 'tinyglobby';
import type { DocumentPatterns } from '../../check/config.ts';
import type { Locale } from '../../model/locale.ts';
import { plainPathOf } from '../../read/pairing/plain-path.ts';
import { placesOf } from './document-places.ts';
import { mixedLayouts } from './mixed-layout.ts';
import { separateLayout } from './separate-layout.ts';

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
  /** Such as `content/{locale}/**\/*.md`; or two, where sources have no locale in their paths. */
  readonly pattern: DocumentPatterns;
  /** How many documents it finds. */
  readonly documents: number;
  /** The files of each locale, the locale with most files first. */
  readonly locales: ReadonlyMap<Locale, number>;
}

/** What was found in a folder. */
export interface Survey {
  /** That with most documents first; none of them finds a file of another. */
  readonly found: readonly FoundPattern[];
  /** The locale of the originals; undefined where nothing was found. */
  readonly source: Locale | undefined;
  /** Files that seem to be originals, of which nothing says the language. */
  readonly unknown: readonly string[];
}

/** Files that one pattern finds. */
export interface DocumentGroup {
  readonly pattern: string;
  readonly documents: readonly GroupedDocument[];
  /** How many of them are there in several locales. */
  readonly translated: number;
}

/** A document, as far as a pattern finds it. */
export interface GroupedDocument {
  /** The path with `{locale}` in the place of the locale. */
  readonly key: string;
  readonly versions: ReadonlyMap<Locale, string>;
  /** A file that is called the same but for the locale; undefined where there is none. */
  readonly plain: string | undefined;
}

/**
 * Looks for documents in a folder that are there in several languages: in folders a locale, or with the locale in their
 * names; or with a source beside them that has none, or has it in its name only.
 *
 * @param folder an absolute path.
 * @param given the locale of the originals, where it is known.
 */
export async function surveyDocuments(folder: string, given: Locale | undefined): Promise<Survey> {
  const files = await glob(`**/*.{${documentEndings.join(',')}}`, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/{dist,build,coverage,vendor}/**'],
    expandDirectories: false,
    // A link into a loop must not make documents of its own.
    followSymbolicLinks: false,
  });
  const taken = new Set<string>();
  const withLocale: FoundPattern[] = [];
  const without: DocumentGroup[] = [];
  /** Translations with the locale in folder and name, whose sources may have it in their names alone. */
  const doubled: DocumentGroup[] = [];
  for (const group of groupsOf(files.toSorted())) {
    const own = group.documents.flatMap(({ versions }) => [...versions.values()]);
    const isSeparate = hasPlainSources(group) && !hasOriginals(group, given);
    // Where no document is there twice, it was a word and not a locale.
    if ((group.translated === 0 && !isSeparate) || own.some((file) => taken.has(file))) continue;
    if (isDoubled(group) && !hasOriginals(group, given)) {
      doubled.push(group);
      continue;
    }
    const originals = isSeparate ? group.documents.flatMap(({ plain }) => plain ?? []) : [];
    if (originals.some((file) => taken.has(file))) continue;
    for (const file of [...own, ...originals]) taken.add(file);
    if (isSeparate) without.push(group);
    else withLocale.push(foundIn(group));
  }
  const known = given ?? (withLocale.length > 0 ? sourceOf(withLocale) : undefined);
  const left = files.filter((file) => !taken.has(file)).toSorted();
  const mixed = mixedLayouts(left, known === undefined ? isEnglish : (locale) => locale === known);
  withLocale.push(...(mixed.length > 0 ? mixed : doubled.map(foundIn)));
  // What has no locale is thought to be in the language of the other originals, or in English.
  const source = known ?? (withLocale.length > 0 ? sourceOf(withLocale) : without.length > 0 ? 'en' : undefined);
  const separate = without
    .filter(({ documents }) => !documents.some(({ versions }) => versions.has(source!)))
    .flatMap((group) => separateLayout(group, source!, files));
  const all = [...withLocale, ...separate].toSorted((a, b) => b.documents - a.documents);
  // A config has one source: nothing of what has no version in it could be checked.
  const own = all.filter(({ locales }) => locales.has(source!));
  const found = own.length > 0 ? own : all;
  return { found, source, unknown: found.length > 0 ? [] : unknownIn(files) };
}

function foundIn(group: DocumentGroup): FoundPattern {
  return { pattern: group.pattern, documents: group.documents.length, locales: countsOf(group) };
}

function isDoubled({ pattern }: DocumentGroup): boolean {
  return pattern.split('{locale}').length > 2;
}

/** All the ways in which files belong together, that with most documents first. */
function groupsOf(files: readonly string[]): DocumentGroup[] {
  const names = new Set(files);
  const patterns = new Map<string, Map<string, Map<Locale, string>>>();
  for (const file of files)
    for (const { pattern, key, locale } of placesOf(file)) {
      const keys = patterns.get(pattern) ?? new Map<string, Map<Locale, string>>();
      patterns.set(pattern, keys);
      const versions = keys.get(key) ?? new Map<Locale, string>();
      keys.set(key, versions);
      versions.set(locale, file);
    }
  const groups = [...patterns].map(([pattern, keys]): DocumentGroup => {
    const documents = [...keys].map(([key, versions]) => {
      const plain = plainPathOf(key);
      return { key, versions, plain: plain !== undefined && names.has(plain) ? plain : undefined };
    });
    return { pattern, documents, translated: documents.filter(({ versions }) => versions.size > 1).length };
  });
  const weight = ({ translated, documents }: DocumentGroup): number =>
    Math.max(translated, documents.filter(({ plain }) => plain !== undefined).length);
  return groups.toSorted((a, b) => weight(b) - weight(a));
}

/** Whether at least half of the documents have a source without a locale: one or another may be there by chance. */
function hasPlainSources({ documents }: DocumentGroup): boolean {
  const count = documents.filter(({ plain }) => plain !== undefined).length;
  return count > 0 && 2 * count >= documents.length;
}

/** Whether the originals are among the versions that have a locale. */
function hasOriginals({ documents }: DocumentGroup, given: Locale | undefined): boolean {
  const locales = new Set(documents.flatMap(({ versions }) => [...versions.keys()]));
  return given === undefined ? [...locales].some(isEnglish) : locales.has(given);
}

function countsOf({ documents }: DocumentGroup): Map<Locale, number> {
  const counts = new Map<Locale, number>();
  for (const { versions } of documents)
    for (const locale of versions.keys()) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return new Map([...counts].toSorted((a, b) => b[1] - a[1]));
}

/** English where there is any, and else the locale with most files: what is translated is seldom behind. */
function sourceOf(found: readonly FoundPattern[]): Locale {
  const counts = new Map<Locale, number>();
  for (const { locales } of found)
    for (const [locale, count] of locales) counts.set(locale, (counts.get(locale) ?? 0) + count);
  const locales = [...counts].toSorted((a, b) => b[1] - a[1]).map(([locale]) => locale);
  return locales.find(isEnglish) ?? locales[0]!;
}

function isEnglish(locale: Locale): boolean {
  return /^en(?:-|$)/.test(locale);
}

/** Files beside which there is an English version: what they are in themselves is not known. */
function unknownIn(files: readonly string[]): string[] {
  const plain = groupsOf(files.toSorted()).filter(hasPlainSources);
  return [...new Set(plain.flatMap(({ documents }) => documents.flatMap((document) => document.plain ?? [])))];
}
