import { resolve } from 'node:path';
import type { CheckRun } from '../../check/check-run.ts';
import type { Document } from '../../model/document.ts';
import type { Messages } from '../../report/messages/index.ts';
import { printable } from '../../report/printable.ts';
import { changedFiles } from '../check/changed-files.ts';
import { checkDocuments } from '../check/check-documents.ts';
import type { CheckedPairs } from '../check/check-documents.ts';
import { ConfigError } from '../check/config-problem.ts';
import { distinctFailures } from '../check/distinct-failures.ts';
import { configFailures, failureLines } from '../check/failure-lines.ts';
import { findDocuments } from '../check/find-documents.ts';
import type { DocumentPair, FoundDocuments } from '../check/find-documents.ts';
import { fixFile } from '../check/fix-file.ts';
import { inputFiles } from '../check/input-files.ts';
import { expectConfig } from '../check/load-config.ts';
import type { LoadedConfig } from '../check/load-config.ts';
import { withNamespaces } from '../check/namespaces.ts';
import { pairsSince } from '../check/older-files.ts';
import { withoutMemoryToCome } from '../check/memory-to-come.ts';
import { openReports, runRenderers, showsTexts } from '../check/open-reports.ts';
import { documentOf, readingOf } from '../check/read-version.ts';
import { cacheFileOf, ResultCache } from '../check/result-cache.ts';
import { runRequest } from '../check/run-request.ts';
import type { RunRequest } from '../check/run-request.ts';
import { seenFrom } from '../check/seen-from.ts';
import { settleFindings } from '../check/settle-findings.ts';
import { setupHash } from '../check/setup-hash.ts';
import { exitCodeOf, tellFailures, tellTooManyWarnings } from '../check/verdict.ts';
import { tellingConfigErrors } from '../check/telling-config-errors.ts';
import { watchRuns } from '../check/watch-runs.ts';
import type { Context } from '../context.ts';
import { failureLine } from '../failure-line.ts';
import { writeStderr } from '../output.ts';
import { tell, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';

/** `paralign check` without files: checks all documents that the config names. */
export async function runCheckConfig(options: Options, context: Context): Promise<number> {
  return await tellingConfigErrors(context, async () => {
    const request = await prepare(options);
    return request.watch ? await watch(request, options, context) : await runOnce(request, context);
  });
}

/** Checks whenever something changed. A mistake in the config is told, and waits to be mended. */
async function watch({ loaded: first }: RunRequest, options: Options, context: Context): Promise<number> {
  const messages = await context.messages();
  return await watchRuns(first, async () => {
    let loaded: LoadedConfig | undefined;
    try {
      const request = await prepare(options);
      loaded = request.loaded;
      await runOnce(request, context);
    } catch (error) {
      if (error instanceof ConfigError) writeStderr(failureLines(configFailures(error, messages)));
      else writeStderr(await failureLine(error, context, options.flag('debug')));
    }
    writeStderr(`${messages.cli('check-watching')}\n`);
    return loaded;
  });
}

async function prepare(options: Options): Promise<RunRequest> {
  const loaded = await expectConfig(process.cwd(), options.text('config'));
  return runRequest(loaded, options, Object.keys(runRenderers));
}

async function runOnce(request: RunRequest, context: Context): Promise<number> {
  const { loaded, bar } = request;
  const messages = await context.messages();
  const found = await findDocuments(loaded, messages);
  const reports = await openReports(request.reports, inputFiles(found.pairs, loaded), bar, context, runRenderers);
  tellPassedOver(found, messages);
  const pairs = await comparedPairs(await onlyChanged(withNamespaces(found.pairs), request), request, messages);
  const present = withoutMemoryToCome(loaded, messages);
  const checked = await withProgress(async (progress): Promise<CheckRun> => {
    const cache = await openCache({ ...request, loaded: present }, context);
    const check = (some: readonly DocumentPair[]): Promise<CheckedPairs> =>
      checkDocuments(some, present, messages, {
        concurrency: request.concurrency,
        cache,
        withBitext: showsTexts(request.reports),
        onDone: (done, of) => {
          void tell(progress, context, 'progress-run', { done: String(done), of: String(of) });
        },
      });
    let { documents, failures } = await check(pairs);
    if (request.fix) ({ documents, failures } = await fixAll(pairs, { documents, failures }, check, loaded, messages));
    await saveCache(cache, found, request);
    return {
      documents: documents.filter((document) => document !== undefined),
      failures: [...found.failures, ...failures],
    };
  });
  const settled = await settleFindings(checked, request, messages);
  const run = seenFrom(settled, loaded.folder, process.cwd());
  tellEncodings(run, messages);
  await reports.write(run);
  tellFailures(run, request.reports);
  await tellTooManyWarnings(run, bar, context);
  return exitCodeOf(run, bar);
}

/** Says which encodings files were taken to be in, where that was concluded from their letters: each file once. */
function tellEncodings({ documents }: CheckRun, messages: Messages): void {
  const told = new Map<string, string>();
  for (const { file, assumedEncoding } of documents.flatMap(({ source, target }) => [source, target]))
    if (file !== null && assumedEncoding !== undefined) told.set(file, assumedEncoding);
  for (const [file, encoding] of told)
    writeStderr(`${printable(messages.cli('encoding-assumed-run', { file, encoding }))}\n`);
}

/** What looks like a document and is none is no mistake, but may be one. */
function tellPassedOver({ passedOver }: FoundDocuments, messages: Messages): void {
  if (passedOver.size === 0) return;
  const count = [...passedOver.values()].reduce((sum, files) => sum + files, 0);
  const names = [...passedOver.keys()].slice(0, MOST_NAMES);
  const more = passedOver.size > names.length ? ', …' : '';
  const told = { count, names: printable(names.join(', ')) + more };
  writeStderr(`paralign: ${messages.cli('documents-passed-over', told)}\n`);
}

/** So many are enough to see what they are. */
const MOST_NAMES = 5;

/** Mends what can be, and checks those documents again, so that what is reported is what is left. */
async function fixAll(
  pairs: readonly DocumentPair[],
  { documents, failures }: CheckedPairs,
  check: (some: readonly DocumentPair[]) => Promise<CheckedPairs>,
  { config, folder }: LoadedConfig,
  messages: Messages,
): Promise<CheckedPairs> {
  const mended: number[] = [];
  for (const [k, document] of documents.entries()) {
    if (document === undefined) continue;
    const { target } = pairs[k]!;
    const reading = readingOf(target, config);
    const read = (bytes: Uint8Array): Promise<Document> => documentOf(bytes, reading);
    const count = await fixFile(target, folder, document.findings, { ...reading, read });
    if (count === 0) continue;
    mended.push(k);
    writeStderr(`paralign: ${messages.cli('fix-wrote', { file: target.file, count })}\n`);
  }
  const again = await check(mended.map((k) => pairs[k]!));
  const result = [...documents];
  for (const [n, k] of mended.entries()) result[k] = again.documents[n];
  return { documents: result, failures: distinctFailures([...failures, ...again.failures]) };
}

/** The documents of which a version changed; all of them where what they are checked by has. */
async function onlyChanged(
  pairs: readonly DocumentPair[],
  { loaded, changedSince }: RunRequest,
): Promise<readonly DocumentPair[]> {
  if (changedSince === undefined) return pairs;
  const { config, folder, path } = loaded;
  const changed = await changedFiles(folder, changedSince);
  const setup = [relativeTo(folder, path), ...config.glossary, ...config.memory, ...config.suppressions];
  if (setup.some((file) => changed.has(file))) return pairs;
  const isChanged = ({ source, target }: DocumentPair): boolean => changed.has(source.file) || changed.has(target.file);
  // With all its versions, since some of what is said of a source holds for all of them.
  const keys = new Set(pairs.filter(isChanged).map(({ key }) => key));
  return pairs.filter(({ key }) => keys.has(key));
}

/** The pairs with the older versions that they are compared with, where the user asks for that. */
async function comparedPairs(
  pairs: readonly DocumentPair[],
  { loaded: { config, folder } }: RunRequest,
  messages: Messages,
): Promise<readonly DocumentPair[]> {
  if (config.since === undefined) return pairs;
  const since = await pairsSince(pairs, folder, config.since);
  if (since.newer > 0)
    writeStderr(
      `paralign: ${messages.cli('since-newer', { count: since.newer, revision: printable(config.since) })}\n`,
    );
  return since.pairs;
}

function relativeTo(folder: string, path: string): string {
  return path.slice(folder.length + 1).replaceAll('\\', '/');
}

async function openCache({ cache, loaded, reports }: RunRequest, context: Context): Promise<ResultCache | undefined> {
  // What is kept of an earlier run are results, not texts.
  if (cache === false || showsTexts(reports)) return undefined;
  const setup = await setupHash(loaded);
  if (setup === undefined) return undefined;
  const file = typeof cache === 'string' ? resolve(cache) : await cacheFileOf(loaded.folder, context.env);
  return await ResultCache.open(file, setup);
}

async function saveCache(
  cache: ResultCache | undefined,
  { pairs }: FoundDocuments,
  request: RunRequest,
): Promise<void> {
  try {
    await cache?.save(pairs);
  } catch (error) {
    // Without it the next run takes longer, and that is all; unless the user named the place.
    if (typeof request.cache === 'string') throw error;
  }
}
