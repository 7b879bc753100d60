import { randomBytes } from 'node:crypto';
import { constants, unlinkSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { access, open, readlink, realpath, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CliError, errorCode } from './failure.ts';
import { standardStream } from './input.ts';
import { outputError, writeStdout } from './output.ts';

/** Where a result goes. */
export interface Output {
  /** The file as the user gave it; `-` for standard output. */
  readonly file: string;
  /**
   * Writes everything at once: either the whole of it stands in the file afterwards, or the file is as it was.
   *
   * @throws {CliError} `disk-full`, `output-not-permitted`, `output-failed`, `pipe-closed`
   */
  write(data: string | Uint8Array): Promise<void>;
}

/**
 * Looks at the place of a result before the work begins, so that a mistake shows at once and not after minutes.
 *
 * The result is written beside its place and then put there by renaming, so that nobody ever sees half a file. An
 * existing file keeps its permissions, a symbolic link stays one. What is not a regular file (`/dev/null`, a named
 * pipe) is written to directly. No folder is created.
 *
 * @param file as the user gave it; `-` for standard output.
 * @param inputs the files that are read; none of them is ever overwritten.
 * @throws {CliError} `output-directory`, `output-folder-missing`, `output-not-permitted`, `output-is-input`
 */
export async function openOutput(file: string, inputs: readonly string[]): Promise<Output> {
  if (file === standardStream) return { file, write: (data) => writeStdout(data) };
  const existing = await statOrUndefined(file);
  if (existing?.isDirectory()) throw new CliError('output-directory', { file });
  if (existing) {
    for (const input of inputs) {
      const read = input === standardStream ? undefined : await statOrUndefined(input);
      if (read && read.ino === existing.ino && read.dev === existing.dev)
        throw new CliError('output-is-input', { file });
    }
  }
  if (existing && !existing.isFile()) return { file, write: (data) => guard(file, () => writeInPlace(file, data)) };

  const path = existing ? await realpath(file) : await pathToCreate(file);
  const folder = dirname(path);
  const parent = await statOrUndefined(folder);
  if (!parent?.isDirectory()) throw new CliError('output-folder-missing', { file, folder: dirname(file) });
  await guard(file, async () => {
    // Renaming would replace a file that its owner has write-protected.
    if (existing) await access(path, constants.W_OK);
    await access(folder, constants.W_OK | constants.X_OK);
  });
  return { file, write: (data) => guard(file, () => replace(path, data, existing)) };
}

async function guard(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw outputError(error, file);
  }
}

/** Undefined where there is nothing, or nothing that can be looked at; opening it will tell why. */
async function statOrUndefined(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch {
    return undefined;
  }
}

/** The path itself or, where it is a link to a file that does not exist yet, the path that the link names. */
async function pathToCreate(file: string): Promise<string> {
  const path = resolve(file);
  try {
    return resolve(dirname(path), await readlink(path));
  } catch {
    return path;
  }
}

async function writeInPlace(path: string, data: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(data);
  } finally {
    await handle.close();
  }
}

async function replace(path: string, data: string | Uint8Array, existing: Stats | undefined): Promise<void> {
  const temporary = join(dirname(path), `.paralign-${randomBytes(6).toString('hex')}.tmp`);
  const forget = removeOnSignal(temporary);
  try {
    // Before `open`, so that a signal while the file is being created finds it registered.
    const handle = await open(temporary, 'wx');
    try {
      if (existing) await keepOwnerAndMode(handle, existing);
      await handle.writeFile(data);
      // Otherwise a crash of the machine could leave the new name on a file whose bytes never came to the disk.
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    forget();
  }
}

async function keepOwnerAndMode(handle: FileHandle, existing: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid !== existing.uid || own.gid !== existing.gid) {
    try {
      await handle.chown(existing.uid, existing.gid);
    } catch (error) {
      // Only a privileged process may give a file away; the content matters more than the owner.
      if (errorCode(error) !== 'EPERM') throw error;
    }
  }
  await handle.chmod(existing.mode & 0o7777);
}

const unfinished = new Set<string>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Removes the file when a signal ends the process. Returns what takes that back.
 *
 * The handlers stand only while there is such a file: at other times a signal must end the process at once, even in the
 * middle of a long computation, when a handler would have to wait.
 */
function removeOnSignal(path: string): () => void {
  if (unfinished.size === 0) for (const signal of signals) process.on(signal, removeAndEnd);
  unfinished.add(path);
  return () => {
    unfinished.delete(path);
    if (unfinished.size === 0) for (const signal of signals) process.off(signal, removeAndEnd);
  };
}

function removeAndEnd(signal: NodeJS.Signals): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It was not created yet, or is renamed already.
    }
  }
  for (const name of signals) process.off(name, removeAndEnd);
  // Ending by the same signal tells the shell what happened.
  process.kill(process.pid, signal);
}
