import type { WeightedBead } from '../evidence.ts';
import { ContributionList, noContributions } from './contributions.ts';
import type { Contributed } from './contributions.ts';
import { Expectation } from './expectation.ts';
import { orderBy, pick } from './ordering.ts';
import { UNKNOWN } from './pair-rows.ts';
import type { PairRows } from './pair-rows.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Pseudo-counts of all a word's anchors together. */
const ANCHORED = 2.5;
/** A pair whose count is a smaller share than this of all that is counted for each of its two words is forgotten. */
const LEAST_SHARE = 0.001;

/** A pair that makes its explained word less than this many times as likely as it is anyway is not looked up. */
const LEAST_LIFT = 0.2;

/** That two words may stand for each other: source word, target word, and how sure that is, 0 to 1. */
export type WeightedPair = readonly [source: number, target: number, weight: number];

/** How the words of one side are explained by the words of the other. */
export interface OneWay {
  /** By explaining word: `start[e]` to `start[e + 1]` in `word` and `mass`. */
  readonly start: Int32Array;
  readonly word: Int32Array;
  readonly mass: Float64Array;
  /** By explaining word. */
  readonly total: Float64Array;
  /** What the units of each side contributed to the counts. */
  readonly explaining: Contributed;
  readonly explained: Contributed;
}

/**
 * The pairs of words that are thought to translate each other, with their expected counts: known before anything is seen
 * (anchors), or learnt from beads.
 *
 * IBM Model 1 (Brown et al. 1993) in both directions, each by the other's leave (after Liang, Taskar & Klein 2006): what
 * is counted for a pair is the geometric mean of the two directions' posteriors, so that there is one list of counts for
 * both, and a frequent word cannot take every rare one for its own translation.
 */
export class WordPairs {
  readonly source: Vocabulary;
  readonly target: Vocabulary;
  readonly #anchors: PairRows;
  #rows: PairRows;
  readonly #list: ContributionList = new ContributionList();
  #bySource: Contributed;
  #byTarget: Contributed;

  constructor(source: Vocabulary, target: Vocabulary, anchors: readonly WeightedPair[]) {
    this.source = source;
    this.target = target;
    this.#anchors = anchorRows(source.size, target.size, anchors);
    this.#rows = this.#anchors;
    this.#bySource = noContributions(source.units.length);
    this.#byTarget = noContributions(target.units.length);
  }

  get rows(): PairRows {
    return this.#rows;
  }

