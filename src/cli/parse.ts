import { Command, Option } from 'commander';
import type { CommanderError } from 'commander';
import { CliError } from './failure.ts';
import { Options } from './spec.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { commonOptions, paralign } from './specs.ts';
import { HelpRequest, usageError, VersionRequest } from './usage.ts';

/** What the command line asks for. */
export interface Invocation {
  readonly spec: CommandSpec;
  readonly args: readonly string[];
  readonly options: Options;
}

/**
 * Reads the command line.
 *
 * @param argv without the paths of Node.js and of the script.
 * @throws {CliError} for every mistake in it; {@link HelpRequest}, {@link VersionRequest}
 */
export function parseCommandLine(argv: readonly string[]): Invocation {
  let invocation: Invocation | undefined;
  const program = build(paralign, [], (found) => (invocation = found));
  program.on('option:version', () => {
    throw new VersionRequest();
  });
  program.parse(argv, { from: 'user' });
  // Commander calls an action or throws; it does nothing else.
  if (invocation === undefined) throw new HelpRequest(paralign, [paralign.name], false);
  return invocation;
}

function build(spec: CommandSpec, above: readonly string[], found: (invocation: Invocation) => void): Command {
  const path = [...above, spec.name];
  const command = new Command(spec.name)
    .exitOverride((error: CommanderError) => {
      throw usageError(error, spec, path, command);
    })
    // What commander would print itself is worded by us.
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined, outputError: () => undefined })
    .configureHelp({ formatHelp: () => '' })
    .helpCommand(false)
    .allowExcessArguments(false);
  for (const option of [...spec.options, ...(above.length === 0 ? commonOptions : [])])
    command.addOption(createOption(option, path));
  for (const arg of spec.args) command.argument(arg.name);
  for (const below of spec.commands ?? []) command.addCommand(build(below, path, found));
  if (spec.name === 'help') command.action((names: readonly string[]) => askForHelp(names));
  else if (spec.load) command.action(() => found({ spec, args: command.args, options: new Options(command.opts()) }));
  return command;
}

function createOption({ flags, choices, default: value, repeated }: OptionSpec, path: readonly string[]): Option {
  const option = new Option(flags);
  if (value !== undefined) option.default(value);
  if (repeated) option.argParser((given: string, before?: readonly string[]) => [...(before ?? []), given]);
  if (choices)
    option.argParser((given: string) => {
      if (choices.includes(given)) return given;
      throw new CliError('unknown-choice', {
        option: option.long ?? flags,
        value: given,
        choices: choices.join(', '),
        help: [...path, '--help'].join(' '),
      });
    });
  return option;
}

function askForHelp(names: readonly string[]): never {
  let spec = paralign;
  const path = [paralign.name];
  for (const name of names) {
    const below = spec.commands?.find((command) => command.name === name);
    if (below === undefined)
      throw new CliError('unknown-command', { command: name, help: [...path, '--help'].join(' ') });
    spec = below;
    path.push(name);
  }
  throw new HelpRequest(spec, path, true);
}
