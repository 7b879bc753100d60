import type { RuleLevel } from '../../check/config.ts';
import { CliError } from '../failure.ts';

/**
 * What `--rule id=severity` sets, given any number of times; the last one counts.
 *
 * @throws {CliError} `rule-option-invalid`
 */
export function severitiesOf(values: readonly string[]): Record<string, RuleLevel> {
  return Object.fromEntries(
    values.map((value) => {
      const match = /^([^=]+)=(error|warning|info|off)$/.exec(value);
      if (!match) throw new CliError('rule-option-invalid', { value });
      return [match[1]!, match[2] as RuleLevel];
    }),
  );
}
