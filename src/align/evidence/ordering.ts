/** A counting sort: the indices 0 to `length - 1` by key, and where each key's begin. The order of equal keys is kept. */
export function orderBy(
  keys: Int32Array,
  length: number,
  keyCount: number,
): { readonly order: Int32Array; readonly start: Int32Array } {
  const start = new Int32Array(keyCount + 1);
  for (let e = 0; e < length; e++) start[keys[e]! + 1]! += 1;
  for (let k = 0; k < keyCount; k++) start[k + 1]! += start[k]!;
  const next = start.slice();
  const order = new Int32Array(length);
  for (let e = 0; e < length; e++) order[next[keys[e]!]!++] = e;
  return { order, start };
}

/** `values` in an order. */
export function pick<Values extends Int32Array | Float64Array>(values: Values, order: Int32Array): Values {
  const picked = new (values.constructor as new (length: number) => Values)(order.length);
  for (let k = 0; k < order.length; k++) picked[k] = values[order[k]!]!;
  return picked;
}
