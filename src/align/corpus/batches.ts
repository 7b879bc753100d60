/** How large a batch may be. */
export interface BatchLimits {
  readonly pairs: number;
  /** The sum of the items' sizes; an item that is larger by itself is a batch by itself. */
  readonly characters: number;
}

/**
 * Cuts a stream of items into batches. Where one ends depends on the items alone, not on when they come.
 */
export async function* batchesOf<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  limits: BatchLimits,
  sizeOf: (item: Item) => number,
): AsyncGenerator<Item[], void, undefined> {
  let batch: Item[] = [];
  let size = 0;
  for await (const item of items) {
    const own = sizeOf(item);
    if (batch.length > 0 && (batch.length >= limits.pairs || size + own > limits.characters)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += own;
    if (batch.length >= limits.pairs) {
      yield batch;
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) yield batch;
}
