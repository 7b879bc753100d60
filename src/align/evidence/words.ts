import type { Candidate, CandidateRow, Evidence, Scorer, WeightedBead } from '../evidence.ts';
import type { BeadSize } from '../../model/alignment.ts';
import type { Lattice } from '../lattice.ts';
import { anchorSide } from './anchors.ts';
import type { AnchorSource } from './anchors.ts';
import { withoutCommonWords } from './common-words.ts';
import { poolVocabulary } from './pooled-vocabulary.ts';
import { logRatio, measureSignal, noiseOf } from './score-scale.ts';
import type { Noise, Signal, WeightedDeviation } from './score-scale.ts';
import { TranslationTable } from './translation-table.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WordPairs } from './word-pairs.ts';
import type { OneWay, WeightedPair } from './word-pairs.ts';

/** The most units on one side of a bead that are scored as one stretch. */
export const MAX_UNITS = 4;

/**
 * Words: how well each side's words are explained as translations of the other's.
 *
 * Translation probabilities are IBM Model 1 (Brown et al. 1993), in both directions, learnt from the pair itself by
 * expectation maximisation over the beads' posteriors, as Moore (2002) and Varga et al. (2005) learn from their first
 * pass. Three things differ. Counts that a unit contributed itself are left out when it is scored (a short text would
 * otherwise learn its own errors by heart). Words that are known to correspond - numbers, names across scripts, months -
 * enter as a prior of the table and not as fixed points. And the score is set against what unrelated units of this very
 * pair score, so that it means the same in every language and however the text was cut into words.
 */
export function wordEvidence(anchors: readonly AnchorSource[]): Evidence {
  return {
    id: 'words',
    prepare: (source, target, coarser) => {
      const a = vocabularyOf(source);
      const b = vocabularyOf(target);
      if (a.size === 0 || b.size === 0) return undefined;
      if (coarser instanceof WordScorer) {
        const finer = coarser.finer(a, b);
        if (finer !== undefined) return finer;
      }
      const sides = [anchorSide(source.locale, a), anchorSide(target.locale, b)] as const;
      const pairs = anchors.flatMap((anchor) => [...anchor(...sides)]);
      return new WordScorer(withoutCommonWords(a), withoutCommonWords(b), pairs);
    },
  };
}

class WordScorer implements Scorer {
  readonly #a: Vocabulary;
  readonly #b: Vocabulary;
  readonly #anchors: readonly WeightedPair[];
  readonly #pairs: WordPairs;
  readonly #forward: Direction;
  readonly #backward: Direction;
  #lattice: Lattice | undefined;
  #beads: readonly WeightedBead[] = [];
  /** Whether it has taken over what another has learnt of the same words in larger units. */
  readonly isTaught: boolean;
  /** The same for runs of units, where that was asked for: what it learnt is what is known first. */
  #pool: WordScorer | undefined;

  constructor(a: Vocabulary, b: Vocabulary, anchors: readonly WeightedPair[], coarser?: WordScorer) {
    this.#a = a;
    this.#b = b;
    this.#anchors = anchors;
    this.#pairs = new WordPairs(a, b, anchors);
    this.isTaught = coarser !== undefined;
    if (coarser !== undefined) this.#pairs.adopt(coarser.#pairs);
    this.#forward = new Direction(new TranslationTable(a, b, this.#pairs.forward()), false);
    this.#backward = new Direction(new TranslationTable(b, a, this.#pairs.backward()), true);
  }

