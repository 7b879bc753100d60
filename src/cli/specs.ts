import { accept } from './accept-spec.ts';
import { alignFormats } from './align-formats.ts';
import { check, init } from './check-specs.ts';
import { exitCodes } from './failure.ts';
import { checked, done, pairArgs, pairOptions } from './pair-specs.ts';
import { pair } from './pair-command-spec.ts';
import { tmxConvert, tmxPretranslate, tmxQuery } from './memory-specs.ts';
import { tmxCopy } from './tmx-copy-spec.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { completion, doctor, manual } from './tool-specs.ts';
import { tmxTools } from './tmx-tools-specs.ts';
import { tmxValidate } from './tmx-validate-spec.ts';

const units = ['segment', 'block'] as const;

export const errorPolicies: readonly ['fail', 'skip'] = ['fail', 'skip'];

const unitOption: OptionSpec = { flags: '--unit <unit>', about: 'option-unit', choices: units, default: 'segment' };
/** Options that every command takes, before its name or after it. */
export const commonOptions: readonly OptionSpec[] = [
  { flags: '--ui-locale <locale>', about: 'option-ui-locale' },
  { flags: '--debug', about: 'option-debug' },
];

const align: CommandSpec = {
  name: 'align',
  summary: 'align-summary',
  about: 'align-about',
  args: [...pairArgs, { name: '[more...]', about: 'argument-more' }],
  options: [
    ...pairOptions,
    unitOption,
    { flags: '--format <format>', about: 'option-align-format', choices: alignFormats },
    { flags: '--explain <bead>', about: 'option-explain' },
    { flags: '-o, --output <file>', about: 'option-align-output' },
  ],
  examples: [
    { about: 'align-example-screen', command: 'paralign align page.en-GB.txt page.ru-RU.txt' },
    { about: 'align-example-tmx', command: 'paralign align page.en-GB.txt page.ru-RU.txt -o memory.tmx' },
    { about: 'align-example-html', command: 'paralign align page.en-GB.txt page.ru-RU.txt -o review.html' },
    {
      about: 'align-example-xliff',
      command: 'paralign align page.en-GB.txt page.ru-RU.txt --format xliff2 -o page.xlf',
    },
    {
      about: 'align-example-i18next',
      command: 'paralign align page.en-GB.txt page.ru-RU.txt --format i18next -o locales',
    },
    {
      about: 'align-example-beads',
      command:
        'paralign align a.txt b.txt --input lines --unit segment --source-locale de --target-locale fr --format beads',
    },
    {
      about: 'align-example-versions',
      command: 'paralign align page.en-GB.txt page.ru-RU.txt page.de.txt -o page.tsv',
    },
    { about: 'align-example-explain', command: 'paralign align page.en-GB.txt page.ru-RU.txt --explain 3' },
    {
      about: 'align-example-confirmed',
      command: 'paralign align page.en-GB.txt page.ru-RU.txt --confirmed reviewed.beads',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/align.ts')).runAlign,
};

const tmxExport: CommandSpec = {
  name: 'export',
  summary: 'tmx-export-summary',
  about: 'tmx-export-about',
  args: pairArgs,
  options: [
    ...pairOptions,
    unitOption,
    { flags: '--lean', about: 'option-export-lean' },
    { flags: '-o, --output <file>', about: 'option-tmx-output', default: '-' },
  ],
  examples: [
    { about: 'align-example-tmx', command: 'paralign tmx export page.en-GB.txt page.ru-RU.txt -o memory.tmx' },
    {
      about: 'tmx-export-example-block',
      command: 'paralign tmx export page.en-GB.txt page.ru-RU.txt --unit block -o memory.tmx',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-export.ts')).runTmxExport,
};

const tmx: CommandSpec = {
  name: 'tmx',
  summary: 'tmx-summary',
  about: 'tmx-about',
  args: [],
  options: [],
  examples: [...tmxExport.examples.slice(0, 1), ...tmxConvert.examples.slice(0, 1)],
  exits: done,
  commands: [tmxExport, tmxCopy, tmxValidate, tmxConvert, tmxQuery, tmxPretranslate, ...tmxTools],
};

const corpus: CommandSpec = {
  name: 'corpus',
  summary: 'corpus-summary',
  about: 'corpus-about',
  args: [{ name: '[file]', about: 'argument-corpus' }],
  options: [
    { flags: '--source-locale <locale>', about: 'option-corpus-source-locale' },
    { flags: '--target-locale <locale>', about: 'option-corpus-target-locale' },
    { flags: '--knowledge <file>', about: 'option-knowledge', repeated: true },
    { flags: '--save-knowledge <file>', about: 'option-save-knowledge' },
    { flags: '--workers <n>', about: 'option-workers' },
    { flags: '--batch <n>', about: 'option-batch', default: '1000' },
    { flags: '--on-error <policy>', about: 'option-on-error', choices: errorPolicies, default: 'fail' },
    { flags: '-o, --output <file>', about: 'option-corpus-output', default: '-' },
  ],
  examples: [
    { about: 'corpus-example', command: 'paralign corpus pairs.jsonl -o beads.jsonl' },
    {
      about: 'corpus-example-save',
      command: 'paralign corpus pairs.jsonl --save-knowledge knowledge.json -o beads.jsonl',
    },
    {
      about: 'corpus-example-use',
      command: 'paralign corpus pairs.jsonl --knowledge knowledge.json --workers 1 --on-error skip',
    },
  ],
  exits: [
    [exitCodes.ok, 'exit-done'],
    [exitCodes.findings, 'exit-skipped'],
    [exitCodes.failed, 'exit-failed'],
  ],
  load: async () => (await import('./commands/corpus.ts')).runCorpus,
};

const demo: CommandSpec = {
  name: 'demo',
  summary: 'demo-summary',
  about: 'demo-about',
  args: [],
  options: [{ flags: '-o, --output <folder>', about: 'option-demo-output', default: 'out/lavrov-2016-04-12' }],
  examples: [
    { about: 'demo-example', command: 'paralign demo' },
    { about: 'demo-example-folder', command: 'paralign demo -o interview' },
  ],
  exits: done,
  load: async () => (await import('./commands/demo.ts')).runDemo,
};

const help: CommandSpec = {
  name: 'help',
  summary: 'help-summary',
  about: 'help-summary',
  args: [{ name: '[command...]', about: 'argument-command' }],
  options: [],
  examples: [{ about: 'help-example', command: 'paralign help tmx export' }],
  exits: done,
};

/** The whole command line of paralign. */
export const paralign: CommandSpec = {
  name: 'paralign',
  summary: 'paralign-about',
  about: 'paralign-about',
  args: [],
  options: [{ flags: '-V, --version', about: 'option-version' }],
  examples: [
    { about: 'demo-example', command: 'paralign demo' },
    { about: 'align-example-tmx', command: 'paralign align page.en-GB.txt page.ru-RU.txt -o memory.tmx' },
    { about: 'check-example-screen', command: 'paralign check page.en-GB.txt page.ru-RU.txt' },
  ],
  exits: checked,
  commands: [align, check, accept, init, pair, corpus, tmx, demo, doctor, completion, manual, help],
};
