import { availableParallelism } from 'node:os';
import type { CheckedDocument, RunFailure } from '../../check/check-run.ts';
import type { Messages } from '../../report/messages/index.ts';
import { ThreadPool } from '../../workers/thread-pool.ts';
import { levels, PairChecker } from './check-pair.ts';
import type { PairOutcome } from './check-pair.ts';
import type { CheckWorkerData } from './check-worker.ts';
import { distinctFailures } from './distinct-failures.ts';
import type { DocumentPair } from './find-documents.ts';
import type { LoadedConfig } from './load-config.ts';
import { contentHash, readProjectFile } from './read-version.ts';
import type { ResultCache } from './result-cache.ts';
import { halfDocument } from './run-findings.ts';

/** How pairs are worked on. */
export interface CheckDocumentsOptions {
  /** How many threads. Default: as many as the machine can run at a time. */
  readonly concurrency: number | undefined;
  readonly cache: ResultCache | undefined;
  /** Whether to keep the bitexts, for a report that shows them. */
  readonly withBitext: boolean;
  /** Called after each pair. */
  readonly onDone: (done: number, of: number) => void;
}

/** What came of all pairs. */
export interface CheckedPairs {
  /** By the index of the pair; undefined where it could not be checked. */
  readonly documents: readonly (CheckedDocument | undefined)[];
  /** Of pairs that could not be checked, or not with all that the config gives: in the order of the pairs, a file once. */
  readonly failures: readonly RunFailure[];
}

/** So few pairs are checked sooner than a thread is started. */
const FEW = 2;
/** So many files are read at a time to see whether they changed. */
const READERS = 16;

/**
 * Checks pairs of documents. What is kept of each is what was found, so that the memory needed does not grow with the
 * texts; the result does not depend on the number of threads.
 */
export async function checkDocuments(
  pairs: readonly DocumentPair[],
  loaded: LoadedConfig,
  messages: Messages,
  { concurrency = availableParallelism(), cache, withBitext, onDone }: CheckDocumentsOptions,
): Promise<CheckedPairs> {
  const { config, folder } = loaded;
  const levelOf = levels(config.severities);
  const outcomes: PairOutcome[] = new Array<PairOutcome>(pairs.length);
  let done = 0;
  const finish = (k: number, outcome: PairOutcome): void => {
    outcomes[k] = outcome;
    onDone((done += 1), pairs.length);
  };

  const unknown: number[] = [];
  const known = await findKnown(pairs, folder, cache);
  for (const [k, pair] of pairs.entries()) {
    const half = halfDocument(pair, levelOf);
    const document = half ?? known[k];
    if (document === undefined) unknown.push(k);
    else finish(k, { document, contents: ['', ''], isOfTwo: false, failures: [] });
  }

  const run = (check: (pair: DocumentPair) => Promise<PairOutcome>) => async (k: number) => {
    const outcome = await check(pairs[k]!);
    // What depends on a third file, or lacks one, would have to be looked at again whenever that one changes.
    if (outcome.document !== undefined && outcome.isOfTwo && outcome.failures.length === 0)
      cache?.set(pairs[k]!, outcome.contents, outcome.document);
    finish(k, outcome);
  };
  if (unknown.length <= FEW || concurrency === 1) {
    const checker = new PairChecker(config, folder, messages);
    const one = run((pair) => checker.check(pair, withBitext));
    for (const k of unknown) await one(k);
  } else {
    const { rules, ...plain } = config;
    const workerData: CheckWorkerData = {
      config: plain,
      rulesFrom: rules.length === 0 ? undefined : loaded.path,
      folder,
      uiLocale: messages.locale,
      withBitext,
    };
    // The build puts it beside this file.
    const script = new URL('./check-worker.js', import.meta.url);
    const pool = new ThreadPool<DocumentPair, PairOutcome>(Math.min(concurrency, unknown.length), script, workerData);
    try {
      await Promise.all(unknown.map(run((pair) => pool.run(pair))));
    } finally {
      await pool.close();
    }
  }
  return {
    documents: outcomes.map(({ document }) => document),
    failures: distinctFailures(outcomes.flatMap((outcome) => outcome.failures)),
  };
}

/** The results that are known already, by the index of the pair. */
async function findKnown(
  pairs: readonly DocumentPair[],
  folder: string,
  cache: ResultCache | undefined,
): Promise<(CheckedDocument | undefined)[]> {
  const known = new Array<CheckedDocument | undefined>(pairs.length).fill(undefined);
  if (cache === undefined) return known;
  /** A source stands in as many pairs as there are target locales. */
  const hashes = new Map<string, Promise<string | undefined>>();
  const hashOf = (version: DocumentPair['source']): Promise<string | undefined> => {
    let hash = hashes.get(version.file);
    if (hash === undefined) {
      // What cannot be read is told of when it is checked.
      hash = readProjectFile(version.file, folder).then(contentHash, () => undefined);
      hashes.set(version.file, hash);
    }
    return hash;
  };
  let next = 0;
  const reader = async (): Promise<void> => {
    while (next < pairs.length) {
      const k = next++;
      const pair = pairs[k]!;
      if (!pair.source.exists || !pair.target.exists || !cache.has(pair)) continue;
      const [source, target] = await Promise.all([hashOf(pair.source), hashOf(pair.target)]);
      if (source !== undefined && target !== undefined) known[k] = cache.get(pair, [source, target]);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return known;
}
