import type { Comparison } from '../check/compare-accepted.ts';
import type { AcceptedEntry } from '../tmx/accept-into-tmx.ts';
import type { AcceptedUnit } from '../tmx/accepted.ts';

/** What is to be accepted of a document. */
export interface AcceptancePlan {
  /** For `acceptIntoTmx`. */
  readonly entries: readonly AcceptedEntry[];
  /** How many paragraphs are accepted for the first time, in new words, and as before; and how many are there no more. */
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** What is not accepted, for the aligner is not sure enough; and for its source has changed. */
  readonly unsure: readonly Comparison[];
  readonly stale: readonly Comparison[];
}

/** What a person wants to accept. */
export interface AcceptanceWish {
  /** Only these; undefined for everything. */
  readonly only: ReadonlySet<Comparison> | undefined;
  /** Of everything, what the aligner is as sure of as this. */
  readonly confidence: number;
  /** Of everything, also what has a changed source. */
  readonly stale: boolean;
}

/**
 * Works out what is to stand in the memory for a document.
 *
 * A paragraph that was accepted keeps its unit as it is, even where white space has changed in it: that is no news to
 * anybody who reads the memory's history.
 *
 * @param units what was accepted before, of which the comparisons speak.
 * @param stands whether the source or target of a unit still stands in the documents.
 */
export function planAcceptance(
  comparisons: readonly Comparison[],
  units: readonly AcceptedUnit[],
  wish: AcceptanceWish,
  stands: (unit: AcceptedUnit) => boolean,
): AcceptancePlan {
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  const unsure: Comparison[] = [];
  const stale: Comparison[] = [];
  const placed: { readonly entry: AcceptedEntry; readonly at: number }[] = [];
  /** Where the unit stands in the text. */
  const places = new Map<number, number>();

  const keep = (unit: number, at: number): void => void placed.push({ entry: { keep: units[unit]!.index }, at });
  for (const comparison of comparisons) {
    const { beads, kind } = comparison;
    // Where there are more of the same than were accepted, they share a pair.
    const pairs = comparison.pairs.filter((pair) => !places.has(pair));
    const at = beads[0]!.source.from;
    for (const pair of pairs) places.set(pair, at);
    if (kind === 'accepted') counts.unchanged += 1;
    const isWanted = wish.only === undefined ? isSure(comparison, wish.confidence) : wish.only.has(comparison);
    const isChanged = kind === 'stale' || kind === 'moved';
    if (kind === 'accepted' || !isWanted || (isChanged && wish.only === undefined && !wish.stale)) {
      if (kind !== 'accepted' && wish.only === undefined) (isWanted ? stale : unsure).push(comparison);
      for (const pair of pairs) keep(pair, at);
      continue;
    }
    beads.forEach(({ source, target }, k) => {
      const pair = pairs[k];
      const update = pair === undefined ? {} : { update: units[pair]!.index };
      placed.push({ entry: { source: source.text, target: target.text, ...update }, at: source.from });
      counts[pair === undefined ? 'added' : 'changed'] += 1;
    });
  }

  let at = -1;
  units.forEach((unit, k) => {
    const own = places.get(k);
    if (own !== undefined) at = own;
    else if (wish.only !== undefined || stands(unit)) keep(k, at);
    else counts.removed += 1;
  });
  const entries = placed.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry);
  return { entries, ...counts, unsure, stale };
}

function isSure({ beads }: Comparison, confidence: number): boolean {
  return beads.every((bead) => bead.confidence >= confidence);
}
