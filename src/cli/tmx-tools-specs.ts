import { exitCodes } from './failure.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';

const tmxReporters = ['text', 'json'] as const;
export const identities: readonly ['source', 'tuid'] = ['source', 'tuid'];
export const mergePolicies: readonly ['all', 'newest', 'first'] = ['all', 'newest', 'first'];
export const dedupePolicies: readonly ['first', 'newest'] = ['first', 'newest'];

const memoryArgument: ArgumentSpec = { name: '<memory>', about: 'tmx-argument-memory' };
const lenient: OptionSpec = { flags: '--lenient', about: 'tmx-option-lenient' };
const source: OptionSpec = { flags: '--source-locale <locale>', about: 'tmx-option-source' };
const reporter: OptionSpec = {
  flags: '--reporter <name>',
  about: 'tmx-option-reporter',
  choices: tmxReporters,
  default: 'text',
};
const output: OptionSpec = { flags: '-o, --output <file>', about: 'tmx-option-output', default: '-' };
const memoryLimit: OptionSpec = {
  flags: '--memory-limit <size>',
  about: 'tmx-option-memory-limit',
  default: '512M',
};
const identity: OptionSpec = {
  flags: '--identity <kind>',
  about: 'tmx-option-identity',
  choices: identities,
  default: 'source',
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

const merge: CommandSpec = {
  name: 'merge',
  summary: 'tmx-merge-summary',
  about: 'tmx-merge-about',
  args: [{ name: '<memories...>', about: 'tmx-argument-memories' }],
  options: [
    identity,
    { flags: '--policy <policy>', about: 'tmx-option-merge-policy', choices: mergePolicies, default: 'all' },
    memoryLimit,
    lenient,
    output,
  ],
  examples: [
    { about: 'tmx-merge-example', command: 'paralign tmx merge old.tmx new.tmx -o merged.tmx' },
    {
      about: 'tmx-merge-example-newest',
      command: 'paralign tmx merge old.tmx new.tmx --identity tuid --policy newest -o merged.tmx',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-merge.ts')).runTmxMerge,
};

const dedupe: CommandSpec = {
  name: 'dedupe',
  summary: 'tmx-dedupe-summary',
  about: 'tmx-dedupe-about',
  args: [memoryArgument],
  options: [
    { flags: '--policy <policy>', about: 'tmx-option-dedupe-policy', choices: dedupePolicies, default: 'first' },
    { flags: '--ignore-case', about: 'tmx-option-ignore-case' },
    { flags: '--ignore-codes', about: 'tmx-option-ignore-codes' },
    memoryLimit,
    lenient,
    output,
  ],
  examples: [
    { about: 'tmx-dedupe-example', command: 'paralign tmx dedupe memory.tmx -o deduped.tmx' },
    {
      about: 'tmx-dedupe-example-alike',
      command: 'paralign tmx dedupe memory.tmx --ignore-case --ignore-codes --policy newest -o deduped.tmx',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-dedupe.ts')).runTmxDedupe,
};

/** The commands that work on memories of any length. */
export const tmxTools: readonly CommandSpec[] = [stats, merge, dedupe];
