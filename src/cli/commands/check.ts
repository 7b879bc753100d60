import type { CheckRun } from '../../check/check-run.ts';
import type { CheckResult } from '../../check/check.ts';
import type { Messages } from '../../report/messages/index.ts';
import { alignedFormatOf, readAligned } from '../aligned-file.ts';
import type { AlignedRequest } from '../aligned-file.ts';
import { configOptions, failLevels, fileOptions, textOptions } from '../check-specs.ts';
import type { Renderers } from '../check/open-reports.ts';
import { baselineRequest, settleBaseline } from '../check/baseline-file.ts';
import { openReports, runRenderers, showsTexts } from '../check/open-reports.ts';
import { reportRequests } from '../check/report-request.ts';
import { acceptedOf, readOlder } from '../accepted-request.ts';
import { severitiesOf } from '../rule-option.ts';
import { exitCodeOf, findingsOf, tellTooManyWarnings } from '../check/verdict.ts';
import type { Bar } from '../check/verdict.ts';
import type { Context } from '../context.ts';
import { CliError } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStderr } from '../output.ts';
import type { AcceptedPair } from '../../model/accepted-pair.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Document } from '../../model/document.ts';
import type { Progress } from '../progress.ts';
import type { PairRequest } from '../pair.ts';
import { alignPair, inputsOf, localeOption, pairRequest, readOptions, tell, withProgress } from '../pair.ts';
import { refuseOptions } from '../refuse-options.ts';
import type { Options } from '../spec.ts';
import { wholeOption } from '../whole-option.ts';

/** `paralign check`: reports what is wrong with a translation, or with all that a config names. */
export async function runCheck(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [source, target] = args;
  if (source === undefined) {
    refuseOptions(options, fileOptions, 'option-needs-files');
    const { runCheckConfig } = await import('./check-run.ts');
    return await runCheckConfig(options, context);
  }
  const format = target === undefined ? alignedFormatOf(source) : undefined;
  if (format !== undefined) {
    refuseOptions(options, configOptions, 'option-needs-config');
    for (const [name, option] of Object.entries(textOptions))
      if (options.has(name)) throw new CliError('option-needs-two-files', { option, file: source });
    return await checkAligned({ file: source, format, ...localesOf(options) }, options, context);
  }
  if (target === undefined)
    throw new CliError('missing-argument', {
      argument: 'target',
      usage: 'paralign check [options] <source> <target>',
      help: 'paralign check --help',
    });
  refuseOptions(options, configOptions, 'option-needs-config');
  return await checkPair(args, options, context);
}

/** Checks a file that is aligned already. */
async function checkAligned(request: AlignedRequest, options: Options, context: Context): Promise<number> {
  const names = { source: request.file, target: request.file };
  return await checkBitext([request.file], options, context, async (progress) => {
    await tell(progress, context, 'progress-reading', names);
    const bitext = await readAligned(request, options, await context.messages());
    await tell(progress, context, 'progress-checking', names);
    return { bitext };
  });
}

function localesOf(options: Options): Pick<AlignedRequest, 'source' | 'target'> {
  return { source: localeOption(options, 'sourceLocale'), target: localeOption(options, 'targetLocale') };
}

async function checkPair(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = pairRequest(args, options);
  if (options.flag('fix') && request.target.file === standardStream) throw new CliError('fix-stdin');
  let older: Promise<Bitext | undefined> | undefined;
  return await checkBitext(
    inputsOf(request),
    options,
    context,
    async (progress) => {
      older ??= olderBitext(request, options.text('since'));
      const before = await older;
      const { surePairs } = await import('../../check/sure-pairs.ts');
      // What was aligned then helps to align what is there now.
      const bitext = await alignPair(request, progress, context, before && { memory: surePairs(before) });
      await tell(progress, context, 'progress-checking', { source: request.source.file, target: request.target.file });
      return { bitext, accepted: await acceptedOf(bitext, request.given.memories, before) };
    },
    request,
  );
}

/** @param fixed the texts, where the translation may be mended. */
async function checkBitext(
  inputs: readonly string[],
  options: Options,
  context: Context,
  read: (progress: Progress) => Promise<{ readonly bitext: Bitext; readonly accepted?: readonly AcceptedPair[] }>,
  fixed?: PairRequest,
): Promise<number> {
  const severities = severitiesOf(options);
  const bar: Bar = {
    failOn: options.choice('failOn', failLevels) ?? 'error',
    maxWarnings: wholeOption(options, 'maxWarnings', '--max-warnings'),
  };
  const baseline = baselineRequest(undefined, options);
  const given = options.list('reporter');
  const { jsonReport } = await import('../../report/json.ts');
  // Other programs rely on what `json` was before there were runs over many documents.
  const json = { render: (run: CheckRun, messages: Messages) => jsonReport(resultOf(run), messages) };
  const renderers: Renderers = { ...runRenderers, json };
  const requests = reportRequests(given.length > 0 ? given : ['text'], options.text('output'), Object.keys(renderers));
  const reports = await openReports(requests, inputs, bar, context, renderers);
  const withBitext = showsTexts(requests);
  const messages = await context.messages();
  const checked = await withProgress(async (progress): Promise<CheckRun> => {
    const [{ check }, { checkedDocument }] = await Promise.all([
      import('../../check/check.ts'),
      import('../../check/check-run.ts'),
    ]);
    const checkOnce = async (): Promise<CheckRun> => {
      const { bitext, accepted = [] } = await read(progress);
      const result = check(bitext, { severities, accepted });
      return { documents: [checkedDocument(bitext, result, withBitext)], failures: [] };
    };
    const run = await checkOnce();
    return options.flag('fix') && fixed !== undefined && (await fixTarget(fixed, run, messages))
      ? await checkOnce()
      : run;
  });
  const run = baseline === undefined ? checked : await settleBaseline(checked, baseline, false, messages);
  await reports.write(run);
  await tellTooManyWarnings(run, bar, context);
  return exitCodeOf(run, bar);
}

/** The two documents as they were in a revision; undefined where none is asked for. */
async function olderBitext(request: PairRequest, since: string | undefined): Promise<Bitext | undefined> {
  if (since === undefined) return undefined;
  const { readDocumentFrom } = await import('../../read/read-document-from.ts');
  return await readOlder(since, request, (bytes, locale, file) =>
    readDocumentFrom(bytes, { file, ...readOptions(request, locale) }),
  );
}

/** Mends in the translation what can be mended. Returns whether anything was. */
async function fixTarget(request: PairRequest, run: CheckRun, messages: Messages): Promise<boolean> {
  const { target } = request;
  const [{ fixFile }, { readDocumentFrom }] = await Promise.all([
    import('../check/fix-file.ts'),
    import('../../read/read-document-from.ts'),
  ]);
  const version = { ...target, exists: true };
  const read = (bytes: Uint8Array): Promise<Document> =>
    readDocumentFrom(bytes, { file: target.file, ...readOptions(request, target.locale) });
  const count = await fixFile(version, process.cwd(), findingsOf(run), read);
  if (count > 0) writeStderr(`paralign: ${messages.cli('fix-wrote', { file: target.file, count })}\n`);
  return count > 0;
}

/** A run of one pair as the result of its check. */
function resultOf(run: CheckRun): CheckResult {
  const completeness = run.documents.flatMap(({ target, completeness: own }) =>
    own === undefined ? [] : [[target.locale, own] as const],
  );
  return { findings: findingsOf(run), completeness: Object.fromEntries(completeness) };
}
