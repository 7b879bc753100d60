import { createReadStream, rmSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SpillList, SpillStore } from '../tmx/tools/spill.ts';
import { outputError } from './output.ts';

/** So many bytes are read at a time. */
const PIECE = 1 << 16;

/** Lists in temporary files; nothing is created before the first. */
export interface SpillFiles extends SpillStore {
  /** Takes all files away. */
  close(): Promise<void>;
}

/**
 * Keeps lists in a folder of its own in the folder for temporary files (TMPDIR). The folder is taken away by `close`, and when a
 * signal ends the process.
 */
export function createSpillFiles(): SpillFiles {
  let folder: Promise<string> | undefined;
  let forget = (): void => undefined;
  let count = 0;
  const handles = new Set<FileHandle>();
  const createFolder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'paralign-'));
    forget = removeOnSignal(path);
    return path;
  };
  return {
    open: async () =>
      await guard(async () => {
        const file = join(await (folder ??= createFolder()), String(count++));
        const handle = await open(file, 'wx', 0o600);
        handles.add(handle);
        return createList(file, handle, () => handles.delete(handle));
      }),
    close: async () => {
      if (folder === undefined) return;
      for (const handle of handles) await handle.close().catch(() => undefined);
      await rm(await folder, { recursive: true, force: true });
      forget();
    },
  };
}

function createList(file: string, handle: FileHandle, closed: () => void): SpillList {
  let isOpen = true;
  const finish = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
    closed();
  };
  return {
    append: (text) => guard(() => handle.writeFile(text)),
    read: async function* () {
      await finish();
      yield* createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE }) as AsyncIterable<string>;
    },
    remove: async () => {
      await finish();
      await rm(file, { force: true });
    },
  };
}

/** A full disk is told of by the name of the folder that is on it. */
async function guard<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw outputError(error, tmpdir());
  }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function removeOnSignal(folder: string): () => void {
  const removeAndEnd = (signal: NodeJS.Signals): void => {
    rmSync(folder, { recursive: true, force: true });
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => {
    for (const signal of signals) process.off(signal, removeAndEnd);
  };
  for (const signal of signals) process.on(signal, removeAndEnd);
  return forget;
}
