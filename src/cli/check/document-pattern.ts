import picomatch from 'picomatch';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { localeOfTag } from '../file-locale.ts';

/** A pattern of documents, ready to be used. */
export interface DocumentPattern {
  /** As the user wrote it. */
  readonly pattern: string;
  /** The pattern to look for files with. */
  readonly glob: string;
  /** Takes the locale out of a file's path. */
  readonly read: (file: string) => PatternMatch | undefined;
}

/** What a path says by a pattern. */
export interface PatternMatch {
  /** Undefined where what stands in its place is no locale. */
  readonly locale: Locale | undefined;
  /** What stands in the place of the locale. */
  readonly tag: string;
  /** The path with `{locale}` in its place: the same for all versions of a document. */
  readonly key: string;
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
  // The order in which alternatives stand is that in which they are tried.
  const tag =
    locales === undefined
      ? '[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*'
      : locales
          .toSorted((a, b) => b.length - a.length)
          .map((locale) => locale.replaceAll('-', '[-_]'))
          .join('|');
  let count = 0;
  const source = marked.replaceAll(MARK, () => `(?<locale${count++}>${tag})`);
  const path = new RegExp(source, 'di');
  return {
    pattern,
    glob: globOf(pattern),
    read: (file) => {
      const groups = path.exec(file)?.indices?.groups;
      if (groups === undefined) return undefined;
      const spans = Object.values(groups).filter((span) => span !== undefined);
      const tags = spans.map(([from, to]) => file.slice(from, to));
      const [first] = tags;
      if (first === undefined || tags.some((other) => canonical(other) !== canonical(first))) return undefined;
      let key = file;
      for (const [from, to] of spans.toReversed()) key = `${key.slice(0, from)}{locale}${key.slice(to)}`;
      return { tag: first, locale: locales === undefined ? localeOfTag(first) : toLocale(first), key };
    },
  };
}

/** The pattern to look for files with, whatever their locale. */
export function globOf(pattern: string): string {
  return pattern.replaceAll('{locale}', '*');
}

function canonical(tag: string): string {
  return tag.replaceAll('_', '-').toLowerCase();
}
