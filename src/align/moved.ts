import { Alignment } from '../model/alignment.ts';
import type { Bead, BeadSize } from '../model/alignment.ts';
import type { Candidate, Scorer } from './evidence.ts';

/** How probable it is, before anything is seen, that a given pair of leftover units is one that moved. */
const MOVED_PRIOR = 0.02;
/** A pair is linked when it is more probable than not. */
const LEAST = 0.5;
/** Beyond this many pairs of leftovers, what is left over is no longer a matter of a few moved paragraphs. */
const MOST_PAIRS = 250_000;

/**
 * Links what moved: of the units that the path leaves without counterpart, those pairs that all evidence says belong
 * together, best first, each unit once.
 *
 * The probability of a link sets its odds against those of all other pairs of the same two units and of having no
 * counterpart at all.
 */
export function linkMoved(alignment: Alignment, scorers: readonly Scorer[]): Alignment {
  const omitted = alignment.beads.filter((bead) => bead.target.from === bead.target.to).map((bead) => bead.source.from);
  const added = alignment.beads.filter((bead) => bead.source.from === bead.source.to).map((bead) => bead.target.from);
  if (omitted.length === 0 || added.length === 0 || omitted.length * added.length > MOST_PAIRS) return alignment;

  const odds = omitted.map((i) =>
    Float64Array.from(added, (j) => MOVED_PRIOR * Math.exp(Math.min(40, scoreOf(pairOf(i, j), scorers)))),
  );
  const rowSums = odds.map((row) => row.reduce((a, b) => a + b, 1));
  const columnSums = added.map((_, k) => odds.reduce((sum, row) => sum + row[k]!, 1));
  const found = omitted
    .flatMap((i, r) =>
      added.map((j, k) => ({ i, j, confidence: odds[r]![k]! / (rowSums[r]! + columnSums[k]! - odds[r]![k]!) })),
    )
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((x, y) => y.confidence - x.confidence);
  const links = new Map<number, Bead>();
  const taken = new Set<number>();
  for (const { i, j, confidence } of found) {
    if (links.has(i) || taken.has(j)) continue;
    links.set(i, { source: { from: i, to: i + 1 }, target: { from: j, to: j + 1 }, confidence });
    taken.add(j);
  }
  if (links.size === 0) return alignment;
  return straighten(alignment, [...alignment.crossing, ...links.values()]);
}

/**
 * An alignment with these crossing links beside the same path. A link that does not in fact cross anything - the gap on
 * either side of it is the same gap - becomes a bead of the path.
 */
function straighten(alignment: Alignment, crossing: readonly Bead[]): Alignment {
  const sizes: BeadSize[] = [];
  const confidence: number[] = [];
  const rest = new Set(crossing);
  const bySource = new Map(crossing.map((link) => [link.source.from, link]));
  const path = alignment.path;
  for (let k = 0; k < path.length;) {
    // A run of units without counterpart, on both sides, in any order.
    const gap: Bead[] = [];
    while (k + gap.length < path.length && isGap(path[k + gap.length]!)) gap.push(path[k + gap.length]!);
    if (gap.length === 0) {
      const bead = path[k++]!;
      sizes.push([bead.source.to - bead.source.from, bead.target.to - bead.target.from]);
      confidence.push(bead.confidence);
      continue;
    }
    k += gap.length;
    const omitted = gap.filter((bead) => bead.target.from === bead.target.to);
    const added = gap.filter((bead) => bead.source.from === bead.source.to);
    let next = 0;
    for (const bead of omitted) {
      const link = bySource.get(bead.source.from);
      const at = link === undefined ? -1 : added.findIndex((a) => a.target.from === link.target.from);
      if (link === undefined || at < next) {
        sizes.push([1, 0]);
        confidence.push(bead.confidence);
        continue;
      }
      for (; next < at; next++) {
        sizes.push([0, 1]);
        confidence.push(added[next]!.confidence);
      }
      sizes.push([1, 1]);
      confidence.push(link.confidence);
      next = at + 1;
      rest.delete(link);
    }
    for (; next < added.length; next++) {
      sizes.push([0, 1]);
      confidence.push(added[next]!.confidence);
    }
  }
  return Alignment.of(sizes, confidence, rest);
}

function isGap(bead: Bead): boolean {
  return bead.source.from === bead.source.to || bead.target.from === bead.target.to;
}

function pairOf(i: number, j: number): Candidate {
  return { sourceFrom: i, sourceTo: i + 1, targetFrom: j, targetTo: j + 1 };
}

function scoreOf(candidate: Candidate, scorers: readonly Scorer[]): number {
  return scorers.reduce((sum, scorer) => sum + scorer.score(candidate), 0);
}
