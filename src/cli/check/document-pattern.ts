import picomatch from 'picomatch';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { localeOfTag } from '../file-locale.ts';

/** A pattern of documents, ready to be used. */
export interface DocumentPattern {
  /** As the user wrote it; of two, that of the sources. */
  readonly pattern: string;
  /** The patterns to look for files with. */
  readonly globs: readonly string[];
  /** Takes the locale out of a file's path; undefined for a file that is not of this pattern. */
  readonly read: (file: string) => PatternMatch | undefined;
}

/** What a path says by a pattern. */
export interface PatternMatch {
  /** Undefined where what stands in its place is no locale. */
  readonly locale: Locale | undefined;
  /** What stands in the place of the locale; undefined for a source whose path has none. */
  readonly tag: string | undefined;
  /** The path with `{locale}` in its place: the same for all versions of a document. */
  readonly key: string;
  /** What the document's source is called, or would be, where its path has no locale. */
  readonly original?: string;
}

/** Stands in the pattern for the locale until the pattern is a regular expression. */
const MARK = 'paralignlocale';

/**
 * Reads a pattern with `{locale}` in it, once or more often: every `{locale}` of a path is then the same.
 *
 * @param locales the only locales that count; undefined where any does.
 */
export function documentPattern(pattern: string, locales: readonly Locale[] | undefined): DocumentPattern {
  const marked = picomatch.makeRe(pattern.replace(/^\.\//, '').replaceAll('{locale}', MARK), { dot: true }).source;
  const paths = tagExpressions(locales).map((tag) => {
    let count = 0;
    return new RegExp(
      marked.replaceAll(MARK, () => `(?<locale${count++}>${tag})`),
      'di',
    );
  });
  return {
    pattern,
    globs: [globOf(pattern)],
    read: (file) => {
      for (const path of paths) {
        const spans = Object.values(path.exec(file)?.indices?.groups ?? {}).filter((span) => span !== undefined);
        const found = spans.map(([from, to]) => file.slice(from, to));
        const [tag] = found;
        if (tag === undefined || !found.every((other) => sameTag(other, tag))) continue;
        let key = file;
        for (const [from, to] of spans.toReversed()) key = `${key.slice(0, from)}{locale}${key.slice(to)}`;
        return { tag, locale: locales === undefined ? localeOfTag(tag) : toLocale(tag), key };
      }
      return undefined;
    },
  };
}

/**
 * Regular expressions of what may stand in the place of the locale, in the order in which they are to be tried.
 *
 * @param locales the only locales that count; undefined where any does.
 */
export function tagExpressions(locales: readonly Locale[] | undefined): string[] {
  if (locales === undefined) return [LIKELY, ANY];
  // The order in which alternatives stand is that in which they are tried.
  const longestFirst = locales.toSorted((a, b) => b.length - a.length);
  return [longestFirst.map((locale) => locale.replaceAll('-', '[-_]')).join('|')];
}

/** What has the form of a locale: it goes before any longer text that ends in one (`new-york-de`). */
const LIKELY = '[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?';
/** What may have been meant as a locale. */
const ANY = '[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*';

/** The pattern to look for files with, whatever their locale. */
export function globOf(pattern: string): string {
  return pattern.replaceAll('{locale}', '*');
}

/** Whether two texts are the same tag, whatever their case and separators. */
export function sameTag(a: string, b: string): boolean {
  return canonical(a) === canonical(b);
}

function canonical(tag: string): string {
  return tag.replaceAll('_', '-').toLowerCase();
}
