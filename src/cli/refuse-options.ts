import type { CliKey } from '../report/messages/index.ts';
import { CliError } from './failure.ts';
import type { Options } from './spec.ts';

/**
 * Refuses options that mean nothing here: they would be passed over in silence.
 *
 * @param names how each is written on the command line, by its long name in camel case.
 * @throws {CliError} with the key and the `option`
 */
export function refuseOptions(options: Options, names: Readonly<Record<string, string>>, key: CliKey): void {
  for (const [name, option] of Object.entries(names)) if (options.has(name)) throw new CliError(key, { option });
}
