// `paralign/workers`: threads of Node.js to align a corpus with. The main entry point runs without it, and in browsers.
export { createWorkerPool } from './workers/pool.ts';
export type { WorkerPool, WorkerPoolOptions } from './workers/pool.ts';
