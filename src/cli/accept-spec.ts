import { failLevels, fileOptions } from './check-specs.ts';
import { exitCodes } from './failure.ts';
import { pairOptions } from './pair-specs.ts';
import type { CommandSpec } from './spec.ts';

/** What of {@link accept} is for the documents of a config and not for two files, by its long name in camel case. */
export const acceptConfigOptions: Readonly<Record<string, string>> = {
  config: '--config',
  locale: '--locale',
  only: '--only',
  failOn: '--fail-on',
};

const { memory: _, ...pairFileOptions } = fileOptions;

/** What of {@link accept} is for two files. */
export const acceptFileOptions: Readonly<Record<string, string>> = {
  ...pairFileOptions,
  block: '--block',
  finding: '--finding',
};

export const accept: CommandSpec = {
  name: 'accept',
  summary: 'accept-summary',
  about: 'accept-about',
  args: [
    { name: '[source]', about: 'argument-accept-source' },
    { name: '[target]', about: 'argument-accept-target' },
  ],
  options: [
    { flags: '--memory <file>', about: 'option-accept-memory' },
    { flags: '--by <name>', about: 'option-accept-by' },
    { flags: '--date <date>', about: 'option-accept-date' },
    { flags: '--min-confidence <percent>', about: 'option-accept-confidence', default: '90' },
    { flags: '--stale', about: 'option-accept-stale' },
    { flags: '--block <n>', about: 'option-accept-block', repeated: true },
    { flags: '--finding <fingerprint>', about: 'option-accept-finding', repeated: true },
    { flags: '--config <file>', about: 'option-config' },
    { flags: '--locale <locale>', about: 'option-accept-locale', repeated: true },
    { flags: '--only <pattern>', about: 'option-accept-only', repeated: true },
    { flags: '--fail-on <severity>', about: 'option-accept-fail-on', choices: failLevels },
    ...pairOptions.filter(({ flags }) => !flags.startsWith('--memory')),
  ],
  examples: [
    {
      about: 'accept-example',
      command: 'paralign accept page.en-GB.txt page.ru-RU.txt --memory accepted.tmx --by Anna',
    },
    {
      about: 'accept-example-block',
      command: 'paralign accept page.en-GB.txt page.ru-RU.txt --memory accepted.tmx --block 1 --block 3',
    },
    { about: 'accept-example-config', command: 'paralign accept --memory accepted.tmx --locale ru-RU --by Anna' },
    {
      about: 'accept-example-check',
      command: 'paralign check page.en-GB.txt page.ru-RU.txt --memory accepted.tmx',
    },
  ],
  exits: [
    [exitCodes.ok, 'exit-done'],
    [exitCodes.findings, 'exit-accept-held'],
    [exitCodes.failed, 'exit-failed'],
  ],
  load: async () => (await import('./commands/accept.ts')).runAccept,
};
