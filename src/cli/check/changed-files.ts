import { execFile } from 'node:child_process';
import { posix } from 'node:path';
import { promisify } from 'node:util';
import { CliError, errorCode } from '../failure.ts';

const run = promisify(execFile);

/** Where git keeps the names of very many files. */
const MOST_OUTPUT = 1 << 28;

/**
 * The files that were changed, created or deleted since a revision, whether that is committed or not; of a branch, since
 * it went off from the revision.
 *
 * @param folder the absolute path that the names are relative to.
 * @param revision a commit, branch or tag.
 * @throws {CliError} `git-missing`, `git-no-repository`, `git-revision`, `git-failed`
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  const git = async (...args: readonly string[]): Promise<string> => {
    // Without a shell, so that a revision is never taken for a command.
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: MOST_OUTPUT, encoding: 'utf8' });
    return stdout;
  };
  const prefix = (await told(() => git('rev-parse', '--show-prefix'), 'git-no-repository', { folder })).trim();
  const commit = (
    await told(
      () => git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
      'git-revision',
      { revision },
    )
  ).trim();
  const base = (await told(() => git('merge-base', commit, 'HEAD'), 'git-base', { revision })).trim();
  const [changed, created] = await told(
    () =>
      Promise.all([
        git('diff', '--name-only', '--no-renames', '-z', base, '--'),
        git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/'),
      ]),
    'git-failed',
  );
  const names = `${changed}${created}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => posix.relative(prefix === '' ? '.' : prefix, name)));
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
    const said = (error as { stderr?: unknown }).stderr;
    const [reason = ''] = (typeof said === 'string' ? said : '').trim().split('\n');
    throw new CliError(key, { ...data, reason }, { cause: error });
  }
}
