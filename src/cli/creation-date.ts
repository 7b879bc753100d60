import { CliError } from './failure.ts';

/**
 * The date to write into a file: now or, where SOURCE_DATE_EPOCH is set, that moment, so that a build gives the same
 * bytes whenever it runs (https://reproducible-builds.org/specs/source-date-epoch/).
 *
 * @throws {CliError} `source-date-invalid`
 */
export function creationDate(env: NodeJS.ProcessEnv): Date {
  const value = env['SOURCE_DATE_EPOCH'];
  if (value === undefined || value === '') return new Date();
  const date = new Date(Number(value) * 1000);
  if (!/^\d+$/.test(value) || Number.isNaN(date.getTime())) throw new CliError('source-date-invalid', { value });
  return date;
}
