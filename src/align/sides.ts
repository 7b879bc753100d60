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

/** Aligns two lists of units around what is known of them. */
export function alignSides(source: Side, target: Side, options: AlignOptions): Alignment {
  const { plan, evidence } = planSides(source, target, options);
  return joinAround(plan, alignRegions(source, target, evidence, plan.rectangles).map(calibrated));
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
