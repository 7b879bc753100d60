/**
 * Aligns one set and prints its beads, the time and the peak memory as JSON: `align-set TASK`, the {@link Task} as JSON.
 * It runs in a process of its own, so that the memory is this set's alone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { alignTogether, alignWith } from './aligners.ts';
import type { AlignerName } from './aligners.ts';
import { localesOf, partOf, readSet } from './gold.ts';
import type { Part } from './gold.ts';
import type { IndexBead } from './score.ts';

export interface Task {
  readonly folder: string;
  readonly set: string;
  readonly aligner: AlignerName;
  /** Absent for the whole set. */
  readonly part?: Part;
}

export interface Outcome {
  /** The beads of each document, in the order of the set. */
  readonly documents: readonly (readonly IndexBead[])[];
  /**
   * The processor time that all documents took, without reading them and without the start of Node.js; it is the same
   * when the machine is busy. The time on the clock is in `elapsed`.
   */
  readonly seconds: number;
  readonly elapsed: number;
  /** The peak of the process's resident memory in MiB. */
  readonly memory: number;
  /** What it was before the first document: what Node.js itself takes. */
  readonly memoryBefore: number;
}

const { folder, set, aligner, part } = JSON.parse(process.argv[2] ?? '') as Task;
const gold = partOf(readSet(folder, set), part);
const locales = localesOf(folder, set);
const memoryBefore = peakMemory();
const start = { elapsed: performance.now(), processor: process.cpuUsage() };
const documents =
  aligner === 'corpus'
    ? await alignTogether(gold, locales)
    : gold.map((document) => alignWith(aligner, document, locales));
const used = process.cpuUsage(start.processor);
const outcome: Outcome = {
  documents,
  seconds: (used.user + used.system) / 1e6,
  elapsed: (performance.now() - start.elapsed) / 1000,
  memory: peakMemory(),
  memoryBefore,
};
process.stdout.write(JSON.stringify(outcome));

/** On Linux `maxRSS` starts from what the parent process had, so that the kernel's own count is asked first. */
function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1];
  return (kibibytes === undefined ? process.resourceUsage().maxRSS : Number(kibibytes)) / 1024;
}
