import { scoreOf } from './engine.ts';
import type { Candidate, Scorer } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Region } from './lattice.ts';
import { IMPOSSIBLE } from './search.ts';
import type { ScoredLattice } from './search.ts';

/** Of regions of up to this many pairs of units all are scored at once. */
const TABULATED = 40_000;

/** What the evidence says of any unit of a region's source with any of its target, wherever they stand, in nats. */
export class PairScores {
  readonly #region: Region;
  readonly #scorers: readonly Scorer[];
  /** By source unit and target unit. */
  readonly #table: Float32Array | undefined;
  readonly #columns: number;

  constructor(scored: ScoredLattice, region: Region, scorers: readonly Scorer[]) {
    this.#region = region;
    this.#scorers = scorers;
    const rows = region.source.to - region.source.from;
    this.#columns = region.target.to - region.target.from;
    if (rows * this.#columns > TABULATED) return;
    this.#table = isWhole(region) ? this.#copy(scored, rows) : this.#scoreAll(scored.lattice.endBase.length - 1, rows);
  }

  /** The score of the region's source unit i with its target unit j. */
  at(i: number, j: number): number {
    if (this.#table !== undefined) return this.#table[i * this.#columns + j]!;
    return scoreOf(this.#pair(i, j), this.#scorers);
  }

  #pair(i: number, j: number): Candidate {
    const { source, target } = this.#region;
    const [sourceFrom, targetFrom] = [source.from + i, target.from + j];
    return { sourceFrom, sourceTo: sourceFrom + 1, targetFrom, targetTo: targetFrom + 1 };
  }

  /** They were scored for the search already. */
  #copy({ scores, priors }: ScoredLattice, rows: number): Float32Array {
    const { base, target } = this.#region;
    const prior = Math.log(priors[0]!.probability);
    const table = new Float32Array(rows * this.#columns);
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < this.#columns; j++) {
        const score = scores[0]![base[i + 1]! + target.from + j + 1]!;
        table[i * this.#columns + j] = score <= IMPOSSIBLE / 2 ? IMPOSSIBLE : score - prior;
      }
    return table;
  }

  #scoreAll(n: number, rows: number): Float32Array {
    const { source, target } = this.#region;
    const lattice = Lattice.full(n, [{ source, target }]);
    for (const scorer of this.#scorers) scorer.begin?.(lattice);
    const table = new Float32Array(rows * this.#columns);
    for (let i = 0; i < rows; i++) {
      const row = {
        sourceFrom: source.from + i,
        sourceTo: source.from + i + 1,
        targetSize: 1,
        firstEnd: target.from + 1,
        lastEnd: target.to,
      };
      for (const scorer of this.#scorers)
        if (scorer.addScores !== undefined) scorer.addScores(row, table, i * this.#columns - target.from - 1);
        else for (let j = 0; j < this.#columns; j++) table[i * this.#columns + j]! += scorer.score(this.#pair(i, j));
    }
    return table;
  }
}

function isWhole({ low, high, target }: Region): boolean {
  return low.every((j) => j === target.from) && high.every((j) => j === target.to);
}
