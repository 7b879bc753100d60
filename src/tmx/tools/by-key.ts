import { LineWriter, readLines } from './spill-lines.ts';
import { DEFAULT_MEMORY_LIMIT } from './spill.ts';
import type { SpillList, SpillOptions, SpillStore } from './spill.ts';

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
  for await (const results of new Divider(work, options).run(numbered(items), 0))
    for (const { value } of results) yield value;
}

/** So many items are handed on at a time. */
const BATCH = 200;

async function* numbered<Item>(items: AsyncIterable<Item>): AsyncGenerator<Entry<Item, never>[]> {
  let order = 0;
  let batch: Entry<Item, never>[] = [];
  for await (const item of items) {
    batch.push({ order: order++, item });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
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
    entries: AsyncIterable<readonly Entry<Item, State>[]>,
    depth: number,
  ): AsyncGenerator<readonly Ordered<Result>[], void, undefined> {
    const { memoryLimit = DEFAULT_MEMORY_LIMIT, store } = this.#options;
    const mayDivide = store !== undefined && depth < DEEPEST;
    const states = new Map<string, State>();
    let size = 0;
    let parts: Part[] | undefined;
    for await (const batch of entries) {
      if (parts === undefined) {
        for (const entry of batch) size += this.#add(states, entry);
        if (!mayDivide || size <= memoryLimit) continue;
        parts = await Promise.all(Array.from({ length: PARTS }, () => createPart(store)));
        await this.#spill(parts, depth, statesOf(states));
        states.clear();
      } else await this.#spill(parts, depth, batch);
    }
    if (parts === undefined) yield this.#finish(states);
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

  async #spill(parts: readonly Part[], depth: number, entries: Iterable<Entry<Item, State>>): Promise<void> {
    for (const entry of entries) {
      const { writer } = parts[hashOf(this.#keyOf(entry), depth) % PARTS]!;
      writer.add(entry);
      if (writer.isFull) await writer.flush();
    }
  }

  #finish(states: Map<string, State>): Ordered<Result>[] {
    const results: Ordered<Result>[] = [];
    for (const state of states.values()) for (const result of this.#work.finish(state)) results.push(result);
    states.clear();
    return results.sort((a, b) => a.order - b.order);
  }

  async *#runParts(parts: readonly Part[], depth: number): AsyncGenerator<readonly Ordered<Result>[]> {
    const sorted: SpillList[] = [];
    for (const { list: part, writer } of parts) {
      await writer.flush();
      const { list, writer: results } = await createPart(this.#options.store!);
      sorted.push(list);
      for await (const batch of this.run(readLines<Entry<Item, State>>(part), depth + 1))
        for (const result of batch) {
          results.add(result);
          if (results.isFull) await results.flush();
        }
      await results.flush();
      await part.remove();
    }
    yield* mergeSorted(sorted.map((list) => readLines<Ordered<Result>>(list)));
    for (const list of sorted) await list.remove();
  }
}

/** One of the lists into which what does not fit is divided. */
interface Part {
  readonly list: SpillList;
  readonly writer: LineWriter;
}

async function createPart(store: SpillStore): Promise<Part> {
  const list = await store.open();
  return { list, writer: new LineWriter(list) };
}

function* statesOf<State>(states: ReadonlyMap<string, State>): Generator<Entry<never, State>> {
  for (const [key, state] of states) yield { key, state };
}

/** Values in order from lists that are each in order. */
async function* mergeSorted<Value>(
  lists: readonly AsyncGenerator<Ordered<Value>[]>[],
): AsyncGenerator<Ordered<Value>[], void, undefined> {
  const heads: Head<Value>[] = [];
  for (const list of lists) {
    const head = { list, batch: [], at: 0 };
    if (await refill(head)) heads.push(head);
  }
  let merged: Ordered<Value>[] = [];
  while (heads.length > 0) {
    let first = 0;
    for (let k = 1; k < heads.length; k++) if (next(heads[k]!).order < next(heads[first]!).order) first = k;
    const head = heads[first]!;
    merged.push(next(head));
    head.at += 1;
    if (head.at === head.batch.length && !(await refill(head))) heads.splice(first, 1);
    if (merged.length < BATCH) continue;
    yield merged;
    merged = [];
  }
  yield merged;
}

/** Where a list is being read. */
interface Head<Value> {
  readonly list: AsyncGenerator<Ordered<Value>[]>;
  batch: readonly Ordered<Value>[];
  at: number;
}

function next<Value>({ batch, at }: Head<Value>): Ordered<Value> {
  return batch[at]!;
}

/** Reads the next batch that holds anything; false where there is none. */
async function refill<Value>(head: Head<Value>): Promise<boolean> {
  head.at = 0;
  for (;;) {
    const { done, value } = await head.list.next();
    if (done === true) return false;
    head.batch = value;
    if (value.length > 0) return true;
  }
}

/** Another one at each depth, so that a part can be divided again. */
function hashOf(key: string, depth: number): number {
  let hash = 2_166_136_261 ^ Math.imul(depth + 1, 2_654_435_761);
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
