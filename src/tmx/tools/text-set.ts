const FIRST_SLOTS = 1 << 10;
/** The table is made larger when more of its slots than this are taken. */
const FULL = 0.7;

/**
 * A set of texts that remembers 64 bits of each: 12 to 23 bytes a text.
 *
 * Two different texts are taken for one with a chance of one in 2^64 each time they meet: of ten million texts, some pair is with a
 * chance of 1 in 370,000.
 */
export class TextSet {
  /** The halves of each hash side by side; two zeros are a free slot. */
  #slots: Uint32Array = new Uint32Array(2 * FIRST_SLOTS);
  #size = 0;
  readonly #limit: number;

  /** @param limit so many texts are remembered. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether a text was refused because there were too many. */
  isFull = false;

  /** Puts a text in. Returns whether it was in already; one that is refused counts as new. */
  add(text: string): boolean {
    let low = 0xde_ad_be_ef;
    let high = 0x41_c6_ce_57;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      low = Math.imul(low ^ code, 2_654_435_761);
      high = Math.imul(high ^ code, 1_597_334_677);
    }
    const mixedLow = mix(low, high);
    const mixedHigh = mix(high, mixedLow);
    // What would look like a free slot is another number.
    return this.#put(mixedLow === 0 && mixedHigh === 0 ? 1 : mixedLow, mixedHigh);
  }

  #put(low: number, high: number): boolean {
    const at = this.#find(low, high);
    if (this.#slots[at] !== 0 || this.#slots[at + 1] !== 0) return true;
    if (this.#size >= this.#limit) {
      this.isFull = true;
      return false;
    }
    this.#slots[at] = low;
    this.#slots[at + 1] = high;
    this.#size += 1;
    if (2 * this.#size > this.#slots.length * FULL) this.#grow();
    return false;
  }

  /** Where a hash stands, or where it would. */
  #find(low: number, high: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let at = (2 * low) & last;
    while ((slots[at] !== 0 || slots[at + 1] !== 0) && (slots[at] !== low || slots[at + 1] !== high))
      at = (at + 2) & last;
    return at;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(2 * old.length);
    for (let from = 0; from < old.length; from += 2) {
      const low = old[from]!;
      const high = old[from + 1]!;
      if (low === 0 && high === 0) continue;
      const at = this.#find(low, high);
      this.#slots[at] = low;
      this.#slots[at + 1] = high;
    }
  }
}

/** Spreads what is in the lower bits over all of them (the finalizer of MurmurHash3). */
function mix(value: number, other: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 2_246_822_507) ^ Math.imul(other ^ (other >>> 13), 3_266_489_909);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c_1b_3c_6d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
