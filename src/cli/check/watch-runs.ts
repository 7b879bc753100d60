import { basename, relative } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { watch } from 'chokidar';
import { exitCodes } from '../failure.ts';
import { globOf } from './document-pattern.ts';
import { forgetConfigs } from './load-config.ts';
import type { LoadedConfig } from './load-config.ts';

/** So long nothing may change before the documents are checked again, in milliseconds: editors write in several steps. */
const QUIET = 200;

/**
 * Checks again and again: at once, and whenever a file changed, until the process is told to end (Ctrl-C).
 *
 * @param run checks everything, and returns the config that it was checked by; it must not throw.
 * @returns the exit code, 0: that a person ends it is how it ends.
 */
export async function watchRuns(loaded: LoadedConfig, run: () => Promise<LoadedConfig | undefined>): Promise<number> {
  const watcher = watch(placesOf(loaded), {
    ignoreInitial: true,
    ignored: (path) => /^(?:node_modules|\.git)$/.test(basename(path)),
    cwd: loaded.folder,
  });
  const stopped = new AbortController();
  let lastChange = -Infinity;
  let isStale = true;
  let wake: (() => void) | undefined;
  watcher.on('all', () => {
    isStale = true;
    lastChange = performance.now();
    wake?.();
  });
  const stop = (): void => {
    stopped.abort();
    wake?.();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    while (!stopped.signal.aborted) {
      const quiet = performance.now() - lastChange;
      if (!isStale) await new Promise<void>((resolve) => (wake = resolve));
      else if (quiet < QUIET) await delay(QUIET - quiet);
      else {
        // What changes from here on is seen the next time.
        isStale = false;
        forgetConfigs();
        const current = await run();
        if (current !== undefined) watcher.add(placesOf(current));
      }
    }
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
    await watcher.close();
  }
  return exitCodes.ok;
}

/** The folders that the patterns start from, the config and what it gives. */
function placesOf({ config, folder, path }: LoadedConfig): string[] {
  const patterns = config.documents.flatMap((each) => (typeof each === 'string' ? [each] : [each.source, each.target]));
  const folders = patterns.map((pattern) => {
    const steps = globOf(pattern).split('/');
    const plain = steps.findIndex((step) => /[*?[\]{}()!]/.test(step));
    return steps.slice(0, plain === -1 ? -1 : plain).join('/') || '.';
  });
  return [...new Set([...folders, relative(folder, path), ...config.glossary, ...config.memory])];
}
