import type { Messages } from '../../report/messages/index.ts';
import { uiLocales } from '../../report/messages/index.ts';
import type { CommandSpec, OptionSpec } from '../spec.ts';
import { commonOptions, paralign } from '../specs.ts';

/** What can be typed after the words of a command, for a shell to complete. */
export interface CompletionLevel {
  /** The names from `paralign` to the command, parted by spaces. */
  readonly path: string;
  readonly commands: readonly CompletionWord[];
  readonly options: readonly CompletionOption[];
}

export interface CompletionWord {
  readonly name: string;
  readonly about: string;
}

export interface CompletionOption {
  /** `--output`, `-o`. */
  readonly names: readonly string[];
  /** In one line. */
  readonly about: string;
  /** Whether a value follows, and what it can be; empty where that is a file, or whatever the user likes. */
  readonly values?: readonly string[];
}

/** Every command with what can follow it, `paralign` itself first. */
export function completionLevels(messages: Messages): CompletionLevel[] {
  const levels: CompletionLevel[] = [];
  const add = (spec: CommandSpec, above: string): void => {
    const path = `${above}${spec.name}`;
    // After `help` stand the commands that there is help for.
    const below = spec.name === 'help' ? paralign.commands! : (spec.commands ?? []);
    levels.push({
      path,
      commands: below.map(({ name, summary }) => ({ name, about: oneLine(messages.cli(summary)) })),
      options: [...spec.options, ...commonOptions, helpOption].map((option) => completionOption(option, messages)),
    });
    for (const command of spec.commands ?? []) add(command, `${path} `);
  };
  add(paralign, '');
  return levels;
}

const helpOption: OptionSpec = { flags: '-h, --help', about: 'option-help' };

function completionOption({ flags, about, choices, names }: OptionSpec, messages: Messages): CompletionOption {
  const parts = flags.split(/,?\s+/);
  const takesValue = parts.some((part) => /^[<[]/.test(part));
  const values = flags.startsWith('--ui-locale') ? uiLocales : (choices ?? names ?? []);
  return {
    names: parts.filter((part) => part.startsWith('-')),
    about: oneLine(messages.cli(about)),
    ...(takesValue && { values }),
  };
}

/** The first clause of a text: there is room for no more. */
function oneLine(text: string): string {
  return text.split(/[\n;:]|\. /, 1)[0]!.replace(/\.$/, '');
}

/** A text as a word of a shell: between single quotes, which a shell of POSIX's family and fish read alike but for one sign. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
