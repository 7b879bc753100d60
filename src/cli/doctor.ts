import { execFile } from 'node:child_process';
import { access, constants, readFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pathToFileURL } from 'node:url';
import { createRequire } from 'node:module';
import type { CliKey } from '../report/messages/index.ts';
import type { Context } from './context.ts';
import { failureLine } from './failure-line.ts';
import { packageVersion } from './version.ts';

/** One thing that was looked at. */
export interface Diagnosis {
  readonly id: string;
  /** `ok`; `note` for what is absent and only some need; `wrong` for what will get in the way. */
  readonly state: 'ok' | 'note' | 'wrong';
  readonly about: CliKey;
  readonly data: Readonly<Record<string, string | number>>;
}

/** The packages that a user may add, and what each is for. */
const optional = {
  hucre: 'doctor-hucre',
  jiti: 'doctor-jiti',
  '@huggingface/transformers': 'doctor-transformers',
} as const satisfies Record<string, CliKey>;

/** A locale of a large alphabet and one of a small: Node.js built without all of ICU's data knows neither. */
const sampleLocales = ['ru', 'ja', 'ar', 'cy'];

const MEBIBYTE = 1024 * 1024;
/** What a large memory needs: see the guide. */
const LEAST_MEMORY = 512;

/**
 * Looks at what the command needs from the machine and the project: Node.js and its data, optional packages, git, the
 * config, the folder of the cache.
 *
 * @param folder the absolute path of the project.
 */
export async function diagnose(folder: string, context: Context): Promise<Diagnosis[]> {
  return [
    await ofNode(),
    ofLocales(),
    ofMachine(),
    await ofGit(folder),
    await ofConfig(folder, context),
    await ofCache(folder, context),
    ...(await Promise.all(Object.entries(optional).map(([name, about]) => ofPackage(name, about, folder)))),
  ];
}

async function ofNode(): Promise<Diagnosis> {
  const { engines } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    engines: { node: string };
  };
  const least = engines.node.replace(/^>=/, '');
  const state = isAtLeast(process.versions.node, least) ? 'ok' : 'wrong';
  const data = { version: process.versions.node, least, paralign: await packageVersion() };
  return { id: 'node', state, about: state === 'ok' ? 'doctor-node' : 'doctor-node-old', data };
}

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  const k = b!.findIndex((part, index) => part !== (a![index] ?? 0));
  return k < 0 || (a![k] ?? 0) > b![k]!;
}

function ofLocales(): Diagnosis {
  const known = Intl.PluralRules.supportedLocalesOf(sampleLocales);
  const isComplete = known.length === sampleLocales.length && typeof Intl.Segmenter === 'function';
  const data = { icu: process.versions['icu'] ?? '–', unicode: process.versions['unicode'] ?? '–' };
  return {
    id: 'locales',
    state: isComplete ? 'ok' : 'wrong',
    about: isComplete ? 'doctor-locales' : 'doctor-locales-small',
    data,
  };
}

function ofMachine(): Diagnosis {
  // A container may be given less than the machine has.
  const memory = Math.round((process.constrainedMemory() || totalmem()) / MEBIBYTE);
  const all = Math.round(totalmem() / MEBIBYTE);
  const data = { cores: availableParallelism(), memory: Math.min(memory, all) };
  const isEnough = data.memory >= LEAST_MEMORY;
  return {
    id: 'machine',
    state: isEnough ? 'ok' : 'note',
    about: isEnough ? 'doctor-machine' : 'doctor-machine-small',
    data,
  };
}

async function ofGit(folder: string): Promise<Diagnosis> {
  const git = async (...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)('git', ['-C', folder, ...args])).stdout.trim();
  const version = await git('--version').catch(() => undefined);
  if (version === undefined) return { id: 'git', state: 'note', about: 'doctor-git-missing', data: {} };
  const isRepository = await git('rev-parse', '--git-dir').then(
    () => true,
    () => false,
  );
  return {
    id: 'git',
    state: isRepository ? 'ok' : 'note',
    about: isRepository ? 'doctor-git' : 'doctor-git-none',
    data: { version: version.replace(/^git version /, '') },
  };
}

async function ofConfig(folder: string, context: Context): Promise<Diagnosis> {
  const [{ loadConfig }, { findDocuments }, { ConfigError }, { configFailures, failureLines }, messages] =
    await Promise.all([
      import('./check/load-config.ts'),
      import('./check/find-documents.ts'),
      import('./check/config-problem.ts'),
      import('./check/failure-lines.ts'),
      context.messages(),
    ]);
  try {
    const loaded = await loadConfig(folder);
    if (loaded === undefined) return { id: 'config', state: 'note', about: 'doctor-config-none', data: {} };
    const { file } = loaded;
    const { pairs, failures } = await findDocuments(loaded, messages);
    const [first] = failures;
    if (first === undefined)
      return { id: 'config', state: 'ok', about: 'doctor-config', data: { file, count: pairs.length } };
    return { id: 'config', state: 'wrong', about: 'doctor-config-some', data: { file, message: first.message } };
  } catch (error) {
    const said =
      error instanceof ConfigError
        ? failureLines(configFailures(error, messages))
        : await failureLine(error, context, false);
    return {
      id: 'config',
      state: 'wrong',
      about: 'doctor-config-wrong',
      data: { message: said.replace(/^paralign: /gm, '').trim() },
    };
  }
}

async function ofCache(folder: string, { env }: Context): Promise<Diagnosis> {
  const { cacheFileOf } = await import('./check/result-cache.ts');
  const place = dirname(await cacheFileOf(folder, env));
  const isWritable = await access(await nearestFolder(place), constants.W_OK).then(
    () => true,
    () => false,
  );
  return {
    id: 'cache',
    state: isWritable ? 'ok' : 'note',
    about: isWritable ? 'doctor-cache' : 'doctor-cache-closed',
    data: { folder: place },
  };
}

/** The folder, or the nearest one above it that is there: in that it would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const isThere = await access(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : await nearestFolder(dirname(folder));
}

async function ofPackage(name: string, about: CliKey, folder: string): Promise<Diagnosis> {
  const version = await versionOf(name, folder);
  return version === undefined
    ? { id: name, state: 'note', about: 'doctor-package-none', data: { name, use: about } }
    : { id: name, state: 'ok', about: 'doctor-package', data: { name, version, use: about } };
}

/** The version of a package as the project or this program sees it. */
async function versionOf(name: string, folder: string): Promise<string | undefined> {
  for (const from of [pathToFileURL(join(folder, 'package.json')), import.meta.url]) {
    for (const place of createRequire(from).resolve.paths(name) ?? []) {
      const text = await readFile(join(place, name, 'package.json'), 'utf8').catch(() => undefined);
      if (text !== undefined) return (JSON.parse(text) as { version: string }).version;
    }
  }
  return undefined;
}
