import type { Candidate, WeightedBead } from '../evidence.ts';

/** What one side's units are: each of a class, and of a length. */
export interface Classes {
  readonly ofUnit: Uint8Array;
  /** By unit: which of a few groups its length is in. */
  readonly lengthOfUnit: Uint8Array;
}

/** One unit of each side. */
interface UnitPair {
  readonly source: number;
  readonly target: number;
}

/** The share of pairs of translations in which like goes with like, before anything is learnt, and how many pairs that is worth. */
const KEPT = 0.7;
const KEPT_PAIRS = 6;
/** How many pairs the ratios that follow from that share are worth. */
const PRIOR_PAIRS = 12;
/** How many units the shares of the classes in all of a side are worth to each length. */
const PRIOR_UNITS = 3;
/** Where nothing like it was seen, still this part of what chance would bring. */
const LEAST_RATIO = 1e-3;
/** The most nats that two classes speak against a pair. */
const FLOOR = -6;
const FITTING = 50;

/**
 * How much more often a class on one side and a class on the other stand together in translations than their lengths alone
 * would have it.
 *
 * That two short units both end without a mark says little, since most short ones do. So what is learnt is a ratio of what
 * was seen to what the lengths let expect, and it is set against all that might have stood there at that length: where a
 * side is all of one class the score is 0, whatever was learnt.
 */
export class Association {
  readonly #source: Grouped;
  readonly #target: Grouped;
  readonly #count: number;
  /** The ratios if like always went with like, with as much of each class as there is. */
  readonly #alike: Float64Array;
  /** By class of the source and class of the target: how common the pair is by chance. */
  readonly #chance: Float64Array;
  /** Whether a side is all of one class: then nothing can be told from it. */
  readonly #isUniform: boolean;
  #kept: number = KEPT;
  /** By group of the source's unit and group of the target's, in nats. */
  #scores: Float32Array;

  /**
   * @param count the number of classes.
   * @param likeness how much more often two classes stand together than those that have nothing in common, symmetric.
   */
  constructor(source: Classes, target: Classes, count: number, likeness: (x: number, y: number) => number) {
    this.#count = count;
    this.#source = group(source, count);
    this.#target = group(target, count);
    const [p, q] = [sharesOf(source.ofUnit, count), sharesOf(target.ofUnit, count)];
    this.#isUniform = new Set(source.ofUnit).size === 1 || new Set(target.ofUnit).size === 1;
    this.#chance = outer(p, q, (x, y) => p[x]! * q[y]!);
    this.#alike = fitted(p, q, likeness);
    this.#scores = this.#scoresOf(this.#prior());
  }

  score(source: number, target: number): number {
    return this.#scores[this.#source.ofUnit[source]! * this.#target.groups.length + this.#target.ofUnit[target]!]!;
  }

  /** The scores of one source unit, by {@link groupOfTarget}. */
  scoresOf(source: number): Float32Array {
    const width = this.#target.groups.length;
    const row = this.#source.ofUnit[source]! * width;
    return this.#scores.subarray(row, row + width);
  }

  get groupOfTarget(): Uint16Array {
    return this.#target.ofUnit;
  }

