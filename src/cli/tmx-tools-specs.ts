import { exitCodes } from './failure.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const tmxReporters = ['text', 'json'] as const;

const memoryArgument: ArgumentSpec = { name: '<memory>', about: 'tmx-argument-memory' };
const lenient: OptionSpec = { flags: '--lenient', about: 'tmx-option-lenient' };
const source: OptionSpec = { flags: '--source-locale <locale>', about: 'tmx-option-source' };
const reporter: OptionSpec = {
  flags: '--reporter <name>',
  about: 'tmx-option-reporter',
  choices: tmxReporters,
  default: 'text',
};
const done: CommandSpec['exits'] = [
  [exitCodes.ok, 'exit-done'],
  [exitCodes.failed, 'exit-failed'],
];

const stats: CommandSpec = {
  name: 'stats',
  summary: 'tmx-stats-summary',
  about: 'tmx-stats-about',
  args: [memoryArgument],
  options: [source, reporter, lenient],
  examples: [
    { about: 'tmx-stats-example', command: 'paralign tmx stats memory.tmx' },
    { about: 'tmx-stats-example-json', command: 'paralign tmx stats memory.tmx --reporter json' },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-stats.ts')).runTmxStats,
};

/** The commands that work on memories of any length. */
export const tmxTools: readonly CommandSpec[] = [stats];
