import type { Evidence, Scorer, Side } from './evidence.ts';
import { solve } from './engine.ts';
import type { RegionResult } from './decode.ts';
import type { Solution } from './engine.ts';
import { Lattice } from './lattice.ts';
import { linkMoved } from './moved.ts';

/** Grids of up to this many states are searched whole: that is exact, and quick enough. */
const EXACT = 40_000;
/** How many units are pooled into one for the search that finds where to look. */
const POOL = 6;
/** How far from the coarse path the fine search looks, in units, before it is widened. */
const RADIUS = 2 * POOL + 4;
/** A band is not widened beyond this many states, and no further when that makes the text less than this more probable. */
const MOST_STATES = 4_000_000;
const BETTER = 2;
/** Rounds of learning on pooled units: their path is only a guide. */
const COARSE_ROUNDS = 3;

/**
 * Aligns a whole pair of texts: exactly where it is short, else in a band around the path of a coarser search, so that
 * time and memory grow with the length of the texts and not with its square.
 *
 * Coarse to fine after Thompson and Koehn (2019): runs of units are pooled into one and aligned the same way, by their
 * pooled text and not by averaged vectors. A path that comes near the edge of its band is searched again in a band twice
 * as wide, until it keeps away from the edge.
 */
export function alignPair(source: Side, target: Side, evidence: readonly Evidence[]): RegionResult {
  const scorers = prepare(source, target, evidence);
  const { lattice, solution } = solvePair(source, target, evidence, scorers);
  return linkMoved(lattice, solution, scorers);
}

function solvePair(
  source: Side,
  target: Side,
  evidence: readonly Evidence[],
  scorers: readonly Scorer[],
  rounds?: number,
): { lattice: Lattice; solution: Solution } {
  const n = source.units.length;
  const m = target.units.length;
  const whole = { source: { from: 0, to: n }, target: { from: 0, to: m } };
  if (n * m <= EXACT || Math.min(n, m) < 2 * POOL) {
    const lattice = Lattice.full(n, [whole]);
    return { lattice, solution: solve(lattice, scorers, rounds) };
  }
  const [a, b] = [pool(source), pool(target)];
  const coarse = solvePair(a, b, evidence, prepare(a, b, evidence), COARSE_ROUNDS).solution.results[0]!;
  const path = scaleUp(coarse, n, m);
  let narrower: { lattice: Lattice; solution: Solution } | undefined;
  for (let radius = RADIUS; ; radius *= 2) {
    const lattice = Lattice.around(n, [whole], [path], radius);
    if (narrower !== undefined && lattice.size > MOST_STATES) return narrower;
    const found = { lattice, solution: solve(lattice, scorers, rounds) };
    if (radius >= Math.max(n, m) || !touchesEdge(found.solution.results[0]!, lattice)) return found;
    // In a text that repeats itself the path goes anywhere: a wider band finds another path and not a better one. Even so
    // it is the wider one that is returned, since it is the one that the evidence has been made ready for.
    if (narrower !== undefined && found.solution.totals[0]! < narrower.solution.totals[0]! + BETTER) return found;
    narrower = found;
  }
}

/** Makes evidence ready for a pair; what has nothing to say about it is left out. */
export function prepare(source: Side, target: Side, evidence: readonly Evidence[]): Scorer[] {
  return evidence.map((kind) => kind.prepare(source, target)).filter((scorer) => scorer !== undefined);
}

function pool({ locale, units }: Side): Side {
  const pooled = [];
  for (let k = 0; k < units.length; k += POOL)
    pooled.push({
      text: units
        .slice(k, k + POOL)
        .map((unit) => unit.text)
        .join('\n'),
      parts: units.slice(k, k + POOL).flatMap((unit) => unit.parts ?? [unit]),
    });
  return { units: pooled, ...(locale === undefined ? {} : { locale }) };
}

/** For each row of the fine grid, the first and last column that the coarse path visits. */
function scaleUp(coarse: RegionResult, n: number, m: number): { first: Int32Array; last: Int32Array } {
  const first = new Int32Array(n + 1).fill(m);
  const last = new Int32Array(n + 1);
  let i = 0;
  let j = 0;
  const visit = (rowFrom: number, rowTo: number, columnFrom: number, columnTo: number): void => {
    for (let row = rowFrom; row <= Math.min(n, rowTo); row++) {
      first[row] = Math.min(first[row]!, columnFrom, m);
      last[row] = Math.max(last[row]!, Math.min(m, columnTo));
    }
  };
  visit(0, 0, 0, 0);
  for (const [ds, dt] of coarse.sizes) {
    visit(i * POOL, (i + ds) * POOL, j * POOL, (j + dt) * POOL);
    i += ds;
    j += dt;
  }
  visit(n, n, m, m);
  return { first, last };
}

/** Whether the path visits the edge of the band where the band, and not the text, ends. */
function touchesEdge({ sizes }: RegionResult, lattice: Lattice): boolean {
  const [region] = lattice.regions;
  let r = 0;
  let j = 0;
  for (const [ds, dt] of sizes) {
    r += ds;
    j += dt;
    const low = region!.low[r]!;
    const high = region!.high[r]!;
    if ((j <= low + 1 && low > 0) || (j >= high - 1 && high < lattice.regions[0]!.target.to)) return true;
  }
  return false;
}
