/** What works on translation memories, beside reading and writing them: as data for the parser and the help. */
import { exitCodes } from './failure.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

export const queryFormats: readonly ['text', 'json'] = ['text', 'json'];

const memoryLocales: readonly OptionSpec[] = [
  { flags: '--source-locale <locale>', about: 'option-memory-source-locale' },
  { flags: '--target-locale <locale>', about: 'option-memory-target-locale' },
];

const done: CommandSpec['exits'] = [
  [exitCodes.ok, 'exit-done'],
  [exitCodes.failed, 'exit-failed'],
];

export const tmxQuery: CommandSpec = {
  name: 'query',
  summary: 'tmx-query-summary',
  about: 'tmx-query-about',
  args: [
    { name: '<memory>', about: 'argument-memory' },
    { name: '[text]', about: 'argument-query' },
  ],
  options: [
    ...memoryLocales,
    { flags: '--batch', about: 'option-query-batch' },
    { flags: '--min <percent>', about: 'option-query-min', default: '70' },
    { flags: '--limit <n>', about: 'option-query-limit', default: '5' },
    { flags: '--format <format>', about: 'option-query-format', choices: queryFormats, default: 'text' },
    { flags: '-o, --output <file>', about: 'option-tmx-output', default: '-' },
  ],
  examples: [
    {
      about: 'tmx-query-example-text',
      command: 'paralign tmx query memory.tmx --source-locale en-GB --target-locale ru-RU Morning',
    },
    {
      about: 'tmx-query-example-batch',
      command: 'paralign tmx query memory.tmx --source-locale en-GB --target-locale ru-RU --batch --format json',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-query.ts')).runTmxQuery,
};
