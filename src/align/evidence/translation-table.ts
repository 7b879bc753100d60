import type { WeightedBead } from '../evidence.ts';
import type { Lattice } from '../lattice.ts';

/** One side's words by index, and its units as lists of the distinct words in them. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly units: readonly Int32Array[];
  /** The share of each word among all words of all units. */
  readonly probability: Float64Array;
  /** The number of units that each word stands in. */
  readonly frequency: Int32Array;
  readonly size: number;
}

/** Pseudo-counts: of an unknown translation, of all a word's anchors together, and of no source word at all. */
const UNKNOWN = 1;
const ANCHORED = 4;
const NULL_WORDS = 2;
/** What a word's share in a count must be to be kept; less would cost much and say nothing. */
const NEGLIGIBLE = 0.003;
/** A contribution that is a smaller share of its count than this is not missed when it is not left out. */
const SMALL_PART = 0.05;
/** How many factors are multiplied before a logarithm is taken; each is between about 1e-3 and 1e5. */
const FACTORS = 40;

/**
 * IBM Model 1 translation probabilities of one direction, P(target word | source word), with the means to leave out of a
 * unit's score what the unit itself contributed.
 *
 * The score of target words T against a stretch of source words S is the sum over T of log(P(t | S) / P(t)), where
 * P(t | S) averages over S and an empty word.
 */
export class TranslationTable {
  readonly source: Vocabulary;
  readonly target: Vocabulary;
  /** Anchors by source word: `#anchorStart[s]` to `#anchorStart[s + 1]` in the two arrays; weights sum to at most 1. */
  readonly #anchorStart: Int32Array;
  readonly #anchorWord: Int32Array;
  readonly #anchorWeight: Float64Array;
  /** Expected counts by source word, rows as above. Empty before the first {@link learn}. */
  #start: Int32Array;
  #word: Int32Array = new Int32Array(0);
  #count: Float64Array = new Float64Array(0);
  #total: Float64Array;
  /** What each unit contributed to the counts. */
  #own: Contributions | undefined;

  constructor(
    source: Vocabulary,
    target: Vocabulary,
    anchors: readonly (readonly [source: number, target: number, weight: number])[],
  ) {
    this.source = source;
    this.target = target;
    this.#start = new Int32Array(source.size + 1);
    this.#total = new Float64Array(source.size);
    const rows = groupAnchors(source.size, anchors);
    this.#anchorStart = rows.start;
    this.#anchorWord = rows.word;
    this.#anchorWeight = rows.weight;
  }

  /** The scores of target units `columns` against source unit `i`. */
  scoreRow(i: number, columns: readonly number[]): Float64Array {
    const row = this.#newRow();
    this.#fillRow(row, i);
    const adjusted = new Float64Array(columns.reduce((most, j) => Math.max(most, this.target.units[j]!.length), 0));
    return Float64Array.from(columns, (j) => {
      this.#adjust(row, i, j, adjusted, 0);
      return logProduct([adjusted], [0], this.target.units[j]!.length, row.base + NULL_WORDS, row.words + NULL_WORDS);
    });
  }

  /** The score of target units `otherFrom` to `otherTo` against the stretch of source units `from` to `to`. */
  scoreStretch(from: number, to: number, otherFrom: number, otherTo: number): number {
    const row = this.#newRow();
    let base = NULL_WORDS;
    let words = NULL_WORDS;
    const values: Float64Array[][] = [];
    for (let i = from; i < to; i++) {
      this.#fillRow(row, i);
      base += row.base;
      words += row.words;
      for (let j = otherFrom; j < otherTo; j++) {
        const adjusted = new Float64Array(this.target.units[j]!.length);
        this.#adjust(row, i, j, adjusted, 0);
        (values[j - otherFrom] ??= []).push(adjusted);
      }
    }
    const offsets = new Array<number>(to - from).fill(0);
    let sum = 0;
    for (let j = otherFrom; j < otherTo; j++)
      sum += logProduct(values[j - otherFrom]!, offsets, this.target.units[j]!.length, base, words);
    return sum;
  }

