import type { Alignment } from '../model/alignment.ts';
import { findBoundaries } from './boundaries.ts';
import { calibrated } from './calibrate.ts';
import { joinAround, planAround } from './constraints.ts';
import type { Plan } from './constraints.ts';
import { evidenceAround } from './evidence-around.ts';
import type { Evidence, Side } from './evidence.ts';
import { defaultEvidence } from './options.ts';
import type { AlignOptions } from './options.ts';
import { alignRegions } from './regions.ts';
import type { NamedScorer } from './regions.ts';

/** Two lists of units, aligned, and what looked at them. */
export interface AlignedSides {
  readonly alignment: Alignment;
  readonly scorers: readonly NamedScorer[];
}

/** Aligns two lists of units around what is known of them. */
export function alignSides(source: Side, target: Side, options: AlignOptions): AlignedSides {
  const { plan, evidence } = planSides(source, target, options);
  const { results, scorers } = alignRegions(source, target, evidence, plan.rectangles);
  return { alignment: joinAround(plan, results.map(calibrated)), scorers };
}

/** What is left to search of two lists of units, and by what evidence. */
export function planSides(source: Side, target: Side, options: AlignOptions): { plan: Plan; evidence: Evidence[] } {
  const { boundaries, confirmed } = findBoundaries(source, target, options.boundaries);
  const plan = planAround(
    source.units.length,
    target.units.length,
    [...(options.confirmed ?? []), ...confirmed],
    boundaries,
  );
  return { plan, evidence: evidenceAround(plan, options.evidence ?? defaultEvidence(), source, target) };
}
