import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import { lilconfig } from 'lilconfig';
import { decode } from '../../read/decode.ts';
import { createSource, placeOf } from '../../read/source.ts';
import { CliError } from '../failure.ts';
import { inputError, readInput } from '../input.ts';
import { jsonErrorAt } from '../json-error.ts';
import { ConfigError } from './config-problem.ts';
import { readConfig } from './config-schema.ts';
import type { CheckConfig } from './config-schema.ts';
import { jsonPlaceOf } from './json-place.ts';

/** A config and where it was found. */
export interface LoadedConfig {
  readonly config: CheckConfig;
  /** As the user should see it. */
  readonly file: string;
  /** The same as an absolute path. */
  readonly path: string;
  /** The absolute path of the folder that its own paths start from. */
  readonly folder: string;
  /** Where the value at a path stands, from 1; undefined where the config is a program. */
  placeOf(path: readonly (string | number)[]): { readonly line: number; readonly column: number } | undefined;
}

/** What a config may be called, the one that counts most first. */
export const configNames = [
  'paralign.config.json',
  'paralign.config.js',
  'paralign.config.mjs',
  'paralign.config.ts',
  'package.json',
] as const;

const KEY = 'paralign';

/**
 * The config that holds for a folder: that in the folder itself or the nearest one above it.
 *
 * @param folder the absolute path.
 * @param given a file to take instead of looking for one.
 * @returns undefined where there is none.
 * @throws {ConfigError} for what is wrong in it; {@link CliError} for a file that cannot be read, `config-empty`, or whose
 *   program fails, `config-failed`, `config-typescript`
 * @throws {ParalignError} `file-binary`, `file-encoding`
 */
export async function loadConfig(folder: string, given?: string): Promise<LoadedConfig | undefined> {
  const nameOf = (path: string): string => given ?? shownPath(path, folder);
  const loaders = {
    '.json': (path: string) => readJson(path, nameOf(path)),
    '.js': (path: string) => importModule(path, nameOf(path)),
    '.mjs': (path: string) => importModule(path, nameOf(path)),
    '.ts': (path: string) => importTypeScript(path, nameOf(path)),
    noExt: (path: string) => readJson(path, nameOf(path)),
  };
  const search = lilconfig(KEY, {
    searchPlaces: [...configNames],
    loaders,
    cache: false,
    ignoreEmptySearchPlaces: false,
  });
  let found;
  try {
    if (given !== undefined && !Object.hasOwn(loaders, endingOf(given)))
      throw new CliError('config-name', { file: given, names: configNames.join(', ') });
    found = given === undefined ? await search.search(folder) : await search.load(resolve(folder, given));
  } catch (error) {
    throw inputError(error, given ?? pathIn(error, nameOf) ?? nameOf(await folderCalledSo(folder)));
  }
  if (found === null) return undefined;
  const file = nameOf(found.filepath);
  if (found.isEmpty) throw new CliError('config-empty', { file });
  const isPackage = basename(found.filepath) === 'package.json';
  const json: string | undefined = isJson(found.filepath) ? await readText(found.filepath, file) : undefined;
  const placeOfPath = (path: readonly (string | number)[]): { line: number; column: number } | undefined => {
    if (json === undefined) return undefined;
    const { line, column } = placeOf(createSource(json), jsonPlaceOf(json, isPackage ? [KEY, ...path] : path));
    return { line, column };
  };
  const read = readConfig(isPackage && found.config === null ? undefined : found.config);
  if ('problems' in read)
    throw new ConfigError(
      file,
      read.problems.map((problem) => ({ ...problem, ...placeOfPath(problem.path) })),
    );
  return { config: read.config, file, path: found.filepath, folder: dirname(found.filepath), placeOf: placeOfPath };
}

/**
 * As {@link loadConfig}, where there must be one.
 *
 * @throws {CliError} `config-missing`, and what {@link loadConfig} throws
 * @throws {ConfigError}
 */
export async function expectConfig(folder: string, given?: string): Promise<LoadedConfig> {
  const loaded = await loadConfig(folder, given);
  if (loaded === undefined) throw new CliError('config-missing', { folder });
  return loaded;
}

/** A path as a person at that folder writes it. */
export function shownPath(path: string, folder: string): string {
  const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return name.replaceAll('\\', '/');
}

