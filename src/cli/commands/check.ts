import type { CheckRun } from '../../check/check-run.ts';
import type { CheckResult } from '../../check/check.ts';
import type { FileTexts } from '../../check/locate-findings.ts';
import type { Messages } from '../../report/messages/index.ts';
import { alignedRequest, readAligned } from '../aligned-file.ts';
import type { AlignedFile, AlignedRequest } from '../aligned-file.ts';
import { configOptions, failLevels, fileOptions, textOptions } from '../check-specs.ts';
import type { FoundFile } from '../check/find-documents.ts';
import type { Renderers } from '../check/open-reports.ts';
import { baselineRequest, settleBaseline } from '../check/baseline-file.ts';
import { openReports, runRenderers, showsTexts } from '../check/open-reports.ts';
import { reportRequests } from '../check/report-request.ts';
import { acceptedOf, readOlder } from '../accepted-request.ts';
import { severitiesOf } from '../rule-option.ts';
import { exitCodeOf, findingsOf, tellFailures, tellTooManyWarnings } from '../check/verdict.ts';
import type { Bar } from '../check/verdict.ts';
import type { Context } from '../context.ts';
import { CliError } from '../failure.ts';
import { standardStream } from '../input.ts';
import { writeStderr } from '../output.ts';
import type { AcceptedPair } from '../../model/accepted-pair.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Document } from '../../model/document.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { Progress } from '../progress.ts';
import type { PairRequest } from '../pair.ts';
import { alignPair, inputsOf, pairRequest, readOptions, tell, withProgress } from '../pair.ts';
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
  const aligned = await alignedRequest(args, options);
  if (aligned !== undefined) {
    refuseOptions(options, configOptions, 'option-needs-config');
    for (const [name, option] of Object.entries(textOptions))
      if (options.has(name)) throw new CliError('option-needs-two-files', { option, file: source });
    if (options.flag('fix') && aligned.format !== 'po') throw new CliError('fix-aligned', { file: source });
    return await checkAligned(aligned, options, context);
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

/** Checks what is aligned already. */
async function checkAligned(request: AlignedRequest, options: Options, context: Context): Promise<number> {
  const names = { source: request.files[0]!, target: request.files.at(-1)! };
  const read = async (progress: Progress): Promise<AlignedFile> => {
    await tell(progress, context, 'progress-reading', names);
    const aligned = await readAligned(request, options, await context.messages());
    await tell(progress, context, 'progress-checking', names);
    return aligned;
  };
  return await checkBitext(request.files, options, context, read, (locale, findings) =>
    fixPo({ file: names.target, locale, exists: true }, findings),
  );
}

async function checkPair(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = await pairRequest(args, options);
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
      let texts: readonly (string | undefined)[] = [];
      const bitext = await alignPair(request, progress, context, before && { memory: surePairs(before) }, (read) => {
        texts = read;
      });
      await tell(progress, context, 'progress-checking', { source: request.source.file, target: request.target.file });
      const [sourceText, targetText] = texts;
      return {
        bitext,
        accepted: await acceptedOf(bitext, request.given.memories, before),
        files: { ...(sourceText && { source: sourceText }), ...(targetText && { target: targetText }) },
      };
    },
    (_, findings) => fixText(request, findings),
  );
}

/** What there is to check. */
interface ReadBitext {
  readonly bitext: Bitext;
  readonly accepted?: readonly AcceptedPair[];
  /** Where places are looked for; left out, they are as the bitext has them. */
  readonly files?: FileTexts;
}

/** @param fix mends the file of the translation, which is in a locale; returns how many places were mended. */
async function checkBitext(
  inputs: readonly string[],
  options: Options,
  context: Context,
  read: (progress: Progress) => Promise<ReadBitext>,
  fix: (locale: Locale, findings: readonly Finding[]) => Promise<number>,
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
    const [{ check }, { checkedDocument }, { locateFindings }] = await Promise.all([
      import('../../check/check.ts'),
      import('../../check/check-run.ts'),
      import('../../check/locate-findings.ts'),
    ]);
    const checkOnce = async (): Promise<CheckRun> => {
      const { bitext, accepted = [], files = {} } = await read(progress);
      const result = locateFindings(check(bitext, { severities, accepted }), bitext, files);
      return { documents: [checkedDocument(bitext, result, withBitext)], failures: [] };
    };
    const run = await checkOnce();
    if (!options.flag('fix')) return run;
    const { file, locale } = run.documents[0]!.target;
    const count = await fix(locale, findingsOf(run));
    if (count === 0) return run;
    writeStderr(`paralign: ${messages.cli('fix-wrote', { file: file ?? '', count })}\n`);
    return await checkOnce();
  });
  const run = baseline === undefined ? checked : await settleBaseline(checked, baseline, false, messages);
  await reports.write(run);
  tellFailures(run, requests);
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

/** Mends a text as it was read for the check. */
async function fixText({ target, ...request }: PairRequest, findings: readonly Finding[]): Promise<number> {
  const [{ fixFile }, { readDocumentFrom }] = await Promise.all([
    import('../check/fix-file.ts'),
    import('../../read/read-document-from.ts'),
  ]);
  const asked = { file: target.file, ...readOptions(request, target.locale) };
  const read = (bytes: Uint8Array): Promise<Document> => readDocumentFrom(bytes, asked);
  const encoding = asked.encoding === undefined ? {} : { encoding: asked.encoding };
  return await fixFile({ ...target, exists: true }, process.cwd(), findings, { read, ...encoding });
}

/** Mends the translations in a PO file. */
async function fixPo(version: FoundFile, findings: readonly Finding[]): Promise<number> {
  const [{ fixFile }, { parsePo }, { bitextFromPo }] = await Promise.all([
    import('../check/fix-file.ts'),
    import('../../read/po/parse-po.ts'),
    import('../../read/po/bitext-from-po.ts'),
  ]);
  const { file, locale } = version;
  const read = (bytes: Uint8Array): Promise<Document> =>
    Promise.resolve(bitextFromPo(parsePo(bytes, { file }), { target: locale, file }).target);
  return await fixFile(version, process.cwd(), findings, { read });
}

/** A run of one pair as the result of its check. */
function resultOf(run: CheckRun): CheckResult {
  const completeness = run.documents.flatMap(({ target, completeness: own }) =>
    own === undefined ? [] : [[target.locale, own] as const],
  );
  return { findings: findingsOf(run), completeness: Object.fromEntries(completeness) };
}
