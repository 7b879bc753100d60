import type { Stretch } from './rule.ts';

/** How many blocks of a stretch have text. */
export function blocksWithText({ blocks }: Stretch): number {
  return blocks.filter(({ text }) => text.trim() !== '').length;
}
