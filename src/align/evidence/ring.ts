/** The pseudo-count of no source word at all, which explains a few words of every unit. */
export const NULL_WORDS = 2;
/** A product beyond these is replaced by its logarithm; no factor is beyond 1e-9 or 1e9. */
const HUGE = 1e290;
const TINY = 1e-290;

/** The adjusted values of the last few rows, for the scores of windows of rows. */
export class Ring {
  readonly #rows: RingRow[];
  #pushed = 0;
  /** The sum over the window's rows of the values of one unit's words. */
  #sum: Float64Array = new Float64Array(64);

  constructor(size: number) {
    this.#rows = Array.from({ length: size }, () => ({
      first: 0,
      last: -1,
      offset: 0,
      base: 0,
      words: 0,
      values: new Float64Array(0),
    }));
  }

  /** A new row for the words of units `first` to `last`; the oldest is dropped. The caller fills its values in. */
  push(first: number, last: number, prefix: Int32Array, base: number, words: number): RingRow {
    const row = this.#rows[this.#pushed++ % this.#rows.length]!;
    row.first = first;
    row.last = last;
    row.offset = prefix[first]!;
    row.base = base;
    row.words = words;
    const size = last < first ? 0 : prefix[last + 1]! - row.offset;
    if (row.values.length < size) row.values = new Float64Array(size + (size >> 1));
    return row;
  }

  /** Writes the scores of unit `y` against the last row, the last two rows and so on, as far as they reach it. */
  score(y: number, prefix: Int32Array, scores: readonly Float32Array[], state: number): void {
    const from = prefix[y]!;
    const size = prefix[y + 1]! - from;
    if (this.#sum.length < size) this.#sum = new Float64Array(size * 2);
    const sum = this.#sum;
    sum.fill(0, 0, size);
    let base = NULL_WORDS;
    let words = NULL_WORDS;
    const windows = Math.min(this.#pushed, this.#rows.length);
    for (let w = 0; w < windows; w++) {
      const {
        first,
        last,
        offset,
        base: more,
        words: moreWords,
        values,
      } = this.#rows[(this.#pushed - 1 - w) % this.#rows.length]!;
      if (y < first || y > last) return;
      const start = from - offset;
      for (let k = 0; k < size; k++) sum[k]! += values[start + k]!;
      base += more;
      words += moreWords;
      scores[w]![state] = logProduct(sum, 0, size, base, words);
    }
  }
}

export interface RingRow {
  /** The units of the other side that the row reaches, both included. */
  first: number;
  last: number;
  /** The number of words before the first of them. */
  offset: number;
  base: number;
  words: number;
  values: Float64Array;
}

/** The sum over words of log((value + base) / words). */
export function logProduct(values: Float64Array, offset: number, size: number, base: number, words: number): number {
  let product = 1;
  let sum = 0;
  const end = offset + size;
  for (let k = offset; k < end; k++) {
    product *= values[k]! + base;
    // One logarithm for as many factors as a number can hold.
    if (product > HUGE || product < TINY) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product) - size * Math.log(words);
}
