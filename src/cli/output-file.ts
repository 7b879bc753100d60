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
  /**
   * Begins to write piece by piece: the file is as it was until {@link Writing.finish}. To standard output, and to what is
   * not a regular file, the pieces go as they come.
   *
   * @throws {CliError} as `write` does
   */
  begin(): Promise<Writing>;
}

/** A result that is being written. */
export interface Writing {
  write(data: string | Uint8Array): Promise<void>;
  /** Puts what was written in its place. */
  finish(): Promise<void>;
  /** Takes back what was written, as far as that can be done. */
  discard(): Promise<void>;
}

/**
 * Looks at the place of a result before the work begins, so that a mistake shows at once and not after minutes.
 *
 * What is written to a file whose name ends in `.gz` is packed. The result is written beside its place and then put there by renaming, so that nobody ever sees half a file. An
 * existing file keeps its permissions, a symbolic link stays one. What is not a regular file (`/dev/null`, a named
 * pipe) is written to directly. No folder is created.
 *
 * @param file as the user gave it; `-` for standard output.
 * @param inputs the files that are read; none of them is ever overwritten.
 * @throws {CliError} `output-directory`, `output-folder-missing`, `output-not-permitted`, `output-is-input`
 */
export async function openOutput(file: string, inputs: readonly string[]): Promise<Output> {
  if (file === standardStream) return outputOf(file, () => Promise.resolve(toStdout));
  const existing = await statOrUndefined(file);
  if (existing?.isDirectory()) throw new CliError('output-directory', { file });
  if (existing) {
    for (const input of inputs) {
      const read = input === standardStream ? undefined : await statOrUndefined(input);
      if (read && read.ino === existing.ino && read.dev === existing.dev)
        throw new CliError('output-is-input', { file });
    }
  }
  if (existing && !existing.isFile()) return outputOf(file, () => beginInPlace(file));

  const path = existing ? await realpath(file) : await pathToCreate(file);
  const folder = dirname(path);
  const parent = await statOrUndefined(folder);
  if (!parent?.isDirectory()) throw new CliError('output-folder-missing', { file, folder: dirname(file) });
  await guard(file, async () => {
    // Renaming would replace a file that its owner has write-protected.
    if (existing) await access(path, constants.W_OK);
    await access(folder, constants.W_OK | constants.X_OK);
  });
  return outputOf(file, () => beginReplacing(path, existing));
}

/** An output whose failures are told in words. */
function outputOf(file: string, begin: () => Promise<Writing>): Output {
  const isPacked = /\.gz$/i.test(file);
  const guarded = async (): Promise<Writing> => {
    const begun = await guard(file, begin);
    const writing = isPacked ? (await import('./gzip-writing.ts')).gzipped(begun) : begun;
    return {
      write: (data) => guard(file, () => writing.write(data)),
      finish: () => guard(file, () => writing.finish()),
      discard: () => writing.discard(),
    };
  };
  return {
    file,
    begin: guarded,
    write: async (data) => {
      const writing = await guarded();
      try {
        await writing.write(data);
      } catch (error) {
        await writing.discard();
        throw error;
      }
      await writing.finish();
    },
  };
}

async function guard<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw outputError(error, file);
  }
}

const toStdout: Writing = {
  write: (data) => writeStdout(data),
  finish: () => Promise.resolve(),
  discard: () => Promise.resolve(),
};

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

async function beginInPlace(path: string): Promise<Writing> {
  const handle = await open(path, 'w');
  return {
    write: (data) => handle.writeFile(data),
    finish: () => handle.close(),
    discard: () => handle.close(),
  };
}

/** Writes beside the place of the file, and puts it there by renaming. Whatever fails takes back what was written. */
async function beginReplacing(path: string, existing: Stats | undefined): Promise<Writing> {
  const temporary = join(dirname(path), `.paralign-${randomBytes(6).toString('hex')}.tmp`);
  const forget = removeOnSignal(temporary);
  let handle: FileHandle | undefined;
  const discard = async (): Promise<void> => {
    await handle?.close().catch(() => undefined);
    await unlink(temporary).catch(() => undefined);
    forget();
  };
  try {
    // Registered before `open`, so that a signal while the file is being created finds it.
    handle = await open(temporary, 'wx');
    if (existing) await keepOwnerAndMode(handle, existing);
  } catch (error) {
    await discard();
    throw error;
  }
  const opened = handle;
  return {
    write: (data) => opened.writeFile(data),
    finish: async () => {
      try {
        // Otherwise a crash of the machine could leave the new name on a file whose bytes never came to the disk.
        await opened.sync();
        await opened.close();
        await rename(temporary, path);
      } catch (error) {
        await discard();
        throw error;
      }
      forget();
    },
    discard,
  };
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
