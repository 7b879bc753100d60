import { Alignment } from '../../model/alignment.ts';
import type { Bitext } from '../../model/bitext.ts';
import { bitextOf } from '../../model/plain-bitext.ts';
import { eachUntilAborted, untilAborted } from './abort.ts';
import type { Abort } from './abort.ts';
import { batchesOf } from './batches.ts';
import { inOrder } from './in-order.ts';
import { Knowledge } from './knowledge.ts';
import { charactersOf, isUnread, textsOf } from './pair.ts';
import type { CorpusPair, PairTexts, UnreadPair } from './pair.ts';
import type { WordBeads } from './learnt-beads.ts';
import type { PairKnowledge, PairPrior, WordPairCounts } from './pair-knowledge.ts';
import { createThisThread } from './pool.ts';
import type { CorpusPool } from './pool.ts';
import { errorOf } from './task.ts';
import type { PairOutcome, PairTask } from './task.ts';
import { wordsOf } from './words-of.ts';

/** How many pairs, and how many UTF-16 code units of text, are in memory at a time unless said otherwise. */
const BATCH_PAIRS = 1000;
const BATCH_CHARACTERS = 4_000_000;

/** How to align a corpus. */
export interface AlignCorpusOptions {
  /** What is known before the first pair. It is added to as the pairs go by, unless `learn` is false. Default: nothing. */
  readonly knowledge?: Knowledge;
  /**
   * Whether the pairs teach each other. With false each pair is aligned by `knowledge` as it stands and by itself, so that its
   * result does not depend on the pairs around it. Default: true.
   */
  readonly learn?: boolean;
  /**
   * The pairs that are learnt from together before any of them is aligned. Batches end at whichever limit comes first; a pair
   * that is over the limit is a batch by itself. Defaults: 1,000 pairs, 4,000,000 UTF-16 code units.
   */
  readonly batchPairs?: number;
  readonly batchCharacters?: number;
  /**
   * What becomes of a pair that fails: its error is thrown (`fail`), or it comes out as a result with its error, as the last
   * one (`stop`) or in its place among the others (`skip`). Default: `fail`.
   */
  readonly onError?: OnError;
  /** Where the work is done. It is not closed in the end. Default: in this thread. */
  readonly pool?: CorpusPool;
  /** Stops the work: what waits for the next result is rejected with the signal's reason. */
  readonly signal?: Abort;
}

/** What becomes of a pair that fails. */
export type OnError = 'fail' | 'stop' | 'skip';

/** What came of one pair. */
export type CorpusResult<Pair extends CorpusPair = CorpusPair> = {
  /** The pair as it was given. */
  readonly pair: Pair;
  /** Its place in the corpus, from 0. */
  readonly index: number;
} & (
  | { readonly kind: 'units'; readonly alignment: Alignment }
  | { readonly kind: 'documents'; readonly bitext: Bitext }
  | { readonly kind: 'failed'; readonly error: Error }
);

interface Item<Pair extends CorpusPair> {
  readonly pair: Pair;
  readonly index: number;
}

/**
 * Aligns the pairs of a corpus, which teach each other words.
 *
 * Pairs are taken in batches. Each pair of a batch is first aligned by itself and by what was known before the batch; what it
 * teaches is added to the knowledge, in order, and counted anew by what the others teach; then each is aligned again, by what all pairs so far have taught, its own part
 * left out. Results come in the order of the pairs, and are the same wherever and with however many workers the work is done.
 *
 * Nothing is read or worked on before somebody waits for the next result; no more than a batch is held in memory.
 *
 * ```ts
 * for await (const result of alignCorpus([{ source: ['One.', 'Two.'], target: ['Un.', 'Deux.'] }]))
 *   if (result.kind === 'units') result.alignment.toString(); // => '1:1 1:1'
 * ```
 *
 * @throws the error of the first pair that fails, after the results of the pairs before it, unless `onError` says otherwise; the
 *   reason of `signal`; whatever `pairs` or `pool` throws.
 */
export async function* alignCorpus<Pair extends CorpusPair>(
  pairs: AsyncIterable<Pair> | Iterable<Pair>,
  options: AlignCorpusOptions = {},
): AsyncGenerator<CorpusResult<Pair>, void, undefined> {
  const { knowledge = new Knowledge(), learn = true, onError = 'fail', signal } = options;
  const pool = options.pool ?? createThisThread((task) => (task.step === 'count' ? 0 : charactersOf(task.pair)));
  const limits = {
    pairs: options.batchPairs ?? BATCH_PAIRS,
    characters: options.batchCharacters ?? BATCH_CHARACTERS,
  };
  const work: Work = {
    knowledge,
    onError,
    ahead: pool.size * AHEAD,
    run: (task) => untilAborted(() => pool.run(task), signal),
  };
  let index = 0;
  for await (const batch of batchesOf(eachUntilAborted(pairs, signal), limits, charactersOf)) {
    const items = batch.map((pair) => ({ pair, index: index++ }));
    const results = learn ? alignTogether(await learnFrom(items, work), work) : alignAlone(items, work);
    for await (const result of results) {
      if (result.kind === 'failed' && onError === 'fail') throw result.error;
      yield result;
      if (result.kind === 'failed' && onError === 'stop') return;
    }
  }
}

/**
 * How many times the words of a batch are counted anew by what its pairs have taught each other. A short text by itself can
 * hardly tell which word stands for which: measured, pairs of a dozen units gain three times as much from their corpus with
 * this as without.
 */
