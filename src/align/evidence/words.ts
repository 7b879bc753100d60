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
  /** The mean over both directions, by window: see {@link tabulate}. */
  #sourceWindows: Float32Array[] = [];
  #targetWindows: Float32Array[] = [];
  #lattice: Lattice | undefined;
  #forwardNoise: Noise = { mean: 0, sd: 1 };
  #backwardNoise: Noise = { mean: 0, sd: 1 };
  readonly #sourceTokens: Int32Array;
  readonly #targetTokens: Int32Array;

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
    this.#forwardNoise = measureNoise(this.#forward);
    this.#backwardNoise = measureNoise(this.#backward);
    this.#sourceWindows = this.#forward.scoreWindows(lattice, false, MAX_UNITS);
    this.#targetWindows = this.#backward.scoreWindows(lattice, true, MAX_UNITS);
  }

  score(c: Candidate): number {
    const [forward, backward] = this.#isTabulated(c) ? this.#lookUp(c) : this.#workOut(c);
    const targetTokens = this.#targetTokens[c.targetTo]! - this.#targetTokens[c.targetFrom]!;
    const sourceTokens = this.#sourceTokens[c.sourceTo]! - this.#sourceTokens[c.sourceFrom]!;
    return (
      (againstNoise(forward, targetTokens, this.#forwardNoise) +
        againstNoise(backward, sourceTokens, this.#backwardNoise)) /
      2
    );
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

  learn(beads: readonly WeightedBead[]): void {
    this.#forward.learn(beads, false);
    this.#backward.learn(beads, true);
  }
}

/** Mean and standard deviation, per token, of the log ratio between units that have nothing to do with each other. */
interface Noise {
  readonly mean: number;
  readonly sd: number;
}

/** Nats per standard deviation above noise, and how many standard deviations noise is allowed: set on development data. */
const GAIN = 1.4;
const OFFSET = 0.7;
const CAP = 14;

function againstNoise(logRatio: number, tokens: number, noise: Noise): number {
  const k = Math.max(1, tokens);
  const z = (logRatio - k * noise.mean) / (noise.sd * Math.sqrt(k));
  return Math.max(-CAP, Math.min(CAP, GAIN * (z - OFFSET)));
}

/** About 1,500 pairs of units that are not near each other, spread evenly; the same pairs each time. */
function measureNoise(table: TranslationTable): Noise {
  const nx = table.source.units.length;
  const ny = table.target.units.length;
  const step = Math.max(1, Math.floor(nx / 400));
  const perRow = Math.max(1, Math.ceil(1500 / nx));
  const samples: { ratio: number; tokens: number }[] = [];
  let seed = 12345;
  for (let i = 0; i < nx; i += step) {
    const columns: number[] = [];
    for (let k = 0; k < perRow; k++) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const j = Math.floor((seed / 0x7fffffff) * ny) % ny;
      if (Math.abs(i / nx - j / ny) * Math.max(nx, ny) >= 3 && table.target.units[j]!.length > 0) columns.push(j);
    }
    const ratios = table.scoreRow(i, columns);
    columns.forEach((j, k) => samples.push({ ratio: ratios[k]!, tokens: table.target.units[j]!.length }));
  }
  if (samples.length === 0) return { mean: 0, sd: 1 };
  const mean = sum(samples.map((s) => s.ratio)) / sum(samples.map((s) => s.tokens));
  const variance = sum(samples.map((s) => (s.ratio - s.tokens * mean) ** 2 / s.tokens)) / samples.length;
  return { mean, sd: Math.sqrt(variance) + 0.05 };
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
