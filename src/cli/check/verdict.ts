import type { CheckRun } from '../../check/check-run.ts';
import type { Finding, Severity } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStderr } from '../output.ts';
import { failureLines } from './failure-lines.ts';
import type { ReportRequest } from './report-request.ts';

/** What lets a run fail. */
export interface Bar {
  readonly failOn: Severity | 'never';
  /** Undefined where any number of warnings is let through. */
  readonly maxWarnings: number | undefined;
}

/** The exit code of a run. That something could not be checked weighs more than anything that was found. */
export function exitCodeOf(run: CheckRun, { failOn, maxWarnings }: Bar): number {
  if (run.failures.length > 0) return exitCodes.failed;
  if (countWarnings(run) > (maxWarnings ?? Infinity)) return exitCodes.findings;
  return findingsOf(run).some(({ severity }) => isAtBar(severity, failOn)) ? exitCodes.findings : exitCodes.ok;
}

/** Whether a finding of this severity lets a run fail. */
export function isAtBar(severity: Severity, failOn: Bar['failOn']): boolean {
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return failOn !== 'never' && order.indexOf(severity) <= order.indexOf(failOn);
}

/** Says on standard error what could not be done. A report for people on the screen has said so already. */
export function tellFailures({ failures }: CheckRun, requests: readonly ReportRequest[]): void {
  if (!requests.some(({ name, file }) => name === 'text' && file === standardStream))
    writeStderr(failureLines(failures));
}

/** Says on standard error that there are more warnings than may be: a report need not show what the bar is. */
export async function tellTooManyWarnings(run: CheckRun, { maxWarnings: most }: Bar, context: Context): Promise<void> {
  const count = countWarnings(run);
  if (most === undefined || count <= most) return;
  const messages = await context.messages();
  writeStderr(`paralign: ${messages.cli('check-max-warnings', { count, most })}\n`);
}

/** All that was found, document by document, and beside them. */
export function findingsOf({ documents, findings = [] }: CheckRun): Finding[] {
  return [...documents.flatMap((document) => document.findings), ...findings];
}

function countWarnings(run: CheckRun): number {
  return findingsOf(run).filter(({ severity }) => severity === 'warning').length;
}
