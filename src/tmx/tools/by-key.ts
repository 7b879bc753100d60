import { DEFAULT_MEMORY_LIMIT } from './spill.ts';
import type { SpillList, SpillOptions } from './spill.ts';

/** Something to do with all items that have the same key, whatever stands between them. */
export interface KeyedWork<Item, State, Result> {
  keyOf(item: Item): string;
  /** What is known of a key before its first item. Plain data, as `Item` and `Result` are: they may be written as JSON. */
  start(): State;
  /**
   * Adds an item to what is known of its key.
   *
   * @param order the item's number among all items.
   * @returns by how many bytes the state has grown, about.
   */
  add(state: State, item: Item, order: number): number;
  /** What comes of a key, each with its place among all results. */
  finish(state: State): readonly Ordered<Result>[];
}

export interface Ordered<Value> {
  /** No two of all have the same. */
  readonly order: number;
  readonly value: Value;
}

/** In so many parts what is too much is divided. */
const PARTS = 32;
/** A part that is still too much is divided again, but not more often than this: items with one key cannot be divided. */
const DEEPEST = 3;
/** What a key costs besides its text. */
const KEY_COST = 120;

/**
 * Does the work for each key, and gives the results in their order.
 *
 * What does not fit in memory is divided by a hash of the keys into lists of the store, one list is worked on after the other, and
 * the results, which are in order in each, are merged. So the results are the same whatever the limit.
 */
export async function* byKey<Item, State, Result>(
  items: AsyncIterable<Item>,
  work: KeyedWork<Item, State, Result>,
  options: SpillOptions,
): AsyncGenerator<Result, void, undefined> {
  for await (const { value } of new Divider(work, options).run(numbered(items), 0)) yield value;
}

async function* numbered<Item>(items: AsyncIterable<Item>): AsyncGenerator<Entry<Item, never>> {
  let order = 0;
  for await (const item of items) yield { order: order++, item };
}

/** An item, or what was known of a key when the memory became full. */
type Entry<Item, State> =
  | { readonly order: number; readonly item: Item }
  | { readonly key: string; readonly state: State };

class Divider<Item, State, Result> {
  readonly #work: KeyedWork<Item, State, Result>;
  readonly #options: SpillOptions;

  constructor(work: KeyedWork<Item, State, Result>, options: SpillOptions) {
    this.#work = work;
    this.#options = options;
  }

  async *run(
    entries: AsyncIterable<Entry<Item, State>>,
    depth: number,
  ): AsyncGenerator<Ordered<Result>, void, undefined> {
    const { memoryLimit = DEFAULT_MEMORY_LIMIT, store } = this.#options;
    const mayDivide = store !== undefined && depth < DEEPEST;
    const states = new Map<string, State>();
    let size = 0;
    let parts: SpillList[] | undefined;
    for await (const entry of entries) {
      if (parts === undefined) {
        size += this.#add(states, entry);
        if (!mayDivide || size <= memoryLimit) continue;
        parts = await Promise.all(Array.from({ length: PARTS }, () => store.open()));
        for (const [key, state] of states) await this.#spill(parts, depth, { key, state });
        states.clear();
      } else await this.#spill(parts, depth, entry);
    }
    if (parts === undefined) yield* this.#finish(states);
    else yield* this.#runParts(parts, depth);
  }

  /** @returns by how many bytes the states have grown. */
  #add(states: Map<string, State>, entry: Entry<Item, State>): number {
    const key = this.#keyOf(entry);
    let state = states.get(key);
    let grown = 0;
    if ('state' in entry) {
      states.set(key, entry.state);
      return JSON.stringify(entry.state).length * 2 + key.length * 2 + KEY_COST;
    }
    if (state === undefined) {
      state = this.#work.start();
      states.set(key, state);
      grown = key.length * 2 + KEY_COST;
    }
    return grown + this.#work.add(state, entry.item, entry.order);
  }

  #keyOf(entry: Entry<Item, State>): string {
    return 'key' in entry ? entry.key : this.#work.keyOf(entry.item);
  }

  async #spill(parts: readonly SpillList[], depth: number, entry: Entry<Item, State>): Promise<void> {
    await parts[hashOf(this.#keyOf(entry), depth) % PARTS]!.append(JSON.stringify(entry));
  }

  *#finish(states: Map<string, State>): Generator<Ordered<Result>> {
    const results: Ordered<Result>[] = [];
    for (const state of states.values()) for (const result of this.#work.finish(state)) results.push(result);
    states.clear();
    yield* results.sort((a, b) => a.order - b.order);
  }

  async *#runParts(parts: readonly SpillList[], depth: number): AsyncGenerator<Ordered<Result>> {
    const sorted: SpillList[] = [];
    for (const part of parts) {
      const list = await this.#options.store!.open();
      sorted.push(list);
      for await (const result of this.run(parsed<Entry<Item, State>>(part), depth + 1))
        await list.append(JSON.stringify(result));
      await part.remove();
    }
    yield* mergeSorted(sorted.map((list) => parsed<Ordered<Result>>(list)));
    for (const list of sorted) await list.remove();
  }
}

async function* parsed<Value>(list: SpillList): AsyncGenerator<Value> {
  for await (const line of list.lines()) yield JSON.parse(line) as Value;
}

async function* mergeSorted<Value>(lists: readonly AsyncGenerator<Ordered<Value>>[]): AsyncGenerator<Ordered<Value>> {
  const heads: { next: Ordered<Value>; list: AsyncGenerator<Ordered<Value>> }[] = [];
  const pull = async (list: AsyncGenerator<Ordered<Value>>): Promise<Ordered<Value> | undefined> => {
    const { done, value } = await list.next();
    return done === true ? undefined : value;
  };
  for (const list of lists) {
    const next = await pull(list);
    if (next !== undefined) heads.push({ next, list });
  }
  while (heads.length > 0) {
    let first = 0;
    for (let k = 1; k < heads.length; k++) if (heads[k]!.next.order < heads[first]!.next.order) first = k;
    const head = heads[first]!;
    yield head.next;
    const next = await pull(head.list);
    if (next === undefined) heads.splice(first, 1);
    else head.next = next;
  }
}

/** Another one at each depth, so that a part can be divided again. */
function hashOf(key: string, depth: number): number {
  let hash = 2_166_136_261 ^ Math.imul(depth + 1, 2_654_435_761);
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
