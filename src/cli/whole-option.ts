import { CliError } from './failure.ts';
import type { Options } from './spec.ts';

/**
 * The value of an option that takes a whole number from 0; undefined where it is not given.
 *
 * @throws {CliError} `option-not-whole`
 */
export function wholeOption(options: Options, name: string, flag: string): number | undefined {
  const value = options.text(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new CliError('option-not-whole', { option: flag, value });
  return Number(value);
}
