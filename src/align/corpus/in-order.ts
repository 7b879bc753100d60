/**
 * Does work on items, some at a time, and gives the results in the order of the items.
 *
 * It is driven by whoever takes the results: no more than `ahead` items are worked on, or done and not yet taken.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const waiting: Promise<Result>[] = [];
  const start = (item: Item): void => {
    const promise = work(item);
    // It is awaited in its turn; until then a failure is nobody's to handle.
    promise.catch(() => undefined);
    waiting.push(promise);
  };
  for (const item of items) {
    start(item);
    if (waiting.length >= ahead) yield await waiting.shift()!;
  }
  while (waiting.length > 0) yield await waiting.shift()!;
}
