import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';
import type { Lattice } from '../lattice.ts';
import { anchorSide } from './anchors.ts';
import type { AnchorSource } from './anchors.ts';
import { TranslationTable } from './translation-table.ts';
import { deviation, logRatio, measureSignal, noiseOf } from './score-scale.ts';
import type { Noise, Signal, WeightedDeviation } from './score-scale.ts';
import { vocabularyOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

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
    prepare: (source, target) => {
      const a = vocabularyOf(source);
      const b = vocabularyOf(target);
      if (a.size === 0 || b.size === 0) return undefined;
      return new WordScorer(a, b, anchors, source, target);
    },
  };
}

class WordScorer implements Scorer {
  readonly #forward: Direction;
  readonly #backward: Direction;
  #lattice: Lattice | undefined;
  #beads: readonly WeightedBead[] = [];

  constructor(a: Vocabulary, b: Vocabulary, anchors: readonly AnchorSource[], source: Side, target: Side) {
    const sides = [anchorSide(source.locale, a), anchorSide(target.locale, b)] as const;
    const pairs = anchors.flatMap((anchor) => [...anchor(...sides)]);
    this.#forward = new Direction(new TranslationTable(a, b, pairs), false);
    const turned = pairs.map(([s, t, weight]) => [t, s, weight] as const);
    this.#backward = new Direction(new TranslationTable(b, a, turned), true);
  }

  begin(lattice: Lattice): void {
    this.#lattice = lattice;
    this.#forward.begin(lattice, this.#beads);
    this.#backward.begin(lattice, this.#beads);
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

  learn(beads: readonly WeightedBead[]): void {
    this.#forward.table.learn(beads, false);
    this.#backward.table.learn(beads, true);
    this.#beads = beads;
  }
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
  readonly table: TranslationTable;
  /** Whether the explained side is the source. */
  readonly #transposed: boolean;
  /** By size of the explaining stretch less one, arrays by state: the explained unit that ends there, in nats. */
  nats: Float32Array[] = [];
  #noise: Noise = { mean: 0, sd: 1 };
  #signal: Signal | undefined;

  constructor(table: TranslationTable, transposed: boolean) {
    this.table = table;
    this.#transposed = transposed;
  }

  begin(lattice: Lattice, beads: readonly WeightedBead[]): void {
    this.#noise = measureNoise(this.table);
    this.nats = this.table.scoreWindows(lattice, this.#transposed, MAX_UNITS);
    if (beads.length > 0) this.#signal = measureSignal(this.#deviations(lattice, beads));
    for (const scores of this.nats) this.#toNats(lattice, scores);
  }

  /** What {@link nats} would hold for a bead, summed over its explained units, for beads outside the lattice. */
  workOut(c: Candidate): number {
    const [from, to, first, last] = this.#transposed
      ? [c.targetFrom, c.targetTo, c.sourceFrom, c.sourceTo]
      : [c.sourceFrom, c.sourceTo, c.targetFrom, c.targetTo];
    let nats = 0;
    for (let unit = first; unit < last; unit++)
      nats += this.#natsOf(this.table.scoreStretch(from, to, unit, unit + 1), this.#size(unit));
    return nats;
  }

  #size(unit: number): number {
    return this.table.target.units[unit]!.length;
  }

  #natsOf(score: number, size: number): number {
    return size === 0 ? 0 : logRatio(deviation(score, size, this.#noise), size, this.#signal);
  }

  #toNats(lattice: Lattice, scores: Float32Array): void {
    const n = lattice.endBase.length;
    for (let i = 1; i < n; i++)
      for (let j = Math.max(1, lattice.endLow[i]!); j <= lattice.endHigh[i]!; j++) {
        const state = lattice.endBase[i]! + j;
        scores[state] = this.#natsOf(scores[state]!, this.#size((this.#transposed ? i : j) - 1));
      }
  }

  /** How far above noise the explained units of the last round's beads score. */
  #deviations(lattice: Lattice, beads: readonly WeightedBead[]): WeightedDeviation[] {
    const found: WeightedDeviation[] = [];
    for (const bead of beads) {
      if (!isTabulated(bead, lattice)) continue;
      const [from, to, first, last] = this.#transposed
        ? [bead.targetFrom, bead.targetTo, bead.sourceFrom, bead.sourceTo]
        : [bead.sourceFrom, bead.sourceTo, bead.targetFrom, bead.targetTo];
      const scores = this.nats[to - from - 1]!;
      for (let unit = first; unit < last; unit++) {
        const size = this.#size(unit);
        const state = this.#transposed ? lattice.endBase[unit + 1]! + to : lattice.endBase[to]! + unit + 1;
        if (size > 0) found.push({ z: deviation(scores[state]!, size, this.#noise), size, weight: bead.weight });
      }
    }
    return found;
  }
}

/** How many units of each side noise is measured on, and how many of the other it is set against. */
const NOISE_UNITS = 48;
const NOISE_PARTNERS = 8;

/**
 * Measures noise on about 400 pairs of units that are not near each other: some units of each side, evenly spread, each
 * with some of the other side's. The same pairs each time.
 */
function measureNoise(table: TranslationTable): Noise {
  const rows = spread(table.source.units);
  const columns = spread(table.target.units);
  const nx = table.source.units.length;
  const ny = table.target.units.length;
  const samples: { score: number; size: number }[] = [];
  rows.forEach((i, r) => {
    const partners = Array.from(
      { length: Math.min(NOISE_PARTNERS, columns.length) },
      (_, k) => columns[(r + 3 + k * 5) % columns.length]!,
    ).filter((j) => Math.abs(i / nx - j / ny) * Math.max(nx, ny) >= 3);
    const scores = table.scoreRow(i, partners);
    partners.forEach((j, k) => samples.push({ score: scores[k]!, size: table.target.units[j]!.length }));
  });
  return noiseOf(samples);
}

/** The indices of units that have words, evenly spread. */
function spread(units: readonly Int32Array[]): number[] {
  const step = Math.max(1, units.length / NOISE_UNITS);
  const indices: number[] = [];
  for (let k = 0; k < units.length; k += step) if (units[Math.floor(k)]!.length > 0) indices.push(Math.floor(k));
  return indices;
}
