import type { BeadSize } from '../model/alignment.ts';
import { typeOf } from './beads.ts';
import { addScores, begin, scoreOf } from './engine.ts';
import type { Scorer } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Region } from './lattice.ts';
import { IMPOSSIBLE } from './search.ts';
import type { ScoredLattice } from './search.ts';

/** Of regions of up to this many pairs of units all are scored at once. */
const TABULATED = 40_000;

/** The sizes of beads that are looked for away from their place. */
export const MOVED_SIZES: readonly BeadSize[] = [
  [1, 1],
  [1, 2],
  [2, 1],
];

/** What the evidence says of any stretch of a region's source with any of its target, wherever they stand, in nats. */
export class PairScores {
  readonly #region: Region;
  readonly #scorers: readonly Scorer[];
  /** By size: by the first source unit and the last target unit. */
  readonly #tables: readonly Float32Array[] | undefined;
  readonly #columns: number;

  constructor(scored: ScoredLattice, region: Region, scorers: readonly Scorer[]) {
    this.#region = region;
    this.#scorers = scorers;
    const rows = region.source.to - region.source.from;
    this.#columns = region.target.to - region.target.from;
    if (rows * this.#columns > TABULATED) return;
    this.#tables = isWhole(region)
      ? MOVED_SIZES.map((size) => this.#copy(scored, rows, size))
      : this.#scoreAll(scored.lattice.endBase.length - 1, rows);
  }

  /** The score of the bead of one of the sizes that starts with the region's source unit i and target unit j. */
  at(kind: number, i: number, j: number): number {
    const [ds, dt] = MOVED_SIZES[kind]!;
    if (this.#tables !== undefined) return this.#tables[kind]![i * this.#columns + j + dt - 1]!;
    const { source, target } = this.#region;
    const [sourceFrom, targetFrom] = [source.from + i, target.from + j];
    return scoreOf({ sourceFrom, sourceTo: sourceFrom + ds, targetFrom, targetTo: targetFrom + dt }, this.#scorers);
  }

  /** They were scored for the search already. */
  #copy({ scores, priors }: ScoredLattice, rows: number, [ds, dt]: BeadSize): Float32Array {
    const { base, target } = this.#region;
    const type = typeOf(priors, [ds, dt]);
    const prior = Math.log(priors[type]!.probability);
    const table = new Float32Array(rows * this.#columns).fill(IMPOSSIBLE);
    for (let i = 0; i + ds <= rows; i++)
      for (let j = dt - 1; j < this.#columns; j++) {
        const score = scores[type]![base[i + ds]! + target.from + j + 1]!;
        if (score > IMPOSSIBLE / 2) table[i * this.#columns + j] = score - prior;
      }
    return table;
  }

  #scoreAll(n: number, rows: number): Float32Array[] {
    const { source, target } = this.#region;
    const lattice = Lattice.full(n, [{ source, target }]);
    begin(
      this.#scorers,
      lattice,
      MOVED_SIZES.map((size) => ({ size })),
    );
    return MOVED_SIZES.map(([ds, dt]) => {
      const table = new Float32Array(rows * this.#columns).fill(IMPOSSIBLE);
      for (let i = 0; i + ds <= rows; i++) {
        const [sourceFrom, firstEnd, lastEnd] = [source.from + i, target.from + dt, target.to];
        const row = { sourceFrom, sourceTo: sourceFrom + ds, targetSize: dt, firstEnd, lastEnd };
        const offset = i * this.#columns - target.from - 1;
        table.fill(0, offset + firstEnd, offset + lastEnd + 1);
        for (const scorer of this.#scorers) addScores(scorer, row, table, offset);
      }
      return table;
    });
  }
}

function isWhole({ low, high, target }: Region): boolean {
  return low.every((j) => j === target.from) && high.every((j) => j === target.to);
}
