import type { Locale } from '../../model/locale.ts';
import { likeness } from './likeness.ts';
import type { TextProfile } from './likeness.ts';
import { readingsOf } from './locale-in-path.ts';
import { plainPathOf } from './plain-path.ts';

/** A file that may be a version of a document. */
export interface NamedFile {
  /** With `/` between its names; relative to the folder that was given. */
  readonly path: string;
  /** The folder that it was found in, where several were given: each then is a language. */
  readonly folder?: string;
  /** The locale of the folder, where the caller knows it. */
  readonly locale?: Locale;
}

/** One version of a document. */
export interface FileVersion {
  readonly path: string;
  readonly folder?: string;
  /** Undefined where nothing says it. */
  readonly locale?: Locale;
}

/** Two files that are versions of one document. */
export interface FilePair {
  readonly source: FileVersion;
  readonly target: FileVersion;
  /** What it was concluded from. */
  readonly by: 'name' | 'content';
  /** The probability that it is right, 0 to 1. */
  readonly confidence: number;
}

/** What belongs together, and what is left. */
export interface PairedFiles {
  /** In the order of their sources. */
  readonly pairs: readonly FilePair[];
  readonly leftover: readonly FileVersion[];
}

export interface PairFilesOptions {
  /** The locale of the originals. Default: that of most files, English before others; of two folders, the first. */
  readonly source?: Locale;
  /**
   * What is in a file that is left over when names have been looked at: with it, what is left is paired by its numbers, names
   * and length. Undefined for a file that cannot be read. Without, what is left stays left over.
   */
  readonly profileOf?: (file: FileVersion) => TextProfile | undefined;
  /** The confidence from which on files are paired by their content. Default 0.8. */
  readonly min?: number;
}

/** How sure names are: the same path but for the locale, and that in two folders. */
const BY_LOCALE = 0.98;
const BY_PATH = 0.95;

/**
 * Pairs the files that are versions of one document: by their paths without the locale in them; in several folders also by
 * the same path in each; and what names leave over, where texts are given, by what is in them. Each translation is paired
 * with the original. Pure: it looks at names, and at the texts that it is given.
 *
 * A file without a locale in its path is the original of those that are called the same but for their locale, as `README.md` is of
 * `README.ru.md`, where there is no version in `source`, nor in English.
 *
 * A path may be read in several ways (`de/page.en.html`): of these, that counts which the most documents share.
 */
export function pairFiles(files: readonly NamedFile[], options: PairFilesOptions = {}): PairedFiles {
  const named = byPath(files);
  const folders = [...new Set(files.map(({ folder }) => folder))];
  const source = options.source ?? sourceOf(named.map(({ file }) => file));
  const pairs: FilePair[] = [];
  const taken = new Set<FileVersion>();
  for (const group of groupBy(named, ({ key }) => key).values()) {
    if (group.length < 2) continue;
    const original = originalOf(
      group,
      options.source ?? (source !== undefined && isEnglish(source) ? source : undefined),
      (file) => (file.locale === undefined ? file.folder === folders[0] : file.locale === source),
    );
    if (original === undefined) continue;
    for (const version of group) {
      // `en` and `eng` are one language: which of the two is the original is not known, so the first is.
      if (version === original || (version.file.locale !== undefined && version.file.locale === original.file.locale))
        continue;
      pairs.push({
        source: original.file,
        target: version.file,
        by: 'name',
        confidence: version.byLocale && original.byLocale ? BY_LOCALE : BY_PATH,
      });
      taken.add(original.file).add(version.file);
    }
  }
  const rest = named.map(({ file }) => file).filter((file) => !taken.has(file));
  const more =
    options.profileOf === undefined ? [] : byContent(rest, source, folders, options.profileOf, options.min ?? 0.8);
  for (const pair of more) taken.add(pair.source).add(pair.target);
  const order = new Map(named.map(({ file }, k) => [file, k]));
  return {
    pairs: [...pairs, ...more].sort((a, b) => order.get(a.source)! - order.get(b.source)!),
    leftover: rest.filter((file) => !taken.has(file)),
  };
}

/** The original among the versions of a document. @param sure the locale that it has where any version has that. */
function originalOf(
  group: readonly KeyedFile[],
  sure: Locale | undefined,
  isSource: (file: FileVersion) => boolean,
): KeyedFile | undefined {
  return (
    group.find(({ file }) => file.locale !== undefined && file.locale === sure) ??
    group.find(({ isPlain }) => isPlain) ??
    group.find(({ file }) => isSource(file))
  );
}

