import type { ConfirmedBead, Known } from './constraints.ts';
import type { Evidence, Scorer, Side, Unit, WeightedBead } from './evidence.ts';
import { MAX_UNITS } from './evidence/words.ts';
import { IMPOSSIBLE } from './search.ts';

/**
 * The evidence for a search that goes around what is known: it is taught the confirmed beads with the ones that are found,
 * and may not link a unit that is confirmed to stand alone or elsewhere.
 *
 * Units are told by identity, so that it holds for parts of the two sides too; a search over pooled units knows nothing of it.
 */
export function evidenceAround(known: Known, evidence: readonly Evidence[], source: Side, target: Side): Evidence[] {
  const beads = [...known.fixed, ...known.crossing].filter(isLearnable);
  const taught = beads.length === 0 ? evidence : evidence.map((kind) => taughtBy(kind, beads, source, target));
  const { alone } = known;
  if (alone.source.size + alone.target.size === 0) return [...taught];
  return [...taught, standingAlone(unitsOf(source, alone.source), unitsOf(target, alone.target))];
}

function isLearnable({ source, target }: ConfirmedBead): boolean {
  return source.to - source.from <= MAX_UNITS && target.to - target.from <= MAX_UNITS;
}

function unitsOf({ units }: Side, indices: ReadonlySet<number>): Set<Unit> {
  return new Set([...indices].map((k) => units[k]!));
}

function standingAlone(sources: ReadonlySet<Unit>, targets: ReadonlySet<Unit>): Evidence {
  return {
    id: 'confirmed',
    prepare: ({ units: a }, { units: b }) => {
      const [source, target] = [countsOf(a, sources), countsOf(b, targets)];
      if (source.at(-1) === 0 && target.at(-1) === 0) return undefined;
      return {
        score: ({ sourceFrom, sourceTo, targetFrom, targetTo }) =>
          source[sourceFrom] === source[sourceTo] && target[targetFrom] === target[targetTo] ? 0 : IMPOSSIBLE,
      };
    },
  };
}

/** By number of units, how many of them are among some. */
function countsOf(units: readonly Unit[], some: ReadonlySet<Unit>): Int32Array {
  const counts = new Int32Array(units.length + 1);
  units.forEach((unit, k) => (counts[k + 1] = counts[k]! + (some.has(unit) ? 1 : 0)));
  return counts;
}

function taughtBy(kind: Evidence, beads: readonly ConfirmedBead[], source: Side, target: Side): Evidence {
  return {
    id: kind.id,
    prepare: (a, b, coarser) => {
      const scorer = kind.prepare(a, b, coarser);
      if (scorer?.learn === undefined) return scorer;
      const lessons = locate(beads, source, target, a, b);
      return lessons.length === 0 ? scorer : teach(scorer, lessons);
    },
  };
}

/** The beads in the units of two sides, those that are there. */
function locate(beads: readonly ConfirmedBead[], source: Side, target: Side, a: Side, b: Side): WeightedBead[] {
  const indexIn = (side: Side): Map<Unit, number> => new Map(side.units.map((unit, k) => [unit, k]));
  const [inA, inB] = [indexIn(a), indexIn(b)];
  return beads.flatMap((bead) => {
    const sourceFrom = inA.get(source.units[bead.source.from]!);
    const targetFrom = inB.get(target.units[bead.target.from]!);
    if (sourceFrom === undefined || targetFrom === undefined) return [];
    const sourceTo = sourceFrom + bead.source.to - bead.source.from;
    const targetTo = targetFrom + bead.target.to - bead.target.from;
    if (sourceTo > a.units.length || targetTo > b.units.length) return [];
    return [{ sourceFrom, sourceTo, targetFrom, targetTo, weight: 1 }];
  });
}

/** A scorer that learns some beads whatever else it is taught. */
function teach(scorer: Scorer, lessons: readonly WeightedBead[]): Scorer {
  return {
    score: (candidate) => scorer.score(candidate),
    ...(scorer.addScores && { addScores: scorer.addScores.bind(scorer) }),
    ...(scorer.pooled && { pooled: scorer.pooled.bind(scorer) }),
    ...(scorer.begin && { begin: scorer.begin.bind(scorer) }),
    learn: (beads) => scorer.learn?.([...beads, ...lessons]),
  };
}