  /** The same for the same two texts in smaller units; undefined where these do not make the same words. */
  finer(a: Vocabulary, b: Vocabulary): WordScorer | undefined {
    if (!haveSameWords(a, this.#a) || !haveSameWords(b, this.#b)) return undefined;
    return new WordScorer(withoutCommonWords(a), withoutCommonWords(b), this.#anchors, this);
  }

  pooled(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer {
    const anchored = [new Uint8Array(this.#a.size), new Uint8Array(this.#b.size)] as const;
    for (const [s, t] of this.#anchors) {
      anchored[0][s] = 1;
      anchored[1][t] = 1;
    }
    this.#pool = new WordScorer(
      poolVocabulary(this.#a, sourceEnds, anchored[0]),
      poolVocabulary(this.#b, targetEnds, anchored[1]),
      this.#anchors,
    );
    return this.#pool;
  }

  begin(lattice: Lattice, most: number): void {
    if (this.#pool !== undefined) {
      this.#pairs.adopt(this.#pool.#pairs);
      this.#pool = undefined;
      this.#use();
    }
    this.#lattice = lattice;
    this.#forward.begin(lattice, most, this.#beads);
    this.#backward.begin(lattice, most, this.#beads);
  }

  score(c: Candidate): number {
    const lattice = this.#lattice!;
    if (!isTabulated(c, lattice)) return (this.#forward.workOut(c) + this.#backward.workOut(c)) / 2;
    const { endBase } = lattice;
    let nats = 0;
    const windows = this.#forward.nats[c.sourceTo - c.sourceFrom - 1]!;
    const row = endBase[c.sourceTo]!;
    for (let j = c.targetFrom + 1; j <= c.targetTo; j++) nats += windows[row + j]!;
    const columns = this.#backward.nats[c.targetTo - c.targetFrom - 1]!;
    for (let i = c.sourceFrom + 1; i <= c.sourceTo; i++) nats += columns[endBase[i]! + c.targetTo]!;
    return nats / 2;
  }

  addScores(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array,
    offset: number,
  ): void {
    const { endBase } = this.#lattice!;
    const windows = this.#forward.nats[sourceTo - sourceFrom - 1]!;
    const columns = this.#backward.nats[targetSize - 1]!;
    const row = endBase[sourceTo]!;
    for (let j = firstEnd; j <= lastEnd; j++) {
      let nats = 0;
      for (let y = j - targetSize + 1; y <= j; y++) nats += windows[row + y]!;
      for (let i = sourceFrom + 1; i <= sourceTo; i++) nats += columns[endBase[i]! + j]!;
      scores[offset + j]! += nats / 2;
    }
  }

  addGrid(rows: readonly number[], columns: readonly number[], [ds, dt]: BeadSize, scores: Float64Array): void {
    this.#forward.workOutGrid(rows, ds, columns, dt, (r, c, nats) => (scores[r * columns.length + c]! += nats / 2));
    this.#backward.workOutGrid(columns, dt, rows, ds, (c, r, nats) => (scores[r * columns.length + c]! += nats / 2));
  }

  learn(beads: readonly WeightedBead[]): void {
    this.#pairs.learn(beads);
    this.#use();
    this.#beads = beads;
  }

  #use(): void {
    this.#forward.use(this.#pairs.forward());
    this.#backward.use(this.#pairs.backward());
  }
}

/** Whether the indices of both stand for the same words. */
function haveSameWords(a: Vocabulary, b: Vocabulary): boolean {
  return a.size === b.size && a.words.every((word, k) => word === b.words[k]);
}

function isTabulated(c: Candidate, { endLow, endHigh }: Lattice): boolean {
  if (c.sourceTo - c.sourceFrom > MAX_UNITS || c.targetTo - c.targetFrom > MAX_UNITS) return false;
  return c.targetFrom + 1 >= endLow[c.sourceTo]! && c.targetTo <= endHigh[c.sourceFrom + 1]!;
}

/**
 * One direction: how well each unit of one side, the explained one, is explained by a stretch of the other.
 *
 * Each unit of a bead is judged by itself. Judged together, a unit that has nothing to do with the rest would hide behind
 * the ones that have.
 */
class Direction {
  readonly #table: TranslationTable;
  /** Whether the explained side is the source. */
  readonly #transposed: boolean;
  /** By size of the explaining stretch less one, arrays by state: the explained unit that ends there, in nats. */
  nats: Float32Array[] = [];
  #noise: Noise = { mean: 0, sd: 1 };
  #signal: Signal | undefined;
  /** By explained unit: one over the deviation that noise has, and how many deviations above it a translation is hoped to be. */
  #overSd: Float64Array = new Float64Array(0);
  #hoped: Float64Array = new Float64Array(0);

  constructor(table: TranslationTable, transposed: boolean) {
    this.#table = table;
    this.#transposed = transposed;
  }

  use(pairs: OneWay): void {
    this.#table.use(pairs);
  }

  begin(lattice: Lattice, most: number, beads: readonly WeightedBead[]): void {
    this.#noise = measureNoise(this.#table);
    const units = this.#table.explained.units;
    const hopes = this.#table.hopes();
    this.#overSd = Float64Array.from(units, ({ length }) =>
      length === 0 ? 0 : 1 / (this.#noise.sd * Math.sqrt(length)),
    );
    this.#hoped = hopes.map((hope, unit) => hope * this.#overSd[unit]!);
    if (this.nats.length < most || this.nats[0]!.length < lattice.size)
      this.nats = Array.from({ length: most }, () => new Float32Array(lattice.size));
    const nats = this.nats.slice(0, most);
    this.#table.scoreWindows(lattice, this.#transposed, nats);
    if (beads.length > 0) this.#signal = measureSignal(this.#deviations(lattice, nats, beads));
    for (const scores of nats) this.#toNats(lattice, scores);
  }

  /** What {@link nats} would hold for a bead, summed over its explained units, for beads outside the lattice. */
  workOut(c: Candidate): number {
    const [from, to, first, last] = this.#transposed
      ? [c.targetFrom, c.targetTo, c.sourceFrom, c.sourceTo]
      : [c.sourceFrom, c.sourceTo, c.targetFrom, c.targetTo];
    let nats = 0;
    for (let unit = first; unit < last; unit++) nats += this.#natsOf(this.#table.scoreStretch(from, to, unit), unit);
    return nats;
  }

  /**
   * The same for each stretch of so many explaining units with each of so many explained ones, named by their first units.
   *
   * @param add what is found for one of `from` and one of `first`, by their indices.
   */
  workOutGrid(
    from: readonly number[],
    explaining: number,
    first: readonly number[],
    explained: number,
    add: (f: number, k: number, nats: number) => void,
  ): void {
    const units = [...new Set(first.flatMap((unit) => Array.from({ length: explained }, (_, k) => unit + k)))];
    const place = new Map(units.map((unit, k) => [unit, k]));
    const nats = new Float64Array(units.length);
    from.forEach((start, f) => {
      const scores = this.#table.scoreStretches(start, start + explaining, units);
      for (let k = 0; k < units.length; k++) nats[k] = this.#natsOf(scores[k]!, units[k]!);
      first.forEach((unit, k) => {
        let sum = 0;
        for (let more = 0; more < explained; more++) sum += nats[place.get(unit + more)!]!;
        add(f, k, sum);
      });
    });
  }

  /** How many standard deviations above noise the score of an explained unit is. */
  #deviation(score: number, unit: number): number {
    return (score - this.#table.explained.units[unit]!.length * this.#noise.mean) * this.#overSd[unit]!;
  }

  #natsOf(score: number, unit: number): number {
    if (this.#overSd[unit] === 0) return 0;
    return logRatio(this.#deviation(score, unit), this.#hoped[unit]!, this.#signal);
  }

  #toNats(lattice: Lattice, scores: Float32Array): void {
    const n = lattice.endBase.length;
    for (let i = 1; i < n; i++)
      for (let j = Math.max(1, lattice.endLow[i]!); j <= lattice.endHigh[i]!; j++) {
        const state = lattice.endBase[i]! + j;
        scores[state] = this.#natsOf(scores[state]!, (this.#transposed ? i : j) - 1);
      }
  }

  /** How far above noise the explained units of the last round's beads score. */
  #deviations(lattice: Lattice, nats: readonly Float32Array[], beads: readonly WeightedBead[]): WeightedDeviation[] {
    const found: WeightedDeviation[] = [];
    for (const bead of beads) {
      if (!isTabulated(bead, lattice)) continue;
      const [from, to, first, last] = this.#transposed
        ? [bead.targetFrom, bead.targetTo, bead.sourceFrom, bead.sourceTo]
        : [bead.sourceFrom, bead.sourceTo, bead.targetFrom, bead.targetTo];
      const scores = nats[to - from - 1];
      if (scores === undefined) continue;
      for (let unit = first; unit < last; unit++) {
        if (this.#overSd[unit] === 0) continue;
        const state = this.#transposed ? lattice.endBase[unit + 1]! + to : lattice.endBase[to]! + unit + 1;
        found.push({ z: this.#deviation(scores[state]!, unit), hoped: this.#hoped[unit]!, weight: bead.weight });
      }
    }
    return found;
  }
}

/** How many units of each side noise is measured on, and how many of the other it is set against. */
const NOISE_UNITS = 32;
const NOISE_PARTNERS = 8;

/**
 * Measures noise on about 250 pairs of units that are not near each other: some units of each side, evenly spread, each
 * with some of the other side's. The same pairs each time.
 */
function measureNoise(table: TranslationTable): Noise {
  const rows = spread(table.explaining.units);
  const columns = spread(table.explained.units);
  const nx = table.explaining.units.length;
  const ny = table.explained.units.length;
  const samples: { score: number; size: number }[] = [];
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r]!;
    for (let k = 0; k < Math.min(NOISE_PARTNERS, columns.length); k++) {
      const j = columns[(r + 3 + k * 5) % columns.length]!;
      if (Math.abs(i / nx - j / ny) * Math.max(nx, ny) < 3) continue;
      samples.push({ score: table.scoreStretch(i, i + 1, j), size: table.explained.units[j]!.length });
    }
  }
  return noiseOf(samples);
}

/** The indices of units that have words, evenly spread. */
function spread(units: readonly Int32Array[]): number[] {
  const step = Math.max(1, units.length / NOISE_UNITS);
  const indices: number[] = [];
  for (let k = 0; k < units.length; k += step) if (units[Math.floor(k)]!.length > 0) indices.push(Math.floor(k));
  return indices;
}
