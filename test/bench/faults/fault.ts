import type { CheckOptions } from '../../../src/check/check.ts';
import type { Block, Document } from '../../../src/model/document.ts';
import type { Dice } from '../../dice.ts';

/** A block, and which blocks of the undamaged document it was made of: by index there; what was put in has a new number. */
export interface Item {
  readonly block: Block;
  readonly origin: readonly number[];
}

/** Two versions of a document, one of which is being damaged. */
export interface Pair {
  readonly source: Document;
  readonly target: Document;
  readonly items: { readonly source: readonly Item[]; readonly target: readonly Item[] };
  /** The target block that stands for a source block, in the undamaged documents. Only such pairs are damaged. */
  readonly partners: ReadonlyMap<number, number>;
  /** Paragraphs of other documents in the target's language. */
  readonly others: readonly string[];
}

/** What was done to a pair, and where: the undamaged documents' blocks that it concerns. */
export interface Injection {
  readonly pair: Pair;
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** What the checker must be given to find it: a glossary, a memory. */
  readonly options?: CheckOptions;
}

/** A way in which translations go wrong. */
export interface Fault {
  readonly name: string;
  /** The rules of which a finding at the place counts as finding it. */
  readonly rules: readonly string[];
  /**
   * Damages the pair at a source block; undefined where that cannot be done there. Faults that need rules which are not
   * built yet have none.
   */
  inject?(pair: Pair, unit: number, dice: Dice): Injection | undefined;
}

/** Where the item that was made of a block stands now; -1 where there is none. */
export function positionOf(items: readonly Item[], origin: number): number {
  return items.findIndex((item) => item.origin.includes(origin));
}

/** The position of the target of a source unit, where both are still as they were. */
export function targetOf(pair: Pair, unit: number): { at: number; item: Item; source: Item } | undefined {
  const partner = pair.partners.get(unit);
  if (partner === undefined) return undefined;
  const at = positionOf(pair.items.target, partner);
  const item = pair.items.target[at];
  const source = pair.items.source[positionOf(pair.items.source, unit)];
  if (item === undefined || source === undefined || item.origin.length > 1 || source.origin.length > 1)
    return undefined;
  return { at, item, source };
}

/** The pair with other items on its target's side. */
export function withTarget(pair: Pair, target: readonly Item[]): Pair {
  return { ...pair, items: { ...pair.items, target } };
}

/** The item with another text, which is cut into sentences anew. */
export function withText(item: Item, text: string): Item {
  const { segments: _, ...block } = item.block;
  return { ...item, block: { ...block, text } };
}

/** A fault that changes the text of one paragraph of the target; undefined where there is nothing to change. */
export function textFault(
  name: string,
  rules: readonly string[],
  change: (texts: { source: Block; target: Block; pair: Pair }, dice: Dice) => string | undefined,
): Fault {
  return {
    name,
    rules,
    inject: (pair, unit, dice) => {
      const found = targetOf(pair, unit);
      if (found === undefined) return undefined;
      const text = change({ source: found.source.block, target: found.item.block, pair }, dice);
      if (text === undefined || text === found.item.block.text) return undefined;
      const target = pair.items.target.with(found.at, withText(found.item, text));
      return { pair: withTarget(pair, target), source: [unit], target: found.item.origin };
    },
  };
}

/** One of the items, or undefined of none. */
export function draw<Thing>(things: readonly Thing[], dice: Dice): Thing | undefined {
  return things.length === 0 ? undefined : things[dice(things.length)];
}