  /**
   * For each size `w` of window from 1 and each state (i, j) of the lattice that a bead can end in: the score of target
   * unit j - 1 against source units i - w to i - 1, as arrays by state. With `transposed`, the table's source is the
   * lattice's target: the score of source unit i - 1 against target units j - w to j - 1.
   */
  scoreWindows(lattice: Lattice, transposed: boolean, windows: number): Float32Array[] {
    const scores = Array.from({ length: windows }, () => new Float32Array(lattice.size).fill(-1e9));
    const row = this.#newRow();
    for (const region of lattice.regions) {
      const rowsFrom = transposed ? region.target.from : region.source.from;
      const rowsTo = transposed ? region.target.to : region.source.to;
      const ring = new Ring(windows);
      // Units of the other side that the row reaches, both included; they never fall from row to row.
      let first = transposed ? region.source.from : 0;
      let last = first - 1;
      for (let x = rowsFrom; x < rowsTo; x++) {
        if (transposed) {
          // State (i, x + 1) with i from the unit's end.
          while (first < region.source.to && lattice.endHigh[first + 1]! < x + 1) first += 1;
          last = Math.max(last, first - 1);
          while (last + 1 < region.source.to && lattice.endLow[last + 2]! <= x + 1) last += 1;
        } else {
          first = Math.max(region.target.from, lattice.endLow[x + 1]! - 1);
          last = lattice.endHigh[x + 1]! - 1;
        }
        this.#fillRow(row, x);
        const current = ring.push(x, row.base, row.words);
        current.first = first;
        let size = 0;
        current.offsets.length = 0;
        for (let y = first; y <= last; y++) {
          current.offsets.push(size);
          size += this.target.units[y]!.length;
        }
        current.offsets.push(size);
        if (current.values.length < size) current.values = new Float64Array(size * 2);
        for (let y = first; y <= last; y++) this.#adjust(row, x, y, current.values, current.offsets[y - first]!);
        for (let y = first; y <= last; y++) {
          const state = transposed ? lattice.endBase[y + 1]! + x + 1 : lattice.endBase[x + 1]! + y + 1;
          const tokens = this.target.units[y]!.length;
          let base = NULL_WORDS;
          let words = NULL_WORDS;
          const values: Float64Array[] = [];
          const offsets: number[] = [];
          for (let w = 1; w <= windows; w++) {
            const entry = ring.back(w - 1);
            if (entry === undefined || entry.unit < rowsFrom) break;
            const k = y - entry.first;
            if (k < 0 || k + 1 >= entry.offsets.length) break;
            base += entry.base;
            words += entry.words;
            values.push(entry.values);
            offsets.push(entry.offsets[k]!);
            scores[w - 1]![state] = logProduct(values, offsets, tokens, base, words);
          }
        }
      }
    }
    return scores;
  }

  /**
   * Replaces the counts by those expected under the beads' posterior.
   *
   * @param transposed whether the table's source is the beads' target.
   */
  learn(beads: readonly WeightedBead[], transposed: boolean): void {
    const own = new ContributionList();
    /** Where a target word stands in the unit at hand, plus one. */
    const position = new Int32Array(this.target.size);
    partnersOf(beads, transposed, this.target.units.length).forEach((partners, y) => {
      if (partners !== undefined) this.#expect(own, position, partners, y);
    });
    const sums = this.#collect(own);
    this.#own = own.seal(this.source.units.length, this.target.units.length, sums);
  }

