import type { CompletionLevel } from '../completion/completion-level.ts';
import type { Context } from '../context.ts';
import { CliError, exitCodes } from '../failure.ts';
import { writeStdout } from '../output.ts';
import type { Options } from '../spec.ts';
import { shells } from '../tool-specs.ts';

type Shell = (typeof shells)[number];

const scripts: Readonly<Record<Shell, () => Promise<(levels: readonly CompletionLevel[]) => string>>> = {
  bash: async () => (await import('../completion/bash.ts')).bashCompletion,
  zsh: async () => (await import('../completion/zsh.ts')).zshCompletion,
  fish: async () => (await import('../completion/fish.ts')).fishCompletion,
};

/** `paralign completion`: a script by which a shell completes the command. */
export async function runCompletion(args: readonly string[], _options: Options, context: Context): Promise<number> {
  const shell = shells.find((name) => name === args[0]);
  if (shell === undefined) throw new CliError('unknown-shell', { shell: args[0] ?? '', choices: shells.join(', ') });
  const [{ completionLevels }, script, messages] = await Promise.all([
    import('../completion/completion-level.ts'),
    scripts[shell](),
    context.messages(),
  ]);
  await writeStdout(script(completionLevels(messages)));
  return exitCodes.ok;
}
