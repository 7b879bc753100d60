import { posix } from 'node:path';
import type { SeparatePatterns } from '../../check/config.ts';
import type { Locale } from '../../model/locale.ts';
import { plainPathOf } from '../../read/pairing/plain-path.ts';
import { separatePattern } from '../check/separate-patterns.ts';
import type { DocumentGroup, FoundPattern, GroupedDocument } from './survey.ts';

/**
 * The patterns of documents whose sources have no locale in their paths: as wide as they can be without most of what they find as
 * sources having no translation - beside `README.ru.md` not every file is one.
 *
 * @param locale that of the sources.
 * @param files all files of the folder.
 */
export function separateLayout(group: DocumentGroup, locale: Locale, files: readonly string[]): FoundPattern[] {
  const target = group.pattern;
  const wide = { source: plainPathOf(target)!, target };
  const all = foundBy(wide, group, locale, files);
  const isEverything = wide.source.startsWith('**/');
  const isByFolder = target.includes('{locale}/');
  // What lies in a folder of its own, with one for each translation, is meant to be translated as a whole.
  if (isByFolder && !isEverything) return [all];
  const isMeant = isByFolder ? group.documents.length > 1 : !isEverything;
  if (isMeant && isMostlyTranslated(all, group.documents)) return [all];
  return byName(group).flatMap((documents) => {
    const own = { ...group, documents };
    const [first] = documents;
    const top = target.slice(0, target.indexOf('**/'));
    const [source, translation] = [posix.basename(first!.plain!), posix.basename(first!.key)];
    const everywhere = { source: `${top}**/${source}`, target: `${top}**/${translation}` };
    const anywhere = documents.length > 1 && !isByFolder ? foundBy(everywhere, own, locale, files) : undefined;
    if (anywhere !== undefined && isMostlyTranslated(anywhere, documents)) return [anywhere];
    return documents.map((document) =>
      foundBy({ source: document.plain!, target: document.key }, { ...own, documents: [document] }, locale, files),
    );
  });
}

/** The documents with a source, those of the same name together. */
function byName({ documents }: DocumentGroup): GroupedDocument[][] {
  const names = new Map<string, GroupedDocument[]>();
  for (const document of documents) {
    if (document.plain === undefined) continue;
    const own = names.get(posix.basename(document.key)) ?? [];
    names.set(posix.basename(document.key), own);
    own.push(document);
  }
  return [...names.values()];
}

function isMostlyTranslated({ documents }: FoundPattern, translated: readonly GroupedDocument[]): boolean {
  return 2 * translated.length >= documents;
}

function foundBy(
  pattern: SeparatePatterns,
  { documents }: DocumentGroup,
  source: Locale,
  files: readonly string[],
): FoundPattern {
  const counts = new Map<Locale, number>();
  for (const { versions } of documents)
    for (const locale of versions.keys()) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const { read } = separatePattern(pattern, source, [...counts.keys()]);
  const originals = files.filter((file) => read(file)?.locale === source).length;
  const locales = new Map([[source, originals], ...[...counts].toSorted((a, b) => b[1] - a[1])]);
  return { pattern, documents: originals + documents.filter(({ plain }) => plain === undefined).length, locales };
}
