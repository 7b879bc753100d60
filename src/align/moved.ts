import { Alignment, isNull } from '../model/alignment.ts';
import type { Bead, BeadSize } from '../model/alignment.ts';
import type { RegionResult } from './decode.ts';
import { search } from './engine.ts';
import type { Solution } from './engine.ts';
import type { Scorer } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Region } from './lattice.ts';
import { PairScores } from './pair-scores.ts';
import { IMPOSSIBLE } from './search.ts';
import type { ScoredLattice } from './search.ts';

/** The logs of how probable it is, before anything is seen, that a run of units moved to a given place, and that it goes on. */
const MOVED_PRIOR = -7;
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

/** Units that moved together: source unit `i + k` belongs with target unit `j + k`, for k below `length`. */
interface Run {
  readonly i: number;
  readonly j: number;
  readonly length: number;
  /** What the evidence says of its pairs, with the prior of a move. */
  readonly score: number;
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
  return solution.results.map((result, k) => {
    const { source, target } = solution.lattice.regions[k]!;
    // Within a region units are counted from its own first one.
    const path = shiftLinks(result, -source.from, -target.from);
    return shiftLinks(linkMovedIn(path, solution, scorers, k), source.from, target.from);
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

function linkMovedIn(path: RegionResult, solution: Solution, scorers: readonly Scorer[], k: number): RegionResult {
  const region = solution.lattice.regions[k]!;
  let runs = candidates(solution.scored, region, path, new PairScores(solution.scored, region, scorers));
  if (runs.length === 0) return path;
  const tryOut = (taken: readonly Run[]): Trial => {
    if (taken.length === 0) return { total: solution.totals[k]!, result: path };
    const rest = new Rest(solution.scored, region, taken.flatMap(pairsOf));
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
    const logOdds = best.total - without.total;
    if (logOdds > LEAST_LOG_ODDS) confidence.set(run, 1 / (1 + Math.exp(-logOdds)));
    else [runs, best] = [others, without];
  }
  const links = runs.flatMap((run) =>
    pairsOf(run).map(({ i, j }) => ({
      source: { from: i, to: i + 1 },
      target: { from: j, to: j + 1 },
      confidence: confidence.get(run)!,
    })),
  );
  return straighten({ ...best.result, crossing: [...best.result.crossing, ...links] });
}

interface Pair {
  readonly i: number;
  readonly j: number;
}

function pairsOf({ i, j, length }: Run): Pair[] {
  return Array.from({ length }, (_, k) => ({ i: i + k, j: j + k }));
}

/** What comes out when some moves are believed: the log probability of it all, and the path, the moved units left alone. */
interface Trial {
  readonly total: number;
  readonly result: RegionResult;
}

/** The runs worth trying, most convincing first, each unit in one of them at most. */
function candidates(scored: ScoredLattice, region: Region, path: RegionResult, scores: PairScores): Run[] {
  const { source, target, sourceUnsure, targetUnsure } = valuesOf(scored, region, path);
  const all = source.length * target.length <= MOST_PAIRS;
  const rows = all ? [...source.keys()] : sourceUnsure;
  const columns = all ? [...target.keys()] : targetUnsure;
  if (rows.length * columns.length > MOST_PAIRS) return [];
  /** By target unit: the best run that ends with the row before. */
  let before = new Map<number, Run & { gain: number }>();
  const found: (Run & { gain: number })[] = [];
  let previous = -1;
  for (const i of rows) {
    const here = new Map<number, Run & { gain: number }>();
    for (const j of columns) {
      const score = scores.at(i, j);
      // Half of what the path gave each: where two units change places, each of the two beads is given up for both links.
      const gain = score - (source[i]! + target[j]!) / 2;
      const run = previous === i - 1 ? before.get(j - 1) : undefined;
      const grown =
        run !== undefined && run.gain + GOES_ON_PRIOR > MOVED_PRIOR
          ? {
              ...run,
              length: run.length + 1,
              score: run.score + score + GOES_ON_PRIOR,
              gain: run.gain + gain + GOES_ON_PRIOR,
            }
          : { i, j, length: 1, score: score + MOVED_PRIOR, gain: gain + MOVED_PRIOR };
      here.set(j, grown);
      if (grown.gain > WORTH_TRYING) found.push(grown);
    }
    before = here;
    previous = i;
  }
  found.sort((a, b) => b.gain - a.gain);
  const sources = new Set<number>();
  const targets = new Set<number>();
  const runs: Run[] = [];
  for (const run of found) {
    if (runs.length === MOST_TRIED) break;
    const pairs = pairsOf(run);
    if (pairs.some(({ i, j }) => sources.has(i) || targets.has(j))) continue;
    for (const { i, j } of pairs) {
      sources.add(i);
      targets.add(j);
    }
    runs.push(run);
  }
  return runs;
}

/** What the path's beads are worth to each unit, and the units that the path is unsure of. */
function valuesOf(
  { priors, scores }: ScoredLattice,
  region: Region,
  path: RegionResult,
): { source: number[]; target: number[]; sourceUnsure: number[]; targetUnsure: number[] } {
  const source: number[] = [];
  const target: number[] = [];
  const sourceUnsure: number[] = [];
  const targetUnsure: number[] = [];
  path.sizes.forEach(([ds, dt], b) => {
    const [rowFrom, columnFrom] = [source.length, target.length];
    const type = priors.findIndex(({ size, swapped }) => size[0] === ds && size[1] === dt && swapped !== true);
    const value =
      type < 0
        ? LEFT_OUT
        : scores[type]![region.base[rowFrom + ds]! + region.target.from + columnFrom + dt]! -
          Math.log(priors[type]!.probability);
    const unsure = type < 0 || path.confidence[b]! < UNSURE;
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
  return { source, target, sourceUnsure, targetUnsure };
}

/** What is left of a region when moved units are taken out, with the scores of what is left. */
class Rest {
  readonly scored: ScoredLattice;
  /** The units that are left, by their index among all of the region. */
  readonly #source: number[];
  readonly #target: number[];
  readonly #taken: number;

  constructor(scored: ScoredLattice, region: Region, taken: readonly Pair[]) {
    const takenSource = new Set(taken.map(({ i }) => i));
    const takenTarget = new Set(taken.map(({ j }) => j));
    const [n, m] = [region.source.to - region.source.from, region.target.to - region.target.from];
    this.#taken = taken.length;
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
    skip(this.#source.length + this.#taken, this.#target.length + this.#taken);
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
    for (const bead of omitted) {
      const link = crossing.find(({ source }) => source.from === bead.source.from);
      const at = link === undefined ? -1 : added.findIndex(({ target }) => target.from === link.target.from);
      if (link === undefined || at < next) {
        straight.push({ size: [1, 0], confidence: bead.confidence });
        continue;
      }
      for (; next < at; next++) straight.push({ size: [0, 1], confidence: added[next]!.confidence });
      straight.push({ size: [1, 1], confidence: link.confidence });
      next = at + 1;
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
