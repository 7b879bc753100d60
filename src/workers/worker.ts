import { parentPort } from 'node:worker_threads';
import { runPairTask } from '../align/corpus/task.ts';
import type { PairTask } from '../align/corpus/task.ts';

/** A thread of the pool: it does one task at a time and answers each with its outcome. */
parentPort?.on('message', (task: PairTask) => parentPort?.postMessage(runPairTask(task)));
