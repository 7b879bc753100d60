import { basename, dirname } from 'node:path';
import type { CliKey, MessageData } from '../report/messages/index.ts';
import { CliError, errorCode } from './failure.ts';
import { commitOf, git, line, reasonOf } from './git.ts';
import { standardStream } from './input.ts';

/**
 * The bytes of a file as they were in a revision of the git repository that it lies in.
 *
 * @param revision a commit, branch or tag.
 * @param file as the user gave it; it need not be there today.
 * @throws {CliError} `since-stdin`, `since-git-missing`, `since-no-repository`, `since-revision`, `since-file`,
 *   `since-failed`
 */
export async function olderVersion(revision: string, file: string): Promise<Uint8Array> {
  if (file === standardStream) throw new CliError('since-stdin');
  const data = { file, revision };
  const folder = dirname(file);
  const commit = await commitSince(folder, revision, file);
  const name = `${commit}:./${basename(file)}`;
  const object = await told('since-file', data, () =>
    git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', name),
  );
  return await olderContent(folder, line(object), data);
}

/**
 * The commit that a revision names.
 *
 * @param named what is told of where there is no repository.
 * @throws {CliError} `since-git-missing`, `since-no-repository`, `since-revision`
 */
export async function commitSince(folder: string, revision: string, named: string): Promise<string> {
  await told('since-no-repository', { file: named }, () => git(folder, 'rev-parse', '--git-dir'));
  return await told('since-revision', { revision }, () => commitOf(folder, revision));
}

/**
 * The bytes that git keeps under a name of its own.
 *
 * @param data whose bytes they are, for errors.
 * @throws {CliError} `since-git-missing`, `since-failed`
 */
export async function olderContent(
  folder: string,
  object: string,
  data: { readonly file: string; readonly revision: string },
): Promise<Uint8Array> {
  return await told('since-failed', data, () => git(folder, 'cat-file', 'blob', object));
}

/** What the work gives; a failure of it in words. */
export async function told<Result>(key: CliKey, data: MessageData, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new CliError('since-git-missing', {}, { cause: error });
    throw new CliError(key, { ...data, reason: reasonOf(error) }, { cause: error });
  }
}