  /**
   * One target unit's share of the E-step: how often each of its words is expected to translate each source word. A word
   * that stands in one unit only is left out of the counts: nothing that it contributes is ever used.
   */
  #expect(own: ContributionList, position: Int32Array, partners: ReadonlyMap<number, number>, y: number): void {
    const words = this.target.units[y]!;
    const size = words.length;
    if (size === 0) return;
    let sourceWords = 0;
    for (const x of partners.keys()) sourceWords += this.source.units[x]!.length;
    for (let k = 0; k < size; k++) position[words[k]!] = k + 1;
    const probability = new Float64Array(sourceWords * size);
    const sum = new Float64Array(size);
    for (let k = 0; k < size; k++) sum[k] = NULL_WORDS * this.target.probability[words[k]!]!;
    let row = 0;
    let known = 0;
    for (const [x, weight] of partners) {
      known = Math.max(known, weight);
      for (const s of this.source.units[x]!) {
        const anchored = this.#isAnchored(s) ? ANCHORED : 0;
        const share = weight / (this.#total[s]! + anchored + UNKNOWN);
        for (let k = 0; k < size; k++) probability[row + k] = UNKNOWN * this.target.probability[words[k]!]!;
        for (let e = this.#start[s]!; e < this.#start[s + 1]!; e++) {
          const k = position[this.#word[e]!]!;
          if (k > 0) probability[row + k - 1]! += this.#count[e]!;
        }
        for (let e = this.#anchorStart[s]!; e < this.#anchorStart[s + 1]!; e++) {
          const k = position[this.#anchorWord[e]!]!;
          if (k > 0) probability[row + k - 1]! += ANCHORED * this.#anchorWeight[e]!;
        }
        for (let k = 0; k < size; k++) {
          probability[row + k]! *= share;
          sum[k]! += probability[row + k]!;
        }
        row += size;
      }
    }
    row = 0;
    for (const [x] of partners) {
      for (const s of this.source.units[x]!) {
        if (this.source.frequency[s]! > 1)
          for (let k = 0; k < size; k++) {
            const share = (known * probability[row + k]!) / sum[k]!;
            if (share > NEGLIGIBLE && this.target.frequency[words[k]!]! > 1) own.add(x, y, s, k, words[k]!, share);
          }
        row += size;
      }
    }
    for (let k = 0; k < size; k++) position[words[k]!] = 0;
  }

  #isAnchored(s: number): boolean {
    return this.#anchorStart[s + 1]! > this.#anchorStart[s]!;
  }

  /**
   * Adds the contributions up by source and target word.
   *
   * @returns for each contribution, the sum that it is part of.
   */
  #collect(own: ContributionList): Float64Array {
    const start = new Int32Array(this.source.size + 1);
    for (let e = 0; e < own.length; e++) start[own.sourceWord[e]! + 1]! += 1;
    for (let s = 0; s < this.source.size; s++) start[s + 1]! += start[s]!;
    const order = new Int32Array(own.length);
    const next = start.slice();
    for (let e = 0; e < own.length; e++) order[next[own.sourceWord[e]!]!++] = e;
    const word = new Int32Array(own.length);
    const count = new Float64Array(own.length);
    const total = new Float64Array(this.source.size);
    const rows = new Int32Array(this.source.size + 1);
    const place = new Int32Array(this.target.size).fill(-1);
    /** By contribution, the index of its sum. */
    const sumOf = new Int32Array(own.length);
    let size = 0;
    for (let s = 0; s < this.source.size; s++) {
      const rowStart = size;
      rows[s] = rowStart;
      for (let o = start[s]!; o < start[s + 1]!; o++) {
        const e = order[o]!;
        const t = own.targetWord[e]!;
        if (place[t]! < rowStart) {
          place[t] = size;
          word[size] = t;
          size += 1;
        }
        sumOf[e] = place[t]!;
        count[place[t]!]! += own.value[e]!;
        total[s]! += own.value[e]!;
      }
    }
    rows[this.source.size] = size;
    this.#start = rows;
    this.#word = word.slice(0, size);
    this.#count = count.slice(0, size);
    this.#total = total;
    const sums = new Float64Array(own.length);
    for (let e = 0; e < own.length; e++) sums[e] = count[sumOf[e]!]!;
    return sums;
  }

