import { maxSizeOption } from './input-kind.ts';
import { done } from './pair-specs.ts';
import type { CommandSpec } from './spec.ts';

export const pairFormats: readonly ['text', 'json'] = ['text', 'json'];

export const pair: CommandSpec = {
  name: 'pair',
  summary: 'pair-summary',
  about: 'pair-about',
  args: [{ name: '<folder...>', about: 'argument-pair' }],
  options: [
    { flags: '--source-locale <locale>', about: 'option-pair-source-locale' },
    { flags: '--min <confidence>', about: 'option-pair-min', default: '0.8' },
    maxSizeOption,
    { flags: '--format <format>', about: 'option-pair-format', choices: pairFormats, default: 'text' },
    { flags: '-o, --output <file>', about: 'option-tmx-output', default: '-' },
  ],
  examples: [
    { about: 'pair-example', command: 'paralign pair content' },
    { about: 'pair-example-folders', command: 'paralign pair en ru --format json' },
  ],
  exits: done,
  load: async () => (await import('./commands/pair.ts')).runPair,
};
