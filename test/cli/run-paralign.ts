import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built command. */
export const script: string = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A file of the interview's corpus. */
export function corpusFile(name: string): string {
  return fileURLToPath(new URL(`../../corpora/lavrov-2016-04-12/${name}`, import.meta.url));
}

/** What a process did. */
export interface Outcome {
  /** The exit code; null where a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** The current folder. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What stands on standard input. */
  readonly input?: string | Uint8Array;
  /** Code that Node.js runs before the command, in its process. */
  readonly before?: string;
  /** Another copy of the command. */
  readonly script?: string;
}

/** Runs the built command as a user would, in English where nothing else is said. */
export function paralign(args: readonly string[], surroundings: Surroundings = {}): Outcome {
  const { cwd, input } = surroundings;
  const { status, stdout, stderr } = spawnSync(process.execPath, argumentsOf(args, surroundings), {
    encoding: 'utf8',
    env: environment(surroundings),
    maxBuffer: 1 << 28,
    ...(cwd === undefined ? {} : { cwd }),
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, stdout, stderr };
}

/** Runs the command with a reader that closes its end of the pipe before anything is written. */
export async function paralignIntoClosedPipe(
  args: readonly string[],
  surroundings: Surroundings = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, argumentsOf(args, surroundings), {
    env: environment(surroundings),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(surroundings.cwd === undefined ? {} : { cwd: surroundings.cwd }),
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout: '', stderr };
}

/** The arguments of Node.js. */
export function argumentsOf(args: readonly string[], { before, script: copy = script }: Surroundings): string[] {
  const preload = before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  return [...preload, copy, ...args];
}

/** Nothing of the test run's own language, colour or date gets through. */
export function environment({ env = {} }: Surroundings): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env };
}
