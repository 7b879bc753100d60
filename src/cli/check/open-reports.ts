import type { CheckRun } from '../../check/check-run.ts';
import type { Messages } from '../../report/messages/index.ts';
import { githubSummary } from '../../report/markdown.ts';
import { reporters } from '../../report/reporters.ts';
import type { ReportOptions } from '../../report/report-options.ts';
import type { Context } from '../context.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import type { Output } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { usesColour, visible, widthOf } from '../terminal.ts';
import type { ReportRequest } from './report-request.ts';
import { packageVersion } from '../version.ts';
import { findingsOf } from './verdict.ts';
import type { Bar } from './verdict.ts';

/** What makes each report, by its name. */
export type Renderers = Readonly<
  Record<string, { render(run: CheckRun, messages: Messages, options: ReportOptions): string | Promise<string> }>
>;

/** The report that shows the texts, for which a run has to keep them. */
const TEXTS = 'html';

/**
 * What a run can be reported in: the reporters, the summary of a step of GitHub Actions, which is a page of its own, and the
 * review page.
 */
export const runRenderers: Renderers = {
  ...reporters,
  'github-summary': { render: githubSummary },
  [TEXTS]: { render: async (run, messages) => await (await import('./html-report.ts')).htmlReport(run, messages) },
};

/** Whether a report was asked for that shows the texts. */
export function showsTexts(requests: readonly ReportRequest[]): boolean {
  return requests.some(({ name }) => name === TEXTS);
}

/** The reports of a run, with the places that they go to. */
export interface OpenReports {
  /** Writes all of them. Where none goes to standard output, that says which files were written. */
  write(run: CheckRun): Promise<void>;
}

/**
 * Looks at the places before the work begins.
 *
 * @param inputs the files that are read; none of them is ever overwritten.
 * @throws {CliError} as {@link openOutput} does.
 */
export async function openReports(
  requests: readonly ReportRequest[],
  inputs: readonly string[],
  { failOn }: Bar,
  context: Context,
  renderers: Renderers,
): Promise<OpenReports> {
  const outputs: Output[] = [];
  for (const { file } of requests) outputs.push(await openOutput(file, inputs));
  return {
    write: async (run) => {
      const messages = await context.messages();
      const isShown = requests.some(({ file }) => file === standardStream);
      for (const [k, { name, file }] of requests.entries()) {
        const toScreen = file === standardStream;
        const colour = toScreen && usesColour(process.stdout, context.env);
        const look = { colour, width: widthOf(process.stdout), failOn, version: await packageVersion() };
        const text = await renderers[name]!.render(run, messages, look);
        if (toScreen) await writeStdout(text, colour);
        else {
          await outputs[k]!.write(text);
          const told = { count: findingsOf(run).length, file };
          if (!isShown) await writeStdout(visible(`${messages.cli('check-wrote', told)}\n`));
        }
      }
    },
  };
}
