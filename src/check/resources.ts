import { pairedDocuments } from '../align/resources/pair-resources.ts';
import type { PairedResources, TextPairing } from '../align/resources/pair-resources.ts';
import type { ResourceText } from '../align/resources/resource-keys.ts';
import type { ResourceValue } from '../model/resource.ts';
import type { CheckContext, Spot } from './rule.ts';

/**
 * Rules about running text that say nothing about resources, whose texts stand in no order, have names, are not aligned by
 * sentence, and end with a mark or without; or that have a counterpart which knows what i18next makes of a text.
 */
export const textRules: ReadonlySet<string> = new Set([
  'missing',
  'extra',
  'moved',
  'merged',
  'split',
  'truncated',
  'inconsistent',
  'placeholder-mismatch',
  'inline-code-mismatch',
]);

/** How the keys of two resources of i18next stand to one another; undefined where the documents are none. */
export function resourcesOf({ source, target }: CheckContext): PairedResources | undefined {
  return pairedDocuments(source, target);
}

/** The texts that stand for one another, where both sides have one. */
export function textPairings(context: CheckContext): readonly TextPairing[] {
  const pairs = resourcesOf(context)?.pairs ?? [];
  return pairs.filter(({ source, target }) => source.block.text.trim() !== '' && target.block.text.trim() !== '');
}

/** A part of a text of a pairing; the whole of it where there is no such part. */
export function partSpot({ index }: ResourceText, part?: { readonly from: number; readonly to: number }): Spot {
  return part === undefined ? { block: index } : { block: index, from: part.from, to: part.to };
}

/** Where a value of the source or target is: its block, or that of the first text in it. */
export function valueSpot(context: CheckContext, side: 'source' | 'target', { id, path }: ResourceValue): Spot {
  const paired = resourcesOf(context)![side];
  const own = paired.texts.get(id);
  if (own !== undefined) return { block: own.index };
  for (const { value, index } of paired.texts.values())
    if (path.every((name, k) => value.path[k] === name)) return { block: index };
  return { before: context[side].blocks.length };
}

/** The gap on the other side where a value is missed: after the counterpart of what it follows. */
export function gapSpot(context: CheckContext, side: 'source' | 'target', value: ResourceValue): Spot {
  const spot = valueSpot(context, side, value);
  const index = 'before' in spot ? spot.before : spot.block;
  const other = side === 'source' ? 'target' : 'source';
  let [nearest, gap] = [-1, 0];
  for (const pair of resourcesOf(context)!.pairs) {
    const at = pair[side].index;
    if (at > index || at < nearest) continue;
    gap = at === nearest ? Math.max(gap, pair[other].index + 1) : pair[other].index + 1;
    nearest = at;
  }
  return { before: gap };
}
