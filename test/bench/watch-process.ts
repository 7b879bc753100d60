import { readFileSync } from 'node:fs';

/** What a process took. */
export interface ProcessCosts {
  /** The most memory that it had at one time, in MiB. */
  readonly memory: number;
  /** The time of all its threads, in seconds. */
  readonly cpu: number;
}

/**
 * Looks at a process until it is told to stop. Only Linux tells; elsewhere both figures are 0.
 *
 * @param every how often to look, in milliseconds: what happens in between may be missed.
 * @returns stops looking, and says what was seen.
 */
export function watchProcess(pid: number | undefined, every: number): () => ProcessCosts {
  let costs: ProcessCosts = { memory: 0, cpu: 0 };
  const timer = setInterval(() => {
    try {
      const [, peak = '0'] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      // After the name, which is in brackets and may hold spaces: fields 14 and 15, in hundredths of a second.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      costs = {
        memory: Math.max(costs.memory, Number(peak) / 1024),
        cpu: (Number(fields[11]) + Number(fields[12])) / 100,
      };
    } catch {
      // The process may be gone.
    }
  }, every);
  return () => {
    clearInterval(timer);
    return costs;
  };
}
