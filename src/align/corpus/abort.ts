/** As much of an `AbortSignal` as is asked for here; its own type is not everywhere. */
export interface Abort {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** The same promise, but rejected with the signal's reason as soon as it is aborted. */
export async function untilAborted<Value>(begin: () => Promise<Value>, signal: Abort | undefined): Promise<Value> {
  if (signal === undefined) return await begin();
  if (signal.aborted) throw signal.reason;
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    // The reason is the caller's own, whatever it is.
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([begin(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}

/** The same items until the signal is aborted; then the next one is a rejection, even where none is to come. */
export async function* eachUntilAborted<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  signal: Abort | undefined,
): AsyncGenerator<Item, void, undefined> {
  if (signal === undefined) return yield* items;
  const iterator: AsyncIterator<Item> | Iterator<Item> =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  let done = false;
  try {
    for (;;) {
      const next = await untilAborted(async () => await iterator.next(), signal);
      done = next.done === true;
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Something that is being waited for cannot be told to end before it comes, so that it is told and not waited for.
    const ended = done ? undefined : iterator.return?.();
    if (!signal.aborted) await ended;
    else void Promise.resolve(ended).catch(() => undefined);
  }
}
