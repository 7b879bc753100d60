import type { Lattice } from '../lattice.ts';
import { logProduct, NULL_WORDS, Ring } from './ring.ts';
import type { Vocabulary } from './vocabulary.ts';
import { UNKNOWN } from './pair-rows.ts';
import type { OneWay } from './word-pairs.ts';

/**
 * IBM Model 1 translation probabilities of one direction, P(explained word | explaining word), with the means to leave out
 * of a unit's score what the unit itself contributed.
 *
 * The score of words T against a stretch of words S is the sum over T of log(P(t | S) / P(t)), where P(t | S) averages over
 * S and an empty word.
 */
export class TranslationTable {
  readonly explaining: Vocabulary;
  readonly explained: Vocabulary;
  #pairs: OneWay;
  /** The row that was filled last. */
  readonly #row: Row;
  /** For the words of some units, and of one. */
  #total: Float64Array = new Float64Array(64);
  #adjusted: Float64Array = new Float64Array(64);
  /** For some units. */
  #scores: Float64Array = new Float64Array(1);
  /** By explained unit: the number of words in the units before it. */
  readonly #prefix: Int32Array;

  constructor(explaining: Vocabulary, explained: Vocabulary, pairs: OneWay) {
    this.explaining = explaining;
    this.explained = explained;
    this.#pairs = pairs;
    this.#row = {
      mass: new Float64Array(explained.size),
      inverse: new Float64Array(explaining.size),
      ownTotal: new Float64Array(explaining.size),
      unit: -1,
      entries: 0,
      // No whole number, so that the engine takes it for the fraction that it will be.
      base: Number.NaN,
      words: 0,
    };
    this.#prefix = new Int32Array(explained.units.length + 1);
    explained.units.forEach((unit, y) => (this.#prefix[y + 1] = this.#prefix[y]! + unit.length));
  }

  /** Looks words up in these pairs from now on. */
  use(pairs: OneWay): void {
    this.#clearRow();
    this.#pairs = pairs;
  }

  /**
   * By explained unit: how much more than noise it is hoped to score against its translation, in nats: for each of its words
   * what the likeliest of the words that explain it would bring, times how likely that one is to be there. What the unit
   * itself contributed is left out. A unit of unknown words is hoped to score nothing.
   */
  hopes(): Float64Array {
    const { start, word, mass, total, explained: own } = this.#pairs;
    const { size, probability, units } = this.explained;
    const sum = new Float64Array(size).fill(UNKNOWN);
    const largest = new Float64Array(size);
    for (let p = 0; p < word.length; p++) {
      const w = word[p]!;
      sum[w]! += mass[p]!;
      if (mass[p]! > largest[w]!) largest[w] = mass[p]!;
    }
    const best = new Int32Array(size).fill(-1);
    const bestMass = new Float64Array(size);
    const hope = new Float64Array(size);
    for (let e = 0; e < this.explaining.size; e++)
      for (let p = start[e]!; p < start[e + 1]!; p++) {
        const w = word[p]!;
        if (mass[p]! < LIKELIEST * largest[w]!) continue;
        const value = hopeOf(mass[p]!, sum[w]!, total[e]! * probability[w]!);
        if (value > hope[w]!) {
          hope[w] = value;
          best[w] = e;
          bestMass[w] = mass[p]!;
        }
      }
    const mine = new Float64Array(units.reduce((most, unit) => Math.max(most, unit.length), 0));
    return Float64Array.from(units, (words, u) => {
      mine.fill(0, 0, words.length);
      for (let k = own.start[u]!; k < own.start[u + 1]!; k++)
        if (own.otherWord[k] === best[words[own.position[k]!]!]!) mine[own.position[k]!]! += own.value[k]!;
      let hoped = 0;
      for (let k = 0; k < words.length; k++) {
        const w = words[k]!;
        const left = bestMass[w]! - mine[k]!;
        if (left > 1e-9) hoped += hopeOf(left, sum[w]! - mine[k]!, total[best[w]!]! * probability[w]!);
      }
      return hoped;
    });
  }

  /** The score of explained unit `j` against the stretch of explaining units `from` to `to`. */
  scoreStretch(from: number, to: number, j: number): number {
    return this.scoreStretches(from, to, [j])[0]!;
  }

  /** The scores of explained units against the stretch of explaining units `from` to `to`. Valid until the next call. */
  scoreStretches(from: number, to: number, explained: readonly number[]): Float64Array {
    const { units } = this.explained;
    let size = 0;
    for (let k = 0; k < explained.length; k++) size += units[explained[k]!]!.length;
    if (this.#total.length < size) this.#total = new Float64Array(2 * size);
    if (this.#scores.length < explained.length) this.#scores = new Float64Array(2 * explained.length);
    const total = this.#total.fill(0, 0, size);
    let base = NULL_WORDS;
    let words = NULL_WORDS;
    for (let i = from; i < to; i++) {
      if (this.#row.unit !== i) this.#fillRow(i);
      base += this.#row.base;
      words += this.#row.words;
      let offset = 0;
      for (let k = 0; k < explained.length; k++) {
        const { length } = units[explained[k]!]!;
        if (this.#adjusted.length < length) this.#adjusted = new Float64Array(2 * length);
        this.#adjust(i, explained[k]!, this.#adjusted, 0);
        for (let w = 0; w < length; w++) total[offset + w]! += this.#adjusted[w]!;
        offset += length;
      }
    }
    let offset = 0;
    for (let k = 0; k < explained.length; k++) {
      const { length } = units[explained[k]!]!;
      this.#scores[k] = logProduct(total, offset, length, base, words);
      offset += length;
    }
    return this.#scores;
  }

  /**
   * For each size `w` of window from 1 and each state (i, j) of the lattice that a bead can end in: the score of target
   * unit j - 1 against source units i - w to i - 1, as arrays by state. With `transposed`, the explaining side is the
   * lattice's target: the score of source unit i - 1 against target units j - w to j - 1.
   */
  scoreWindows(lattice: Lattice, transposed: boolean, scores: readonly Float32Array[]): void {
    const windows = scores.length;
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
        for (let y = first; y <= last; y++) {
          this.#adjust(x, y, row.values, this.#prefix[y]! - row.offset);
          const state = transposed ? lattice.endBase[y + 1]! + x + 1 : lattice.endBase[x + 1]! + y + 1;
          rows.score(y, this.#prefix, scores, state);
        }
      }
    }
  }

  #clearRow(): void {
    const { mass, inverse, unit, entries } = this.#row;
    if (unit < 0) return;
    this.#row.unit = -1;
    const words = this.explaining.units[unit]!;
    for (let k = 0; k < words.length; k++) inverse[words[k]!] = 0;
    // Memory is cleared in order far faster than here and there.
    if (entries * SCATTERED > mass.length) {
      mass.fill(0);
      return;
    }
    const { start, word, explaining: own } = this.#pairs;
    for (let k = 0; k < words.length; k++) {
      const s = words[k]!;
      for (let p = start[s]!; p < start[s + 1]!; p++) mass[word[p]!] = 0;
    }
    for (let e = own.start[unit]!; e < own.start[unit + 1]!; e++) mass[own.otherWord[e]!] = 0;
  }

  /** Spreads explaining unit `i`'s probability over the explained vocabulary, leaving out what the unit itself contributed. */
  #fillRow(i: number): void {
    this.#clearRow();
    const row = this.#row;
    const unit = this.explaining.units[i]!;
    const { start, word, mass: weight, total, explaining: own } = this.#pairs;
    const { mass, inverse, ownTotal } = row;
    const [ownFrom, ownTo] = [own.start[i]!, own.start[i + 1]!];
    for (let k = 0; k < unit.length; k++) ownTotal[unit[k]!] = 0;
    for (let e = ownFrom; e < ownTo; e++) ownTotal[unit[own.position[e]!]!]! += own.value[e]!;
    let base = 0;
    let entries = ownTo - ownFrom;
    for (let k = 0; k < unit.length; k++) {
      const s = unit[k]!;
      // What is kept for unknown translations is left in any case.
      const over = 1 / Math.max(UNKNOWN, total[s]! - ownTotal[s]!);
      inverse[s] = over;
      base += UNKNOWN * over;
      const [from, to] = [start[s]!, start[s + 1]!];
      entries += to - from;
      for (let p = from; p < to; p++) mass[word[p]!]! += weight[p]! * over;
    }
    for (let e = ownFrom; e < ownTo; e++) mass[own.otherWord[e]!]! -= own.value[e]! * inverse[unit[own.position[e]!]!]!;
    row.unit = i;
    row.words = unit.length;
    row.base = base;
    row.entries = entries;
  }

  /**
   * Writes to `out` from `offset`, for each word of explained unit `j`, its mass in the row of explaining unit `i` over its
   * share in the text, leaving out what `j` itself contributed through other explaining units.
   */
  #adjust(i: number, j: number, out: Float64Array, offset: number): void {
    const { mass, inverse } = this.#row;
    const { probability, units } = this.explained;
    const words = units[j]!;
    const { start, largeEnd, otherUnit, otherWord, position, value } = this.#pairs.explained;
    for (let k = 0; k < words.length; k++) out[offset + k] = mass[words[k]!]!;
    for (let e = start[j]!; e < largeEnd[j]!; e++) {
      const over = inverse[otherWord[e]!]!;
      if (over > 0 && otherUnit[e] !== i) out[offset + position[e]!]! -= value[e]! * over;
    }
    for (let k = 0; k < words.length; k++) {
      const v = out[offset + k]!;
      out[offset + k] = v > 1e-12 ? v / probability[words[k]!]! : 0;
    }
  }
}

interface Row {
  /** By explained word. */
  readonly mass: Float64Array;
  /** By explaining word: one over its total count, 0 for words that are not in the unit. */
  readonly inverse: Float64Array;
  /** By explaining word: what the unit itself contributed to the word's total. Valid for the unit's words only. */
  readonly ownTotal: Float64Array;
  /** The unit, -1 for none. */
  unit: number;
  /** How many masses were written, one more than once perhaps. */
  entries: number;
  /** The probability that goes to unknown translations, summed over the unit's words. */
  base: number;
  words: number;
}

/** Clearing a mass by its index costs as much as clearing so many that stand one after the other. */
const SCATTERED = 8;

/** What is left of a word's probability when nothing explains it, as a multiple of its share in the text, by and large. */
const UNEXPLAINED = NULL_WORDS + 1;

/** Of a word's explanations, those with a smaller part of the largest one's mass than this are not its likeliest. */
const LIKELIEST = 0.3;

/** What a word is hoped to bring that is explained by another with so much of all the mass that it has. */
function hopeOf(mass: number, allMass: number, expected: number): number {
  return (mass / allMass) * Math.log1p(mass / expected / UNEXPLAINED);
}
