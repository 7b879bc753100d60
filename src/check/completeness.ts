import { resourcesOf } from './resources.ts';
import type { CheckContext } from './rule.ts';
import { isUntranslated } from './untranslated-text.ts';

/** How much of a source a translation has, in blocks; of a resource, in the texts that the translation's language needs. */
export interface Completeness {
  readonly covered: number;
  readonly total: number;
}

/**
 * The source blocks that have text, and how many of them have a counterpart whose text is neither empty nor left in the
 * source's language. The same whichever rules are switched on.
 */
export function completenessOf(context: CheckContext): Completeness {
  let covered = 0;
  let total = 0;
  for (const bead of context.beads) {
    const { source, target } = bead;
    const blocks = source.blocks.filter((block) => block.text.trim() !== '').length;
    total += blocks;
    if (target.text.trim() !== '' && isUntranslated(context, bead) === undefined) covered += blocks;
  }
  const resources = resourcesOf(context);
  if (resources !== undefined) {
    const { missing, plurals, arrays } = resources;
    total += missing.length;
    for (const { target, needed } of plurals) if (target !== undefined) total += needed.length;
    for (const { source, target } of arrays) total += Math.max(0, source.length! - target.length!);
  }
  return { covered, total };
}
