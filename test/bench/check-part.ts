/**
 * Damages the documents of a set, checks them and prints the counts as JSON: `check-part TASK`, the {@link CheckTask} as
 * JSON. It runs in a process of its own, so that several can share the work.
 */
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import type { CheckOptions } from '../../src/check/check.ts';
import type { Finding, FindingPlace, Severity } from '../../src/model/finding.ts';
import { damage, diceOf } from './check-damage.ts';
import type { Rate } from './check-damage.ts';
import { documentsOf, readPairs } from './check-pairs.ts';
import { addFaultCounts, noFaultCounts, score } from './check-score.ts';
import type { FaultCounts, Seen, Spot } from './check-score.ts';
import { positionOf } from './faults/fault.ts';
import type { Fault, Item, Pair } from './faults/fault.ts';
import { faults } from './faults/index.ts';
import type { Part } from './gold.ts';

export interface CheckTask {
  readonly folder: string;
  readonly set: string;
  /** Absent for the whole set. */
  readonly part?: Part;
  /** Classes of faults by name; none for the untouched text alone. */
  readonly classes: readonly string[];
  readonly rates: readonly Rate[];
  /** Draws of one fault a document. */
  readonly draws: number;
  /** At most so many documents. */
  readonly limit?: number;
  readonly seed: number;
}

export interface CheckOutcome {
  readonly units: number;
  /** What is found in the untouched documents. */
  readonly untouched: readonly Alarm[];
  readonly classes: readonly ClassOutcome[];
}

/** A finding to read. */
export interface Alarm {
  readonly document: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly example: string;
}

export interface ClassOutcome {
  readonly name: string;
  readonly rate: Rate;
  readonly counts: FaultCounts;
  /** What was not found at its place, and what was found that no fault explains; to read. */
  readonly missed: readonly string[];
  readonly unexplained: readonly string[];
}

/** No more of these are kept. */
const EXAMPLES = 40;

const task = JSON.parse(process.argv[2] ?? '') as CheckTask;
const pairs = readPairs(task.folder, task.set, task.part).slice(-(task.limit ?? Infinity));
const before = pairs.map(({ pair }) => look(pair));
const outcome: CheckOutcome = {
  units: pairs.reduce((sum, { pair }) => sum + pair.source.blocks.length, 0),
  untouched: pairs.flatMap(({ name }, k) =>
    before[k]!.map(({ rule, severity, example }) => ({ document: name, rule, severity, example })),
  ),
  classes: task.classes.flatMap((name) => {
    const fault = faults.find((one) => one.name === name);
    return fault?.inject === undefined ? [] : task.rates.map((rate) => measure(fault, rate));
  }),
};
process.stdout.write(JSON.stringify(outcome));

function measure(fault: Fault, rate: Rate): ClassOutcome {
  let counts = noFaultCounts;
  const missed: string[] = [];
  const unexplained: string[] = [];
  pairs.forEach((named, k) => {
    const draws = rate === 'one' ? task.draws : 1;
    for (let draw = 0; draw < draws; draw++) {
      // The same damage whichever classes are measured, and in whatever order.
      const dice = diceOf(`${task.seed} ${fault.name} ${rate} ${named.name} ${draw}`);
      const done = damage(fault, named.pair, rate, dice);
      if (done.spots.length === 0) continue;
      const { pair } = done;
      const result = score(before[k]!, look(pair, done.options), done.spots, fault.rules, {
        source: (origin) => nearestPosition(pair.items.source, origin),
        target: (origin) => nearestPosition(pair.items.target, origin),
      });
      counts = addFaultCounts(counts, result.counts);
      missed.push(...result.missed.map((spot) => `${named.name}\n${showSpot(named.pair, pair, spot)}`));
      unexplained.push(...result.unexplained.map(({ example }) => `${named.name}\n${example}`));
    }
  });
  return {
    name: fault.name,
    rate,
    counts,
    missed: missed.slice(0, EXAMPLES),
    unexplained: unexplained.slice(0, EXAMPLES),
  };
}

/** What the checker finds, as it does for a user: from the two texts alone. */
function look(pair: Pair, options: CheckOptions = {}): Seen[] {
  const { findings } = check(align(...documentsOf(pair)), options);
  return findings.map((finding) => seenOf(finding, pair));
}

function seenOf(finding: Finding, { items }: Pair): Seen {
  const { rule, severity, source, target, data } = finding;
  const originOf = (side: readonly Item[], place: FindingPlace | null, gap: string): readonly number[] =>
    place === null || rule === gap ? [] : (side[place.block]?.origin ?? []);
  const textOf = (side: readonly Item[], place: FindingPlace | null): string =>
    place === null ? '' : clip(side[place.block]?.block.text ?? '', place.from);
  const { expected, actual, kind } = data;
  return {
    rule,
    severity,
    source: originOf(items.source, source, 'extra'),
    target: originOf(items.target, target, 'missing'),
    what: JSON.stringify([expected, actual, kind]),
    example: `${rule} ${severity} p=${finding.confidence.toFixed(2)} ${JSON.stringify(data)}\n    < ${textOf(items.source, source)}\n    > ${textOf(items.target, target)}`,
  };
}

/** A block that is gone was where the next one stands. */
function nearestPosition(items: readonly Item[], origin: number): number {
  const own = positionOf(items, origin);
  if (own >= 0) return own;
  const next = items.findIndex((item) => item.origin.some((other) => other > origin));
  return next < 0 ? items.length : next;
}

function showSpot(before: Pair, after: Pair, { source, target }: Spot): string {
  const lines = (mark: string, items: readonly Item[], origins: readonly number[]): string[] =>
    items
      .filter((item) => item.origin.some((origin) => origins.includes(origin)))
      .map(({ block }) => `    ${mark} ${clip(block.text)}`);
  return [
    ...lines('<', before.items.source, source),
    ...lines('was >', before.items.target, target),
    ...lines('now >', after.items.target, target),
  ].join('\n');
}

function clip(text: string, from = 0): string {
  const start = from > 200 ? from - 100 : 0;
  return (
    (start > 0 ? '…' : '') + (text.length > start + 400 ? `${text.slice(start, start + 400)}…` : text.slice(start))
  );
}
