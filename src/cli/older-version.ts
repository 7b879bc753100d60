import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { CliError, errorCode } from './failure.ts';
import { standardStream } from './input.ts';

const run = promisify(execFile);

/** Longer files are not texts that people translate. */
const MOST_OUTPUT = 1 << 28;

// A hook is told of its repository so; it need not be the file's, nor as seen from the file's folder.
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

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
  // Without a shell, and with the revision never in the place of an option.
  const git = async (...args: readonly string[]): Promise<Buffer> => {
    const options = { maxBuffer: MOST_OUTPUT, encoding: 'buffer', env: environment } as const;
    return (await run('git', ['-C', dirname(file), ...args], options)).stdout;
  };
  const told = async (key: 'since-no-repository' | 'since-revision' | 'since-file', work: Promise<Buffer>) => {
    try {
      return await work;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') throw new CliError('since-git-missing', {}, { cause: error });
      throw new CliError(key, data, { cause: error });
    }
  };
  await told('since-no-repository', git('rev-parse', '--git-dir'));
  const commit = await told(
    'since-revision',
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`),
  );
  const name = `${commit.toString('utf8').trim()}:./${basename(file)}`;
  const object = await told('since-file', git('rev-parse', '--verify', '--quiet', '--end-of-options', name));
  try {
    return await git('cat-file', 'blob', object.toString('utf8').trim());
  } catch (error) {
    const { stderr } = error as { stderr?: Buffer };
    const [reason = ''] = (stderr?.toString('utf8') ?? '').trim().split('\n');
    throw new CliError('since-failed', { ...data, reason }, { cause: error });
  }
}
