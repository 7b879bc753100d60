import type { Block, Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import { languageOf, toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { defaultMarks, defaultSeparators } from '../../model/resource.ts';
import type { Marks, ResourceValue, Separators } from '../../model/resource.ts';
import { placeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { jsonValues } from './json-values.ts';
import type { JsonValuePlace } from './json-values.ts';

/** How a resource of i18next is read. What is left out is as i18next has it by default. */
export interface I18nextOptions {
  /** What keys are joined by; a sign that is left out is i18next's own. */
  readonly separators?: Partial<Separators>;
  /** What stands around values that are filled in, and around keys of other texts; what is left out is i18next's own. */
  readonly marks?: Partial<Marks>;
  /** The name of the namespace: that of the file without its ending; `translation` where that is a locale's. */
  readonly namespace?: string;
}

/** What {@link readI18next} is told beside the text. */
export interface I18nextRequest extends I18nextOptions {
  readonly locale: Locale;
  /** How errors name the file. */
  readonly file: string;
}

/**
 * Reads a resource of i18next, JSON v4: one namespace in one language. Every text in it is a block, whose id is its key
 * with all names that lead to it; numbers and booleans are read as text, `null` as an empty one, since i18next takes it for
 * none. Of values with the same name in one object the last counts, as it does to i18next.
 *
 * @throws {ParalignError} `resource-json`, `resource-root`, `resource-deep`
 */
export function readI18next(source: Source, request: I18nextRequest): Omit<Document, 'locale' | 'origin'> {
  const { file, locale } = request;
  const separators = { ...defaultSeparators, ...request.separators };
  const [root, ...inside] = jsonValues(source, file);
  if (root?.type !== 'object') {
    const { line, column } = placeOf(source, root?.from ?? 0);
    throw new ParalignError('resource-root', { file, line, column });
  }
  const { kept, replaced } = withoutReplaced(inside);
  const ids = new Set<string>();
  const lengths = itemCounts(kept);
  const blocks: Block[] = [];
  const values = kept.map((found): ResourceValue => {
    const { path, type, from } = found;
    const id = uniqueId(path.join(separators.key === false ? '.' : separators.key), ids);
    const raw = rawOf(source, found);
    const replaces = replaced.get(found)?.map(({ from: before }) => placeOf(source, before));
    const place = placeOf(source, from);
    const text = textOf(found);
    if (text !== undefined) {
      const start = typeof found.value === 'string' ? from + 1 : from;
      blocks.push({ id, kind: 'paragraph', text, place: placeOf(source, start) });
    }
    return {
      path,
      id,
      type: type === 'literal' ? 'text' : type,
      place,
      ...(raw !== undefined && raw !== text && { raw }),
      ...(type === 'array' && { length: lengths.get(pathKey(path)) ?? 0 }),
      ...(replaces && { replaces }),
    };
  });
  const namespace = request.namespace ?? namespaceOf(file, locale);
  const marks = request.marks && { ...defaultMarks, ...request.marks };
  return { blocks, resource: { namespace, separators, ...(marks && { marks }), values } };
}

/** Of the values with one path, the last with what is in it; and what each of those stands for. */
function withoutReplaced(values: readonly JsonValuePlace[]): {
  kept: readonly JsonValuePlace[];
  replaced: ReadonlyMap<JsonValuePlace, readonly JsonValuePlace[]>;
} {
  const byPath = new Map<string, number[]>();
  values.forEach(({ path }, k) => {
    const key = pathKey(path);
    const same = byPath.get(key);
    if (same === undefined) byPath.set(key, [k]);
    else same.push(k);
  });
  const gone = new Set<number>();
  const replaced = new Map<JsonValuePlace, readonly JsonValuePlace[]>();
  // In the order of the file, an object comes before what is in it: what goes with it is never looked at by itself.
  for (let k = 0; k < values.length; k++) {
    if (gone.has(k)) continue;
    const same = byPath.get(pathKey(values[k]!.path))!.filter((other) => !gone.has(other));
    if (same.length < 2) continue;
    for (const other of same.slice(0, -1)) {
      const depth = values[other]!.path.length;
      let last = other;
      do gone.add(last++);
      while (last < values.length && values[last]!.path.length > depth);
    }
    replaced.set(
      values[same.at(-1)!]!,
      same.slice(0, -1).map((other) => values[other]!),
    );
  }
  return { kept: values.filter((_, k) => !gone.has(k)), replaced };
}

/** Names may hold any sign, so they are joined as JSON. */
function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** How many values are directly in each. */
function itemCounts(values: readonly JsonValuePlace[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of values) {
    const around = pathKey(path.slice(0, -1));
    counts.set(around, (counts.get(around) ?? 0) + 1);
  }
  return counts;
}

function textOf({ type, value }: JsonValuePlace): string | undefined {
  if (type !== 'literal') return undefined;
  return value === null ? '' : String(value).normalize('NFC');
}

/** A string as it stands in the file, without its quotation marks. */
function rawOf(source: Source, { value, from, to }: JsonValuePlace): string | undefined {
  return typeof value === 'string' ? source.text.slice(from + 1, to - 1) : undefined;
}

/** A flat key may be written as a path is: both are kept, and called apart. */
function uniqueId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let k = 2; ids.has(id); k++) id = `${wanted}#${k}`;
  ids.add(id);
  return id;
}

/** The file's name without its ending, unless that says the language and nothing else: then i18next's own name for one. */
function namespaceOf(file: string, locale: Locale): string {
  const name = file.slice(file.search(/[^/\\]*$/)).replace(/\.json$/i, '');
  return name === '' || name === '-' || isOfLanguage(name, locale) ? 'translation' : name;
}

function isOfLanguage(name: string, locale: Locale): boolean {
  try {
    return languageOf(toLocale(name)) === languageOf(locale);
  } catch {
    return false;
  }
}
