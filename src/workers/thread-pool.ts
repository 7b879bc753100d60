import { Worker } from 'node:worker_threads';

/** A task that waits for a thread, or is being done by one. */
interface Job<Task, Outcome> {
  readonly task: Task;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

/**
 * Threads that do one task at a time and answer each message with its outcome. They are started when there is work for
 * them, and keep the process alive until the pool is closed.
 *
 * A thread that ends by itself, for example out of memory, breaks the pool: all tasks are rejected from then on.
 */
export class ThreadPool<Task, Outcome> {
  readonly size: number;
  readonly #script: URL;
  readonly #workerData: unknown;
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #waiting: Job<Task, Outcome>[] = [];
  readonly #working = new Map<Worker, Job<Task, Outcome>>();
  #broken: Error | undefined;

  /**
   * @param script what each thread runs.
   * @param workerData what each thread is given to begin with.
   */
  constructor(size: number, script: URL, workerData?: unknown) {
    this.size = size;
    this.#script = script;
    this.#workerData = workerData;
  }

  /** Has a task done. The order in which tasks are begun is that in which they are given. */
  run(task: Task): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#broken !== undefined) return reject(this.#broken);
      this.#waiting.push({ task, resolve, reject });
      this.#assign();
    });
  }

  /** Ends the threads, with what they are doing; tasks that are not done are rejected. */
  async close(): Promise<void> {
    this.#break(new Error('the pool of workers is closed'));
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()));
  }

  /** Gives tasks to threads that have none. */
  #assign(): void {
    while (this.#waiting.length > 0) {
      const worker = this.#idle.pop() ?? (this.#workers.length < this.size ? this.#start() : undefined);
      if (worker === undefined) return;
      const job = this.#waiting.shift()!;
      this.#working.set(worker, job);
      try {
        worker.postMessage(job.task);
      } catch (error) {
        // Something in the task that cannot be sent, such as a function.
        this.#finish(worker, () => job.reject(error as Error));
      }
    }
  }

  #start(): Worker {
    // The flags of the process are for its own script: `--input-type` or `--import` would break or slow every thread.
    const worker = new Worker(this.#script, { execArgv: [], workerData: this.#workerData });
    this.#workers.push(worker);
    worker.on('message', (outcome: Outcome) => this.#finish(worker, (job) => job.resolve(outcome)));
    worker.on('messageerror', (error) => this.#break(error));
    worker.on('error', (error) => this.#break(error));
    worker.on('exit', (code) => this.#break(new Error(`a worker ended with the code ${code}`)));
    return worker;
  }

  #finish(worker: Worker, settle: (job: Job<Task, Outcome>) => void): void {
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
