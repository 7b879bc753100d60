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
  const tags =
    locales === undefined
      ? [LIKELY, ANY]
      : [
          // The order in which alternatives stand is that in which they are tried.
          locales
            .toSorted((a, b) => b.length - a.length)
            .map((locale) => locale.replaceAll('-', '[-_]'))
            .join('|'),
        ];
  const paths = tags.map((tag) => {
    let count = 0;
    return new RegExp(
      marked.replaceAll(MARK, () => `(?<locale${count++}>${tag})`),
      'di',
    );
  });
  return {
    pattern,
    glob: globOf(pattern),
    read: (file) => {
      for (const path of paths) {
        const spans = Object.values(path.exec(file)?.indices?.groups ?? {}).filter((span) => span !== undefined);
        const found = spans.map(([from, to]) => file.slice(from, to));
        const [tag] = found;
        if (tag === undefined || found.some((other) => canonical(other) !== canonical(tag))) continue;
        let key = file;
        for (const [from, to] of spans.toReversed()) key = `${key.slice(0, from)}{locale}${key.slice(to)}`;
        return { tag, locale: locales === undefined ? localeOfTag(tag) : toLocale(tag), key };
      }
      return undefined;
    },
  };
}

/** What has the form of a locale: it goes before any longer text that ends in one (`new-york-de`). */
const LIKELY = '[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?';
/** What may have been meant as a locale. */
const ANY = '[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*';

/** The pattern to look for files with, whatever their locale. */
export function globOf(pattern: string): string {
  return pattern.replaceAll('{locale}', '*');
}

function canonical(tag: string): string {
  return tag.replaceAll('_', '-').toLowerCase();
}
