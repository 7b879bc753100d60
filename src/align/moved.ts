import { Alignment, isNull } from '../model/alignment.ts';
import type { Bead, BeadSize } from '../model/alignment.ts';
import { typeOf } from './beads.ts';
import type { RegionResult } from './decode.ts';
import { search } from './engine.ts';
import type { Solution } from './engine.ts';
import type { Scorer } from './evidence.ts';
import type { Region } from './lattice.ts';
import { MOVED_SIZES, pairScores } from './pair-scores.ts';
import type { PairScores } from './pair-scores.ts';
import { Rest, unitsOf } from './rest.ts';
import type { Link } from './rest.ts';
import type { ScoredLattice } from './search.ts';

/** How probable it is, before anything is seen, that a run of units moved, wherever to; and the log of how probable that it goes on. */
const MOVED = 0.04;
const GOES_ON_PRIOR = -0.5;
/** A run is tried when moving it would cost no more than this by its own scores alone. */
const WORTH_TRYING = -3;
/** A move is a bold claim, so more likely than not is not enough. */
const LEAST_LOG_ODDS = 1;
/** No more runs than this are tried at once; a text of which more moved was not translated but rewritten. */
const MOST_TRIED = 12;
/** Up to this many pairs of units are looked at all; of longer texts only the units that the path is unsure of. */
const MOST_PAIRS = 40_000;
/** A unit whose bead is less probable than this is one that the path is unsure of. */
const UNSURE = 0.7;
/** What a unit without counterpart costs its path, by and large. */
const LEFT_OUT = -2;

/** Units that moved together, as beads that follow each other on both sides. */
interface Run {
  readonly links: readonly Link[];
  /** What the evidence says of its links, with the prior of a move. */
  readonly score: number;
  /** How much better that is than what the path gave its units. */
  readonly gain: number;
  /** The log of how many places its units might as well have moved to, at least 0. */
  readonly rivals: number;
}

/**
 * Links what moved.
 *
 * A monotone path cannot say that a paragraph or a section moved: it leaves the two places without counterpart or, worse,
 * pairs each with what stands opposite. So runs of pairs that the evidence likes far better than what the path gave their
 * units are tried: they are taken out, the rest is searched again without them, and a run stays out when its links and the
 * smoother path of the rest are together more probable than the path with it. Those odds are its links' confidence.
 */
export function linkMoved(solution: Solution, scorers: readonly Scorer[]): RegionResult[] {
  const { regions, endBase } = solution.lattice;
  const paths = solution.results.map((result, k) => {
    const { source, target } = regions[k]!;
    // Within a region units are counted from its own first one.
    const path = shiftLinks(result, -source.from, -target.from);
    return { path, values: valuesOf(solution.scored, regions[k]!, path) };
  });
  const scores = pairScores(
    endBase.length - 1,
    regions.filter((_, k) => paths[k]!.values.isDoubtful),
    scorers,
  );
  return paths.map(({ path, values }, k) => {
    if (!values.isDoubtful) return solution.results[k]!;
    const { source, target } = regions[k]!;
    return shiftLinks(linkMovedIn(path, values, solution, scores.next().value!, k), source.from, target.from);
  });
}

function shiftLinks(result: RegionResult, bySource: number, byTarget: number): RegionResult {
  if (bySource === 0 && byTarget === 0) return result;
  return {
    ...result,
    crossing: result.crossing.map(({ source, target, confidence }) => ({
      source: { from: source.from + bySource, to: source.to + bySource },
      target: { from: target.from + byTarget, to: target.to + byTarget },
      confidence,
    })),
  };
}

