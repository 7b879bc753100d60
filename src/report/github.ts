import type { CheckRun, RunFailure } from '../check/check-run.ts';
import { severityCounts } from './counts.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { lineRange, reportedOf, severities, versionOf, wordsOf, worstFirst } from './reported.ts';
import type { Reported } from './reported.ts';

/** GitHub shows no more annotations of one level than this in one step. */
const MAX_SHOWN = 10;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * A run as workflow commands of GitHub Actions, which show findings beside the lines of a pull request: what could not be
 * checked and the worst ten of each severity, since GitHub shows no more; then, for the log, how many there are. All of
 * them belong into the step's summary: see `githubSummary`.
 */
export function githubReport(run: CheckRun, messages: Messages): string {
  const worst = worstFirst(reportedOf(run));
  const commands = [
    ...run.failures.map((failure) => ({ severity: 'error', text: failureCommand(failure, messages) })),
    ...worst.map((item) => ({ severity: item.finding.severity, text: findingCommand(item, messages) })),
  ];
  const shown = severities.flatMap((severity) =>
    commands.filter((command) => command.severity === severity).slice(0, MAX_SHOWN),
  );
  return [...shown.map(({ text }) => text), printable(severityCounts(run, messages)), ''].join('\n');
}

function findingCommand(item: Reported, messages: Messages): string {
  const { finding, place, file } = item;
  const range = lineRange(place, versionOf(item));
  // Columns are taken only within one line.
  const end = range?.end?.line === range?.line ? range?.end : undefined;
  return command(COMMANDS[finding.severity], wordsOf(finding, messages), {
    file,
    line: range?.line,
    endLine: end?.line,
    col: range?.column,
    endColumn: end?.column,
    title: `paralign ${finding.rule}`,
  });
}

function failureCommand({ file, line, column, message }: RunFailure, messages: Messages): string {
  const title = `paralign ${messages.report('not-checked')}`;
  return command('error', printable(message), { file, line, col: column, title });
}

function command(
  name: string,
  message: string,
  properties: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(printable(String(value)))}`],
  );
  return `::${name} ${given.join(',')}::${escapeData(message)}`;
}

/** As the toolkit of GitHub Actions escapes what a command says. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
