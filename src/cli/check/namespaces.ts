import { dirname } from 'node:path/posix';
import type { Locale } from '../../model/locale.ts';
import type { DocumentPair, FoundFile } from './find-documents.ts';

/** A file that holds one namespace of i18next. */
export interface NamespaceFile extends FoundFile {
  /** As `$t(namespace:key)` calls it. */
  readonly namespace: string;
}

const LOCALE = '{locale}';

/**
 * The pairs of resources, each with the other namespaces of its target's locale: `locales/ru/common.json` and
 * `locales/ru/pages/home.json` are `common` and `pages/home`, and so are `common.ru.json` and `home.ru.json` in one folder.
 */
export function withNamespaces(pairs: readonly DocumentPair[]): DocumentPair[] {
  const groups = new Map<string, NamespaceFile[]>();
  for (const { key, target } of pairs) {
    if (!target.exists || !isResource(target.file)) continue;
    const group = groupOf(key, target.locale);
    groups.set(group, [...(groups.get(group) ?? []), { ...target, namespace: namespaceOf(key) }]);
  }
  return pairs.map((pair) => {
    if (!isResource(pair.target.file)) return pair;
    const own = groups.get(groupOf(pair.key, pair.target.locale)) ?? [];
    return { ...pair, namespaces: own.filter(({ file }) => file !== pair.target.file) };
  });
}

/** The namespace that a document with this key is; `translation`, i18next's own, where the name is the locale's alone. */
export function namespaceOf(key: string): string {
  const folder = `${LOCALE}/`;
  const at = key.indexOf(folder);
  const name = at === -1 ? key.slice(key.lastIndexOf('/') + 1) : key.slice(at + folder.length);
  const bare = name.replace(/\.json$/i, '').replace(/[._-]?\{locale\}[._-]?/, '');
  return bare === '' ? 'translation' : bare;
}

export function isResource(file: string): boolean {
  return /\.json$/i.test(file);
}

function groupOf(key: string, locale: Locale): string {
  const at = key.indexOf(`${LOCALE}/`);
  return `${locale} ${at === -1 ? dirname(key) : key.slice(0, at)}`;
}
