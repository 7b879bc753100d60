import type { CliKey, Messages } from '../report/messages/index.ts';
import { aboutOption, helpOption } from './help.ts';
import type { CommandSpec } from './spec.ts';
import { commonOptions, paralign } from './specs.ts';
import { usageLine } from './usage.ts';

/**
 * The manual page of the command with all that is below it, for `man`: roff with the macros of man(7), made from what the help
 * pages are made from.
 */
export function manualPage(messages: Messages, version: string): string {
  const say = (key: CliKey): string => messages.cli(key);
  const about = say(paralign.about);
  return [
    `.TH PARALIGN 1 "" ${argument(`paralign ${version}`)} ""`,
    `.SH ${heading(say('manual-name'))}`,
    `paralign \\- ${text(say('manual-line'))}`,
    `.SH ${heading(say('help-usage'))}`,
    `.B ${text(usageLine(paralign, [paralign.name]))}`,
    `.SH ${heading(say('manual-description'))}`,
    text(about),
    ...options([...paralign.options, ...commonOptions, helpOption], messages),
    `.SH ${heading(say('help-commands'))}`,
    ...(paralign.commands ?? []).flatMap((command) => commandParts(command, [paralign.name, command.name], messages)),
    `.SH ${heading(say('help-exits'))}`,
    ...([0, 1, 2] as const).flatMap((code) => ['.TP', `.B ${code}`, text(say(`manual-exit-${code}`))]),
    '',
  ].join('\n');
}

function commandParts(spec: CommandSpec, path: readonly string[], messages: Messages): string[] {
  if (spec.commands !== undefined)
    return spec.commands.flatMap((command) => commandParts(command, [...path, command.name], messages));
  return [
    `.SS ${argument(usageLine(spec, path))}`,
    text(messages.cli(spec.about)),
    ...spec.args.flatMap(({ name, about }) => ['.TP', `.I ${text(name)}`, text(messages.cli(about))]),
    ...options(spec.options, messages),
    ...spec.examples.flatMap(({ about, command }) => [
      '.PP',
      text(messages.cli(about)),
      '.RS 4',
      '.nf',
      text(command),
      '.fi',
      '.RE',
    ]),
  ];
}

function options(specs: CommandSpec['options'], messages: Messages): string[] {
  return specs.flatMap((option) => ['.TP', `.B ${text(option.flags)}`, text(aboutOption(option, messages))]);
}

function heading(title: string): string {
  return argument(title.toUpperCase());
}

function argument(words: string): string {
  return `"${text(words).replace(/"/g, '\\(dq')}"`;
}

/** A line of text that roff takes for nothing else: a hyphen stays one, so that an option can be copied. */
function text(line: string): string {
  return line
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/\s+/g, ' ')
    .replace(/^(?=[.'])/, '\\&');
}
