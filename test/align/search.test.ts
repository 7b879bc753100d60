import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beadPriors } from '../../src/align/beads.ts';
import { Lattice } from '../../src/align/lattice.ts';
import type { Rectangle, Region } from '../../src/align/lattice.ts';
import {
  arrivals,
  departures,
  forwardBackward,
  IMPOSSIBLE,
  openedSource,
  openedTarget,
  sourceGapMass,
  targetGapMass,
} from '../../src/align/search.ts';
import type { GapCosts, ScoredLattice } from '../../src/align/search.ts';
import { arbitraryLattice } from './arbitrary-lattice.ts';

/** What is certain to be smaller than any real difference, and larger than the rounding of long sums. */
const TOLERANCE = 1e-9;

/** One step of a path, in a region's own rows: a bead of the type, or one unit without counterpart. */
type Step =
  | { readonly kind: 'bead'; readonly type: number; readonly r: number; readonly j: number }
  | { readonly kind: 'source' | 'target'; readonly opens: boolean; readonly r: number; readonly j: number };

interface Path {
  readonly steps: readonly Step[];
  readonly score: number;
}

/**
 * Every way through a region, each with its price, straight from the definition: a unit without counterpart opens a run or
 * goes on with one of its own side; a bead after such a run pays for closing it.
 */
function* everyPath(scored: ScoredLattice, region: Region): Generator<Path> {
  const { low, high, base, source, target } = region;
  const rows = source.to - source.from;
  const inBand = (r: number, j: number): boolean => r <= rows && j >= low[r]! && j <= high[r]!;
  const { open, extend, close } = scored.gaps;
  const steps: Step[] = [];
  function* goOn(r: number, j: number, score: number): Generator<Path> {
    if (r === rows && j === target.to) {
      yield { steps: [...steps], score };
      return;
    }
    const last = steps.at(-1)?.kind;
    for (const [type, { size }] of scored.priors.entries()) {
      const [r2, j2] = [r + size[0], j + size[1]];
      if (!inBand(r2, j2)) continue;
      const bead = scored.scores[type]![base[r2]! + j2]!;
      if (bead === IMPOSSIBLE) continue;
      steps.push({ kind: 'bead', type, r: r2, j: j2 });
      yield* goOn(r2, j2, score + bead + (last === 'source' || last === 'target' ? close : 0));
      steps.pop();
    }
    for (const [kind, r2, j2] of [
      ['source', r + 1, j],
      ['target', r, j + 1],
    ] as const) {
      if (!inBand(r2, j2)) continue;
      const opens = last !== kind;
      steps.push({ kind, opens, r: r2, j: j2 });
      yield* goOn(r2, j2, score + (opens ? open : extend));
      steps.pop();
    }
  }
  yield* goOn(0, target.from, 0);
}

