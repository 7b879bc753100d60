import type { Inline } from '../model.ts';

/** The elements that hold native codes. */
export const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

/** How many codes a segment has: `bpt`, `ept`, `it`, `ph` and `ut`. */
export function countCodes(content: readonly Inline[]): number {
  let count = 0;
  for (const node of content)
    if (typeof node !== 'string') count += (CODES.has(node.name) ? 1 : 0) + countCodes(node.content);
  return count;
}
