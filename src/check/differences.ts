import { takeOut } from './take-out.ts';

/** What stands on one side only: with a partner that it may have been before, or without. */
export interface Difference<Item> {
  readonly expected?: Item;
  readonly actual?: Item;
}

/**
 * What is left when each item of the one list is taken away with one of the other that has a key in common, whatever their
 * order; then paired in order: the first that was lost with the first that was added. See {@link takeOut} for the keys.
 */
export function differences<Item>(
  source: readonly Item[],
  target: readonly Item[],
  keysOf: (item: Item) => readonly string[],
  theirKeysOf?: (item: Item) => readonly string[],
): Difference<Item>[] {
  const { source: lost, target: added } = takeOut(source, target, keysOf, theirKeysOf);
  return Array.from({ length: Math.max(lost.length, added.length) }, (_, k) => ({
    ...(k < lost.length && { expected: lost[k]! }),
    ...(k < added.length && { actual: added[k]! }),
  }));
}
