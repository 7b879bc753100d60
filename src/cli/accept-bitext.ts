import { check } from '../check/check.ts';
import { compareAccepted } from '../check/compare-accepted.ts';
import type { Comparison } from '../check/compare-accepted.ts';
import { createContext } from '../check/context.ts';
import { meaningOf } from '../check/meaning-of.ts';
import { pairsOfDocument } from '../check/pairs-of-document.ts';
import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { FindingPlace } from '../model/finding.ts';
import { acceptIntoTmx } from '../tmx/accept-into-tmx.ts';
import type { AcceptOptions } from '../tmx/accept-into-tmx.ts';
import { acceptedFromTmx } from '../tmx/accepted.ts';
import type { AcceptedUnit } from '../tmx/accepted.ts';
import type { Tmx } from '../tmx/model.ts';
import { CliError } from './failure.ts';
import { planAcceptance } from './plan-acceptance.ts';
import type { AcceptancePlan } from './plan-acceptance.ts';

/** What a person wants to accept of a translation. */
export interface AcceptRequest {
  /** Numbers of source paragraphs, from 1. With these or `findings`, nothing else is accepted. */
  readonly blocks: readonly number[];
  /** Fingerprints of findings. */
  readonly findings: readonly string[];
  /** Otherwise: everything that the aligner is as sure of as this, 0 to 1. */
  readonly confidence: number;
  /** And also what has a source that changed since. */
  readonly stale: boolean;
}

/** A memory after something was accepted, and what that was. */
export interface Accepted {
  /** Undefined where it need not be written: nothing has changed. */
  readonly tmx: Tmx | undefined;
  readonly plan: AcceptancePlan;
}

/**
 * Accepts a translation, or parts of it.
 *
 * @param tmx the memory so far; undefined where there is none yet.
 * @param isGone whether a document that the memory knows is there no more: this one may have been called so.
 * @throws {CliError} `accept-block-unknown`, `accept-finding-unknown`
 */
export function acceptBitext(
  bitext: Bitext,
  tmx: Tmx | undefined,
  request: AcceptRequest,
  options: AcceptOptions,
  isGone: (document: string) => boolean,
): Accepted {
  const languages = { source: bitext.source.locale, target: bitext.target.locale };
  const units = tmx === undefined ? [] : acceptedFromTmx(tmx, languages);
  const { plan, formerly } = planBitext(bitext, units, request, options.document, isGone);
  if (tmx === undefined && plan.entries.length === 0) return { tmx: undefined, plan };
  const after = acceptIntoTmx(tmx, bitext, plan.entries, { ...options, ...(formerly !== undefined && { formerly }) });
  return { tmx: isSameMemory(tmx, after) ? undefined : after, plan };
}

/** Whether nothing has changed in a memory: what is kept is the very same unit. */
export function isSameMemory(before: Tmx | undefined, after: Tmx): boolean {
  return after.units.length === before?.units.length && after.units.every((unit, k) => unit === before.units[k]);
}

/**
 * What is to stand in a memory for a translation, and what its document was called when something of it was accepted before.
 *
 * @param units what was accepted in these languages, of all documents.
 * @param document what the memory calls this one.
 * @param isGone see {@link acceptBitext}.
 * @throws {CliError} `accept-block-unknown`, `accept-finding-unknown`
 */
export function planBitext(
  bitext: Bitext,
  units: readonly AcceptedUnit[],
  request: AcceptRequest,
  document: string,
  isGone: (document: string) => boolean,
): { readonly plan: AcceptancePlan; readonly formerly: string | undefined } {
  const { source, target } = bitext;
  const own = pairsOfDocument(units, document, target, isGone);
  const comparisons = compareAccepted(createContext(bitext, { accepted: own }));
  const meanings = { source: meaningsOf(source), target: meaningsOf(target) };
  const plan = planAcceptance(
    comparisons,
    own,
    {
      only: chosen(bitext, comparisons, own, request),
      confidence: request.confidence,
      stale: request.stale,
    },
    (unit) =>
      meanings.source.has(meaningOf(unit.source, source.locale)) ||
      meanings.target.has(meaningOf(unit.target, target.locale)),
  );
  return { plan, formerly: own[0]?.document };
}

function meaningsOf({ blocks, locale }: Document): Set<string> {
  return new Set(blocks.map(({ text }) => meaningOf(text, locale)));
}

function chosen(
  bitext: Bitext,
  comparisons: readonly Comparison[],
  accepted: readonly AcceptedPair[],
  { blocks, findings }: AcceptRequest,
): ReadonlySet<Comparison> | undefined {
  if (blocks.length === 0 && findings.length === 0) return undefined;
  const at = (side: 'source' | 'target', block: number): Comparison | undefined =>
    comparisons.find(({ beads }) => beads.some((bead) => bead[side].from <= block && block < bead[side].to));
  const only = new Set<Comparison>();
  for (const number of blocks) {
    const found = at('source', number - 1);
    if (found === undefined) throw new CliError('accept-block-unknown', { number, count: bitext.source.blocks.length });
    only.add(found);
  }
  if (findings.length === 0) return only;
  const told = check(bitext, { accepted, severities: { unaccepted: 'info' } }).findings;
  for (const fingerprint of findings) {
    const finding = told.find((one) => one.fingerprint === fingerprint);
    const placed = (['source', 'target'] as const).map((side) => {
      const place: FindingPlace | null = finding?.[side] ?? null;
      return place === null ? undefined : at(side, place.block);
    });
    // Of what is missing or extra there is nothing to accept: its other place is a gap.
    const isGap = finding?.rule === 'missing' || finding?.rule === 'extra';
    const found = isGap ? undefined : (placed[0] ?? placed[1]);
    if (found === undefined) throw new CliError('accept-finding-unknown', { fingerprint });
    only.add(found);
  }
  return only;
}
