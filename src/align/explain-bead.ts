import type { Bead, UnitRange } from '../model/alignment.ts';
import { ParalignError } from '../model/errors.ts';
import { typeOf } from './beads.ts';
import type { BeadPrior } from './beads.ts';
import type { Candidate } from './evidence.ts';
import type { Rectangle, Region } from './lattice.ts';
import type { RegionSearch } from './regions.ts';
import {
  arrivals,
  departures,
  forEachBead,
  forwardBackward,
  IMPOSSIBLE,
  sourceGapMass,
  targetGapMass,
} from './search.ts';
import type { ScoredLattice, Sums } from './search.ts';

/** Why a bead is as probable as it is. */
export interface Explanation {
  readonly source: UnitRange;
  readonly target: UnitRange;
  /**
   * What speaks for the bead and against it, in nats: each evidence by its id, then `size`, the log of how common beads
   * of its size are in this pair; of units without counterpart, `gap-open`, `gap-extend` and `gap-close`.
   */
  readonly shares: readonly Share[];
  /** The sum of the shares: what the search gives the bead by itself. */
  readonly total: number;
  /** The probability that the path holds the bead, with all that stands around it, as the model sees it. */
  readonly posterior: number;
  /** The confidence that the alignment gives the bead: the posterior, made less sure; absent where it does not hold it. */
  readonly confidence?: number;
  /** The most probable beads over the same units, the most probable first. */
  readonly instead: readonly Alternative[];
}

/** What speaks for a bead, or against it. */
export interface Share {
  readonly id: string;
  /** Above 0 for the bead, below 0 against it. */
  readonly nats: number;
}

/** A bead that might stand where another does. */
export interface Alternative {
  readonly source: UnitRange;
  readonly target: UnitRange;
  readonly posterior: number;
  /** What the search gives it by itself, in nats; absent for a unit without counterpart, whose cost is that of its run. */
  readonly total?: number;
  /** Whether its beads changed places: it stands for two. */
  readonly swapped?: true;
}

/** No more alternatives than this are told of, and none less probable. */
const MOST_ALTERNATIVES = 5;
const LEAST_POSTERIOR = 0.0005;

/**
 * Explains a bead by the search that found the beads around it.
 *
 * @throws {ParalignError} `explain-apart` when it did not look at it.
 */
export function explainBead(
  bead: Pick<Bead, 'source' | 'target'>,
  beads: readonly Bead[],
  search: RegionSearch,
): Explanation {
  const { source, target } = bead;
  const stands = beads.find((one) => isSame(one, bead));
  const confidence = stands === undefined ? {} : { confidence: stands.confidence };
  const index = search.rectangles.findIndex((one) => holds(one.source, source) && holds(one.target, target));
  if (index < 0) {
    // What was confirmed was not searched.
    if (stands?.confidence === 1)
      return { source, target, shares: [], total: 0, posterior: 1, ...confidence, instead: [] };
    throw new ParalignError('explain-apart', { bead: `${nameOf(source)}:${nameOf(target)}` });
  }
  const searched = new Searched(search, index);
  const shares =
    isEmpty(source) || isEmpty(target) ? searched.gapShares(bead, beads) : searched.linkShares(candidateOf(bead));
  return {
    source,
    target,
    shares,
    total: shares.reduce((sum, { nats }) => sum + nats, 0),
    posterior: searched.posteriorOf(bead),
    ...confidence,
    instead: searched.alternativesTo(bead),
  };
}

/** One region of a search, whose sums are worked out again, as its last round had them. */
class Searched {
  readonly #search: RegionSearch;
  readonly #scored: ScoredLattice;
  readonly #sums: Sums;
  readonly #rectangle: Rectangle;
  readonly #region: Region;
  readonly #total: number;

  constructor(search: RegionSearch, index: number) {
    this.#search = search;
    this.#scored = search.solution.scored;
    this.#sums = forwardBackward(this.#scored);
    this.#rectangle = search.rectangles[index]!;
    this.#region = search.solution.lattice.regions[index]!;
    this.#total = this.#sums.totals[index]!;
  }

