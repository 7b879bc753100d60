import { posix } from 'node:path';
import { CliError, errorCode } from '../failure.ts';
import { commitOf, git, line, namesIn, prefixOf, reasonOf } from '../git.ts';

/**
 * The files that were changed, created or deleted since a revision, whether that is committed or not; of a branch, since
 * it went off from the revision. Before the first commit of a repository, of `HEAD`: all of them.
 *
 * @param folder the absolute path that the names are relative to.
 * @param revision a commit, branch or tag.
 * @throws {CliError} `git-missing`, `git-no-repository`, `git-revision`, `git-failed`
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  const prefix = await told(() => prefixOf(folder), 'git-no-repository', { folder });
  const asNames = (output: Buffer): string[] => namesIn(output).map((name) => posix.relative(prefix, name));
  if (revision === 'HEAD' && (await isWithoutCommit(folder)))
    return new Set(asNames(await told(() => git(folder, ...CREATED, '--cached', '--', ':/'), 'git-failed')));
  const commit = await told(() => commitOf(folder, revision), 'git-revision', { revision });
  const base = line(await told(() => git(folder, 'merge-base', commit, 'HEAD'), 'git-base', { revision }));
  const [changed, created] = await told(
    () =>
      Promise.all([
        git(folder, 'diff', '--name-only', '--no-renames', '-z', base, '--'),
        git(folder, ...CREATED, '--', ':/'),
      ]),
    'git-failed',
  );
  return new Set([...asNames(changed), ...asNames(created)]);
}

/** Lists files that git does not know yet and is not told to pass over. */
const CREATED = ['ls-files', '--others', '--exclude-standard', '--full-name', '-z'] as const;

async function isWithoutCommit(folder: string): Promise<boolean> {
  return line(await told(() => git(folder, 'rev-list', '--max-count=1', '--all'), 'git-failed')) === '';
}

async function told<Result>(
  work: () => Promise<Result>,
  key: 'git-no-repository' | 'git-revision' | 'git-base' | 'git-failed',
  data: Readonly<Record<string, string>> = {},
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw new CliError('git-missing', {}, { cause: error });
    throw new CliError(key, { ...data, reason: reasonOf(error) }, { cause: error });
  }
}
