import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CorpusPool } from '../align/corpus/pool.ts';
import type { PairOutcome, PairTask } from '../align/corpus/task.ts';

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
  return new Pool(workers);
}

/** A task that waits for a thread, or is being done by one. */
interface Job {
  readonly task: PairTask;
  resolve(outcome: PairOutcome): void;
  reject(error: Error): void;
}

class Pool implements WorkerPool {
  readonly size: number;
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #waiting: Job[] = [];
  readonly #working = new Map<Worker, Job>();
  #broken: Error | undefined;

  constructor(size: number) {
    this.size = size;
  }

  run(task: PairTask): Promise<PairOutcome> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(this.#broken);
      this.#waiting.push({ task, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#break(new Error('the pool of workers is closed'));
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }

  /** Gives tasks to threads that have none. Threads are started when there is work for them. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? (this.#workers.length < this.size ? this.#start() : undefined);
      if (worker === undefined) return;
      const job = this.#waiting.shift()!;
      this.#working.set(worker, job);
      try {
        worker.postMessage(job.task);
      } catch (error) {
        // Something in the pair that cannot be sent, such as a function.
        this.#finish(worker, () => job.reject(error as Error));
      }
    }
  }

  #start(): Worker {
    // The build puts it beside this file.
    // The flags of the process are for its own script: `--input-type` or `--import` would break or slow every thread.
    const worker = new Worker(new URL('./worker.js', import.meta.url), { execArgv: [] });
    this.#workers.push(worker);
    worker.on('message', (outcome: PairOutcome) => this.#finish(worker, (job) => job.resolve(outcome)));
    worker.on('messageerror', (error) => this.#break(error));
    worker.on('error', (error) => this.#break(error));
    worker.on('exit', (code) => this.#break(new Error(`a worker ended with the code ${code}`)));
    return worker;
  }

  #finish(worker: Worker, settle: (job: Job) => void): void {
    const job = this.#working.get(worker);
    this.#working.delete(worker);
    this.#idle.push(worker);
    if (job !== undefined) settle(job);
    this.#assign();
  }

  #break(error: Error): void {
    if (this.#broken !== undefined) return;
    this.#broken = error;
    for (const job of [...this.#working.values(), ...this.#waiting.splice(0)]) job.reject(error);
    this.#working.clear();
  }
}