  linkShares(candidate: Candidate): Share[] {
    const shares = this.#search.scorers.map(({ id, scorer }) => ({ id, nats: scorer.score(candidate) }));
    const type = typeOfBead(candidate, this.#scored.priors);
    const prior = this.#scored.priors[type];
    return [...shares, { id: 'size', nats: prior === undefined ? -Infinity : Math.log(prior.probability) }];
  }

  /** What a run of units without counterpart costs; where it goes on with another, and ends before none, less. */
  gapShares(bead: Pick<Bead, 'source' | 'target'>, beads: readonly Bead[]): Share[] {
    const { open, extend, close } = this.#scored.gaps;
    const side = isEmpty(bead.target) ? 'source' : 'target';
    const other = side === 'source' ? 'target' : 'source';
    const isGap = (unit: number): boolean =>
      beads.some((one) => isEmpty(one[other]) && one[side].from <= unit && unit < one[side].to);
    const { from, to } = bead[side];
    const range = this.#rectangle[side];
    const goesOn = from > range.from && isGap(from - 1);
    const ends = to < range.to && !isGap(to);
    const extended = to - from - (goesOn ? 0 : 1);
    return [
      ...(goesOn ? [] : [{ id: 'gap-open', nats: open }]),
      ...(extended > 0 ? [{ id: 'gap-extend', nats: extended * extend }] : []),
      ...(ends ? [{ id: 'gap-close', nats: close }] : []),
    ];
  }

  posteriorOf({ source, target }: Pick<Bead, 'source' | 'target'>): number {
    if (isEmpty(target)) return Math.min(...indices(source).map((unit) => this.#aloneSource(unit)));
    if (isEmpty(source)) return Math.min(...indices(target).map((unit) => this.#aloneTarget(unit)));
    const candidate = candidateOf({ source, target });
    const type = typeOfBead(candidate, this.#scored.priors);
    const { low, high, base } = this.#region;
    const r = candidate.sourceTo - this.#region.source.from;
    const start = r - (candidate.sourceTo - candidate.sourceFrom);
    const inBand = (row: number, j: number): boolean => low[row]! <= j && j <= high[row]!;
    if (type < 0 || !inBand(r, candidate.targetTo) || !inBand(start, candidate.targetFrom)) return 0;
    const state = base[r]! + candidate.targetTo;
    const score = this.#scored.scores[type]![state]!;
    if (score < IMPOSSIBLE / 10) return 0;
    const mass = departures(this.#sums)[base[start]! + candidate.targetFrom]! + score + arrivals(this.#sums)[state]!;
    return Math.exp(Math.min(0, mass - this.#total));
  }

  /** What else may become of the bead's units. */
  alternativesTo(bead: Pick<Bead, 'source' | 'target'>): Alternative[] {
    const found: Alternative[] = [];
    forEachBead(this.#scored, this.#sums, this.#region, this.#total, LEAST_POSTERIOR, (type, r, j, posterior) => {
      const { size, swapped } = this.#scored.priors[type]!;
      const sourceTo = this.#region.source.from + r;
      const targetTo = j;
      const other = {
        source: { from: sourceTo - size[0], to: sourceTo },
        target: { from: targetTo - size[1], to: targetTo },
      };
      if (!meet(other.source, bead.source) && !meet(other.target, bead.target)) return;
      if (isSame(other, bead) && swapped === undefined) return;
      const total = this.#scored.scores[type]![this.#region.base[r]! + j]!;
      found.push({ ...other, posterior, total, ...(swapped && { swapped: true }) });
    });
    if (!isEmpty(bead.target))
      for (const unit of indices(bead.source))
        found.push({
          source: { from: unit, to: unit + 1 },
          target: { from: bead.target.from, to: bead.target.from },
          posterior: this.#aloneSource(unit),
        });
    if (!isEmpty(bead.source))
      for (const unit of indices(bead.target))
        found.push({
          source: { from: bead.source.from, to: bead.source.from },
          target: { from: unit, to: unit + 1 },
          posterior: this.#aloneTarget(unit),
        });
    return found
      .filter(({ posterior }) => posterior >= LEAST_POSTERIOR)
      .sort((a, b) => b.posterior - a.posterior)
      .slice(0, MOST_ALTERNATIVES);
  }

  /** The probability that a source unit has no counterpart. */
  #aloneSource(unit: number): number {
    const { low, high, base, source } = this.#region;
    const r = unit - source.from + 1;
    let sum = 0;
    for (let j = low[r]!; j <= high[r]!; j++) sum += Math.exp(sourceGapMass(this.#sums, base[r]! + j) - this.#total);
    return Math.min(1, sum);
  }

  #aloneTarget(unit: number): number {
    const { low, high, base } = this.#region;
    const j = unit + 1;
    let sum = 0;
    for (let r = 0; r < low.length; r++)
      if (low[r]! <= j && j <= high[r]!) sum += Math.exp(targetGapMass(this.#sums, base[r]! + j) - this.#total);
    return Math.min(1, sum);
  }
}

/** Which of the sizes that the search considers a bead has; -1 for none. */
function typeOfBead({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate, priors: readonly BeadPrior[]): number {
  return typeOf(priors, [sourceTo - sourceFrom, targetTo - targetFrom]);
}

function candidateOf({ source, target }: Pick<Bead, 'source' | 'target'>): Candidate {
  return { sourceFrom: source.from, sourceTo: source.to, targetFrom: target.from, targetTo: target.to };
}

/** Whether two beads hold the same units; where an empty side stands does not matter. */
function isSame(a: Pick<Bead, 'source' | 'target'>, b: Pick<Bead, 'source' | 'target'>): boolean {
  const same = (x: UnitRange, y: UnitRange): boolean =>
    (isEmpty(x) && isEmpty(y)) || (x.from === y.from && x.to === y.to);
  return same(a.source, b.source) && same(a.target, b.target);
}

function isEmpty({ from, to }: UnitRange): boolean {
  return from === to;
}

function holds(outer: UnitRange, inner: UnitRange): boolean {
  return isEmpty(inner) || (outer.from <= inner.from && inner.to <= outer.to);
}

function meet(a: UnitRange, b: UnitRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function nameOf({ from, to }: UnitRange): string {
  return to === from ? '' : to === from + 1 ? `${from}` : `${from}-${to - 1}`;
}
