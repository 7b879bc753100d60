import type { ParalignConfig } from '../../check/config.ts';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import type { ConfigProblem } from './config-problem.ts';

/** The encodings of files; one that nobody knows is told. */
export function encodingAt(setting: ParalignConfig['encoding'], problems: ConfigProblem[]): ParalignConfig['encoding'] {
  if (setting === undefined) return undefined;
  const named =
    typeof setting === 'string'
      ? [[[], setting] as const]
      : Object.entries(setting).map(([key, name]) => [[key], name] as const);
  for (const [path, name] of named)
    if (!isEncoding(name)) problems.push({ path: ['encoding', ...path], key: 'config-encoding', data: { name } });
  return byLocale(setting, ['encoding'], problems);
}

function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

/** A setting with its locales in canonical form. */
export function byLocale<Value extends string | number>(
  setting: Value | Readonly<Record<string, Value>>,
  path: readonly string[],
  problems: ConfigProblem[],
): Value | Readonly<Record<string, Value>> {
  if (typeof setting !== 'object') return setting;
  const entries = Object.entries<Value>(setting);
  return Object.fromEntries(
    entries.map(([key, value]) => [key === '*' ? key : localeAt(key, [...path, key], problems), value]),
  );
}

/** The locale that a tag names; empty where it names none, which is told. */
export function localeAt(tag: string, path: readonly (string | number)[], problems: ConfigProblem[]): Locale {
  try {
    return toLocale(tag);
  } catch {
    problems.push({ path, key: 'config-locale', data: { tag } });
    return '';
  }
}

export function list<Item = string>(value: Item | readonly Item[] | undefined): readonly Item[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** `Array.isArray` knows no lists that are read only. */
function isList<Item>(value: Item | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value);
}