  learn(beads: readonly WeightedBead[], unitsOf: (bead: Candidate) => UnitPair): void {
    const width = this.#target.groups.length;
    const met = new Float64Array(this.#source.groups.length * width);
    for (const bead of beads) {
      const { source, target } = unitsOf(bead);
      met[this.#source.ofUnit[source]! * width + this.#target.ofUnit[target]!]! += bead.weight;
    }
    const seen = new Float64Array(this.#chance.length);
    const expected = new Float64Array(this.#chance.length);
    met.forEach((weight, k) => {
      if (weight === 0) return;
      const a = this.#source.groups[Math.floor(k / width)]!;
      const b = this.#target.groups[k % width]!;
      seen[a.class * this.#count + b.class]! += weight;
      for (let x = 0; x < this.#count; x++)
        for (let y = 0; y < this.#count; y++) expected[x * this.#count + y]! += weight * a.shares[x]! * b.shares[y]!;
    });
    this.#kept = this.#keptIn(seen);
    const prior = this.#prior();
    const ratios = this.#chance.map((chance, k) => {
      const byChance = PRIOR_PAIRS * chance + expected[k]!;
      return byChance === 0 ? 1 : (PRIOR_PAIRS * chance * prior[k]! + seen[k]!) / byChance + LEAST_RATIO;
    });
    this.#scores = this.#scoresOf(ratios);
  }

  #prior(): Float64Array {
    return this.#alike.map((ratio) => 1 - this.#kept + this.#kept * ratio);
  }

  /** The share of pairs that like going with like accounts for: one step of expectation maximisation. */
  #keptIn(seen: Float64Array): number {
    let kept = KEPT * KEPT_PAIRS;
    let all = KEPT_PAIRS;
    seen.forEach((weight, k) => {
      const alike = this.#kept * this.#alike[k]!;
      all += weight;
      kept += (weight * alike) / (1 - this.#kept + alike);
    });
    return kept / all;
  }

  #scoresOf(ratios: Float64Array): Float32Array {
    const count = this.#count;
    const [a, b] = [this.#source.groups, this.#target.groups];
    // Half the log of what a class of the one side makes of all that may stand on the other at that length.
    const sourceNorm = a.map(({ shares }) => norms(count, (x, y) => shares[x]! * ratios[x * count + y]!));
    const targetNorm = b.map(({ shares }) => norms(count, (y, x) => shares[y]! * ratios[x * count + y]!));
    const scores = new Float32Array(a.length * b.length);
    if (this.#isUniform) return scores;
    a.forEach((source, i) =>
      b.forEach((target, j) => {
        const ratio = ratios[source.class * count + target.class]!;
        const norm = sourceNorm[i]![target.class]! + targetNorm[j]![source.class]!;
        scores[i * b.length + j] = Math.max(FLOOR, Math.log(ratio) - norm);
      }),
    );
    return scores;
  }
}

/** Units of one class and length. */
interface Group {
  readonly class: number;
  /** How common each class is among units of that length. */
  readonly shares: Float64Array;
}

interface Grouped {
  readonly groups: readonly Group[];
  readonly ofUnit: Uint16Array;
}

function group({ ofUnit, lengthOfUnit }: Classes, count: number): Grouped {
  const all = sharesOf(ofUnit, count);
  const byLength = new Map<number, { counts: Float64Array; units: number }>();
  ofUnit.forEach((one, k) => {
    const length = lengthOfUnit[k]!;
    const found = byLength.get(length) ?? { counts: all.map((share) => share * PRIOR_UNITS), units: PRIOR_UNITS };
    found.counts[one]! += 1;
    found.units += 1;
    byLength.set(length, found);
  });
  const shares = new Map([...byLength].map(([length, { counts, units }]) => [length, counts.map((n) => n / units)]));
  const indices = new Map<number, number>();
  const groups: Group[] = [];
  const groupOfUnit = Uint16Array.from(ofUnit, (one, k) => {
    const length = lengthOfUnit[k]!;
    const key = length * count + one;
    if (!indices.has(key)) {
      indices.set(key, groups.length);
      groups.push({ class: one, shares: shares.get(length)! });
    }
    return indices.get(key)!;
  });
  return { groups, ofUnit: groupOfUnit };
}

function sharesOf(classes: Uint8Array, count: number): Float64Array {
  const shares = new Float64Array(count);
  for (const one of classes) shares[one]! += 1 / classes.length;
  return shares;
}

function outer(p: Float64Array, q: Float64Array, value: (x: number, y: number) => number): Float64Array {
  return Float64Array.from({ length: p.length * q.length }, (_, k) => value(Math.floor(k / q.length), k % q.length));
}

function norms(count: number, value: (k: number, other: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, other) => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += value(k, other);
    return sum > 0 ? Math.log(sum) / 2 : 0;
  });
}

/**
 * Likeness made to fit the shares of both sides (Sinkhorn and Knopp 1967), as ratios to chance: where one side has little of a
 * class, the other's has to stand for something else.
 */
function fitted(p: Float64Array, q: Float64Array, likeness: (x: number, y: number) => number): Float64Array {
  const like = outer(p, q, likeness);
  const factors = { p: p.map(() => 1), q: q.map(() => 1) };
  for (let step = 0; step < FITTING; step++) {
    factors.p = p.map((_, x) => 1 / sum(q, (share, y) => share * like[x * q.length + y]! * factors.q[y]!));
    factors.q = q.map((_, y) => 1 / sum(p, (share, x) => share * like[x * q.length + y]! * factors.p[x]!));
  }
  return outer(p, q, (x, y) => like[x * q.length + y]! * factors.p[x]! * factors.q[y]!);
}

function sum(values: Float64Array, value: (share: number, k: number) => number): number {
  return values.reduce((total, share, k) => total + value(share, k), 0);
}
