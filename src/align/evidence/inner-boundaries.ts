import type { Candidate, WeightedBead } from '../evidence.ts';

/** How many boundaries inside beads, shared out as boundaries are anywhere, are thought of before any is seen. */
const PRIOR_BOUNDARIES = 20;
/** The most nats that one boundary speaks against a bead. */
const FLOOR = -4;

/**
 * Where one side of a bead is one unit and the other several: what stands at the boundaries inside of those, set against what
 * stands at boundaries anywhere. A text whose lines break at commas is put together at commas.
 *
 * Both sides teach one table, by class of boundary, each set against its own boundaries.
 */
export class InnerBoundaries {
  readonly #sides: readonly [source: Uint8Array, target: Uint8Array];
  readonly #shares: readonly [source: Float64Array, target: Float64Array];
  /** By number of units: what the boundaries after them say, added up. */
  #sums: readonly [source: Float64Array, target: Float64Array];

  /** @param source, target by unit, the class of the boundary after it. */
  constructor(source: Uint8Array, target: Uint8Array, count: number) {
    this.#sides = [source, target];
    this.#shares = [sharesOf(source, count), sharesOf(target, count)];
    this.#sums = [new Float64Array(source.length + 1), new Float64Array(target.length + 1)];
  }

  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    if (sourceTo - sourceFrom > 1 === targetTo - targetFrom > 1) return 0;
    return this.ofSource(sourceFrom, sourceTo) + this.ofTarget(targetFrom, targetTo);
  }

  ofSource(from: number, to: number): number {
    return this.#sums[0][to - 1]! - this.#sums[0][from]!;
  }

  ofTarget(from: number, to: number): number {
    return this.#sums[1][to - 1]! - this.#sums[1][from]!;
  }

  learn(beads: readonly WeightedBead[]): void {
    const [source, target] = this.#sides;
    const shares = this.#shares;
    const seen = shares[0].map((share, k) => ((share + shares[1][k]!) / 2) * PRIOR_BOUNDARIES);
    const inner: [number, number] = [PRIOR_BOUNDARIES / 2, PRIOR_BOUNDARIES / 2];
    for (const bead of beads) {
      const { sourceFrom, sourceTo, targetFrom, targetTo, weight } = bead;
      if (sourceTo - sourceFrom > 1 === targetTo - targetFrom > 1) continue;
      for (let k = sourceFrom; k < sourceTo - 1; k++) seen[source[k]!]! += weight;
      for (let k = targetFrom; k < targetTo - 1; k++) seen[target[k]!]! += weight;
      inner[0] += weight * (sourceTo - sourceFrom - 1);
      inner[1] += weight * (targetTo - targetFrom - 1);
    }
    const ratios = seen.map((count, k) => {
      const expected = inner[0] * shares[0][k]! + inner[1] * shares[1][k]!;
      return expected === 0 ? 1 : count / expected;
    });
    this.#sums = [sumsOf(source, shares[0], ratios), sumsOf(target, shares[1], ratios)];
  }
}

function sumsOf(boundaries: Uint8Array, shares: Float64Array, ratios: Float64Array): Float64Array {
  const norm = Math.log(shares.reduce((sum, share, k) => sum + share * ratios[k]!, 0));
  const nats = ratios.map((ratio) => Math.max(FLOOR, Math.log(ratio) - norm));
  const sums = new Float64Array(boundaries.length + 1);
  boundaries.forEach((one, k) => (sums[k + 1] = sums[k]! + nats[one]!));
  return sums;
}

function sharesOf(boundaries: Uint8Array, count: number): Float64Array {
  const shares = new Float64Array(count);
  for (const one of boundaries) shares[one]! += 1 / boundaries.length;
  return shares;
}
