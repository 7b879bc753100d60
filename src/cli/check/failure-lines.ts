import type { RunFailure } from '../../check/check-run.ts';
import type { Messages } from '../../report/messages/index.ts';
import { printable } from '../../report/printable.ts';
import { pathText } from './config-problem.ts';
import type { ConfigError, ConfigProblem } from './config-problem.ts';

/** What is said of each failure on standard error. */
export function failureLines(failures: readonly RunFailure[]): string {
  return failures.map((failure) => `paralign: ${printable(failureText(failure))}\n`).join('');
}

function failureText({ file, line, column, message }: RunFailure): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  // Many messages name the file themselves, in the middle of a sentence.
  return line === undefined && message.includes(file) ? message : `${place}: ${message}`;
}

/** What is wrong with a config, as failures of a run. */
export function configFailures({ file, problems }: ConfigError, messages: Messages): RunFailure[] {
  return problems.map(({ line, column, ...problem }) => ({
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    message: problemText(problem, messages),
  }));
}

function problemText({ path, key, data }: ConfigProblem, messages: Messages): string {
  const { expected } = data;
  return messages.cli(key, {
    ...data,
    path: pathText(path),
    // What is expected is said in the reader's language too.
    ...(typeof expected === 'string' && { expected: messages.cli(expected as ConfigProblem['key']) }),
  });
}
