import type { Severity } from '../../src/model/finding.ts';

/** A finding by the blocks of the undamaged documents: what it is about on each side; none where that is a gap. */
export interface Seen {
  readonly rule: string;
  readonly severity: Severity;
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** What else tells it from another finding of its rule at its place. */
  readonly what: string;
  /** To show it. */
  readonly example: string;
}

/** Where a fault is, by the blocks of the undamaged documents. */
export interface Spot {
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** How faults of one class fared. */
export interface FaultCounts {
  readonly injected: number;
  /** With a finding of one of the rules of the class at the very place; at it or one beside it. */
  readonly exact: number;
  readonly withinOne: number;
  /** With any new finding at the place, of whatever rule and severity. */
  readonly noticed: number;
  /** New findings of at least a warning, or of a rule of the class, that the faults explain; and that they do not. */
  readonly explained: number;
  readonly unexplained: number;
}

export const noFaultCounts: FaultCounts = {
  injected: 0,
  exact: 0,
  withinOne: 0,
  noticed: 0,
  explained: 0,
  unexplained: 0,
};

/** The place of a block among those that there are now. */
export interface Positions {
  source(origin: number): number;
  target(origin: number): number;
}

/** What a damaged document shows. */
export interface Score {
  readonly counts: FaultCounts;
  readonly missed: readonly Spot[];
  readonly unexplained: readonly Seen[];
}

/**
 * Compares what is found in a damaged document with what was found in it before.
 *
 * A finding is new where the undamaged document has none of the same rule that says the same of the same blocks. A new one
 * is explained by a fault when it is about one of the fault's blocks, or, for the rules of the class, the block beside
 * one.
 */
export function score(
  before: readonly Seen[],
  after: readonly Seen[],
  faults: readonly Spot[],
  rules: readonly string[],
  positions: Positions,
): Score {
  const known = new Set(before.map(keyOf));
  const fresh = after.filter((seen) => !known.has(keyOf(seen)));
  const counted = fresh.filter(({ rule, severity }) => severity !== 'info' || rules.includes(rule));
  const distances = faults.map((fault) => fresh.map((seen) => distance(seen, fault, positions)));
  const nearest = faults.map((_, k) =>
    Math.min(Infinity, ...fresh.map((seen, j) => (rules.includes(seen.rule) ? distances[k]![j]! : Infinity))),
  );
  const unexplained = counted.filter((seen) => {
    const reach = rules.includes(seen.rule) ? 1 : 0;
    return !distances.some((row) => row[fresh.indexOf(seen)]! <= reach);
  });
  return {
    counts: {
      injected: faults.length,
      exact: nearest.filter((steps) => steps === 0).length,
      withinOne: nearest.filter((steps) => steps <= 1).length,
      noticed: distances.filter((row) => row.includes(0)).length,
      explained: counted.length - unexplained.length,
      unexplained: unexplained.length,
    },
    missed: faults.filter((_, k) => nearest[k]! > 0),
    unexplained,
  };
}

export function addFaultCounts(a: FaultCounts, b: FaultCounts): FaultCounts {
  return {
    injected: a.injected + b.injected,
    exact: a.exact + b.exact,
    withinOne: a.withinOne + b.withinOne,
    noticed: a.noticed + b.noticed,
    explained: a.explained + b.explained,
    unexplained: a.unexplained + b.unexplained,
  };
}

function keyOf({ rule, source, target, what }: Seen): string {
  return JSON.stringify([rule, source, target, what]);
}

/** How many blocks a finding is away from a fault, on the side where it is nearest. */
function distance(seen: Seen, fault: Spot, positions: Positions): number {
  const steps = (side: 'source' | 'target'): number[] =>
    seen[side].flatMap((a) =>
      fault[side].map((b) => (a === b ? 0 : Math.abs(positions[side](a) - positions[side](b)))),
    );
  return Math.min(Infinity, ...steps('source'), ...steps('target'));
}
