import { readingsOf } from './locale-in-path.ts';
import type { FileVersion, NamedFile } from './pair-files.ts';
import { plainPathOf } from './plain-path.ts';

/** A file with what it shares with its other versions. */
export interface KeyedFile {
  readonly file: FileVersion;
  readonly key: string;
  readonly byLocale: boolean;
  /** Whether it has no locale, and others are called the same but for theirs. */
  readonly isPlain: boolean;
}

/** Each file with what it shares with its other versions, by the reading that most files share. */
export function byPath(files: readonly NamedFile[]): KeyedFile[] {
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