  /** How the source's words explain the target's. */
  forward(): OneWay {
    const { start, word, forward, sourceTotal } = this.#rows;
    const telling = onlyTelling(start, word, forward, sourceTotal, this.target.probability);
    return { ...telling, total: sourceTotal, explaining: this.#bySource, explained: this.#byTarget };
  }

  /** How the target's words explain the source's. */
  backward(): OneWay {
    const { start, word, backward, targetTotal } = this.#rows;
    const source = new Int32Array(word.length);
    for (let s = 0; s < this.source.size; s++) source.fill(s, start[s], start[s + 1]);
    const byTarget = orderBy(word, word.length, this.target.size);
    const words = pick(source, byTarget.order);
    const mass = pick(backward, byTarget.order);
    const telling = onlyTelling(byTarget.start, words, mass, targetTotal, this.source.probability);
    return { ...telling, total: targetTotal, explaining: this.#byTarget, explained: this.#bySource };
  }

  /** Takes over what was learnt of the same words from other units of the same text. */
  adopt({ rows }: WordPairs): void {
    this.#rows = rows;
    this.#bySource = noContributions(this.source.units.length);
    this.#byTarget = noContributions(this.target.units.length);
  }

  /** Replaces the counts by those expected under the beads' posterior. */
  learn(beads: readonly WeightedBead[]): void {
    const list = this.#list;
    list.length = 0;
    const expectation = new Expectation(this.source, this.target, this.#rows);
    for (const bead of beads) expectation.add(bead, list);
    const kept = this.#collect(list);
    this.#bySource = list.bySource(kept, this.source.units.length);
    this.#byTarget = list.byTarget(kept, this.target.units.length);
  }

  /**
   * Adds contributions up by pair of words, and forgets pairs that are a small share of both words' counts.
   *
   * @returns for each contribution, the count that it is part of; 0 where its pair was forgotten.
   */
  #collect(list: ContributionList): Float64Array {
    const anchors = this.#anchors;
    const sourceTotal = anchors.sourceTotal.slice();
    const targetTotal = anchors.targetTotal.slice();
    for (let e = 0; e < list.length; e++) {
      sourceTotal[list.sourceWord[e]!]! += list.value[e]!;
      targetTotal[list.targetWord[e]!]! += list.value[e]!;
    }
    const { order, start } = orderBy(list.sourceWord, list.length, this.source.size);
    const most = list.length + anchors.word.length;
    const word = new Int32Array(most);
    const forward = new Float64Array(most);
    const backward = new Float64Array(most);
    const rows = new Int32Array(this.source.size + 1);
    const sums = new Float64Array(list.length);
    /** By target word: its count with the source word at hand, and its place in the rows. */
    const count = new Float64Array(this.target.size);
    const place = new Int32Array(this.target.size).fill(-1);
    let size = 0;
    for (let s = 0; s < this.source.size; s++) {
      const rowStart = size;
      rows[s] = rowStart;
      for (let o = start[s]!; o < start[s + 1]!; o++) count[list.targetWord[order[o]!]!]! += list.value[order[o]!]!;
      for (let p = anchors.start[s]!; p < anchors.start[s + 1]!; p++) {
        const t = anchors.word[p]!;
        place[t] = size;
        word[size] = t;
        forward[size] = anchors.forward[p]! + count[t]!;
        backward[size] = anchors.backward[p]! + count[t]!;
        size += 1;
      }
      for (let o = start[s]!; o < start[s + 1]!; o++) {
        const t = list.targetWord[order[o]!]!;
        if (place[t]! >= rowStart || count[t]! < LEAST_SHARE * Math.min(sourceTotal[s]!, targetTotal[t]!)) continue;
        place[t] = size;
        word[size] = t;
        forward[size] = count[t]!;
        backward[size] = count[t]!;
        size += 1;
      }
      for (let o = start[s]!; o < start[s + 1]!; o++) {
        const t = list.targetWord[order[o]!]!;
        if (place[t]! >= rowStart) sums[order[o]!] = forward[place[t]!]!;
      }
      for (let o = start[s]!; o < start[s + 1]!; o++) count[list.targetWord[order[o]!]!] = 0;
    }
    rows[this.source.size] = size;
    this.#rows = {
      start: rows,
      word: word.slice(0, size),
      forward: forward.slice(0, size),
      backward: backward.slice(0, size),
      sourceTotal,
      targetTotal,
    };
    return sums;
  }
}

/** Rows without the pairs that would not be missed, since the words are together hardly more often than by chance. */
function onlyTelling(
  start: Int32Array,
  word: Int32Array,
  mass: Float64Array,
  total: Float64Array,
  probability: Float64Array,
): Pick<OneWay, 'start' | 'word' | 'mass'> {
  const kept = {
    start: new Int32Array(start.length),
    word: new Int32Array(word.length),
    mass: new Float64Array(word.length),
  };
  let size = 0;
  for (let e = 0; e < total.length; e++) {
    kept.start[e] = size;
    const least = LEAST_LIFT * total[e]!;
    for (let p = start[e]!; p < start[e + 1]!; p++) {
      if (mass[p]! < least * probability[word[p]!]!) continue;
      kept.word[size] = word[p]!;
      kept.mass[size] = mass[p]!;
      size += 1;
    }
  }
  kept.start[total.length] = size;
  return { start: kept.start, word: kept.word.subarray(0, size), mass: kept.mass.subarray(0, size) };
}

function anchorRows(sourceSize: number, targetSize: number, anchors: readonly WeightedPair[]): PairRows {
  const sourceWeight = new Float64Array(sourceSize);
  const targetWeight = new Float64Array(targetSize);
  for (const [s, t, weight] of anchors) {
    sourceWeight[s]! += weight;
    targetWeight[t]! += weight;
  }
  const { order, start } = orderBy(
    Int32Array.from(anchors, ([s]) => s),
    anchors.length,
    sourceSize,
  );
  // Many weak anchors share what one strong anchor has alone.
  const prior = (weight: number, total: number): number => (ANCHORED * weight) / Math.max(1, total);
  return {
    start,
    word: Int32Array.from(order, (e) => anchors[e]![1]),
    forward: Float64Array.from(order, (e) => prior(anchors[e]![2], sourceWeight[anchors[e]![0]]!)),
    backward: Float64Array.from(order, (e) => prior(anchors[e]![2], targetWeight[anchors[e]![1]]!)),
    sourceTotal: sourceWeight.map((weight) => UNKNOWN + (weight > 0 ? ANCHORED : 0)),
    targetTotal: targetWeight.map((weight) => UNKNOWN + (weight > 0 ? ANCHORED : 0)),
  };
}
