/**
 * What is left of two lists when items that have a key in common are taken out in pairs, each with the first on the other
 * side that is left. In one pass: texts that programs write may have a hundred thousand of whatever is compared.
 *
 * @param keysOf of an item of the source, what counts most first; of the target too, unless `theirKeysOf` says otherwise.
 */
export function takeOut<Item>(
  source: readonly Item[],
  target: readonly Item[],
  keysOf: (item: Item) => readonly string[],
  theirKeysOf: (item: Item) => readonly string[] = keysOf,
): { source: Item[]; target: Item[] } {
  const places = new Map<string, Places>();
  for (const [k, item] of target.entries())
    for (const key of theirKeysOf(item)) {
      const known = places.get(key);
      if (known === undefined) places.set(key, { all: [k], next: 0 });
      else known.all.push(k);
    }
  const gone = new Set<number>();
  const left = source.filter((item) => {
    for (const key of keysOf(item)) {
      const place = firstLeft(places.get(key), gone);
      if (place === undefined) continue;
      gone.add(place);
      return false;
    }
    return true;
  });
  return { source: left, target: target.filter((_, k) => !gone.has(k)) };
}

/** Where a key stands in a list, in order; those before `next` are gone. */
interface Places {
  readonly all: number[];
  next: number;
}

function firstLeft(places: Places | undefined, gone: ReadonlySet<number>): number | undefined {
  if (places === undefined) return undefined;
  while (gone.has(places.all[places.next]!)) places.next += 1;
  return places.all[places.next];
}
