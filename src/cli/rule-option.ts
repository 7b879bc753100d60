import type { Severity } from '../model/finding.ts';
import { CliError } from './failure.ts';
import type { Options } from './spec.ts';

/**
 * What `--rule id=severity` sets, given any number of times; the last one counts.
 *
 * @throws {CliError} `rule-option-invalid`
 */
export function severitiesOf(options: Options): Record<string, Severity | 'off'> {
  return Object.fromEntries(
    options.list('rule').map((value) => {
      const match = /^([^=]+)=(error|warning|info|off)$/.exec(value);
      if (!match) throw new CliError('rule-option-invalid', { value });
      return [match[1]!, match[2] as Severity | 'off'];
    }),
  );
}
