import type { Alignment, Bead, UnitRange } from '../model/alignment.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import { calibrated } from './calibrate.ts';
import { alignBlocks, alignSegments, blockSide, searchSegments, segmentSide } from './document-steps.ts';
import { segmented } from './segmented.ts';
import type { Side } from './evidence.ts';
import { explainBead } from './explain-bead.ts';
import type { Explanation } from './explain-bead.ts';
import type { AlignDocumentsOptions, AlignOptions, AlignUnitsOptions } from './options.ts';
import { alignRegions, searchRegions } from './regions.ts';
import { joinAround } from './constraints.ts';
import { planSides } from './sides.ts';

/**
 * Which bead to explain: its units on both sides, one of which may be empty; or its units on one side only, for the bead of
 * the alignment that the first of them stands in.
 */
export interface BeadChoice {
  readonly source?: UnitRange;
  readonly target?: UnitRange;
}

/** How to align, and what to explain. */
export interface ExplainOptions extends AlignDocumentsOptions {
  /** Whether the bead is of blocks, or of segments counted through each document from 0. Default `block`. */
  readonly unit?: 'block' | 'segment';
}

/**
 * Says why a bead came out as it did, or why another did not: what each evidence says for it, its prior, and what stood
 * against it. It aligns the two documents, since evidence is learnt from them.
 *
 * @param options as they are given to {@link align}.
 * @throws {ParalignError} `explain-range` when there are no such units, `explain-apart` when a boundary, a confirmed bead or
 *   the blocks they stand in keep them apart; and whatever {@link align} throws.
 */
export function explain(
  source: Document,
  target: Document,
  bead: BeadChoice,
  options: ExplainOptions = {},
): Explanation {
  if (source.locale === target.locale) throw new ParalignError('locale-same', { locale: source.locale });
  const [a, b] = [segmented(source), segmented(target)];
  const [blocksA, blocksB] = [blockSide(a), blockSide(b)];
  const sides = { source: segmentSide(a), target: segmentSide(b) };
  const aligned = alignBlocks(blocksA, blocksB, sides, options);
  if (options.unit !== 'segment') return explainSides(blocksA, blocksB, bead, aligned.options, aligned.blocks);
  const { inside, search } = searchSegments(sides, aligned, options);
  const alignments = alignSegments(sides, aligned, options);
  const beads = alignments.flatMap((alignment, k) => {
    const { source: s, target: t } = inside[k]!.rectangle;
    return alignment.beads.map((found) => ({
      source: { from: found.source.from + s.from, to: found.source.to + s.from },
      target: { from: found.target.from + t.from, to: found.target.to + t.from },
      confidence: found.confidence,
    }));
  });
  const chosen = choose(bead, beads, sides.source.side.units.length, sides.target.side.units.length);
  return explainBead(chosen, beads, search);
}

/**
 * {@link explain} for lists of units.
 *
 * @throws {ParalignError} `explain-range`, `explain-apart`; and whatever {@link alignUnits} throws.
 */
export function explainUnits(
  source: readonly string[],
  target: readonly string[],
  bead: BeadChoice,
  options: AlignUnitsOptions = {},
): Explanation {
  const side = (texts: readonly string[], locale: string | undefined): Side => ({
    units: texts.map((text) => ({ text })),
    ...(locale === undefined ? {} : { locale: toLocale(locale) }),
  });
  const [a, b] = [side(source, options.sourceLocale), side(target, options.targetLocale)];
  return explainSides(a, b, bead, options);
}

function explainSides(
  source: Side,
  target: Side,
  bead: BeadChoice,
  options: AlignOptions,
  known?: Alignment,
): Explanation {
  const { plan, evidence } = planSides(source, target, options);
  const alignment =
    known ?? joinAround(plan, alignRegions(source, target, evidence, plan.rectangles).results.map(calibrated));
  const chosen = choose(bead, alignment.beads, source.units.length, target.units.length);
  return explainBead(chosen, alignment.beads, searchRegions(source, target, evidence, plan.rectangles));
}

/** The bead that is meant. */
function choose(
  { source, target }: BeadChoice,
  beads: readonly Bead[],
  n: number,
  m: number,
): Pick<Bead, 'source' | 'target'> {
  const isThere = (range: UnitRange, length: number): boolean =>
    Number.isSafeInteger(range.from) && range.from >= 0 && range.from <= range.to && range.to <= length;
  const refuse = (): ParalignError =>
    new ParalignError('explain-range', {
      bead: `${nameOf(source)}:${nameOf(target)}`,
      sourceLength: n,
      targetLength: m,
    });
  if ((source && !isThere(source, n)) || (target && !isThere(target, m))) throw refuse();
  if (source && target) {
    if (source.from === source.to && target.from === target.to) throw refuse();
    return { source, target };
  }
  const [side, range] = source ? (['source', source] as const) : (['target', target] as const);
  const found = range && beads.find((one) => one[side].from <= range.from && range.from < one[side].to);
  if (found === undefined) {
    // Segments of a block without counterpart stand in no link.
    if (range !== undefined && range.to > range.from)
      throw new ParalignError('explain-apart', { bead: `${nameOf(source)}:${nameOf(target)}` });
    throw refuse();
  }
  return found;
}

function nameOf(range: UnitRange | undefined): string {
  if (range === undefined || range.to <= range.from) return '';
  return range.to === range.from + 1 ? `${range.from}` : `${range.from}-${range.to - 1}`;
}
