import { tmxVersions } from '../tmx/for-version.ts';
import { exitCodes } from './failure.ts';
import type { CommandSpec } from './spec.ts';
import { readingOptions } from './tmx-reading-options.ts';

export const tmxLevels: readonly ['1', '2'] = ['1', '2'];
export const languageTags: readonly ['keep', 'canonical'] = ['keep', 'canonical'];
export const characterPolicies: readonly ['error', 'replace', 'drop'] = ['error', 'replace', 'drop'];

export const tmxCopy: CommandSpec = {
  name: 'copy',
  summary: 'tmx-copy-summary',
  about: 'tmx-copy-about',
  args: [{ name: '<memory>', about: 'tmx-argument-memory' }],
  options: [
    { flags: '--tmx-version <version>', about: 'tmx-copy-option-version', choices: tmxVersions },
    { flags: '--level <level>', about: 'tmx-copy-option-level', choices: tmxLevels, default: '2' },
    {
      flags: '--characters <policy>',
      about: 'tmx-copy-option-characters',
      choices: characterPolicies,
      default: 'error',
    },
    { flags: '--language-tags <how>', about: 'tmx-copy-option-languages', choices: languageTags, default: 'keep' },
    ...readingOptions,
    { flags: '-o, --output <file>', about: 'tmx-option-output', default: '-' },
  ],
  examples: [
    { about: 'tmx-copy-example', command: 'paralign tmx copy memory.tmx -o strict.tmx' },
    { about: 'tmx-copy-example-lenient', command: 'paralign tmx copy memory.tmx --lenient -o mended.tmx' },
    {
      about: 'tmx-copy-example-languages',
      command: 'paralign tmx copy memory.tmx --language-tags canonical -o bcp47.tmx',
    },
    { about: 'tmx-copy-example-old', command: 'paralign tmx copy memory.tmx --tmx-version 1.1 --level 1 -o plain.tmx' },
  ],
  exits: [
    [exitCodes.ok, 'exit-done'],
    [exitCodes.failed, 'exit-failed'],
  ],
  load: async () => (await import('./commands/tmx-copy.ts')).runTmxCopy,
};