function linkMovedIn(
  path: RegionResult,
  values: PathValues,
  solution: Solution,
  scores: PairScores,
  k: number,
): RegionResult {
  const region = solution.lattice.regions[k]!;
  let runs = candidates(values, scores);
  if (runs.length === 0) return path;
  const tryOut = (taken: readonly Run[]): Trial => {
    if (taken.length === 0) return { total: solution.totals[k]!, result: path };
    const rest = new Rest(
      solution.scored,
      region,
      taken.flatMap(({ links }) => links),
    );
    const found = search(rest.scored, solution.habits);
    const total = found.totals[0]! + taken.reduce((sum, run) => sum + run.score, 0);
    return { total, result: rest.putBack(found.results[0]!) };
  };
  let best = tryOut(runs);
  const confidence = new Map<Run, number>();
  // The least convincing first: with it out of the way, the others are judged more fairly.
  for (const run of [...runs].reverse()) {
    const others = runs.filter((other) => other !== run);
    const without = tryOut(others);
    const logOdds = best.total - without.total - run.rivals;
    if (logOdds > LEAST_LOG_ODDS) confidence.set(run, 1 / (1 + Math.exp(-logOdds)));
    else [runs, best] = [others, without];
  }
  const links = runs.flatMap((run) => run.links.map((link) => ({ ...link, confidence: confidence.get(run)! })));
  return straighten({ ...best.result, crossing: [...best.result.crossing, ...links] });
}

/** What comes out when some moves are believed: the log probability of it all, and the path, the moved units left alone. */
interface Trial {
  readonly total: number;
  readonly result: RegionResult;
}

/** The runs worth trying, most convincing first, each unit in one of them at most. */
function candidates({ source, target, sourceUnsure, targetUnsure }: PathValues, scores: PairScores): Run[] {
  const all = source.length * target.length <= MOST_PAIRS;
  const rows = all ? [...source.keys()] : sourceUnsure;
  const columns = all ? [...target.keys()] : targetUnsure;
  if (rows.length * columns.length > MOST_PAIRS) return [];
  const moved = Math.log(MOVED / Math.max(source.length, target.length));
  const found: Run[] = [];
  MOVED_SIZES.forEach(([ds, dt], kind) => {
    const singles = new Places(rows.length, columns.length, scores.grid(kind, rows, columns));
    /** By target unit: the best run that ends with the row before. */
    let before = new Map<number, Run>();
    let previous = -1;
    rows.forEach((i, row) => {
      const here = new Map<number, Run>();
      columns.forEach((j, column) => {
        const score = singles.at(row, column);
        // Half of what the path gave each: where two units change places, each of the two beads is given up for both links.
        let gain = score;
        for (let x = i; x < i + ds; x++) gain -= source[x]! / 2;
        for (let y = j; y < j + dt; y++) gain -= target[y]! / 2;
        const run = kind === 0 && previous === i - 1 ? before.get(j - 1) : undefined;
        const goesOn = run !== undefined && run.gain + GOES_ON_PRIOR > moved;
        if ((goesOn ? run.gain + GOES_ON_PRIOR : moved) + gain <= Math.min(WORTH_TRYING, moved)) return;
        const link = { source: { from: i, to: i + ds }, target: { from: j, to: j + dt } };
        const rivals = singles.rivals(row, column);
        const grown = goesOn
          ? {
              links: [...run.links, link],
              score: run.score + score + GOES_ON_PRIOR,
              gain: run.gain + gain + GOES_ON_PRIOR,
              rivals: Math.min(run.rivals, rivals),
            }
          : { links: [link], score: score + moved, gain: gain + moved, rivals };
        here.set(j, grown);
        if (grown.gain - grown.rivals > WORTH_TRYING) found.push(grown);
      });
      before = here;
      previous = i;
    });
  });
  found.sort((a, b) => b.gain - b.rivals - (a.gain - a.rivals));
  const sources = new Set<number>();
  const targets = new Set<number>();
  const runs: Run[] = [];
  for (const run of found) {
    if (runs.length === MOST_TRIED) break;
    const units = run.links.map(({ source: s, target: t }) => [unitsOf(s), unitsOf(t)] as const);
    if (units.some(([s, t]) => s.some((i) => sources.has(i)) || t.some((j) => targets.has(j)))) continue;
    for (const [s, t] of units) {
      for (const i of s) sources.add(i);
      for (const j of t) targets.add(j);
    }
    runs.push(run);
  }
  return runs;
}

/** The scores of some rows with some columns, and how many places rival each. */
class Places {
  readonly #scores: Float64Array;
  readonly #columns: number;
  readonly #rowSum: Float64Array;
  readonly #columnSum: Float64Array;

