import type { WeightedBead } from '../evidence.ts';
import type { ContributionList } from './contributions.ts';
import { NULL_WORDS } from './ring.ts';
import type { Vocabulary } from './vocabulary.ts';
import { UNKNOWN } from './pair-rows.ts';
import type { PairRows } from './pair-rows.ts';

/**
 * How many times as large as if every word translated all the others alike a pair's share in a bead must be to be counted:
 * less would cost much and say nothing.
 */
const CHANCE = 0.5;
/**
 * How far from its place a word's translation may stand in a bead, in words or in shares of all its words, whichever is more
 * (after the diagonal of Dyer, Chahuneau & Smith 2013).
 */
const NEAR = 12;
const NEAR_SHARE = 0.25;
/** Beads with more pairs of words than this are not learnt from: of units as long as a book nothing is to be learnt. */
const MOST_PAIRS = 1_000_000;

/** The words of one side of a bead: each word of each unit. */
class Tokens {
  readonly #vocabulary: Vocabulary;
  size = 0;
  word: Int32Array = new Int32Array(256);
  unit: Int32Array = new Int32Array(256);
  position: Int32Array = new Int32Array(256);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  fill(from: number, to: number): void {
    this.size = 0;
    let size = 0;
    for (let u = from; u < to; u++) size += this.#vocabulary.units[u]!.length;
    if (this.word.length < size) {
      this.word = new Int32Array(size * 2);
      this.unit = new Int32Array(size * 2);
      this.position = new Int32Array(size * 2);
    }
    for (let u = from; u < to; u++) {
      const words = this.#vocabulary.units[u]!;
      for (let k = 0; k < words.length; k++) {
        // What stands in one unit only teaches nothing that is ever used.
        if (this.#vocabulary.frequency[words[k]!]! < 2) continue;
        this.word[this.size] = words[k]!;
        this.unit[this.size] = u;
        this.position[this.size] = k;
        this.size += 1;
      }
    }
  }
}

/** One step of expectation: how often each pair of words is expected to translate each other in beads. */
export class Expectation {
  readonly #a: Vocabulary;
  readonly #b: Vocabulary;
  readonly #rows: PairRows;
  readonly #source: Tokens;
  readonly #target: Tokens;
  /** The target's tokens by word, as lists: the first one of a word, and the next one of the same word; -1 ends it. */
  readonly #first: Int32Array;
  #next: Int32Array = new Int32Array(256);
  /** For each pair of tokens, source by source: how the one explains the other, and back. */
  #forward: Float64Array = new Float64Array(4096);
  #backward: Float64Array = new Float64Array(4096);
  #columnSum: Float64Array = new Float64Array(256);

  constructor(a: Vocabulary, b: Vocabulary, rows: PairRows) {
    this.#a = a;
    this.#b = b;
    this.#rows = rows;
    this.#source = new Tokens(a);
    this.#target = new Tokens(b);
    this.#first = new Int32Array(b.size).fill(-1);
  }

  /** Adds what a bead is expected to hold to the list. */
  add(bead: WeightedBead, list: ContributionList): void {
    const [source, target] = [this.#source, this.#target];
    source.fill(bead.sourceFrom, bead.sourceTo);
    target.fill(bead.targetFrom, bead.targetTo);
    const pairs = source.size * target.size;
    if (pairs === 0 || pairs > MOST_PAIRS) return;
    if (this.#forward.length < pairs) {
      this.#forward = new Float64Array(pairs * 2);
      this.#backward = new Float64Array(pairs * 2);
    }
    if (this.#next.length < target.size) {
      this.#next = new Int32Array(target.size * 2);
      this.#columnSum = new Float64Array(target.size * 2);
    }
    this.#fill();
    this.#collect(bead.weight, list);
  }

  #fill(): void {
    const { start, word, forward, backward, sourceTotal, targetTotal } = this.#rows;
    const [first, next, f, b, sum] = [this.#first, this.#next, this.#forward, this.#backward, this.#columnSum];
    const [source, target] = [this.#source, this.#target];
    const [pa, pb] = [this.#a.probability, this.#b.probability];
    const columns = target.size;
    for (let k = columns - 1; k >= 0; k--) {
      const t = target.word[k]!;
      next[k] = first[t]!;
      first[t] = k;
      sum[k] = NULL_WORDS * pb[t]!;
    }
    for (let i = 0; i < source.size; i++) {
      const s = source.word[i]!;
      const row = i * columns;
      const inverse = 1 / sourceTotal[s]!;
      const unknown = UNKNOWN * inverse;
      const back = UNKNOWN * pa[s]!;
      const from = this.#from(i);
      const to = this.#to(i);
      for (let k = from; k < to; k++) {
        const t = target.word[k]!;
        f[row + k] = unknown * pb[t]!;
        b[row + k] = back / targetTotal[t]!;
      }
      for (let p = start[s]!; p < start[s + 1]!; p++) {
        const t = word[p]!;
        for (let k = first[t]!; k >= 0; k = next[k]!) {
          if (k < from || k >= to) continue;
          f[row + k]! += forward[p]! * inverse;
          b[row + k]! += backward[p]! / targetTotal[t]!;
        }
      }
      for (let k = from; k < to; k++) sum[k]! += f[row + k]!;
    }
    for (let k = 0; k < columns; k++) first[target.word[k]!] = -1;
  }

  #collect(weight: number, list: ContributionList): void {
    const [f, b, sum] = [this.#forward, this.#backward, this.#columnSum];
    const [source, target] = [this.#source, this.#target];
    const columns = target.size;
    for (let i = 0; i < source.size; i++) {
      const s = source.word[i]!;
      const row = i * columns;
      const from = this.#from(i);
      const to = this.#to(i);
      let rowSum = NULL_WORDS * this.#a.probability[s]!;
      for (let k = from; k < to; k++) rowSum += b[row + k]!;
      list.reserve(to - from);
      const least = (CHANCE / (to - from)) ** 2;
      for (let k = from; k < to; k++) {
        // The square of the geometric mean of the two posteriors.
        const square = (f[row + k]! * b[row + k]!) / (sum[k]! * rowSum);
        if (square < least) continue;
        const e = list.length++;
        list.sourceUnit[e] = source.unit[i]!;
        list.targetUnit[e] = target.unit[k]!;
        list.sourcePosition[e] = source.position[i]!;
        list.targetPosition[e] = target.position[k]!;
        list.sourceWord[e] = s;
        list.targetWord[e] = target.word[k]!;
        list.value[e] = weight * Math.sqrt(square);
      }
    }
  }

  /** The first token of the target that source token `i` may stand for: a translation stands at about the same place. */
  #from(i: number): number {
    return Math.max(0, Math.floor(this.#place(i) - this.#reach()));
  }

  /** The token after the last one. */
  #to(i: number): number {
    return Math.min(this.#target.size, Math.ceil(this.#place(i) + this.#reach()));
  }

  #place(i: number): number {
    return ((i + 0.5) / this.#source.size) * this.#target.size;
  }

  #reach(): number {
    return Math.max(NEAR, NEAR_SHARE * this.#target.size);
  }
}