/** The log of the sum of the exponentials. */
function logSum(values: readonly number[]): number {
  const most = Math.max(...values);
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

const logProbability = fc.double({ min: -6, max: 0, noNaN: true });
const gaps: fc.Arbitrary<GapCosts> = fc.record({ open: logProbability, extend: logProbability, close: logProbability });

/** Scores for every state: mostly moderate, some overwhelming, some impossible; none for a bead that leaves the band. */
function arbitraryScored(most: number): fc.Arbitrary<ScoredLattice> {
  const score = fc.oneof(
    { weight: 6, arbitrary: fc.float({ min: -8, max: 8, noNaN: true }) },
    { weight: 1, arbitrary: fc.float({ min: -60, max: 60, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(IMPOSSIBLE) },
  );
  return arbitraryLattice(most).chain((lattice) =>
    fc
      .tuple(gaps, ...beadPriors.map(() => fc.array(score, { minLength: lattice.size, maxLength: lattice.size })))
      .map(([costs, ...drawn]) => ({
        lattice,
        priors: beadPriors,
        gaps: costs,
        scores: drawn.map((values, type) => {
          const scores = new Float32Array(lattice.size).fill(IMPOSSIBLE);
          const [ds, dt] = beadPriors[type]!.size;
          for (const { low, high, base } of lattice.regions)
            for (let r = ds; r < low.length; r++)
              for (let j = low[r]!; j <= high[r]!; j++)
                if (j - dt >= low[r - ds]! && j - dt <= high[r - ds]!) scores[base[r]! + j] = values[base[r]! + j]!;
          return scores;
        }),
      })),
  );
}

function forEachState(region: Region, visit: (r: number, j: number, state: number) => void): void {
  for (let r = 0; r < region.low.length; r++)
    for (let j = region.low[r]!; j <= region.high[r]!; j++) visit(r, j, region.base[r]! + j);
}

function startOf({ base, target }: Region): number {
  return base[0]! + target.from;
}

describe('forwardBackward', () => {
  it('sums over all paths: what it says of every bead, unit and run equals the sum over the paths that have it', () => {
    fc.assert(
      fc.property(arbitraryScored(4), (scored) => {
        const sums = forwardBackward(scored);
        scored.lattice.regions.forEach((region, k) => {
          const paths = [...everyPath(scored, region)];
          const total = logSum(paths.map(({ score }) => score));
          expect(Math.abs(sums.totals[k]! - total)).toBeLessThan(TOLERANCE * Math.max(1, Math.abs(total)));

          const expected = new Map<string, number>();
          const add = (key: string, mass: number): void => void expected.set(key, (expected.get(key) ?? 0) + mass);
          for (const { steps, score } of paths)
            for (const step of steps) {
              const mass = Math.exp(score - total);
              if (step.kind === 'bead') add(`${step.type} at ${step.r},${step.j}`, mass);
              else add(`${step.kind} at ${step.r},${step.j}`, mass);
              if (step.kind !== 'bead' && step.opens) add(`${step.kind} opens at ${step.r},${step.j}`, mass);
            }
          const check = (key: string, logMass: number): void => {
            const given = Math.exp(logMass - sums.totals[k]!);
            expect(Math.abs(given - (expected.get(key) ?? 0)), key).toBeLessThan(1e-7);
          };
          const { low, high, base } = region;
          forEachState(region, (r, j, state) => {
            beadPriors.forEach(({ size: [ds, dt] }, type) => {
              const bead = scored.scores[type]![state]!;
              if (bead === IMPOSSIBLE) return;
              check(`${type} at ${r},${j}`, departures(sums)[base[r - ds]! + j - dt]! + bead + arrivals(sums)[state]!);
            });
            check(`source at ${r},${j}`, sourceGapMass(sums, state));
            check(`target at ${r},${j}`, targetGapMass(sums, state));
            if (r > 0 && j >= low[r - 1]! && j <= high[r - 1]!)
              check(`source opens at ${r},${j}`, openedSource(sums, scored.gaps, base[r - 1]! + j, state));
            if (j > low[r]!) check(`target opens at ${r},${j}`, openedTarget(sums, scored.gaps, state - 1, state));
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('has the same total forwards and backwards, in regions too large to write all paths down', () => {
    fc.assert(
      fc.property(arbitraryScored(12), (scored) => {
        const sums = forwardBackward(scored);
        scored.lattice.regions.forEach((region, k) => {
          const total = sums.totals[k]!;
          expect(total).toBeGreaterThan(IMPOSSIBLE / 10);
          expect(Math.abs(arrivals(sums)[startOf(region)]! - total)).toBeLessThan(1e-9 * Math.max(1, Math.abs(total)));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('puts every unit in one bead or none: the posteriors of each unit add up to 1', () => {
    fc.assert(
      fc.property(arbitraryScored(10), (scored) => {
        const sums = forwardBackward(scored);
        scored.lattice.regions.forEach((region, k) => {
          const total = sums.totals[k]!;
          const source = new Float64Array(region.source.to - region.source.from);
          const target = new Float64Array(region.target.to - region.target.from);
          forEachState(region, (r, j, state) => {
            const t = j - region.target.from;
            if (r > 0) source[r - 1]! += Math.exp(sourceGapMass(sums, state) - total);
            if (t > 0) target[t - 1]! += Math.exp(targetGapMass(sums, state) - total);
            beadPriors.forEach(({ size: [ds, dt] }, type) => {
              const bead = scored.scores[type]![state]!;
              if (bead === IMPOSSIBLE) return;
              const before = departures(sums)[region.base[r - ds]! + j - dt]!;
              const posterior = Math.exp(before + bead + arrivals(sums)[state]! - total);
              for (let i = r - ds; i < r; i++) source[i]! += posterior;
              for (let i = t - dt; i < t; i++) target[i]! += posterior;
            });
          });
          for (const sum of [...source, ...target]) expect(sum).toBeCloseTo(1, 6);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('charges a run of units without counterpart once for opening and for each unit more', () => {
    const rectangle: Rectangle = { source: { from: 0, to: 5 }, target: { from: 0, to: 0 } };
    const lattice = Lattice.full(5, [rectangle]);
    const scores = beadPriors.map(() => new Float32Array(lattice.size).fill(IMPOSSIBLE));
    const sums = forwardBackward({ lattice, priors: beadPriors, scores, gaps: { open: -5, extend: -0.5, close: -3 } });
    expect(sums.totals).toEqual([-5 + 4 * -0.5]);
  });
});
