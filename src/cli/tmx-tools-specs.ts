import { exitCodes } from './failure.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './spec.ts';
import { readingOptions } from './tmx-reading-options.ts';

const tmxReporters = ['text', 'json'] as const;
export const identities: readonly ['source', 'tuid'] = ['source', 'tuid'];
export const mergePolicies: readonly ['all', 'newest', 'first'] = ['all', 'newest', 'first'];
export const cleanCodes: readonly ['keep', 'placeholder', 'drop'] = ['keep', 'placeholder', 'drop'];
export const dedupePolicies: readonly ['first', 'newest'] = ['first', 'newest'];

const memoryArgument: ArgumentSpec = { name: '<memory>', about: 'tmx-argument-memory' };
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
  options: [source, reporter, ...readingOptions],
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
    ...readingOptions,
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
    ...readingOptions,
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

const filter: CommandSpec = {
  name: 'filter',
  summary: 'tmx-filter-summary',
  about: 'tmx-filter-about',
  args: [memoryArgument],
  options: [
    { flags: '--language <locale>', about: 'tmx-option-language', repeated: true },
    { flags: '--from <date>', about: 'tmx-option-from' },
    { flags: '--to <date>', about: 'tmx-option-to' },
    { flags: '--author <name>', about: 'tmx-option-author', repeated: true },
    { flags: '--prop <type=value>', about: 'tmx-option-prop', repeated: true },
    { flags: '--text <expression>', about: 'tmx-option-text' },
    { flags: '--source <expression>', about: 'tmx-option-source-text' },
    { flags: '--target <expression>', about: 'tmx-option-target-text' },
    { flags: '--min-length <n>', about: 'tmx-option-min-length' },
    { flags: '--max-length <n>', about: 'tmx-option-max-length' },
    { flags: '--finding <rule>', about: 'tmx-option-finding', repeated: true },
    { flags: '--invert', about: 'tmx-option-invert' },
    source,
    ...readingOptions,
    output,
  ],
  examples: [
    {
      about: 'tmx-filter-example',
      command: 'paralign tmx filter memory.tmx --language en-GB --language ru-RU -o pair.tmx',
    },
    {
      about: 'tmx-filter-example-date',
      command: 'paralign tmx filter memory.tmx --from 2016-04-12 --author anna -o recent.tmx',
    },
    {
      about: 'tmx-filter-example-text',
      command: "paralign tmx filter memory.tmx --source '/trains?/i' --invert -o rest.tmx",
    },
    {
      about: 'tmx-filter-example-finding',
      command: 'paralign tmx filter memory.tmx --finding number-mismatch --finding untranslated --invert -o sound.tmx',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-filter.ts')).runTmxFilter,
};

const clean: CommandSpec = {
  name: 'clean',
  summary: 'tmx-clean-summary',
  about: 'tmx-clean-about',
  args: [memoryArgument],
  options: [
    { flags: '--codes <what>', about: 'tmx-option-codes', choices: cleanCodes, default: 'keep' },
    { flags: '--keep-controls', about: 'tmx-option-keep-controls' },
    { flags: '--keep-edges', about: 'tmx-option-keep-edges' },
    { flags: '--keep-empty', about: 'tmx-option-keep-empty' },
    ...readingOptions,
    output,
  ],
  examples: [
    { about: 'tmx-clean-example', command: 'paralign tmx clean memory.tmx -o clean.tmx' },
    { about: 'tmx-clean-example-codes', command: 'paralign tmx clean memory.tmx --codes drop -o plain.tmx' },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-clean.ts')).runTmxClean,
};

const split: CommandSpec = {
  name: 'split',
  summary: 'tmx-split-summary',
  about: 'tmx-split-about',
  args: [memoryArgument],
  options: [
    { flags: '--pairs', about: 'tmx-option-pairs' },
    { flags: '--units <n>', about: 'tmx-option-units' },
    { flags: '--size <size>', about: 'tmx-option-size' },
    ...readingOptions,
    { flags: '-o, --output <pattern>', about: 'tmx-option-pattern' },
  ],
  examples: [
    { about: 'tmx-split-example', command: 'paralign tmx split memory.tmx --pairs' },
    {
      about: 'tmx-split-example-units',
      command: "paralign tmx split memory.tmx --units 10000 -o 'memory-{nnn}.tmx'",
    },
    { about: 'tmx-split-example-size', command: 'paralign tmx split memory.tmx --size 100M' },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-split.ts')).runTmxSplit,
};

const diff: CommandSpec = {
  name: 'diff',
  summary: 'tmx-diff-summary',
  about: 'tmx-diff-about',
  args: [
    { name: '<old>', about: 'tmx-argument-old' },
    { name: '<new>', about: 'tmx-argument-new' },
  ],
  options: [identity, { flags: '--metadata', about: 'tmx-option-metadata' }, reporter, memoryLimit, ...readingOptions],
  examples: [
    { about: 'tmx-diff-example', command: 'paralign tmx diff old.tmx new.tmx' },
    { about: 'tmx-diff-example-json', command: 'paralign tmx diff old.tmx new.tmx --identity tuid --reporter json' },
  ],
  exits: [
    [exitCodes.ok, 'tmx-exit-same'],
    [exitCodes.findings, 'tmx-exit-different'],
    [exitCodes.failed, 'exit-failed'],
  ],
  load: async () => (await import('./commands/tmx-diff.ts')).runTmxDiff,
};

/** The commands that work on memories of any length. */
export const tmxTools: readonly CommandSpec[] = [stats, merge, dedupe, filter, clean, split, diff];
