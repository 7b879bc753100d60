import type { ProblemCounts, ProblemReport } from '../../report/tmx-problems.ts';
import type { TmxProblem } from '../../tmx/problem.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import type { Writing } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { withProgress } from '../pair.ts';
import { readChunks } from '../read-chunks.ts';
import { severitiesOf } from '../rule-option.ts';
import type { Options } from '../spec.ts';
import { usesColour, visible, widthOf } from '../terminal.ts';
import { validateFailLevels, validateReporters } from '../tmx-validate-spec.ts';

/** So much of a report is written at a time. */
const PIECE = 16 * 1024;

/** `paralign tmx validate`: reports everything that is wrong with a memory. */
export async function runTmxValidate(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [memory = standardStream] = args;
  const severities = severitiesOf(options);
  const failOn = options.choice('failOn', validateFailLevels) ?? 'error';
  const file = options.text('output') ?? standardStream;
  const output = await openOutput(file, [memory]);
  const toScreen = file === standardStream;
  const colour = toScreen && usesColour(process.stdout, context.env);
  const messages = await context.messages();

  const counts = await withProgress(async (progress) => {
    // On a terminal the report itself shows how far it is.
    if (!toScreen || !process.stdout.isTTY) progress.stage(messages.cli('validate-progress', { file: memory }));
    const [{ jsonProblems, textProblems }, { validateTmx }] = await Promise.all([
      import('../../report/tmx-problems.ts'),
      import('../../tmx/index.ts'),
    ]);
    const name = memory === standardStream ? messages.cli('standard-input') : memory;
    const report =
      options.choice('reporter', validateReporters) === 'json'
        ? jsonProblems(messages)
        : textProblems(name, messages, { colour, width: widthOf(process.stdout) });
    const writing = toScreen ? screen(colour) : await output.begin();
    try {
      const found = await write(validateTmx(readChunks(memory), { file: memory, severities }), report, writing);
      await writing.finish();
      return found;
    } catch (error) {
      await writing.discard();
      throw error;
    }
  });
  if (!toScreen) {
    const count = counts.error + counts.warning + counts.info;
    await writeStdout(visible(`${messages.cli('validate-wrote', { count, file })}\n`));
  }
  return fails(counts, failOn) ? exitCodes.findings : exitCodes.ok;
}

/** A terminal shows the colours of the report, and nothing else of what would move it. */
function screen(colour: boolean): Writing {
  return {
    write: (data) => writeStdout(data, colour),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/** Writes the report as problems are found, so that they need not be held. */
async function write(
  problems: AsyncIterable<TmxProblem>,
  report: ProblemReport,
  writing: Writing,
): Promise<ProblemCounts> {
  const counts: ProblemCounts = { error: 0, warning: 0, info: 0 };
  let text = '';
  for await (const problem of problems) {
    counts[problem.severity] += 1;
    text += report.problem(problem);
    if (text.length < PIECE) continue;
    await writing.write(text);
    text = '';
  }
  await writing.write(text + report.end(counts));
  return counts;
}

function fails(counts: ProblemCounts, failOn: (typeof validateFailLevels)[number]): boolean {
  if (failOn === 'never') return false;
  const order = ['error', 'warning', 'info'] as const;
  return order.slice(0, order.indexOf(failOn) + 1).some((severity) => counts[severity] > 0);
}
