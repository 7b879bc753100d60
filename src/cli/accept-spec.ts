import { done, pairOptions } from './pair-specs.ts';
import type { CommandSpec } from './spec.ts';

export const accept: CommandSpec = {
  name: 'accept',
  summary: 'accept-summary',
  about: 'accept-about',
  args: [
    { name: '<source>', about: 'argument-accept-source' },
    { name: '<target>', about: 'argument-target' },
  ],
  options: [
    { flags: '--memory <file>', about: 'option-accept-memory' },
    { flags: '--by <name>', about: 'option-accept-by' },
    { flags: '--date <date>', about: 'option-accept-date' },
    { flags: '--min-confidence <percent>', about: 'option-accept-confidence', default: '90' },
    { flags: '--stale', about: 'option-accept-stale' },
    { flags: '--block <n>', about: 'option-accept-block', repeated: true },
    { flags: '--finding <fingerprint>', about: 'option-accept-finding', repeated: true },
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
    {
      about: 'accept-example-check',
      command: 'paralign check page.en-GB.txt page.ru-RU.txt --memory accepted.tmx',
    },
  ],
  exits: done,
  load: async () => (await import('./commands/accept.ts')).runAccept,
};
