import type { SeparatePatterns } from '../../check/config.ts';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { localeOfTag } from '../file-locale.ts';
import { globOf, sameTag, tagExpressions } from './document-pattern.ts';
import type { DocumentPattern, PatternMatch } from './document-pattern.ts';
import { fillTemplate, pathTemplate, templateReader, wildcardsOf } from './path-template.ts';

/** Whether the wildcards of two patterns tell which files belong together: they are the same, in the same order. */
export function haveSameWildcards({ source, target }: SeparatePatterns): boolean {
  const [from, to] = [pathTemplate(source), pathTemplate(target)];
  if (from === undefined || to === undefined) return false;
  return JSON.stringify(wildcardsOf(from)) === JSON.stringify(wildcardsOf(to));
}

/**
 * Reads two patterns that {@link haveSameWildcards}. A file that is a translation is no source, also where the pattern of
 * the sources finds it.
 *
 * @param locales the only locales of translations that count; undefined where any does.
 */
export function separatePattern(
  patterns: SeparatePatterns,
  source: Locale,
  locales: readonly Locale[] | undefined,
): DocumentPattern {
  const [from, to] = [pathTemplate(patterns.source) ?? [], pathTemplate(patterns.target) ?? []];
  const original = templateReader(from, '');
  const translations = tagExpressions(locales).map((tag) => templateReader(to, tag));
  const asTranslation = (file: string): PatternMatch | undefined => {
    for (const translation of translations) {
      const found = translation(file);
      if (found === undefined) continue;
      const { texts, tags } = found;
      const [tag = ''] = tags;
      const locale = locales === undefined ? localeOfTag(tag) : toLocale(tag);
      if (locale === undefined || locale === source || !tags.every((other) => sameTag(other, tag))) continue;
      return { locale, tag, key: fillTemplate(to, texts), original: fillTemplate(from, texts) };
    }
    return undefined;
  };
  return {
    pattern: patterns.source,
    globs: [patterns.source, globOf(patterns.target)],
    read: (file) => {
      const translation = asTranslation(file);
      if (translation !== undefined) return translation;
      const found = original(file);
      if (found === undefined) return undefined;
      return { locale: source, tag: undefined, key: fillTemplate(to, found.texts), original: file };
    },
  };
}
