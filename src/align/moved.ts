import { Alignment, isNull } from '../model/alignment.ts';
import type { Bead, BeadSize } from '../model/alignment.ts';
import { scoreOf, search } from './engine.ts';
import type { RegionResult } from './decode.ts';
import type { Solution } from './engine.ts';
import type { Candidate, Scorer } from './evidence.ts';
import { Lattice } from './lattice.ts';
import type { Region } from './lattice.ts';
import { IMPOSSIBLE } from './search.ts';

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
export function linkMoved(lattice: Lattice, solution: Solution, scorers: readonly Scorer[]): RegionResult {
  const path = solution.results[0]!;
  let runs = candidates(lattice, path, scorers);
  if (runs.length === 0) return path;
  const tryOut = (taken: readonly Run[]): Trial => {
    if (taken.length === 0) return { total: solution.totals[0]!, result: path };
    const rest = new Rest(lattice, taken.flatMap(pairsOf));
    const found = search(rest.lattice, (bead) => rest.score(bead, scorers), solution.habits);
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
function candidates(lattice: Lattice, path: RegionResult, scorers: readonly Scorer[]): Run[] {
  const { source, target, sourceUnsure, targetUnsure } = valuesOf(path, scorers);
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
      const score = scoreOf(pairOf(i, j), scorers);
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
  path: RegionResult,
  scorers: readonly Scorer[],
): { source: number[]; target: number[]; sourceUnsure: number[]; targetUnsure: number[] } {
  const source: number[] = [];
  const target: number[] = [];
  const sourceUnsure: number[] = [];
  const targetUnsure: number[] = [];
  path.sizes.forEach(([ds, dt], k) => {
    const bead = {
      sourceFrom: source.length,
      sourceTo: source.length + ds,
      targetFrom: target.length,
      targetTo: target.length + dt,
    };
    const linked = ds > 0 && dt > 0;
    const value = linked ? scoreOf(bead, scorers) : LEFT_OUT;
    const unsure = !linked || path.confidence[k]! < UNSURE;
    for (let i = bead.sourceFrom; i < bead.sourceTo; i++) {
      source.push(value);
      if (unsure) sourceUnsure.push(i);
    }
    for (let j = bead.targetFrom; j < bead.targetTo; j++) {
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

/** What is left of a pair of texts when moved units are taken out, and its lattice. */
class Rest {
  readonly lattice: Lattice;
  /** The units that are left, by their index among all. */
  readonly #source: number[];
  readonly #target: number[];
  readonly #taken: number;

  constructor({ regions, endBase }: Lattice, taken: readonly Pair[]) {
    const [region] = regions as [Region];
    const takenSource = new Set(taken.map(({ i }) => i));
    const takenTarget = new Set(taken.map(({ j }) => j));
    this.#taken = taken.length;
    this.#source = [...Array(endBase.length - 1).keys()].filter((i) => !takenSource.has(i));
    this.#target = [...Array(region.target.to).keys()].filter((j) => !takenTarget.has(j));
    /** By number of target units consumed, how many of them are left. */
    const left = [0];
    for (let j = 0; j < region.target.to; j++) left.push(left[j]! + (takenTarget.has(j) ? 0 : 1));
    const rows = [0, ...this.#source.map((i) => i + 1)];
    const whole = { source: { from: 0, to: this.#source.length }, target: { from: 0, to: this.#target.length } };
    const first = rows.map((r) => left[region.low[r]!]!);
    const last = rows.map((r) => left[region.high[r]!]!);
    // Where the path rose steeply through what was taken out, the band of the rest would be torn.
    for (let r = rows.length - 1; r > 0; r--) last[r - 1] = Math.max(last[r - 1]!, first[r]!);
    this.lattice = Lattice.around(this.#source.length, [whole], [{ first, last }], 0);
  }

  /** The score of a bead of what is left; one that would close over a gap is impossible. */
  score(bead: Candidate, scorers: readonly Scorer[]): number {
    const sourceFrom = this.#source[bead.sourceFrom]!;
    const sourceTo = this.#source[bead.sourceTo - 1]! + 1;
    const targetFrom = this.#target[bead.targetFrom]!;
    const targetTo = this.#target[bead.targetTo - 1]! + 1;
    if (sourceTo - sourceFrom !== bead.sourceTo - bead.sourceFrom) return IMPOSSIBLE;
    if (targetTo - targetFrom !== bead.targetTo - bead.targetFrom) return IMPOSSIBLE;
    return scoreOf({ sourceFrom, sourceTo, targetFrom, targetTo }, scorers);
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

function pairOf(i: number, j: number): Candidate {
  return { sourceFrom: i, sourceTo: i + 1, targetFrom: j, targetTo: j + 1 };
}
