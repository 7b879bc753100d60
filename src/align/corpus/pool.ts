import { runPairTask } from './task.ts';
import type { PairOutcome, PairTask } from './task.ts';

/** Where the work on pairs is done. */
export interface CorpusPool {
  /** How many tasks it works on at a time. */
  readonly size: number;
  /**
   * Does a task, as `runPairTask` does it.
   *
   * @returns a promise that is rejected only when the pool itself is broken: what is wrong with a pair is an outcome.
   */
  run(task: PairTask): Promise<PairOutcome>;
}

/** So much text is worked on before others have their turn, in UTF-16 code units. */
const BREATH = 20_000;

/**
 * Does the work in this thread, and lets events through from time to time, so that a page stays alive and an abort is
 * heard.
 */
export function createThisThread(charactersOf: (task: PairTask) => number): CorpusPool {
  let since = 0;
  return {
    size: 1,
    run: async (task) => {
      since += charactersOf(task);
      if (since > BREATH) {
        since = 0;
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
      return runPairTask(task);
    },
  };
}
