import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';
import type { Lattice } from '../lattice.ts';
import { tokenize } from '../tokens.ts';
import type { AnchorSource } from './anchors.ts';
import { TranslationTable } from './translation-table.ts';
import type { Vocabulary } from './translation-table.ts';

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
  readonly #forward: TranslationTable;
  readonly #backward: TranslationTable;
  readonly #sourceTokens: Int32Array;
  readonly #targetTokens: Int32Array;
  /** By window size, arrays by state: see {@link TranslationTable.scoreWindows}. */
  #sourceWindows: Float32Array[] = [];
  #targetWindows: Float32Array[] = [];
  #lattice: Lattice | undefined;
  #noise: Noise = { forward: 0, backward: 0, sd: 1 };
  #signal: Signal | undefined;
  #beads: readonly WeightedBead[] = [];

  constructor(a: Vocabulary, b: Vocabulary, anchors: readonly AnchorSource[], source: Side, target: Side) {
    const pairs = anchors.flatMap((anchor) => [...anchor(a.words, b.words, source.locale, target.locale)]);
    this.#forward = new TranslationTable(a, b, pairs);
    this.#backward = new TranslationTable(
      b,
      a,
      pairs.map(([s, t, weight]) => [t, s, weight] as const),
    );
    this.#sourceTokens = prefixCounts(a);
    this.#targetTokens = prefixCounts(b);
  }

  begin(lattice: Lattice): void {
    this.#lattice = lattice;
    this.#noise = measureNoise(this.#forward, this.#backward);
    this.#sourceWindows = this.#forward.scoreWindows(lattice, false, MAX_UNITS);
    this.#targetWindows = this.#backward.scoreWindows(lattice, true, MAX_UNITS);
    if (this.#beads.length > 0) this.#signal = measureSignal(this.#beads, (bead) => this.#deviation(bead));
  }

  score(c: Candidate): number {
    return logRatio(this.#deviation(c), this.#signal);
  }

  learn(beads: readonly WeightedBead[]): void {
    this.#forward.learn(beads, false);
    this.#backward.learn(beads, true);
    this.#beads = beads;
  }

  /** How far above noise a candidate scores. */
  #deviation(c: Candidate): Deviation {
    const [forward, backward] = this.#isTabulated(c) ? this.#lookUp(c) : this.#workOut(c);
    const targetTokens = Math.max(1, this.#targetTokens[c.targetTo]! - this.#targetTokens[c.targetFrom]!);
    const sourceTokens = Math.max(1, this.#sourceTokens[c.sourceTo]! - this.#sourceTokens[c.sourceFrom]!);
    const z = zOf(forward, targetTokens, backward, sourceTokens, this.#noise) / this.#noise.sd;
    return { z, size: (sourceTokens + targetTokens) / 2 };
  }

  #isTabulated(c: Candidate): boolean {
    if (this.#lattice === undefined || c.sourceTo - c.sourceFrom > MAX_UNITS || c.targetTo - c.targetFrom > MAX_UNITS)
      return false;
    const { endLow, endHigh } = this.#lattice;
    return c.targetFrom + 1 >= endLow[c.sourceTo]! && c.targetTo <= endHigh[c.sourceFrom + 1]!;
  }

  #lookUp(c: Candidate): [forward: number, backward: number] {
    const { endBase } = this.#lattice!;
    let forward = 0;
    let backward = 0;
    const windows = this.#sourceWindows[c.sourceTo - c.sourceFrom - 1]!;
    const row = endBase[c.sourceTo]!;
    for (let j = c.targetFrom + 1; j <= c.targetTo; j++) forward += windows[row + j]!;
    const columns = this.#targetWindows[c.targetTo - c.targetFrom - 1]!;
    for (let i = c.sourceFrom + 1; i <= c.sourceTo; i++) backward += columns[endBase[i]! + c.targetTo]!;
    return [forward, backward];
  }

  #workOut(c: Candidate): [forward: number, backward: number] {
    return [
      this.#forward.scoreStretch(c.sourceFrom, c.sourceTo, c.targetFrom, c.targetTo),
      this.#backward.scoreStretch(c.targetFrom, c.targetTo, c.sourceFrom, c.sourceTo),
    ];
  }
}

/** A score in standard deviations of noise, and the number of words (mean of both sides) that it was made of. */
interface Deviation {
  readonly z: number;
  readonly size: number;
}

/**
 * What units score that have nothing to do with each other: the mean log ratio per word in each direction, and the
 * standard deviation of {@link zOf}.
 */
interface Noise {
  readonly forward: number;
  readonly backward: number;
  readonly sd: number;
}

/** What translations score: `z` has a mean that is linear in the root of the size, and a standard deviation. */
interface Signal {
  readonly intercept: number;
  readonly slope: number;
  readonly sd: number;
}

/** What is taken for the signal before any is seen - pairs of size and deviation - and how many beads each is worth. */
const EXPECTED = [
  { size: 4, z: 2, weight: 3 },
  { size: 36, z: 6, weight: 3 },
  { size: 100, z: 8, weight: 3 },
] as const;
/** The least standard deviation of the signal, and the one before any is seen. */
const LEAST_SD = 1.5;
const PRIOR_SD = 2.5;
/** Nats per deviation, and how many deviations noise is allowed, in the first round. */
const GAIN = 1.4;
const OFFSET = 0.7;
const CAP = 14;
/** Where the logarithms of the two densities stop being parabolas, in deviations. */
const NOISE_BEND = 1.4;
const SIGNAL_BEND = 3;
/** However short the units, translations are expected to score this much above noise. */
const LEAST_SIGNAL = 0.5;

/** Of both directions' log ratios, the mean of how far each is above noise, before it is divided by its deviation. */
function zOf(forward: number, targetTokens: number, backward: number, sourceTokens: number, noise: Noise): number {
  return (
    (forward - targetTokens * noise.forward) / Math.sqrt(targetTokens) +
    (backward - sourceTokens * noise.backward) / Math.sqrt(sourceTokens)
  );
}

/** How many units of each side noise is measured on, and how many of the other it is set against. */
const NOISE_UNITS = 48;
const NOISE_PARTNERS = 8;

/**
 * Measures noise on about 400 pairs of units that are not near each other: some units of each side, evenly spread, each
 * with some of the other side's. The same pairs each time.
 */
function measureNoise(forward: TranslationTable, backward: TranslationTable): Noise {
  const rows = spread(forward.source.units);
  const columns = spread(forward.target.units);
  const nx = forward.source.units.length;
  const ny = forward.target.units.length;
  /** The steps from a row's place to its columns' share no factor with most numbers of columns. */
  const partners = rows.map((i, r) =>
    Array.from({ length: Math.min(NOISE_PARTNERS, columns.length) }, (_, k) => (r + 3 + k * 5) % columns.length).filter(
      (c) => Math.abs(i / nx - columns[c]! / ny) * Math.max(nx, ny) >= 3,
    ),
  );
  const samples: { forward: number; backward: number; source: number; target: number }[] = [];
  const byColumn: { row: number; sample: number }[][] = columns.map(() => []);
  rows.forEach((i, r) => {
    const ratios = forward.scoreRow(
      i,
      partners[r]!.map((c) => columns[c]!),
    );
    partners[r]!.forEach((c, k) => {
      byColumn[c]!.push({ row: i, sample: samples.length });
      samples.push({
        forward: ratios[k]!,
        backward: 0,
        source: forward.source.units[i]!.length,
        target: forward.target.units[columns[c]!]!.length,
      });
    });
  });
  byColumn.forEach((pairs, c) => {
    const ratios = backward.scoreRow(
      columns[c]!,
      pairs.map(({ row }) => row),
    );
    pairs.forEach(({ sample }, k) => (samples[sample]!.backward = ratios[k]!));
  });
  if (samples.length === 0) return { forward: 0, backward: 0, sd: 2 };
  const noise = {
    forward: sum(samples.map((s) => s.forward)) / sum(samples.map((s) => s.target)),
    backward: sum(samples.map((s) => s.backward)) / sum(samples.map((s) => s.source)),
    sd: 1,
  };
  const squares = sum(samples.map((s) => zOf(s.forward, s.target, s.backward, s.source, noise) ** 2));
  return { ...noise, sd: Math.sqrt(squares / samples.length) + 0.1 };
}

/** The indices of units that have words, evenly spread. */
function spread(units: readonly Int32Array[]): number[] {
  const step = Math.max(1, units.length / NOISE_UNITS);
  const indices: number[] = [];
  for (let k = 0; k < units.length; k += step) if (units[Math.floor(k)]!.length > 0) indices.push(Math.floor(k));
  return indices;
}

/** Fits the signal to the beads of the last round, whose deviations are those of the table that was learnt from them. */
function measureSignal(beads: readonly WeightedBead[], deviationOf: (bead: WeightedBead) => Deviation): Signal {
  const points = [...EXPECTED, ...beads.map((bead) => ({ ...deviationOf(bead), weight: bead.weight }))].map(
    ({ z, size, weight }) => ({ x: Math.sqrt(size), z, weight }),
  );
  const total = sum(points.map((p) => p.weight));
  const meanX = sum(points.map((p) => p.weight * p.x)) / total;
  const meanZ = sum(points.map((p) => p.weight * p.z)) / total;
  const covariance = sum(points.map((p) => p.weight * (p.x - meanX) * (p.z - meanZ)));
  const variance = sum(points.map((p) => p.weight * (p.x - meanX) ** 2));
  const slope = Math.max(0, covariance / variance);
  const intercept = meanZ - slope * meanX;
  const priorWeight = sum(EXPECTED.map((p) => p.weight));
  const residuals = sum(points.slice(EXPECTED.length).map((p) => p.weight * (p.z - intercept - slope * p.x) ** 2));
  const sd = Math.sqrt((residuals + priorWeight * PRIOR_SD ** 2) / total);
  return { intercept, slope, sd: Math.max(LEAST_SD, sd) };
}

/**
 * The log of how much more likely a deviation is for a translation than for noise.
 *
 * Noise is normal with a tail that falls no faster than exponentially, so that a chance coincidence is not taken for
 * proof; a translation may score higher than expected without being less of one.
 */
function logRatio({ z, size }: Deviation, signal: Signal | undefined): number {
  if (signal === undefined) return clamp(GAIN * (z - OFFSET));
  const expected = Math.max(LEAST_SIGNAL, signal.intercept + signal.slope * Math.sqrt(size));
  const short = Math.max(0, expected - z) / signal.sd;
  return clamp(huber(Math.max(0, z), NOISE_BEND) - huber(short, SIGNAL_BEND));
}

function clamp(nats: number): number {
  return Math.max(-CAP, Math.min(CAP, nats));
}

/** Half the square up to the bend, a straight line beyond it (Huber 1964). */
function huber(x: number, bend: number): number {
  return x < bend ? (x * x) / 2 : bend * (x - bend / 2);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function vocabularyOf(side: Side): Vocabulary {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const units = side.units.map((unit) =>
    Int32Array.from(tokenize(unit.text), (token) => {
      let id = ids.get(token);
      if (id === undefined) {
        id = words.length;
        ids.set(token, id);
        words.push(token);
      }
      return id;
    }),
  );
  const frequency = new Int32Array(words.length);
  let total = 0;
  for (const unit of units) {
    total += unit.length;
    for (const token of unit) frequency[token]! += 1;
  }
  const probability = Float64Array.from(frequency, (count) => count / total);
  return { words, units, probability, frequency, size: words.length };
}

function prefixCounts(vocabulary: Vocabulary): Int32Array {
  const counts = new Int32Array(vocabulary.units.length + 1);
  vocabulary.units.forEach((unit, k) => (counts[k + 1] = counts[k]! + unit.length));
  return counts;
}
