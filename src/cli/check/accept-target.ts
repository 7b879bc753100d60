import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { CliError } from '../failure.ts';
import { standardStream } from '../input.ts';
import type { CheckConfig } from './config-schema.ts';
import type { LoadedConfig } from './load-config.ts';

/** The memory that what is accepted goes to. */
export interface AcceptTarget {
  /** As the user should see it. */
  readonly file: string;
  readonly path: string;
  /** What the config calls it, or would; undefined where there is no such file yet. */
  readonly known: string | undefined;
  /** The config, in which the memory stands if there is such a file. */
  readonly config: CheckConfig;
}

/**
 * The memory that the command line names, else the one that the config has.
 *
 * @param given as the user gave it.
 * @throws {CliError} `accept-memory-config` where there is none, or more than one; `accept-stdin`
 */
export function acceptTarget({ config, folder }: LoadedConfig, given: string | undefined): AcceptTarget {
  if (given === standardStream) throw new CliError('accept-stdin');
  const [only, ...others] = config.memory;
  if (given === undefined && (only === undefined || others.length > 0)) throw new CliError('accept-memory-config');
  // The command line starts from where the user is, the config from where it lies.
  const path = given === undefined ? resolve(folder, only!) : resolve(given);
  const file = given ?? (relative(process.cwd(), path).replaceAll('\\', '/') || path);
  const own =
    config.memory.find((name) => resolve(folder, name) === path) ?? relative(folder, path).replaceAll('\\', '/');
  const rest = config.memory.filter((name) => name !== own);
  const known = existsSync(path) ? own : undefined;
  return { file, path, known, config: { ...config, memory: known === undefined ? rest : [...rest, known] } };
}
