import { HUNDREDTHS } from './pair-knowledge.ts';
import type { PairKnowledge, PairPrior, WordPairCounts } from './pair-knowledge.ts';

/** Two words that stood together for less than this, in occurrences outside the pair at hand, say nothing yet. */
const LEAST_COUNT = 0.5 * HUNDREDTHS;
/** How many occurrences of a word it takes until half of what is said of it is believed. */
const DOUBT = 1 * HUNDREDTHS;
/** What is less sure than this is not worth looking up. */
const LEAST_WEIGHT = 0.02;

/** One language pair's counts as JSON; rows are `[target, count, target, count, …]` by source word. */
export interface WordCountsJson {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly sourceWords: readonly string[];
  readonly sourceTotals: readonly number[];
  readonly targetWords: readonly string[];
  readonly targetTotals: readonly number[];
  readonly rows: readonly (readonly number[])[];
}

/** Words by number, in the order in which they came, with the hundredths of beads that each stands in. */
interface Words {
  readonly ids: Map<string, number>;
  readonly words: string[];
  readonly totals: number[];
}

/** How often the words of two languages stood for each other, summed over pairs of texts. */
export class WordCounts {
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  #source: Words = emptyWords();
  #target: Words = emptyWords();
  /** By source word: target word to count, in hundredths. */
  #rows: Map<number, number>[] = [];
  #size = 0;

  constructor(sourceLanguage: string, targetLanguage: string) {
    this.sourceLanguage = sourceLanguage;
    this.targetLanguage = targetLanguage;
  }

  /** How many pairs of words have a count. */
  get size(): number {
    return this.#size;
  }

  add(pair: PairKnowledge): void {
    const source = pair.sourceWords.map((word, s) => this.#addSource(word, pair.sourceTotal[s]!));
    const target = pair.targetWords.map((word, t) => addWord(this.#target, word, pair.targetTotal[t]!));
    pair.count.forEach((count, k) => this.#addCount(source[pair.source[k]!]!, target[pair.target[k]!]!, count));
  }

  /** Takes back counts of a pair, and adds others in their stead; its words have been added before. */
  replace(pair: PairKnowledge, counts: WordPairCounts): void {
    const source = pair.sourceWords.map((word) => this.#addSource(word, 0));
    const target = pair.targetWords.map((word) => addWord(this.#target, word, 0));
    pair.count.forEach((count, k) => this.#addCount(source[pair.source[k]!]!, target[pair.target[k]!]!, -count));
    counts.count.forEach((count, k) => this.#addCount(source[counts.source[k]!]!, target[counts.target[k]!]!, count));
  }

  /**
   * What is known of the words of one pair.
   *
   * @param own what the pair itself contributed, which is left out: it would otherwise learn its own errors by heart.
   */
  priorFor(pair: Pick<PairKnowledge, 'sourceWords' | 'targetWords'>, own: PairKnowledge | undefined): PairPrior {
    const targets = new Map<number, number>();
    pair.targetWords.forEach((word, t) => {
      const id = this.#target.ids.get(word);
      if (id !== undefined) targets.set(id, t);
    });
    const found: { source: number[]; target: number[]; weight: number[] } = { source: [], target: [], weight: [] };
    let next = 0;
    pair.sourceWords.forEach((word, s) => {
      const ownRow = new Map<number, number>();
      if (own !== undefined)
        for (; next < own.count.length && own.source[next] === s; next++)
          ownRow.set(own.target[next]!, own.count[next]!);
      const id = this.#source.ids.get(word);
      if (id === undefined) return;
      const sourceTotal = this.#source.totals[id]! - (own?.sourceTotal[s] ?? 0);
      for (const [other, sum] of this.#rows[id]!) {
        const t = targets.get(other);
        if (t === undefined) continue;
        const count = sum - (ownRow.get(t) ?? 0);
        if (count < LEAST_COUNT) continue;
        const targetTotal = this.#target.totals[other]! - (own?.targetTotal[t] ?? 0);
        const weight = count / Math.sqrt((sourceTotal + DOUBT) * (targetTotal + DOUBT));
        if (weight < LEAST_WEIGHT) continue;
        found.source.push(s);
        found.target.push(t);
        found.weight.push(Math.min(1, weight));
      }
    });
    return {
      sourceWords: pair.sourceWords,
      targetWords: pair.targetWords,
      source: Uint32Array.from(found.source),
      target: Uint32Array.from(found.target),
      weight: Float32Array.from(found.weight),
    };
  }

  /** Forgets the smallest counts, of equal ones the latest, until `most` are left; and words without any. */
  prune(most: number): void {
    if (this.#size <= most) return;
    const counts = new Float64Array(this.#size);
    let k = 0;
    for (const row of this.#rows) for (const count of row.values()) counts[k++] = count;
    counts.sort();
    const least = most === 0 ? Infinity : counts[this.#size - most]!;
    // So many of those that are just as small may stay.
    let equal = most - (this.#size - upperBound(counts, least));
    const old = { source: this.#source, target: this.#target, rows: this.#rows };
    this.#source = emptyWords();
    this.#target = emptyWords();
    this.#rows = [];
    this.#size = 0;
    const added = new Map<number, number>();
    old.rows.forEach((row, s) => {
      let to: number | undefined;
      for (const [t, count] of row) {
        if (count < least || (count === least && equal-- <= 0)) continue;
        to ??= this.#addSource(old.source.words[s]!, old.source.totals[s]!);
        let other = added.get(t);
        if (other === undefined) {
          other = addWord(this.#target, old.target.words[t]!, old.target.totals[t]!);
          added.set(t, other);
        }
        this.#addCount(to, other, count);
      }
    });
  }

  toJSON(): WordCountsJson {
    return {
      sourceLanguage: this.sourceLanguage,
      targetLanguage: this.targetLanguage,
      sourceWords: this.#source.words,
      sourceTotals: this.#source.totals,
      targetWords: this.#target.words,
      targetTotals: this.#target.totals,
      rows: this.#rows.map((row) => [...row].flat()),
    };
  }

  /** Adds the counts of another table. */
  addJson(json: WordCountsJson): void {
    const source = json.sourceWords.map((word, s) => this.#addSource(word, json.sourceTotals[s]!));
    const target = json.targetWords.map((word, t) => addWord(this.#target, word, json.targetTotals[t]!));
    json.rows.forEach((row, s) => {
      for (let k = 0; k < row.length; k += 2) this.#addCount(source[s]!, target[row[k]!]!, row[k + 1]!);
    });
  }

  #addSource(word: string, total: number): number {
    const id = addWord(this.#source, word, total);
    this.#rows[id] ??= new Map<number, number>();
    return id;
  }

  #addCount(s: number, t: number, count: number): void {
    const row = this.#rows[s]!;
    const before = row.get(t);
    const after = (before ?? 0) + count;
    if (before === undefined && after > 0) this.#size += 1;
    if (before !== undefined && after <= 0) this.#size -= 1;
    // Of what was forgotten meanwhile there is nothing left to take back.
    if (after > 0) row.set(t, after);
    else row.delete(t);
  }
}

function emptyWords(): Words {
  return { ids: new Map(), words: [], totals: [] };
}

function addWord({ ids, words, totals }: Words, word: string, total: number): number {
  const known = ids.get(word);
  if (known !== undefined) {
    totals[known]! += total;
    return known;
  }
  const id = words.push(word) - 1;
  ids.set(word, id);
  totals.push(total);
  return id;
}

/** How many numbers of a sorted list are at most `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
