import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { printable } from '../report/printable.ts';

/** Tells a waiting person what is being done. */
export interface Progress {
  /** Whether there is anybody to tell. */
  readonly shown: boolean;
  /** Says what is being done from now on. */
  stage(label: string): void;
  /** Takes the line away. */
  stop(): Promise<void>;
}

/**
 * A line on the terminal with what is being done and for how long, once that takes more than a second. Where the stream
 * is not a terminal nothing is ever written.
 *
 * The line is drawn by a thread of its own: aligning keeps the main thread busy from start to end.
 *
 * @param patience work that is done sooner is not announced, in milliseconds.
 */
export function startProgress(
  stream: { readonly isTTY?: boolean; readonly fd: number; readonly columns?: number },
  patience = 1000,
): Progress {
  if (!stream.isTTY) return { shown: false, stage: () => undefined, stop: () => Promise.resolve() };
  const drawn = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(drawing, {
    eval: true,
    workerData: { fd: stream.fd, columns: stream.columns || 80, patience, drawn },
  });
  worker.unref();
  // A person can do without the line; the work must not end for it.
  worker.on('error', () => undefined);
  return {
    shown: true,
    stage: (label) => worker.postMessage(printable(label)),
    stop: async () => {
      await worker.terminate();
      if (Atomics.load(drawn, 0) === 1) writeSync(stream.fd, '\r\u001b[K');
    },
  };
}

// Source text and not a module of its own, so that there is no second file to find at run time.
const drawing = `
const { parentPort, workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const { fd, columns, patience, drawn } = workerData;
const begin = Date.now();
let label = '';
parentPort.on('message', (text) => { label = text; });
setTimeout(() => {
  const draw = () => {
    if (label === '') return;
    const line = label + ' … ' + Math.round((Date.now() - begin) / 1000) + ' s';
    Atomics.store(drawn, 0, 1);
    writeSync(fd, '\\r\\u001b[K' + [...line].slice(0, columns - 1).join(''));
  };
  draw();
  setInterval(draw, 500);
}, patience);
`;
