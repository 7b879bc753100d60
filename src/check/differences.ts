/** What stands on one side only: with a partner that it may have been before, or without. */
export interface Difference<Item> {
  readonly expected?: Item;
  readonly actual?: Item;
}

/**
 * What is left when each item of the one list is taken away with one of the other that is the same, whatever their
 * order; then paired in order: the first that was lost with the first that was added.
 */
export function differences<Item>(
  source: readonly Item[],
  target: readonly Item[],
  same: (source: Item, target: Item) => boolean,
): Difference<Item>[] {
  const added = [...target];
  const lost = source.filter((item) => {
    const at = added.findIndex((other) => same(item, other));
    if (at >= 0) added.splice(at, 1);
    return at < 0;
  });
  return Array.from({ length: Math.max(lost.length, added.length) }, (_, k) => ({
    ...(k < lost.length && { expected: lost[k]! }),
    ...(k < added.length && { actual: added[k]! }),
  }));
}
