import type { OptionSpec } from './spec.ts';

/** How a memory is read: on every command that reads one. */
export const readingOptions: readonly OptionSpec[] = [
  { flags: '--lenient', about: 'tmx-option-lenient' },
  { flags: '--entities', about: 'tmx-option-entities' },
];
