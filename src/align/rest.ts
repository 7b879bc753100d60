import type { BeadSize, UnitRange } from '../model/alignment.ts';
import type { RegionResult } from './decode.ts';
import { Lattice } from './lattice.ts';
import type { Region } from './lattice.ts';
import { IMPOSSIBLE } from './search.ts';
import type { ScoredLattice } from './search.ts';

/** Units that are taken to stand for each other wherever they are. */
export interface Link {
  readonly source: UnitRange;
  readonly target: UnitRange;
}

/** The indices of a range. */
export function unitsOf({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

/** What is left of a region when moved units are taken out, with the scores of what is left. */
export class Rest {
  readonly scored: ScoredLattice;
  /** The units that are left, by their index among all of the region. */
  readonly #source: number[];
  readonly #target: number[];
  readonly #size: { readonly source: number; readonly target: number };

  constructor(scored: ScoredLattice, region: Region, taken: readonly Link[]) {
    const takenSource = new Set(taken.flatMap(({ source }) => unitsOf(source)));
    const takenTarget = new Set(taken.flatMap(({ target }) => unitsOf(target)));
    const [n, m] = [region.source.to - region.source.from, region.target.to - region.target.from];
    this.#size = { source: n, target: m };
    this.#source = [...Array(n).keys()].filter((i) => !takenSource.has(i));
    this.#target = [...Array(m).keys()].filter((j) => !takenTarget.has(j));
    /** By number of target units consumed, how many of them are left. */
    const left = [0];
    for (let j = 0; j < m; j++) left.push(left[j]! + (takenTarget.has(j) ? 0 : 1));
    const whole = { source: { from: 0, to: this.#source.length }, target: { from: 0, to: this.#target.length } };
    const first: number[] = [];
    const last: number[] = [];
    for (let r = 0; r <= n; r++) {
      const [low, high] = [left[region.low[r]! - region.target.from]!, left[region.high[r]! - region.target.from]!];
      // The row of a unit that is taken out joins the one before it, so that a path can still go from row to row.
      if (r > 0 && takenSource.has(r - 1)) last[last.length - 1] = high;
      else {
        first.push(low);
        last.push(high);
      }
    }
    const lattice = Lattice.around(this.#source.length, [whole], [{ first, last }], 0);
    this.scored = {
      ...scored,
      lattice,
      scores: scored.scores.map((scores, k) => {
        const [ds, dt] = scored.priors[k]!.size;
        return this.#scoresOf(scores, region, lattice, ds, dt);
      }),
    };
  }

  /** The scores of beads of one size; of one that would close over a gap, that it is impossible. */
  #scoresOf(scores: Float32Array, region: Region, lattice: Lattice, ds: number, dt: number): Float32Array {
    const found = new Float32Array(lattice.size).fill(IMPOSSIBLE);
    const { low, high, base } = lattice.regions[0]!;
    for (let r = ds; r < low.length; r++) {
      const row = this.#source[r - 1]! + 1;
      if (row - this.#source[r - ds]! !== ds) continue;
      for (let j = Math.max(dt, low[r]!); j <= high[r]!; j++) {
        const column = this.#target[j - 1]! + 1;
        if (column - this.#target[j - dt]! !== dt) continue;
        if (j - dt < low[r - ds]! || j - dt > high[r - ds]!) continue;
        const state = region.target.from + column;
        if (state >= region.low[row]! && state <= region.high[row]!)
          found[base[r]! + j] = scores[region.base[row]! + state]!;
      }
    }
    return found;
  }

  /** The path of what is left as a path of the whole, on which the moved units are without counterpart. */
  putBack(result: RegionResult): RegionResult {
    const sizes: BeadSize[] = [];
    const confidence: number[] = [];
    let i = 0;
    let j = 0;
    const skip = (toSource: number, toTarget: number): void => {
      for (; i < toSource; i++) push([1, 0], 1);
      for (; j < toTarget; j++) push([0, 1], 1);
    };
    const push = (size: BeadSize, p: number): void => {
      sizes.push(size);
      confidence.push(p);
    };
    let r = 0;
    let c = 0;
    result.sizes.forEach(([ds, dt], k) => {
      // Only up to where the bead begins: what moved from further on is put back there.
      skip(ds > 0 ? this.#source[r]! : i, dt > 0 ? this.#target[c]! : j);
      push([ds, dt], result.confidence[k]!);
      i += ds;
      j += dt;
      r += ds;
      c += dt;
    });
    skip(this.#size.source, this.#size.target);
    return {
      sizes,
      confidence,
      crossing: result.crossing.map(({ source, target, confidence: p }) => ({
        source: { from: this.#source[source.from]!, to: this.#source[source.from]! + 1 },
        target: { from: this.#target[target.from]!, to: this.#target[target.from]! + 1 },
        confidence: p,
      })),
    };
  }
}
