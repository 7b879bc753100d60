import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Longer files are not texts that people translate; nor do lists of names get so long. */
const MOST_OUTPUT = 1 << 28;

// A hook is told of its repository so; it need not be the files', nor as seen from their folder.
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

/**
 * What git prints in a folder.
 *
 * @throws what `execFile` throws: with the code `ENOENT` where there is no git, and what git said as `stderr`.
 */
export async function git(folder: string, ...args: readonly string[]): Promise<Buffer> {
  // Without a shell, so that a revision is never taken for a command.
  const options = { maxBuffer: MOST_OUTPUT, encoding: 'buffer', env: environment } as const;
  return (await run('git', ['-C', folder, ...args], options)).stdout;
}

/** The commit that a revision names: itself, a branch or a tag. It is never taken for an option. */
export async function commitOf(folder: string, revision: string): Promise<string> {
  const name = `${revision}^{commit}`;
  return line(await git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', name));
}

/** The way from the top of the repository to a folder in it, with a slash at the end; empty at the top. */
export async function prefixOf(folder: string): Promise<string> {
  return line(await git(folder, 'rev-parse', '--show-prefix'));
}

/** The names in a list that git ends with zeros. */
export function namesIn(output: Buffer): string[] {
  return output.toString('utf8').split('\0').slice(0, -1);
}

/** The one line that git printed. */
export function line(output: Buffer): string {
  return output.toString('utf8').replace(/\r?\n$/, '');
}

/** The first line of what git said when it failed. */
export function reasonOf(error: unknown): string {
  const { stderr } = error as { stderr?: Buffer | string };
  const [reason = ''] = String(stderr ?? '')
    .trim()
    .split('\n');
  return reason;
}
