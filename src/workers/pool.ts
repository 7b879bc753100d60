import { availableParallelism } from 'node:os';
import type { CorpusPool } from '../align/corpus/pool.ts';
import type { PairOutcome, PairTask } from '../align/corpus/task.ts';
import { ThreadPool } from './thread-pool.ts';

/** How many threads. */
export interface WorkerPoolOptions {
  /** Default: as many as the machine can run at a time. */
  readonly workers?: number;
}

/** Threads that align pairs. It keeps the process alive until it is closed. */
export interface WorkerPool extends CorpusPool {
  /** Ends the threads, with what they are doing; tasks that are not done are rejected. */
  close(): Promise<void>;
}

/**
 * Starts threads of Node.js to align a corpus with: give it as `pool` to `alignCorpus`, and close it in the end.
 *
 * The results are the same whatever the number of threads. A pair that cannot be aligned is an outcome of its own; a thread
 * that ends by itself, for example out of memory, breaks the pool: all tasks are rejected from then on.
 *
 * @throws {RangeError} when `workers` is not a whole number from 1.
 */
export function createWorkerPool(options: WorkerPoolOptions = {}): WorkerPool {
  const { workers = availableParallelism() } = options;
  if (!Number.isSafeInteger(workers) || workers < 1) throw new RangeError(`workers is ${workers}: give 1 or more`);
  // The build puts it beside this file.
  return new ThreadPool<PairTask, PairOutcome>(workers, new URL('./worker.js', import.meta.url));
}
