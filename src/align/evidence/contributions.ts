import type { Vocabulary } from './vocabulary.ts';

/** A contribution that is a smaller share of its count than this is not missed when it is not left out. */
const SMALL_PART = 0.05;

/** Expected counts, one entry for each pair of words of each pair of units. */
export class ContributionList {
  length = 0;
  sourceUnit: Int32Array = new Int32Array(1024);
  targetUnit: Int32Array = new Int32Array(1024);
  sourceWord: Int32Array = new Int32Array(1024);
  targetWord: Int32Array = new Int32Array(1024);
  /** The word's index in its target unit. */
  position: Int32Array = new Int32Array(1024);
  value: Float64Array = new Float64Array(1024);

  add(x: number, y: number, s: number, position: number, t: number, value: number): void {
    if (this.length === this.value.length) this.#grow();
    const e = this.length++;
    this.sourceUnit[e] = x;
    this.targetUnit[e] = y;
    this.sourceWord[e] = s;
    this.targetWord[e] = t;
    this.position[e] = position;
    this.value[e] = value;
  }

  /**
   * The contributions in the three orders that they are asked for.
   *
   * @param sums for each contribution, the count that it is part of: what is a small part of it need not be left out of
   *   a target unit's score.
   */
  seal(source: Vocabulary, target: Vocabulary, sums: Float64Array): Contributions {
    const all = new Int32Array(this.length);
    let kept = 0;
    // They were added by target unit, and a counting sort keeps the order of equal keys.
    for (let e = 0; e < this.length; e++) if (this.value[e]! > SMALL_PART * sums[e]!) all[kept++] = e;
    const byTarget = all.subarray(0, kept);
    const [byWord, wordStart] = orderBy(pick(this.sourceWord, byTarget), kept, source.size);
    for (let k = 0; k < kept; k++) byWord[k] = byTarget[byWord[k]!]!;
    const [bySource, sourceStart] = orderBy(this.sourceUnit, this.length, source.units.length);
    return {
      bySource: {
        start: sourceStart,
        word: pick(this.sourceWord, bySource),
        other: pick(this.targetWord, bySource),
        value: pickNumbers(this.value, bySource),
      },
      byTarget: {
        start: startsOf(pick(this.targetUnit, byTarget), target.units.length),
        word: pick(this.sourceWord, byTarget),
        other: pick(this.sourceUnit, byTarget),
        position: pick(this.position, byTarget),
        value: pickNumbers(this.value, byTarget),
      },
      byWord: {
        start: wordStart,
        unit: pick(this.targetUnit, byWord),
        other: pick(this.sourceUnit, byWord),
        position: pick(this.position, byWord),
        value: pickNumbers(this.value, byWord),
      },
    };
  }

  #grow(): void {
    const size = this.length * 2;
    const grown = <A extends Int32Array | Float64Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.sourceUnit = grown(this.sourceUnit, new Int32Array(size));
    this.targetUnit = grown(this.targetUnit, new Int32Array(size));
    this.sourceWord = grown(this.sourceWord, new Int32Array(size));
    this.targetWord = grown(this.targetWord, new Int32Array(size));
    this.position = grown(this.position, new Int32Array(size));
    this.value = grown(this.value, new Float64Array(size));
  }
}

/** In each order, `start[k]` to `start[k + 1]` are the entries of key k. */
export interface Contributions {
  /** By source unit: source word, target word, value. All of them. */
  readonly bySource: Entries & { readonly word: Int32Array; readonly other: Int32Array };
  /** By target unit: source word, source unit, position of the target word in the unit, value. The larger ones. */
  readonly byTarget: Entries & {
    readonly word: Int32Array;
    readonly other: Int32Array;
    readonly position: Int32Array;
  };
  /** By source word, then target unit: target unit, source unit, position in the target unit, value. The larger ones. */
  readonly byWord: Entries & {
    readonly unit: Int32Array;
    readonly other: Int32Array;
    readonly position: Int32Array;
  };
}

export interface Entries {
  readonly start: Int32Array;
  readonly value: Float64Array;
}

function pick(values: Int32Array, order: Int32Array): Int32Array {
  const picked = new Int32Array(order.length);
  for (let k = 0; k < order.length; k++) picked[k] = values[order[k]!]!;
  return picked;
}

function pickNumbers(values: Float64Array, order: Int32Array): Float64Array {
  const picked = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) picked[k] = values[order[k]!]!;
  return picked;
}

/** Where each key's entries begin in a sorted list of keys. */
function startsOf(keys: Int32Array, keyCount: number): Int32Array {
  const start = new Int32Array(keyCount + 1);
  for (const key of keys) start[key + 1]! += 1;
  for (let k = 0; k < keyCount; k++) start[k + 1]! += start[k]!;
  return start;
}

/** The first index from `from` to `to` at which a sorted array reaches a value. */
export function lowerBound(sorted: Int32Array, from: number, to: number, value: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A counting sort: indices 0 to length - 1 by key, and where each key's begin. */
export function orderBy(keys: Int32Array, length: number, keyCount: number): [order: Int32Array, start: Int32Array] {
  const start = startsOf(keys.subarray(0, length), keyCount);
  const next = start.slice();
  const order = new Int32Array(length);
  for (let e = 0; e < length; e++) order[next[keys[e]!]!++] = e;
  return [order, start];
}
