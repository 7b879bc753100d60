import type { WordBead, WordBeads } from './learnt-beads.ts';
import { HUNDREDTHS } from './pair-knowledge.ts';
import type { WordPairCounts } from './pair-knowledge.ts';

/** Rounds of expectation maximisation. */
const ROUNDS = 5;
/** How much of a word's probability goes to words that are not in the bead, whatever it is. */
const UNKNOWN = 0.5;
/** What is known of a word before this pair counts as much as so many beads. */
const KNOWN = 4;
/** A share in a bead that is smaller than this is not counted. */
const NEGLIGIBLE = 0.03;
/** The most cells - pairs of words in a bead - that are looked at in one pair; above it, every so many beads are taken. */
const MOST_CELLS = 2_000_000;

/** Which words are known to correspond, by their indices, and how surely: 0 to 1. */
export type KnownWords = Iterable<readonly [source: number, target: number, weight: number]>;

/**
 * Counts how often the words of two sides stand for each other in the beads: IBM Model 1 (Brown et al. 1993) in both
 * directions. What is counted is the product of the two directions' posteriors, as directions that agree are right much
 * more often than either alone (Liang, Taskar and Klein 2006).
 *
 * @param known what is known of the words before; a prior in both directions.
 * @returns counts in hundredths, by source word, then target word.
 */
export function countWordPairs({ sourceWords, targetWords, beads }: WordBeads, known: KnownWords): WordPairCounts {
  const columns = targetWords.length;
  const taken = withinLimit(beads);
  const { cellsOf, keys } = numberCells(taken, columns);
  const prior = new Float64Array(keys.length);
  const cellAt = new Map(keys.map((key, cell) => [key, cell]));
  for (const [s, t, weight] of known) {
    const cell = cellAt.get(s * columns + t);
    if (cell !== undefined) prior[cell] = Math.min(1, prior[cell]! + weight);
  }
  const sourceOf = Int32Array.from(keys, (key) => Math.floor(key / columns));
  const targetOf = Int32Array.from(keys, (key) => key % columns);
  const sourceMass = massOf(taken, 'source', sourceWords.length);
  const targetMass = massOf(taken, 'target', columns);
  const forward = new Direction(prior, sourceOf, sourceMass, targetMass);
  const backward = new Direction(prior, targetOf, targetMass, sourceMass);
  let agreed = new Float64Array(keys.length);
  for (let round = 1; round <= ROUNDS; round++) {
    agreed = new Float64Array(keys.length);
    taken.forEach((bead, k) => expect(bead, cellsOf[k]!, forward, backward, agreed));
    forward.maximise();
    backward.maximise();
  }
  const kept = [...keys.keys()]
    .filter((cell) => Math.round(agreed[cell]! * HUNDREDTHS) > 0)
    .sort((a, b) => keys[a]! - keys[b]!);
  return {
    source: Uint32Array.from(kept, (cell) => sourceOf[cell]!),
    target: Uint32Array.from(kept, (cell) => targetOf[cell]!),
    count: Uint32Array.from(kept, (cell) => Math.round(agreed[cell]! * HUNDREDTHS)),
  };
}

/** All beads or, where they have too many cells, every second, third, … of them; none that is too large by itself. */
function withinLimit(beads: readonly WordBead[]): WordBead[] {
  const sized = beads.filter(({ source, target }) => source.length * target.length <= MOST_CELLS / 10);
  const cells = sized.reduce((sum, { source, target }) => sum + source.length * target.length, 0);
  const step = Math.max(1, Math.ceil(cells / MOST_CELLS));
  return sized.filter((_, k) => k % step === 0);
}

/** A number for each pair of words that share a bead, and for each bead those of its pairs, by source word. */
function numberCells(beads: readonly WordBead[], columns: number): { cellsOf: Int32Array[]; keys: number[] } {
  const numbers = new Map<number, number>();
  const cellsOf = beads.map(({ source, target }) => {
    const cells = new Int32Array(source.length * target.length);
    let k = 0;
    for (const s of source)
      for (const t of target) {
        const key = s * columns + t;
        let cell = numbers.get(key);
        if (cell === undefined) {
          cell = numbers.size;
          numbers.set(key, cell);
        }
        cells[k++] = cell;
      }
    return cells;
  });
  return { cellsOf, keys: [...numbers.keys()] };
}

function massOf(beads: readonly WordBead[], side: 'source' | 'target', words: number): Float64Array {
  const mass = new Float64Array(words);
  for (const bead of beads) for (const word of bead[side]) mass[word]! += bead.weight;
  return mass;
}

/** The probabilities of one direction, P(explained word | given word), by cell. */
class Direction {
  probability: Float64Array;
  readonly counts: Float64Array;
  /** By explained word: its share among all. */
  readonly share: Float64Array;
  readonly #prior: Float64Array;
  readonly #given: Int32Array;
  readonly #priorTotal: Float64Array;

  constructor(prior: Float64Array, given: Int32Array, givenMass: Float64Array, explainedMass: Float64Array) {
    this.#prior = prior;
    this.#given = given;
    this.counts = new Float64Array(prior.length);
    const all = explainedMass.reduce((sum, mass) => sum + mass, 0);
    this.share = explainedMass.map((mass) => mass / all);
    this.#priorTotal = new Float64Array(givenMass.length);
    prior.forEach((weight, cell) => (this.#priorTotal[given[cell]!]! += weight));
    // Model 1 may start anywhere. What is known already starts ahead.
    this.probability = prior.map((weight) => 0.01 + weight);
  }

  /** Turns the counts into probabilities, and begins to count anew. */
  maximise(): void {
    const total = new Float64Array(this.#priorTotal.length);
    this.counts.forEach((count, cell) => (total[this.#given[cell]!]! += count));
    this.probability = this.counts.map((count, cell) => {
      const given = this.#given[cell]!;
      // Many weak translations share what one strong one has alone.
      const sum = this.#priorTotal[given]!;
      const known = (KNOWN * this.#prior[cell]!) / Math.max(1, sum);
      return (count + known) / (total[given]! + KNOWN * Math.min(1, sum) + UNKNOWN);
    });
    this.counts.fill(0);
  }
}

/** One bead's share of the E-step, in both directions. */
function expect(
  { source, target, weight }: WordBead,
  cells: Int32Array,
  forward: Direction,
  backward: Direction,
  agreed: Float64Array,
): void {
  const targetSum = Float64Array.from(target, (t) => forward.share[t]!);
  const sourceSum = Float64Array.from(source, (s) => backward.share[s]!);
  let k = 0;
  for (let s = 0; s < source.length; s++)
    for (let t = 0; t < target.length; t++) {
      const cell = cells[k++]!;
      targetSum[t]! += forward.probability[cell]!;
      sourceSum[s]! += backward.probability[cell]!;
    }
  k = 0;
  for (let s = 0; s < source.length; s++)
    for (let t = 0; t < target.length; t++) {
      const cell = cells[k++]!;
      const there = forward.probability[cell]! / targetSum[t]!;
      const back = backward.probability[cell]! / sourceSum[s]!;
      forward.counts[cell]! += weight * there;
      backward.counts[cell]! += weight * back;
      const both = there * back;
      if (both > NEGLIGIBLE) agreed[cell]! += weight * both;
    }
}
