/** What works on translation memories, beside reading and writing them: as data for the parser and the help. */
import { exitCodes } from './failure.ts';
import { inputOptions } from './input-kind.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';
import { readingOptions } from './tmx-reading-options.ts';

export const queryFormats: readonly ['text', 'json'] = ['text', 'json'];

/** What a memory is read from and written to. */
export const memoryFormats: readonly ['tmx', 'csv', 'tsv', 'xlsx', 'jsonl', 'xliff', 'xliff2', 'po', 'moses'] = [
  'tmx',
  'csv',
  'tsv',
  'xlsx',
  'jsonl',
  'xliff',
  'xliff2',
  'po',
  'moses',
];
/** What two languages of a memory are written in as a bitext. */
export const bitextFormats: readonly ['tsv', 'json', 'beads'] = ['tsv', 'json', 'beads'];
export const pretranslateFormats: readonly ['tsv', 'json', 'tmx', 'text'] = ['tsv', 'json', 'tmx', 'text'];
const cells = ['text', 'tmx'] as const;

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
    ...readingOptions,
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

export const tmxConvert: CommandSpec = {
  name: 'convert',
  summary: 'tmx-convert-summary',
  about: 'tmx-convert-about',
  args: [
    { name: '<memory>', about: 'argument-convert' },
    { name: '[target]', about: 'argument-convert-target' },
  ],
  options: [
    { flags: '--from <format>', about: 'option-convert-from', choices: memoryFormats },
    { flags: '--to <format>', about: 'option-convert-to', choices: memoryFormats },
    { flags: '--source-locale <locale>', about: 'option-convert-source-locale' },
    { flags: '--target-locale <locale>', about: 'option-convert-target-locale' },
    { flags: '--cells <kind>', about: 'option-convert-cells', choices: cells, default: 'text' },
    { flags: '--format <format>', about: 'option-convert-format', choices: bitextFormats },
    { flags: '--lean', about: 'option-convert-lean' },
    ...readingOptions,
    { flags: '-o, --output <file>', about: 'option-convert-output', default: '-' },
  ],
  examples: [
    { about: 'tmx-convert-example-csv', command: 'paralign tmx convert memory.tmx -o memory.csv' },
    { about: 'tmx-convert-example-back', command: 'paralign tmx convert memory.csv -o back.tmx' },
    { about: 'tmx-convert-example-xlsx', command: 'paralign tmx convert memory.tmx -o memory.xlsx' },
    { about: 'tmx-convert-example-jsonl', command: 'paralign tmx convert memory.tmx --to jsonl' },
    { about: 'tmx-convert-example-xliff', command: 'paralign tmx convert memory.tmx -o memory.xlf' },
    { about: 'tmx-convert-example-moses', command: 'paralign tmx convert memory.tmx --to moses -o corpus' },
    {
      about: 'tmx-convert-example-from-moses',
      command: 'paralign tmx convert --from moses corpus.en-GB corpus.ru-RU -o corpus.tmx',
    },
    {
      about: 'tmx-convert-example-locales',
      command: 'paralign tmx convert memory.tmx --source-locale en-GB --target-locale ru-RU --format json',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-convert.ts')).runTmxConvert,
};

export const tmxPretranslate: CommandSpec = {
  name: 'pretranslate',
  summary: 'tmx-pretranslate-summary',
  about: 'tmx-pretranslate-about',
  args: [
    { name: '<document>', about: 'argument-document' },
    { name: '<memory...>', about: 'argument-memories' },
  ],
  options: [
    { flags: '--source-locale <locale>', about: 'option-source-locale' },
    { flags: '--target-locale <locale>', about: 'option-memory-target-locale' },
    ...inputOptions,
    { flags: '--min <percent>', about: 'option-pretranslate-min', default: '70' },
    { flags: '--placeholder <text>', about: 'option-placeholder', default: '[[{source}]]' },
    { flags: '--format <format>', about: 'option-pretranslate-format', choices: pretranslateFormats },
    ...readingOptions,
    { flags: '-o, --output <file>', about: 'option-pretranslate-output', default: '-' },
  ],
  examples: [
    {
      about: 'tmx-pretranslate-example',
      command: 'paralign tmx pretranslate page.en-GB.txt memory.tmx --target-locale ru-RU -o filled.tsv',
    },
    {
      about: 'tmx-pretranslate-example-text',
      command: 'paralign tmx pretranslate page.en-GB.txt memory.tmx --target-locale ru-RU --min 100 -o filled.txt',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/tmx-pretranslate.ts')).runTmxPretranslate,
};