function endingOf(file: string): string {
  return /\.[^./\\]+$/.exec(file)?.[0] ?? '';
}

function isJson(path: string): boolean {
  return endingOf(path) === '.json';
}

function pathIn(error: unknown, nameOf: (path: string) => string): string | undefined {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' ? nameOf(path) : undefined;
}

/** The folder that is called as a config is, where one is: Node.js does not say which it could not read. */
async function folderCalledSo(folder: string): Promise<string> {
  for (const name of configNames) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found?.isDirectory()) return path;
  }
  return dirname(folder) === folder ? folder : await folderCalledSo(dirname(folder));
}

/** The text of a config: UTF-8 or UTF-16, with or without a byte order mark. */
async function readText(path: string, file: string): Promise<string> {
  try {
    return decode(await readInput(path), file);
  } catch (error) {
    // `readInput` names the file by its path.
    if (error instanceof CliError) throw new CliError(error.key, { ...error.data, file }, { cause: error });
    throw error;
  }
}

async function readJson(path: string, file: string): Promise<unknown> {
  const text = await readText(path, file);
  try {
    const value: unknown = JSON.parse(text);
    // What is not an object has no key `paralign`.
    return basename(path) === 'package.json' && (typeof value !== 'object' || value === null) ? {} : value;
  } catch (error) {
    const at = jsonErrorAt(text) ?? text.length;
    const { line, column } = placeOf(createSource(text), at);
    throw new CliError(reasonKey(text, at), { file, line, column }, { cause: error });
  }
}

/** The two mistakes that everybody makes have words of their own. */
function reasonKey(text: string, at: number): 'config-json-comma' | 'config-json-comment' | 'config-json' {
  if ((text[at] === '}' || text[at] === ']') && text.slice(0, at).trimEnd().endsWith(',')) return 'config-json-comma';
  return /^(?:\/\/|\/\*|#)/.test(text.slice(at, at + 2)) ? 'config-json-comment' : 'config-json';
}

async function importModule(path: string, file: string): Promise<unknown> {
  return await defaultOf(file, async () => {
    // So that a config that was changed meanwhile is read anew.
    const { href } = pathToFileURL(path);
    return (await import(/* @vite-ignore */ `${href}?${generation}`)) as unknown;
  });
}

let generation = 0;

/** From now on configs that are programs are run anew. */
export function forgetConfigs(): void {
  generation += 1;
}

async function importTypeScript(path: string, file: string): Promise<unknown> {
  const { features } = process as { readonly features: { readonly typescript?: unknown } };
  if (features.typescript) return await importModule(path, file);
  const createJiti = await findJiti(path);
  if (createJiti === undefined) throw new CliError('config-typescript', { file, version: process.version });
  return await defaultOf(file, async () => createJiti(path, { moduleCache: false }).import(path));
}

type CreateJiti = (path: string, options: { moduleCache: boolean }) => { import(path: string): Promise<unknown> };

/** The package `jiti`, of the project or beside this one. */
async function findJiti(path: string): Promise<CreateJiti | undefined> {
  for (const from of [path, import.meta.url]) {
    try {
      const { href } = pathToFileURL(createRequire(from).resolve('jiti'));
      return ((await import(/* @vite-ignore */ href)) as { createJiti: CreateJiti }).createJiti;
    } catch {
      // Not installed there.
    }
  }
  return undefined;
}

/** What a module exports as its default; a promise of it is waited for. */
async function defaultOf(file: string, load: () => Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    const module = (await load()) as { readonly default?: unknown };
    value = await module.default;
  } catch (error) {
    throw new CliError('config-failed', { file, ...placeIn(error, file) }, { cause: error });
  }
  if (value === undefined) throw new CliError('config-no-default', { file });
  if (typeof value === 'function') throw new CliError('config-function', { file });
  return value;
}

/** What an error of a user's program says, and where. */
function placeIn(error: unknown, file: string): { reason: string } {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = new RegExp(`${escape(basename(file))}(?:\\?\\d+)?:(\\d+)(?::(\\d+))?`).exec(stack);
  const [, line, column] = place ?? [];
  const where = [line, column].filter((part) => part !== undefined).join(':');
  return { reason: where === '' ? reason : `${reason} (${basename(file)}:${where})` };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
