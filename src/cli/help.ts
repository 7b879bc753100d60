import type { Messages } from '../report/messages/index.ts';
import { wrap } from '../report/wrap.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { commonOptions } from './specs.ts';
import { usageLine } from './usage.ts';

export const helpOption: OptionSpec = { flags: '-h, --help', about: 'option-help' };

/**
 * The help page of a command.
 *
 * @param path the names from `paralign` to the command.
 * @param width in columns.
 */
export function helpPage(spec: CommandSpec, path: readonly string[], messages: Messages, width: number): string {
  const options = [...spec.options, ...commonOptions, helpOption];
  const sections = [
    wrap(messages.cli(spec.about), width).join('\n'),
    section(messages.cli('help-usage'), [`  ${usageLine(spec, path)}`]),
    section(
      messages.cli('help-commands'),
      table(spec.commands?.map((command) => [command.name, messages.cli(command.summary)]) ?? [], width),
    ),
    section(
      messages.cli('help-arguments'),
      table(
        spec.args.map((arg) => [arg.name, messages.cli(arg.about)]),
        width,
      ),
    ),
    section(
      messages.cli('help-options'),
      table(
        options.map((option) => [option.flags, aboutOption(option, messages)]),
        width,
      ),
    ),
    section(
      messages.cli('help-examples'),
      // A command stays on one line, so that it can be pasted.
      spec.examples.flatMap(({ about, command }) => [
        ...wrap(messages.cli(about), width - 4).map((line) => `  # ${line}`),
        `  ${command}`,
      ]),
    ),
    section(
      messages.cli('help-exits'),
      table(
        spec.exits.map(([code, about]) => [String(code), messages.cli(about)]),
        width,
      ),
    ),
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

/** What an option does, with its choices and default. */
export function aboutOption(option: OptionSpec, messages: Messages): string {
  const notes = [
    ...[option.choices ?? option.names ?? []]
      .filter((choices) => choices.length > 0)
      .map((choices) => messages.cli('help-choices', { choices: choices.join(', ') })),
    ...(option.default === undefined ? [] : [messages.cli('help-default', { value: option.default })]),
    ...(option.repeated ? [messages.cli('help-repeated')] : []),
  ];
  return [messages.cli(option.about), ...(notes.length === 0 ? [] : [`(${notes.join('; ')})`])].join(' ');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines].join('\n');
}

function table(rows: readonly (readonly [term: string, about: string])[], width: number): string[] {
  const longest = Math.max(0, ...rows.map(([term]) => term.length));
  const margin = `\n${' '.repeat(longest + 4)}`;
  return rows.map(([term, about]) => `  ${term.padEnd(longest)}  ${wrap(about, width - longest - 4).join(margin)}`);
}
