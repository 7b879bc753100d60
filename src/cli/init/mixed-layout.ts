import { posix } from 'node:path';
import type { Locale } from '../../model/locale.ts';
import { readingsOf } from '../../read/pairing/locale-in-path.ts';
import type { FoundPattern } from './survey.ts';

/** Translations whose folder and name both carry the locale, with those of their sources that were found. */
interface Group {
  /** In front of the folder of the locale, with a slash at its end; empty at the top. */
  readonly folder: string;
  /** What follows the locale in the name, such as `.html`, and what stands before it: `.`, `_` or `-`. */
  readonly ending: string;
  readonly sign: string;
  /** The translations, as many as there are of each locale. */
  readonly counts: Map<Locale, number>;
  /** The sources by what stands for their locale in their names. */
  readonly sources: Map<string, { readonly locale: Locale; readonly files: Set<string> }>;
}

/**
 * Documents whose sources carry the locale in the name, and whose translations carry it in the folder too:
 * `FAQ/page.en.html` beside `FAQ/ru/page.ru.html`.
 *
 * @param files all that are not found otherwise.
 * @param isSource whether originals are in that locale.
 */
export function mixedLayouts(files: readonly string[], isSource: (locale: Locale) => boolean): FoundPattern[] {
  const sources = new Map<string, { readonly file: string; readonly tag: string; readonly locale: Locale }>();
  for (const file of files)
    for (const { tag, locale, key } of readingsOf(file))
      if (isSource(locale) && isInName(key)) sources.set(key, { file, tag, locale });
  const groups = new Map<string, Group>();
  for (const file of files)
    for (const { folder, key, sign, ending, locale } of doubleReadings(file)) {
      const source = sources.get(key);
      if (source === undefined || isSource(locale)) continue;
      const name = JSON.stringify([folder, sign, ending]);
      const group = groups.get(name) ?? { folder, ending, sign, counts: new Map(), sources: new Map() };
      groups.set(name, group);
      group.counts.set(locale, (group.counts.get(locale) ?? 0) + 1);
      const own = group.sources.get(source.tag) ?? { locale: source.locale, files: new Set<string>() };
      group.sources.set(source.tag, own);
      own.files.add(source.file);
    }
  return [...groups.values()].flatMap(patternsOf);
}

function patternsOf({ folder, ending, sign, counts, sources }: Group): FoundPattern[] {
  const target = `${folder}{locale}/**/*${sign}{locale}${ending}`;
  return [...sources].map(([tag, { locale, files }]) => ({
    pattern: { source: `${folder}**/*${sign}${tag}${ending}`, target },
    documents: files.size,
    locales: new Map([[locale, files.size], ...[...counts].toSorted((a, b) => b[1] - a[1])]),
  }));
}

interface DoubleReading extends Pick<Group, 'folder' | 'sign' | 'ending'> {
  readonly locale: Locale;
  /** The path of the source, with `{locale}` in its name. */
  readonly key: string;
}

/** The ways in which a path carries one locale both as a folder and at the end of the name. */
function doubleReadings(file: string): DoubleReading[] {
  const readings = readingsOf(file);
  const inName = readings.filter(({ key }) => isInName(key));
  const asFolder = readings.filter(({ key }) => !isInName(key));
  return inName.flatMap((name) => {
    const [, sign, ending] = /([._-])\{locale\}(\.[^.]+)$/.exec(posix.basename(name.key)) ?? [];
    if (sign === undefined || ending === undefined) return [];
    return asFolder
      .filter(({ tag }) => tag === name.tag)
      .map(({ at, tag }): DoubleReading => {
        const folder = file.slice(0, at);
        return { folder, sign, ending, locale: name.locale, key: folder + name.key.slice(at + tag.length + 1) };
      });
  });
}

function isInName(key: string): boolean {
  return posix.basename(key).includes('{locale}');
}
