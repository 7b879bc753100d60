import type { CheckResult } from '../../check/check.ts';
import type { Severity } from '../../model/finding.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { alignPair, inputsOf, pairRequest, tell, withProgress } from '../pair.ts';
import { severitiesOf } from '../rule-option.ts';
import type { Options } from '../spec.ts';
import { failLevels, reporters } from '../specs.ts';
import { usesColour, visible, widthOf } from '../terminal.ts';

/** `paralign check`: reports what is wrong with a translation. */
export async function runCheck(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = pairRequest(args, options);
  const severities = severitiesOf(options);
  const failOn = options.choice('failOn', failLevels) ?? 'error';
  const file = options.text('output') ?? standardStream;
  const output = await openOutput(file, inputsOf(request));
  const toScreen = file === standardStream;
  const colour = toScreen && usesColour(process.stdout, context.env);

  const { result, report } = await withProgress(async (progress) => {
    const { check } = await import('../../check/check.ts');
    const { checkedDocument } = await import('../../check/check-run.ts');
    const bitext = await alignPair(request, progress, context);
    await tell(progress, context, 'progress-checking', { source: request.source.file, target: request.target.file });
    const found = check(bitext, { severities });
    const run = { documents: [checkedDocument(bitext, found)], failures: [] };
    const messages = await context.messages();
    if (options.choice('reporter', reporters) === 'json') {
      const { jsonReport } = await import('../../report/json.ts');
      return { result: found, report: jsonReport(found, messages) };
    }
    const { textReport } = await import('../../report/text.ts');
    return { result: found, report: textReport(run, messages, { colour, width: widthOf(process.stdout) }) };
  });
  if (toScreen) await writeStdout(report, colour);
  else {
    await output.write(report);
    const messages = await context.messages();
    await writeStdout(visible(`${messages.cli('check-wrote', { count: result.findings.length, file })}\n`));
  }
  return failOn !== 'never' && hasFindings(result, failOn) ? exitCodes.findings : exitCodes.ok;
}

function hasFindings({ findings }: CheckResult, atLeast: Severity): boolean {
  const order: readonly Severity[] = ['error', 'warning', 'info'];
  return findings.some(({ severity }) => order.indexOf(severity) <= order.indexOf(atLeast));
}