  #newRow(): Row {
    return {
      mass: new Float64Array(this.target.size),
      inverse: new Float64Array(this.source.size),
      ownTotal: new Float64Array(this.source.size),
      touched: [],
      unit: -1,
      base: 0,
      words: 0,
    };
  }

  /** Spreads source unit `i`'s probability over the target vocabulary, leaving out what the unit itself contributed. */
  #fillRow(row: Row, i: number): void {
    for (const t of row.touched) row.mass[t] = 0;
    if (row.unit >= 0) for (const s of this.source.units[row.unit]!) row.inverse[s] = 0;
    row.touched.length = 0;
    row.unit = i;
    row.base = 0;
    const unit = this.source.units[i]!;
    row.words = unit.length;
    const own = this.#own;
    const { mass, touched, inverse, ownTotal } = row;
    if (own !== undefined) {
      for (const s of unit) ownTotal[s] = 0;
      const { start, sourceWord, value } = own.bySource;
      for (let e = start[i]!; e < start[i + 1]!; e++) ownTotal[sourceWord[e]!]! += value[e]!;
    }
    for (const s of unit) {
      const anchored = this.#isAnchored(s) ? ANCHORED : 0;
      const z = Math.max(0, this.#total[s]! - ownTotal[s]!) + anchored + UNKNOWN;
      inverse[s] = 1 / z;
      row.base += UNKNOWN / z;
      for (let e = this.#start[s]!; e < this.#start[s + 1]!; e++) {
        const t = this.#word[e]!;
        if (mass[t] === 0) touched.push(t);
        mass[t]! += this.#count[e]! / z;
      }
      for (let e = this.#anchorStart[s]!; e < this.#anchorStart[s + 1]!; e++) {
        const t = this.#anchorWord[e]!;
        if (mass[t] === 0) touched.push(t);
        mass[t]! += (ANCHORED * this.#anchorWeight[e]!) / z;
      }
    }
    if (own !== undefined) {
      const { start, sourceWord, targetWord, value } = own.bySource;
      for (let e = start[i]!; e < start[i + 1]!; e++) mass[targetWord[e]!]! -= value[e]! * inverse[sourceWord[e]!]!;
    }
  }

  /**
   * Writes to `out` from `offset`, for each word of target unit `j`, its mass in the row over its share in the text,
   * leaving out what `j` itself contributed through other source units.
   */
  #adjust(row: Row, i: number, j: number, out: Float64Array, offset: number): void {
    const words = this.target.units[j]!;
    for (let k = 0; k < words.length; k++) out[offset + k] = row.mass[words[k]!]!;
    const own = this.#own;
    if (own !== undefined) {
      const { start, other, sourceWord, position, value } = own.byTarget;
      for (let e = start[j]!; e < start[j + 1]!; e++)
        if (other[e] !== i) out[offset + position[e]!]! -= value[e]! * row.inverse[sourceWord[e]!]!;
    }
    for (let k = 0; k < words.length; k++) {
      const value = out[offset + k]!;
      out[offset + k] = value > 1e-12 ? value / this.target.probability[words[k]!]! : 0;
    }
  }
}

interface Row {
  /** By target word. */
  readonly mass: Float64Array;
  /** By source word: one over its total count, 0 for words that are not in the unit. */
  readonly inverse: Float64Array;
  /** By source word: what the unit itself contributed to the word's total. Valid for the unit's words only. */
  readonly ownTotal: Float64Array;
  readonly touched: number[];
  unit: number;
  /** The probability that goes to unknown translations, summed over the unit's words. */
  base: number;
  words: number;
}

/** The adjusted values of the last few rows. */
class Ring {
  readonly #entries: RingEntry[];
  #head = -1;

  constructor(size: number) {
    this.#entries = Array.from({ length: size }, () => ({
      unit: -1,
      first: 0,
      base: 0,
      words: 0,
      offsets: [],
      values: new Float64Array(0),
    }));
  }

  push(unit: number, base: number, words: number): RingEntry {
    this.#head = (this.#head + 1) % this.#entries.length;
    const entry = this.#entries[this.#head]!;
    entry.unit = unit;
    entry.base = base;
    entry.words = words;
    return entry;
  }

  /** The entry pushed `k` rows ago. */
  back(k: number): RingEntry | undefined {
    const entry = this.#entries[(this.#head - k + this.#entries.length * 2) % this.#entries.length]!;
    return entry.unit < 0 ? undefined : entry;
  }
}

interface RingEntry {
  unit: number;
  /** The first unit of the other side that the row reaches. */
  first: number;
  base: number;
  words: number;
  readonly offsets: number[];
  values: Float64Array;
}

