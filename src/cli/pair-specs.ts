import { exitCodes } from './failure.ts';
import { inputOptions } from './input-kind.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const localeOptions: readonly OptionSpec[] = [
  { flags: '--source-locale <locale>', about: 'option-source-locale' },
  { flags: '--target-locale <locale>', about: 'option-target-locale' },
];
/** What every command that works on two files takes. */
export const pairOptions: readonly OptionSpec[] = [
  ...localeOptions,
  ...inputOptions,
  { flags: '--boundary <marker>', about: 'option-boundary' },
  { flags: '--boundary-headings', about: 'option-boundary-headings' },
  { flags: '--confirmed <file>', about: 'option-confirmed' },
  { flags: '--dictionary <file>', about: 'option-dictionary', repeated: true },
  { flags: '--memory <file>', about: 'option-memory', repeated: true },
  { flags: '--translation <file>', about: 'option-translation' },
];
/** The two files. */
export const pairArgs: readonly ArgumentSpec[] = [
  { name: '<source>', about: 'argument-source' },
  { name: '<target>', about: 'argument-target' },
];

/** Exit codes of a command that does something. */
export const done: CommandSpec['exits'] = [
  [exitCodes.ok, 'exit-done'],
  [exitCodes.failed, 'exit-failed'],
];
/** Exit codes of a command that looks for mistakes. */
export const checked: CommandSpec['exits'] = [
  [exitCodes.ok, 'exit-clean'],
  [exitCodes.findings, 'exit-findings'],
  [exitCodes.failed, 'exit-failed'],
];
