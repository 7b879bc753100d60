import { CliError } from '../failure.ts';
import { standardStream } from '../input.ts';

/** A report to make. */
export interface ReportRequest {
  readonly name: string;
  /** `-` for standard output. */
  readonly file: string;
}

/**
 * What reports are asked for: `name` or `name=path`, each to another place.
 *
 * @param values in the order in which they were given.
 * @param output where the one report without a path goes.
 * @param names of all reporters.
 * @throws {CliError} `unknown-choice`, `reporter-no-file`, `reporter-same-file`, `reporter-same-stream`
 */
export function reportRequests(
  values: readonly string[],
  output: string | undefined,
  names: readonly string[],
): ReportRequest[] {
  const requests = values.map((value): ReportRequest => {
    const [name = '', ...path] = value.split('=');
    if (!names.includes(name))
      throw new CliError('unknown-choice', {
        option: '--reporter',
        value: name,
        choices: names.join(', '),
        help: 'paralign check --help',
      });
    if (path.length > 0 && path.join('=') === '') throw new CliError('reporter-no-file', { name });
    return { name, file: path.length > 0 ? path.join('=') : (output ?? standardStream) };
  });
  for (const [k, { name, file }] of requests.entries()) {
    const other = requests.slice(0, k).find((before) => before.file === file);
    if (other === undefined) continue;
    if (file === standardStream) throw new CliError('reporter-same-stream', { name, other: other.name });
    throw new CliError('reporter-same-file', { name, other: other.name, file });
  }
  return requests;
}
