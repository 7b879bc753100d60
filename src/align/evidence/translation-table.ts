import type { WeightedBead } from '../evidence.ts';
import type { Lattice } from '../lattice.ts';
import { ContributionList, lowerBound, orderBy } from './contributions.ts';
import type { Contributions } from './contributions.ts';
import { logProduct, NULL_WORDS, Ring } from './ring.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Pseudo-counts of an unknown translation, and of all a word's anchors together. */
const UNKNOWN = 1;
const ANCHORED = 4;
/** What a word's share in a count must be to be kept; less would cost much and say nothing. */
const NEGLIGIBLE = 0.01;
/** Units with more pairs of words than this are not learnt from. */
const MOST_PAIRS = 4_000_000;
/** The score of what a window does not reach: no bead that the search considers needs it. */
const UNSCORED = -1e9;

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
  /** Anchors by source word: `#anchorStart[s]` to `#anchorStart[s + 1]` in the two arrays; their sum is at most 1. */
  readonly #anchorTotal: Float64Array;
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
  /** The row that was filled last. */
  readonly #row: Row;
  /** By target unit: the number of words in the units before it. */
  readonly #prefix: Int32Array;

  constructor(
    source: Vocabulary,
    target: Vocabulary,
    anchors: readonly (readonly [source: number, target: number, weight: number])[],
  ) {
    this.source = source;
    this.target = target;
    this.#start = new Int32Array(source.size + 1);
    this.#total = new Float64Array(source.size);
    this.#row = {
      mass: new Float64Array(target.size),
      inverse: new Float64Array(source.size),
      ownTotal: new Float64Array(source.size),
      touched: [],
      unit: -1,
      base: 0,
      words: 0,
    };
    this.#prefix = new Int32Array(target.units.length + 1);
    target.units.forEach((unit, y) => (this.#prefix[y + 1] = this.#prefix[y]! + unit.length));
    const rows = groupAnchors(source.size, anchors);
    this.#anchorTotal = rows.total;
    this.#anchorStart = rows.start;
    this.#anchorWord = rows.word;
    this.#anchorWeight = rows.weight;
  }

  /** The scores of target units `columns` against source unit `i`. */
  scoreRow(i: number, columns: readonly number[]): Float64Array {
    this.#fillRow(i);
    const { base, words } = this.#row;
    return Float64Array.from(columns, (j) => {
      const size = this.target.units[j]!.length;
      const adjusted = new Float64Array(size);
      this.#adjust(i, j, adjusted, 0);
      return logProduct(adjusted, 0, size, base + NULL_WORDS, words + NULL_WORDS);
    });
  }

  /** The score of target units `otherFrom` to `otherTo` against the stretch of source units `from` to `to`. */
  scoreStretch(from: number, to: number, otherFrom: number, otherTo: number): number {
    let base = NULL_WORDS;
    let words = NULL_WORDS;
    const offsets = [0];
    for (let j = otherFrom; j < otherTo; j++) offsets.push(offsets.at(-1)! + this.target.units[j]!.length);
    const total = new Float64Array(offsets.at(-1)!);
    const adjusted = new Float64Array(total.length);
    for (let i = from; i < to; i++) {
      this.#fillRow(i);
      base += this.#row.base;
      words += this.#row.words;
      for (let j = otherFrom; j < otherTo; j++) this.#adjust(i, j, adjusted, offsets[j - otherFrom]!);
      for (let k = 0; k < total.length; k++) total[k]! += adjusted[k]!;
    }
    return logProduct(total, 0, total.length, base, words);
  }

  /**
   * For each size `w` of window from 1 and each state (i, j) of the lattice that a bead can end in: the score of target
   * unit j - 1 against source units i - w to i - 1, as arrays by state. With `transposed`, the table's source is the
   * lattice's target: the score of source unit i - 1 against target units j - w to j - 1.
   */
  scoreWindows(lattice: Lattice, transposed: boolean, windows: number): Float32Array[] {
    const scores = Array.from({ length: windows }, () => new Float32Array(lattice.size).fill(UNSCORED));
    for (const region of lattice.regions) {
      const rowsFrom = transposed ? region.target.from : region.source.from;
      const rowsTo = transposed ? region.target.to : region.source.to;
      const rows = new Ring(windows);
      // Units of the other side that the row reaches: `first` to `last`, both included. Neither ever falls.
      let first = transposed ? region.source.from : region.target.from;
      let last = first - 1;
      for (let x = rowsFrom; x < rowsTo; x++) {
        if (transposed) {
          while (first < region.source.to && lattice.endHigh[first + 1]! < x + 1) first += 1;
          last = Math.max(last, first - 1);
          while (last + 1 < region.source.to && lattice.endLow[last + 2]! <= x + 1) last += 1;
        } else {
          first = Math.max(region.target.from, lattice.endLow[x + 1]! - 1);
          last = lattice.endHigh[x + 1]! - 1;
        }
        this.#fillRow(x);
        const row = rows.push(first, last, this.#prefix, this.#row.base, this.#row.words);
        this.#adjustRow(x, first, last, row.values);
        for (let y = first; y <= last; y++) {
          const state = transposed ? lattice.endBase[y + 1]! + x + 1 : lattice.endBase[x + 1]! + y + 1;
          rows.score(y, this.#prefix, scores, state);
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
    this.#own = own.seal(this.source, this.target, this.#collect(own));
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
    // Units as long as a book teach nothing that a table of all their pairs of words would be worth.
    if (sourceWords * size > MOST_PAIRS) return;
    for (let k = 0; k < size; k++) position[words[k]!] = k + 1;
    const probability = new Float64Array(sourceWords * size);
    const sum = new Float64Array(size);
    for (let k = 0; k < size; k++) sum[k] = NULL_WORDS * this.target.probability[words[k]!]!;
    let row = 0;
    let known = 0;
    for (const [x, weight] of partners) {
      known = Math.max(known, weight);
      for (const s of this.source.units[x]!) {
        const anchored = ANCHORED * this.#anchorTotal[s]!;
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

  /**
   * Adds the contributions up by source and target word.
   *
   * @returns for each contribution, the sum that it is part of.
   */
  #collect(own: ContributionList): Float64Array {
    const [order, start] = orderBy(own.sourceWord, own.length, this.source.size);
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

  /** Spreads source unit `i`'s probability over the target vocabulary, leaving out what the unit itself contributed. */
  #fillRow(i: number): void {
    const row = this.#row;
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
      const { start, word, value } = own.bySource;
      for (let e = start[i]!; e < start[i + 1]!; e++) ownTotal[word[e]!]! += value[e]!;
    }
    for (const s of unit) {
      const anchored = ANCHORED * this.#anchorTotal[s]!;
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
      const { start, word, other, value } = own.bySource;
      for (let e = start[i]!; e < start[i + 1]!; e++) mass[other[e]!]! -= value[e]! * inverse[word[e]!]!;
    }
  }

  /**
   * Writes to `out` from `offset`, for each word of target unit `j`, its mass in the row of source unit `i` over its share
   * in the text, leaving out what `j` itself contributed through other source units.
   */
  #adjust(i: number, j: number, out: Float64Array, offset: number): void {
    const row = this.#row;
    const words = this.target.units[j]!;
    for (let k = 0; k < words.length; k++) out[offset + k] = row.mass[words[k]!]!;
    if (this.#own !== undefined) {
      const { start, other, word, position, value } = this.#own.byTarget;
      for (let e = start[j]!; e < start[j + 1]!; e++)
        if (other[e] !== i) out[offset + position[e]!]! -= value[e]! * row.inverse[word[e]!]!;
    }
    this.#divide(j, out, offset);
  }

  /** The same as {@link TranslationTable.#adjust} for all target units from `first` to `last`, from the start of `out`. */
  #adjustRow(i: number, first: number, last: number, out: Float64Array): void {
    const { mass, inverse } = this.#row;
    const offset = this.#prefix[first]!;
    for (let j = first; j <= last; j++) {
      const words = this.target.units[j]!;
      const from = this.#prefix[j]! - offset;
      for (let k = 0; k < words.length; k++) out[from + k] = mass[words[k]!]!;
    }
    if (this.#own !== undefined) {
      // By source word, since few of the words that a target unit was paired with stand in this source unit.
      const { start, unit, other, position, value } = this.#own.byWord;
      for (const s of this.source.units[i]!) {
        const end = start[s + 1]!;
        for (let e = lowerBound(unit, start[s]!, end, first); e < end && unit[e]! <= last; e++)
          if (other[e] !== i) out[this.#prefix[unit[e]!]! - offset + position[e]!]! -= value[e]! * inverse[s]!;
      }
    }
    for (let j = first; j <= last; j++) this.#divide(j, out, this.#prefix[j]! - offset);
  }

  #divide(j: number, out: Float64Array, offset: number): void {
    const words = this.target.units[j]!;
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

function groupAnchors(
  size: number,
  anchors: readonly (readonly [number, number, number])[],
): { start: Int32Array; word: Int32Array; weight: Float64Array; total: Float64Array } {
  const [order, start] = orderBy(
    Int32Array.from(anchors, ([s]) => s),
    anchors.length,
    size,
  );
  const word = Int32Array.from(order, (e) => anchors[e]![1]);
  const weight = Float64Array.from(order, (e) => anchors[e]![2]);
  const total = new Float64Array(size);
  for (let s = 0; s < size; s++) {
    let sum = 0;
    for (let e = start[s]!; e < start[s + 1]!; e++) sum += weight[e]!;
    // Many weak anchors share what one strong anchor has alone.
    if (sum > 1) for (let e = start[s]!; e < start[s + 1]!; e++) weight[e]! /= sum;
    total[s] = Math.min(1, sum);
  }
  return { start, word, weight, total };
}
