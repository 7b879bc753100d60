import type { Bitext } from '../../model/bitext.ts';
import { segmentsOf } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { createMultitext } from '../../model/multitext.ts';
import type { Multitext } from '../../model/multitext.ts';
import type { Resource } from '../../model/resource.ts';
import { rows } from '../../model/rows.ts';
import { readUnits } from '../../model/unit-text.ts';
import type { RowUnit } from '../../model/version-view.ts';

/** How {@link writeI18next} writes. */
export interface WriteI18nextOptions {
  /** What a key stands for: the blocks or the segments of a row. Blocks by default. */
  readonly unit?: RowUnit;
  /** The name of the namespace: `translation` by default, that of a resource its own. */
  readonly namespace?: string;
  /**
   * What to do about a text with what i18next fills in, `{{name}}` or `$t(key)`, for which it has no escape: `refuse`, since a text that is
   * to be read would come out otherwise; or `keep` it, since it is the text of an application that fills it in. Default `refuse`.
   */
  readonly interpolation?: 'refuse' | 'keep';
}

/** A resource of i18next: one namespace in one language. */
export interface I18nextResource {
  readonly locale: Locale;
  readonly namespace: string;
  /** JSON, indented by two spaces, with a line feed at its end. */
  readonly text: string;
}

/**
 * The versions of a document as resources of i18next, the source or pivot first: a key a row, the same in all of them, so that
 * an application shows the text in whatever language it is in. Where a version has nothing, or a text that is empty,
 * its resource has no such key, and i18next falls back.
 *
 * A row is called by its first block in the source, `p3`, and its segment there, `p3-2`; what only other versions have by
 * that of the first that does, `p4@ru-RU`. What must be said wherever a document is shown stands first, as `@notice`. Several blocks of one row are joined by line feeds. Documents that were
 * read from resources are written as those: with their keys and their nesting.
 *
 * @throws {ParalignError} `resource-text` where a text has what i18next would fill in: `{{` or `$t(`. Only the texts of
 *   resources may, and others with `interpolation: 'keep'`.
 */
export function writeI18next(text: Bitext | Multitext, options: WriteI18nextOptions = {}): I18nextResource[] {
  const multitext = 'pivot' in text ? text : createMultitext([text]);
  const documents = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
  if (documents.every(({ resource }) => resource !== undefined))
    return documents.map((document) => ({
      locale: document.locale,
      namespace: options.namespace ?? document.resource!.namespace,
      text: `${formatTree(treeOf(document, document.resource!))}\n`,
    }));
  const { unit = 'block', interpolation = 'refuse' } = options;
  const table = rows(multitext, unit);
  const names = documents.map((document) => unitNames(document, unit));
  const keys = table.map((row) => {
    const first = documents.findIndex(({ locale }) => row[locale]!.length > 0);
    const { locale } = documents[first]!;
    const name = names[first]![row[locale]![0]!]!;
    return first === 0 ? name : `${name}@${locale}`;
  });
  return documents.map((document) => {
    const { locale } = document;
    const read = readUnits(document, unit, '\n');
    const tree: Tree = new Map();
    const notices = new Set(documents.flatMap(({ origin }) => origin?.notice?.[locale] ?? []));
    if (notices.size > 0) tree.set('@notice', checkText([...notices].join('\n'), '@notice', locale, interpolation));
    table.forEach((row, k) => {
      const text = read(row[locale]!);
      if (text !== '') tree.set(keys[k]!, checkText(text, keys[k]!, locale, interpolation));
    });
    return { locale, namespace: options.namespace ?? 'translation', text: `${formatTree(tree)}\n` };
  });
}

/** Names by name, or items in order. */
type Tree = Map<string, Tree | string> | (Tree | string)[];

/** What each unit of a document is called. */
function unitNames({ blocks }: Document, unit: RowUnit): string[] {
  if (unit === 'block') return blocks.map(({ id }) => id);
  return blocks.flatMap((block) => segmentsOf(block).map((_, k) => `${block.id}-${k + 1}`));
}

function checkText(text: string, id: string, locale: Locale, interpolation: 'refuse' | 'keep'): string {
  const sign = interpolation === 'keep' ? undefined : /\{\{|\$t\(/.exec(text)?.[0];
  if (sign !== undefined) throw new ParalignError('resource-text', { id, locale, sign });
  return text;
}

/** The texts of a resource at their places. */
function treeOf({ blocks }: Document, { values }: Resource): Tree {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const root: Tree = new Map();
  for (const { path, id, type } of values) {
    const value = type === 'text' ? (texts.get(id) ?? '') : type === 'array' ? [] : new Map<string, Tree | string>();
    const name = path.at(-1)!;
    // An object or array comes before what is in it.
    const around = path.slice(0, -1).reduce<Tree | string | undefined>(childOf, root);
    if (Array.isArray(around)) around.push(value);
    else if (around instanceof Map) around.set(name, value);
  }
  return root;
}

function childOf(tree: Tree | string | undefined, name: string): Tree | string | undefined {
  return Array.isArray(tree) ? tree[Number(name)] : tree instanceof Map ? tree.get(name) : undefined;
}

/** As `JSON.stringify` with two spaces, but with every name where it was, `__proto__` and numbers as well. */
function formatTree(tree: Tree | string, margin = ''): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  const inner = `${margin}  `;
  const [open, close] = Array.isArray(tree) ? '[]' : '{}';
  const items = Array.isArray(tree)
    ? tree.map((item) => formatTree(item, inner))
    : [...tree].map(([name, value]) => `${JSON.stringify(name)}: ${formatTree(value, inner)}`);
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${margin}${close}`;
}
