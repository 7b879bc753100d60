import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CliError, errorCode } from './failure.ts';

/**
 * Creates a folder, and those around it, where there is none.
 *
 * @throws {CliError} `folder-failed`
 */
export async function createFolder(folder: string): Promise<void> {
  try {
    await makeFolder(resolve(folder));
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    throw new CliError('folder-failed', { folder, code }, { cause: error });
  }
}

/** What `mkdir` with `recursive` is for; that one never returns where a file system such as `/proc` says ENOENT. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (code !== 'ENOENT' || parent === path || (await isThere(parent))) throw error;
    await makeFolder(parent);
    await mkdir(path);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
