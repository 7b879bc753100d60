import type { TextPair } from '../../model/text-pair.ts';
import { tokenize } from '../tokens.ts';
import type { Anchor } from './anchors.ts';

/** How to learn from pairs of texts. */
export interface LexiconOptions {
  /**
   * How many times two words that always stand together must have been seen for half the weight. 0 trusts a single sight:
   * right for a glossary, wrong for sentences, where a word that stands once goes with all the others.
   */
  readonly doubt: number;
  /** Texts of more tokens are passed over. */
  readonly mostTokens: number;
}

/** Rounds of expectation maximisation: more change little. */
const ROUNDS = 5;
/** The most pairs of texts that are cut into words, and the most pairs of words that are counted. */
const MOST_PAIRS = 200_000;
const MOST_COUNTS = 4_000_000;
/** A bound on one pair of texts. */
const MOST_CHARACTERS = 4_000;
/** Weaker anchors say nothing, and of one word's anchors so many are kept. */
const LEAST_WEIGHT = 0.05;
const MOST_ANCHORS = 8;

/**
 * Learns from pairs of texts which words of two vocabularies stand for each other, by IBM Model 1 (Brown et al. 1993).
 *
 * A word of the source that is not in the vocabulary takes its share of what it may account for, so that what is left is
 * not overrated. The weight of two words is their expected count over the geometric mean of the counts of each. Of more
 * pairs than can be counted in reasonable time, every so many-th is taken.
 */
export function learnLexicon(
  pairs: readonly TextPair[],
  sourceWords: readonly string[],
  targetWords: readonly string[],
  options: LexiconOptions,
): Anchor[] {
  const counts = new PairCounts(sourceWords, targetWords);
  for (const { source, target } of sample(pairs, MOST_PAIRS)) {
    if (source.length > MOST_CHARACTERS || target.length > MOST_CHARACTERS) continue;
    const [from, to] = [tokenize(source), tokenize(target)];
    if (Math.max(from.length, to.length) <= options.mostTokens) counts.add(from, to);
  }
  counts.thin(MOST_COUNTS);
  for (let round = 0; round < ROUNDS; round++) counts.expect();
  return counts.anchors(options.doubt);
}

function sample<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, k) => items[Math.floor((k * items.length) / most)]!);
}

/** The words of one pair of texts that are in the vocabularies, and how many words of its source are not. */
interface Unit {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly unknown: number;
}

class PairCounts {
  readonly #source: ReadonlyMap<string, number>;
  readonly #target: ReadonlyMap<string, number>;
  #units: Unit[] = [];
  /** By pair of words, in the order in which they are met: an index into the counts. */
  #index = new Map<number, number>();
  /** By unit, in order, its target words by its source words: the pair's index. */
  #slots = new Int32Array(0);
  #probability: Float64Array<ArrayBuffer> = new Float64Array(0);
  #counts: Float64Array<ArrayBuffer> = new Float64Array(0);
  /** Of a target word given a source word that is not in the vocabulary. */
  #unknown: Float64Array<ArrayBuffer> = new Float64Array(0);

  constructor(sourceWords: readonly string[], targetWords: readonly string[]) {
    this.#source = new Map(sourceWords.map((word, k) => [word, k]));
    this.#target = new Map(targetWords.map((word, k) => [word, k]));
  }

  add(from: readonly string[], to: readonly string[]): void {
    const source = idsOf(from, this.#source);
    const target = idsOf(to, this.#target);
    if (source.length > 0 && target.length > 0)
      this.#units.push({ source, target, unknown: from.length - source.length });
  }

  /** Leaves so many pairs of words, and gets ready to count. */
  thin(most: number): void {
    const size = (units: readonly Unit[]): number =>
      units.reduce((sum, { source, target }) => sum + source.length * target.length, 0);
    const share = size(this.#units) / most;
    if (share > 1) this.#units = [...sample(this.#units, Math.floor(this.#units.length / share))];
    this.#slots = new Int32Array(size(this.#units));
    let at = 0;
    for (const { source, target } of this.#units)
      for (const t of target)
        for (const s of source) {
          const key = s * this.#target.size + t;
          let slot = this.#index.get(key);
          if (slot === undefined) this.#index.set(key, (slot = this.#index.size));
          this.#slots[at++] = slot;
        }
    // All the same at first: what counts is the ratio.
    this.#probability = new Float64Array(this.#index.size).fill(1);
    this.#unknown = new Float64Array(this.#target.size).fill(1);
  }

  /** One round. */
  expect(): void {
    const counts = new Float64Array(this.#index.size);
    const unknown = new Float64Array(this.#target.size);
    let at = 0;
    for (const unit of this.#units)
      for (const t of unit.target) {
        const rest = unit.unknown * this.#unknown[t]!;
        let sum = rest;
        for (let k = 0; k < unit.source.length; k++) sum += this.#probability[this.#slots[at + k]!]!;
        if (sum > 0) {
          for (let k = 0; k < unit.source.length; k++) {
            const slot = this.#slots[at + k]!;
            counts[slot]! += this.#probability[slot]! / sum;
          }
          unknown[t]! += rest / sum;
        }
        at += unit.source.length;
      }
    const totals = this.#totals(counts).source;
    let all = 0;
    for (const count of unknown) all += count;
    for (const [key, slot] of this.#index)
      this.#probability[slot] = counts[slot]! / totals[Math.floor(key / this.#target.size)]!;
    this.#unknown = all > 0 ? unknown.map((count) => count / all) : unknown;
    this.#counts = counts;
  }

  anchors(doubt: number): Anchor[] {
    const totals = this.#totals(this.#counts);
    const bySource = new Map<number, Anchor[]>();
    for (const [key, slot] of this.#index) {
      const s = Math.floor(key / this.#target.size);
      const t = key % this.#target.size;
      const weight = this.#counts[slot]! / Math.sqrt((totals.source[s]! + doubt) * (totals.target[t]! + doubt));
      if (!(weight >= LEAST_WEIGHT)) continue;
      const found = bySource.get(s);
      if (found === undefined) bySource.set(s, [[s, t, weight]]);
      else found.push([s, t, weight]);
    }
    return [...bySource.values()].flatMap((found) => found.sort((a, b) => b[2] - a[2]).slice(0, MOST_ANCHORS));
  }

  #totals(counts: Float64Array): { source: Float64Array; target: Float64Array } {
    const source = new Float64Array(this.#source.size);
    const target = new Float64Array(this.#target.size);
    for (const [key, slot] of this.#index) {
      source[Math.floor(key / this.#target.size)]! += counts[slot]!;
      target[key % this.#target.size]! += counts[slot]!;
    }
    return { source, target };
  }
}

function idsOf(tokens: readonly string[], vocabulary: ReadonlyMap<string, number>): Int32Array {
  const ids: number[] = [];
  for (const token of tokens) {
    const id = vocabulary.get(token);
    if (id !== undefined) ids.push(id);
  }
  return Int32Array.from(ids);
}