  constructor(rows: number, columns: number, scores: Float64Array) {
    this.#columns = columns;
    this.#scores = scores;
    this.#rowSum = new Float64Array(rows);
    this.#columnSum = new Float64Array(columns);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const likelihood = Math.exp(scores[row * columns + column]!);
        this.#rowSum[row]! += likelihood;
        this.#columnSum[column]! += likelihood;
      }
  }

  at(row: number, column: number): number {
    return this.#scores[row * this.#columns + column]!;
  }

  rivals(row: number, column: number): number {
    return Math.log(Math.max(this.#rowSum[row]!, this.#columnSum[column]!)) - this.at(row, column);
  }
}

/** What a path gives each of its units. */
interface PathValues {
  /** By unit: what the evidence says of its bead, in nats. */
  readonly source: number[];
  readonly target: number[];
  /** The units that the path is unsure of. */
  readonly sourceUnsure: number[];
  readonly targetUnsure: number[];
  /** Whether any unit is without counterpart, unsure, or in a bead that the evidence speaks against: else nothing moved. */
  readonly isDoubtful: boolean;
}

function valuesOf({ priors, scores }: ScoredLattice, region: Region, path: RegionResult): PathValues {
  let isDoubtful = path.crossing.length > 0;
  const source: number[] = [];
  const target: number[] = [];
  const sourceUnsure: number[] = [];
  const targetUnsure: number[] = [];
  path.sizes.forEach(([ds, dt], b) => {
    const [rowFrom, columnFrom] = [source.length, target.length];
    const type = typeOf(priors, [ds, dt]);
    const value =
      type < 0
        ? LEFT_OUT
        : scores[type]![region.base[rowFrom + ds]! + region.target.from + columnFrom + dt]! -
          Math.log(priors[type]!.probability);
    const unsure = type < 0 || path.confidence[b]! < UNSURE;
    if (unsure || value < 0) isDoubtful = true;
    for (let i = rowFrom; i < rowFrom + ds; i++) {
      source.push(value);
      if (unsure) sourceUnsure.push(i);
    }
    for (let j = columnFrom; j < columnFrom + dt; j++) {
      target.push(value);
      if (unsure) targetUnsure.push(j);
    }
  });
  // What is linked across the path already is not tried again.
  for (const link of path.crossing) {
    source[link.source.from] = Infinity;
    target[link.target.from] = Infinity;
  }
  return { source, target, sourceUnsure, targetUnsure, isDoubtful };
}

/** A link that crosses nothing - both its units lie in the same gap - becomes a bead of the path. */
function straighten({ sizes, confidence, crossing }: RegionResult): RegionResult {
  const path = Alignment.of(sizes, confidence).path;
  const rest = new Set(crossing);
  const straight: { size: BeadSize; confidence: number }[] = [];
  for (let k = 0; k < path.length;) {
    const gap: Bead[] = [];
    while (k + gap.length < path.length && isNull(path[k + gap.length]!)) gap.push(path[k + gap.length]!);
    if (gap.length === 0) {
      const bead = path[k++]!;
      straight.push({
        size: [bead.source.to - bead.source.from, bead.target.to - bead.target.from],
        confidence: bead.confidence,
      });
      continue;
    }
    k += gap.length;
    const omitted = gap.filter((bead) => bead.source.to > bead.source.from);
    const added = gap.filter((bead) => bead.target.to > bead.target.from);
    let next = 0;
    for (let o = 0; o < omitted.length; o++) {
      const bead = omitted[o]!;
      const link = crossing.find(({ source }) => source.from === bead.source.from);
      const at = link === undefined ? -1 : added.findIndex(({ target }) => target.from === link.target.from);
      if (link === undefined || at < next) {
        straight.push({ size: [1, 0], confidence: bead.confidence });
        continue;
      }
      for (; next < at; next++) straight.push({ size: [0, 1], confidence: added[next]!.confidence });
      const [ds, dt] = [link.source.to - link.source.from, link.target.to - link.target.from];
      straight.push({ size: [ds, dt], confidence: link.confidence });
      o += ds - 1;
      next = at + dt;
      rest.delete(link);
    }
    for (; next < added.length; next++) straight.push({ size: [0, 1], confidence: added[next]!.confidence });
  }
  return {
    sizes: straight.map((bead) => bead.size),
    confidence: straight.map((bead) => bead.confidence),
    crossing: [...rest],
  };
}