const RECOUNTS = 3;

/** How many results, by worker, may be worked on or wait to be taken: enough that a slow pair does not hold up the others. */
const AHEAD = 4;

interface Work {
  readonly knowledge: Knowledge;
  readonly onError: OnError;
  readonly ahead: number;
  readonly run: (task: PairTask) => Promise<PairOutcome>;
}

/** A pair with what it taught or, where it could not be worked on, why. */
interface LearntItem<Pair extends CorpusPair> extends Item<Pair> {
  readonly own: PairKnowledge | undefined;
  readonly beads?: WordBeads;
  readonly failure: Error | undefined;
}

/** Aligns each pair by itself and by what is known so far, and adds what they teach to the knowledge, in order. */
async function learnFrom<Pair extends CorpusPair>(
  items: readonly Item<Pair>[],
  work: Work,
): Promise<LearntItem<Pair>[]> {
  const { knowledge, onError, ahead, run } = work;
  const learnt: LearntItem<Pair>[] = [];
  const outcomes = inOrder(items, ahead, async ({ pair }) =>
    isUnread(pair) ? pair : await run({ step: 'learn', pair: textsOf(pair), prior: priorOf(pair, knowledge) }),
  );
  for await (const outcome of outcomes) {
    const taught = 'kind' in outcome && outcome.kind === 'learnt' ? outcome : undefined;
    const failure = taught === undefined ? failureOf(outcome) : undefined;
    learnt.push({
      ...items[learnt.length]!,
      own: taught?.knowledge,
      failure,
      ...(taught === undefined ? {} : { beads: taught.beads }),
    });
    // What comes after the pair that ends it all is not to be learnt from.
    if (failure !== undefined && onError !== 'skip') break;
  }
  for (const { own } of learnt) if (own !== undefined) knowledge.add(own);
  let counted = learnt;
  for (let round = 1; round <= RECOUNTS; round++) counted = await recountAll(counted, work);
  return counted;
}

/** Counts the words of all pairs anew, each by what the others have taught, and puts these counts in the place of the old. */
async function recountAll<Pair extends CorpusPair>(
  items: readonly LearntItem<Pair>[],
  { knowledge, ahead, run }: Work,
): Promise<LearntItem<Pair>[]> {
  const counts: (WordPairCounts | undefined)[] = [];
  const outcomes = inOrder(items, ahead, async ({ own, beads }) =>
    own === undefined || beads === undefined
      ? undefined
      : await run({ step: 'count', beads, prior: knowledge.priorFor(own, own) }),
  );
  for await (const outcome of outcomes) counts.push(outcome?.kind === 'counted' ? outcome.counts : undefined);
  return items.map((item, k) => {
    const { own } = item;
    const now = counts[k];
    return own === undefined || now === undefined ? item : { ...item, own: knowledge.replace(own, now) };
  });
}

/** Aligns pairs by what has been learnt, each without what it taught itself. */
function alignTogether<Pair extends CorpusPair>(
  items: readonly LearntItem<Pair>[],
  { knowledge, ahead, run }: Work,
): AsyncGenerator<CorpusResult<Pair>, void, undefined> {
  return inOrder(items, ahead, async ({ pair, index, own, failure }) => {
    if (own === undefined || isUnread(pair)) return { pair, index, kind: 'failed', error: failure! };
    const prior = knowledge.priorFor(own, own);
    return { pair, index, ...resultOf(await run({ step: 'align', pair: textsOf(pair), prior })) };
  });
}

/** Aligns pairs by what is known, without learning from them. */
function alignAlone<Pair extends CorpusPair>(
  items: readonly Item<Pair>[],
  { knowledge, ahead, run }: Work,
): AsyncGenerator<CorpusResult<Pair>, void, undefined> {
  return inOrder(items, ahead, async ({ pair, index }) => {
    if (isUnread(pair)) return { pair, index, kind: 'failed', error: pair.error };
    const outcome = await run({ step: 'align', pair: textsOf(pair), prior: priorOf(pair, knowledge) });
    return { pair, index, ...resultOf(outcome) };
  });
}

/** What is known of a pair's words that have not been counted yet. */
function priorOf(pair: PairTexts, knowledge: Knowledge): PairPrior | undefined {
  if (knowledge.pairs === 0) return undefined;
  try {
    return knowledge.priorFor(wordsOf(pair));
  } catch {
    // It is not a pair of texts, and the work on it will say so.
    return undefined;
  }
}

type Result =
  | { readonly kind: 'units'; readonly alignment: Alignment }
  | { readonly kind: 'documents'; readonly bitext: Bitext }
  | { readonly kind: 'failed'; readonly error: Error };

function resultOf(outcome: PairOutcome): Result {
  switch (outcome.kind) {
    case 'units':
      return { kind: 'units', alignment: Alignment.fromJson(outcome.alignment) };
    case 'documents':
      return { kind: 'documents', bitext: bitextOf(outcome.bitext) };
    case 'learnt':
    case 'counted':
    case 'failed':
      return { kind: 'failed', error: failureOf(outcome) };
  }
}

function failureOf(outcome: PairOutcome | UnreadPair): Error {
  if ('kind' in outcome) return outcome.kind === 'failed' ? errorOf(outcome.error) : new Error('not an alignment');
  return outcome.error;
}