/** The sum over a unit's words of log((sum of values + base) / words). */
function logProduct(
  values: readonly Float64Array[],
  offsets: readonly number[],
  tokens: number,
  base: number,
  words: number,
): number {
  let product = 1;
  let sum = 0;
  const inverse = 1 / words;
  for (let k = 0; k < tokens; k++) {
    let value = base;
    for (let w = 0; w < values.length; w++) value += values[w]![offsets[w]! + k]!;
    product *= value * inverse;
    if (k % FACTORS === FACTORS - 1) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

/** For each unit of one side, the units of the other that share a bead with it, and the probability that they do. */
function partnersOf(
  beads: readonly WeightedBead[],
  transposed: boolean,
  units: number,
): (Map<number, number> | undefined)[] {
  const partners: (Map<number, number> | undefined)[] = new Array<undefined>(units).fill(undefined);
  for (const bead of beads) {
    const from = transposed ? bead.targetFrom : bead.sourceFrom;
    const to = transposed ? bead.targetTo : bead.sourceTo;
    const otherFrom = transposed ? bead.sourceFrom : bead.targetFrom;
    const otherTo = transposed ? bead.sourceTo : bead.targetTo;
    for (let y = otherFrom; y < otherTo; y++) {
      const map = (partners[y] ??= new Map<number, number>());
      for (let x = from; x < to; x++) map.set(x, (map.get(x) ?? 0) + bead.weight);
    }
  }
  return partners;
}

/** Expected counts, one entry for each pair of words of each pair of units. */
class ContributionList {
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
   * The contributions by source unit and by target unit.
   *
   * @param sums for each contribution, the count that it is part of: what is a small part of it need not be left out of
   *   a target unit's score.
   */
  seal(sources: number, targets: number, sums: Float64Array): Contributions {
    const [bySource] = orderBy(this.sourceUnit, this.length, sources);
    // They were added by target unit.
    const byTarget = new Int32Array(this.length);
    let kept = 0;
    for (let e = 0; e < this.length; e++) if (this.value[e]! > SMALL_PART * sums[e]!) byTarget[kept++] = e;
    return {
      bySource: this.#inOrder(bySource, this.sourceUnit, sources, this.targetUnit),
      byTarget: this.#inOrder(byTarget.subarray(0, kept), this.targetUnit, targets, this.sourceUnit),
    };
  }

  #inOrder(order: Int32Array, unit: Int32Array, units: number, other: Int32Array): ContributionsByUnit {
    const size = order.length;
    const start = new Int32Array(units + 1);
    const result = {
      start,
      other: new Int32Array(size),
      sourceWord: new Int32Array(size),
      targetWord: new Int32Array(size),
      position: new Int32Array(size),
      value: new Float64Array(size),
    };
    for (let k = 0; k < size; k++) {
      const e = order[k]!;
      start[unit[e]! + 1]! += 1;
      result.other[k] = other[e]!;
      result.sourceWord[k] = this.sourceWord[e]!;
      result.targetWord[k] = this.targetWord[e]!;
      result.position[k] = this.position[e]!;
      result.value[k] = this.value[e]!;
    }
    for (let k = 0; k < units; k++) start[k + 1]! += start[k]!;
    return result;
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

interface Contributions {
  readonly bySource: ContributionsByUnit;
  readonly byTarget: ContributionsByUnit;
}

/** Contributions in the order of their unit on one side; `start[u]` to `start[u + 1]` are unit u's. */
interface ContributionsByUnit {
  readonly start: Int32Array;
  /** The unit on the other side. */
  readonly other: Int32Array;
  readonly sourceWord: Int32Array;
  readonly targetWord: Int32Array;
  readonly position: Int32Array;
  readonly value: Float64Array;
}

/** A counting sort: indices 0 to length - 1 by key, and where each key's begin. */
function orderBy(keys: Int32Array, length: number, keyCount: number): [order: Int32Array, start: Int32Array] {
  const start = new Int32Array(keyCount + 1);
  for (let e = 0; e < length; e++) start[keys[e]! + 1]! += 1;
  for (let k = 0; k < keyCount; k++) start[k + 1]! += start[k]!;
  const next = start.slice();
  const order = new Int32Array(length);
  for (let e = 0; e < length; e++) order[next[keys[e]!]!++] = e;
  return [order, start];
}

function groupAnchors(
  size: number,
  anchors: readonly (readonly [number, number, number])[],
): { start: Int32Array; word: Int32Array; weight: Float64Array } {
  const [order, start] = orderBy(
    Int32Array.from(anchors, ([s]) => s),
    anchors.length,
    size,
  );
  const word = Int32Array.from(order, (e) => anchors[e]![1]);
  const weight = Float64Array.from(order, (e) => anchors[e]![2]);
  for (let s = 0; s < size; s++) {
    let total = 0;
    for (let e = start[s]!; e < start[s + 1]!; e++) total += weight[e]!;
    // Many weak anchors share what one strong anchor has alone.
    if (total > 1) for (let e = start[s]!; e < start[s + 1]!; e++) weight[e]! /= total;
  }
  return { start, word, weight };
}