interface KeyedFile {
  readonly file: FileVersion;
  readonly key: string;
  readonly byLocale: boolean;
  /** Whether it has no locale, and others are called the same but for theirs. */
  readonly isPlain: boolean;
}

/** Each file with what it shares with its other versions, by the reading that most files share. */
function byPath(files: readonly NamedFile[]): KeyedFile[] {
  const readings = files.map(({ path, locale, folder }) => {
    // In a folder of one language, the path is the document.
    const own = readingsOf(path).filter((reading) => locale === undefined || reading.locale === locale);
    const plain = folder === undefined ? [] : [{ locale, key: path, byLocale: false }];
    return [...own.map((reading) => ({ ...reading, byLocale: true })), ...plain];
  });
  const versions = new Map<string, Set<string>>();
  readings.forEach((own, k) => {
    for (const { key, locale } of own) {
      const found = versions.get(key) ?? new Set();
      versions.set(key, found.add(`${locale ?? ''} ${locale === undefined ? (files[k]!.folder ?? '') : ''}`));
    }
  });
  const plain = new Map([...versions.keys()].map((key) => [plainPathOf(key), key]));
  return files.map(({ path, folder, locale }, k) => {
    const at = folder === undefined ? {} : { folder };
    const best = readings[k]!.toSorted((a, b) => versions.get(b.key)!.size - versions.get(a.key)!.size)[0];
    const found = best?.locale ?? locale;
    const file = { path, ...at, ...(found === undefined ? {} : { locale: found }) };
    const translations = folder === undefined && best === undefined ? plain.get(path) : undefined;
    return {
      file,
      key: best?.key ?? translations ?? `${folder ?? ''}\n${path}`,
      byLocale: best?.byLocale ?? false,
      isPlain: translations !== undefined,
    };
  });
}

function sourceOf(files: readonly FileVersion[]): Locale | undefined {
  const [first] = files;
  if (first?.folder !== undefined && files.some(({ folder }) => folder !== first.folder)) return first.locale;
  const counts = new Map<Locale, number>();
  for (const { locale } of files) if (locale !== undefined) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1]).map(([locale]) => locale);
  return ranked.find(isEnglish) ?? ranked[0];
}

function isEnglish(locale: Locale): boolean {
  return /^en\b/.test(locale);
}

/** The most likely pairs, one after another, each file once, as long as one is likely enough and clearly before the next. */
function byContent(
  files: readonly FileVersion[],
  source: Locale | undefined,
  folders: readonly (string | undefined)[],
  profileOf: (file: FileVersion) => TextProfile | undefined,
  min: number,
): FilePair[] {
  const profiles = new Map<FileVersion, TextProfile>();
  for (const file of files) {
    const profile = profileOf(file);
    if (profile !== undefined) profiles.set(file, profile);
  }
  const isSource = (file: FileVersion): boolean =>
    file.locale === undefined ? folders.length > 1 && file.folder === folders[0] : file.locale === source;
  const originals = files.filter((file) => profiles.has(file) && isSource(file));
  const others = files.filter((file) => profiles.has(file) && !isSource(file));
  const commonness = new Map<string, number>();
  for (const { marks } of profiles.values())
    for (const mark of marks.keys()) commonness.set(mark, (commonness.get(mark) ?? 0) + 1);
  const found: FilePair[] = [];
  const groups = groupBy(others, ({ locale, folder }) => `${locale ?? ''}\n${folder ?? ''}`);
  for (const group of groups.values()) {
    const scored = originals
      .flatMap((original) =>
        group.map((other) => ({
          source: original,
          target: other,
          nats: likeness(profiles.get(original)!, profiles.get(other)!, commonness, profiles.size),
        })),
      )
      .map((pair, _, all) => ({ ...pair, confidence: confidenceOf(pair, all) }))
      .sort((a, b) => b.confidence - a.confidence || b.nats - a.nats);
    const taken = new Set<FileVersion>();
    for (const pair of scored) {
      if (pair.confidence < min) break;
      if (taken.has(pair.source) || taken.has(pair.target)) continue;
      taken.add(pair.source).add(pair.target);
      const { source, target, confidence } = pair;
      found.push({ source, target, by: 'content', confidence });
    }
  }
  return found;
}

interface ScoredPair {
  readonly source: FileVersion;
  readonly target: FileVersion;
  readonly nats: number;
}

/** The probability of a pair among all that would take one of its files. */
function confidenceOf(pair: ScoredPair, all: readonly ScoredPair[]): number {
  let others = Math.exp(-pair.nats);
  for (const rival of all)
    if (rival !== pair && (rival.source === pair.source || rival.target === pair.target))
      others += Math.exp(rival.nats - pair.nats);
  return 1 / (1 + others);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
