import { CliError } from './failure.ts';
import type { Options } from './spec.ts';

/**
 * The value of an option that takes a number from 1; undefined where it is not given.
 *
 * @throws {CliError} `option-not-count`
 */
export function countOption(options: Options, name: string, flag: string): number | undefined {
  const value = options.text(name);
  if (value === undefined) return undefined;
  const count = Number(value);
  if (!/^\d{1,9}$/.test(value) || count < 1) throw new CliError('option-not-count', { option: flag, value });
  return count;
}
