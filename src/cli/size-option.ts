import { CliError } from './failure.ts';
import type { Options } from './spec.ts';

const FACTORS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/**
 * The value of an option that takes a number of bytes, such as `500000`, `64K`, `256M` or `2G`; undefined where it is not given.
 *
 * @throws {CliError} `option-not-size`
 */
export function sizeOption(options: Options, name: string, flag: string): number | undefined {
  const value = options.text(name);
  if (value === undefined) return undefined;
  const match = /^(\d{1,12})([KMG]?)(?:i?B)?$/i.exec(value);
  const size = match === null ? 0 : Number(match[1]) * FACTORS[match[2]!.toUpperCase()]!;
  if (size < 1) throw new CliError('option-not-size', { option: flag, value });
  return size;
}
