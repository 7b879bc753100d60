import type { Command, CommanderError } from 'commander';
import { CliError } from './failure.ts';
import type { CommandSpec } from './spec.ts';

/** Asks for the help page of a command; `asked` is false where nothing else could be done with the command line. */
export class HelpRequest extends Error {
  readonly spec: CommandSpec;
  /** The names from `paralign` to the command. */
  readonly path: readonly string[];
  readonly asked: boolean;

  constructor(spec: CommandSpec, path: readonly string[], asked: boolean) {
    super('help');
    this.spec = spec;
    this.path = path;
    this.asked = asked;
  }
}

/** Asks for the version. */
export class VersionRequest extends Error {}

/**
 * What commander has to say about a command line, as our own error.
 *
 * Commander words its errors in English; what they are about is taken out of them, so that we can word it in the
 * reader's language.
 */
export function usageError(error: CommanderError, spec: CommandSpec, path: readonly string[], command: Command): Error {
  const help = [...path, '--help'].join(' ');
  // The first word in quotes is what the error is about. It may itself hold a quote, so it goes on to the last one.
  const about = /'(.*)'/s.exec(error.message.replace(/\n\(Did you mean .*$/s, ''))?.[1] ?? '';
  const suggestion = /\n\(Did you mean (?:one of )?(.*)\?\)$/s.exec(error.message)?.[1];
  switch (error.code) {
    case 'commander.help':
      return new HelpRequest(spec, path, false);
    case 'commander.helpDisplayed':
      return new HelpRequest(spec, path, true);
    case 'commander.unknownOption':
      return suggestion === undefined
        ? new CliError('unknown-option', { option: about, help })
        : new CliError('unknown-option-near', { option: about, suggestion, help });
    case 'commander.unknownCommand':
      return suggestion === undefined
        ? new CliError('unknown-command', { command: about, help })
        : new CliError('unknown-command-near', { command: about, suggestion, help });
    case 'commander.missingArgument':
      return new CliError('missing-argument', { argument: about, usage: usageLine(spec, path), help });
    case 'commander.optionMissingArgument':
      return new CliError('missing-option-value', { option: about, help });
    case 'commander.excessArguments':
      return new CliError('excess-argument', {
        argument: command.args[spec.args.length] ?? '',
        usage: usageLine(spec, path),
        help,
      });
    default:
      return error;
  }
}

/** How the command is called: `paralign align [options] <source> <target>`. */
export function usageLine(spec: CommandSpec, path: readonly string[]): string {
  return [...path, '[options]', ...(spec.commands ? ['<command>'] : spec.args.map((arg) => arg.name))].join(' ');
}
