import type { CheckRun, RunFailure } from '../../check/check-run.ts';
import type { Messages } from '../../report/messages/index.ts';
import { acceptDocumentsIntoTmx } from '../../tmx/accept-into-tmx.ts';
import { formatTmx } from '../../tmx/write.ts';
import { isSameMemory } from '../accept-bitext.ts';
import { acceptanceRequest } from '../accept-request.ts';
import type { AcceptanceRequest } from '../accept-request.ts';
import { acceptFileOptions } from '../accept-spec.ts';
import { planDocuments } from '../check/accept-documents.ts';
import type { PlannedDocument, PlannedDocuments } from '../check/accept-documents.ts';
import { acceptReport, heldBack } from '../check/accept-report.ts';
import { acceptTarget } from '../check/accept-target.ts';
import type { AcceptTarget } from '../check/accept-target.ts';
import { baselineRequest } from '../check/baseline-file.ts';
import { chosenPairs } from '../check/chosen-pairs.ts';
import { failureLines } from '../check/failure-lines.ts';
import { findDocuments } from '../check/find-documents.ts';
import type { DocumentPair } from '../check/find-documents.ts';
import { inputFiles } from '../check/input-files.ts';
import { expectConfig } from '../check/load-config.ts';
import type { LoadedConfig } from '../check/load-config.ts';
import { ProjectGiven } from '../check/project-given.ts';
import { settleFindings } from '../check/settle-findings.ts';
import { tellingConfigErrors } from '../check/telling-config-errors.ts';
import { failLevels } from '../check-specs.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { openOutput } from '../output-file.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { tell, withProgress } from '../pair.ts';
import { refuseOptions } from '../refuse-options.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';

/** `paralign accept` without files: accepts all documents that the config names, into its memory, in one go. */
export async function runAcceptConfig(options: Options, context: Context): Promise<number> {
  refuseOptions(options, acceptFileOptions, 'accept-needs-files');
  return await tellingConfigErrors(context, async () => {
    const loaded = await expectConfig(process.cwd(), options.text('config'));
    const target = acceptTarget(loaded, options.text('memory'));
    return await acceptAll({ ...loaded, config: { ...target.config, since: undefined } }, target, options, context);
  });
}

async function acceptAll(
  loaded: LoadedConfig,
  target: AcceptTarget,
  options: Options,
  context: Context,
): Promise<number> {
  const { config, folder } = loaded;
  const request = acceptanceRequest(options, context);
  const failOn = options.choice('failOn', failLevels) ?? config.failOn ?? 'error';
  const messages = await context.messages();
  const found = await findDocuments(loaded, messages);
  const chosen = found.failures.length > 0 ? [] : chosenPairs(found.pairs, folder, options);
  const inputs = inputFiles(chosen, { ...loaded, config: { ...config, memory: [] } });
  const output = await openOutput(target.path, inputs);
  const given = new ProjectGiven(config, folder);
  const pairs = chosen.filter(({ source, target: { exists } }) => source.exists && exists);
  const { planned, failures } = await planAll(pairs, target, given, loaded, request, context);
  const failed = [...found.failures, ...failures];
  if (failed.length > 0) return tellNothing(failed, target, messages);
  const run = await settled(planned, loaded, options, messages);
  if (run.failures.length > 0) return tellNothing(run.failures, target, messages);
  const held = heldBack(planned, run.documents, failOn);
  const accepted = planned.filter((document) => !held.has(document));
  const before = target.known === undefined ? undefined : await given.memory(target.known);
  if (accepted.some(({ accepted: { entries } }) => entries.length > 0) || before !== undefined) {
    const after = acceptDocumentsIntoTmx(
      before,
      accepted.map((document) => document.accepted),
      request.how,
    );
    if (!isSameMemory(before, after)) await output.write(formatTmx(after));
  }
  const missing = chosen.filter((pair) => pair.source.exists && !pair.target.exists);
  await writeStdout(visible(acceptReport({ file: target.file, accepted, held, missing }, loaded, messages)));
  return held.size > 0 ? exitCodes.findings : exitCodes.ok;
}

/** Nothing partial is written, as a baseline is not either. */
function tellNothing(failures: readonly RunFailure[], { file }: AcceptTarget, messages: Messages): number {
  writeStderr(`${failureLines(failures)}paralign: ${messages.cli('accept-run-nothing', { file })}\n`);
  return exitCodes.failed;
}

async function planAll(
  pairs: readonly DocumentPair[],
  target: AcceptTarget,
  given: ProjectGiven,
  { config, folder }: LoadedConfig,
  { wish }: AcceptanceRequest,
  context: Context,
): Promise<PlannedDocuments> {
  const messages = await context.messages();
  return await withProgress((progress) =>
    planDocuments(pairs, { ...target, config }, given, folder, wish, messages, (done) => {
      void tell(progress, context, 'progress-run', { done: String(done), of: String(pairs.length) });
    }),
  );
}

/** What a check would report of the documents: without what is known or suppressed. */
async function settled(
  planned: readonly PlannedDocument[],
  loaded: LoadedConfig,
  options: Options,
  messages: Messages,
): Promise<CheckRun> {
  const run = { documents: planned.map(({ checked }) => checked), failures: [] };
  const baseline = baselineRequest(loaded, options);
  return await settleFindings(run, { loaded, baseline, changedSince: undefined }, messages);
}
