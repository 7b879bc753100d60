import type { CorpusResult } from '../align/corpus/align-corpus.ts';
import { segmentBeads } from '../model/bitext.ts';
import type { Bitext, SegmentIndex } from '../model/bitext.ts';
import type { UnitRange } from '../model/alignment.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import { firstSegments } from './beads.ts';

/** What a record carries over from the input. */
export interface CorpusRecordHead {
  readonly id?: string | number;
  /** What else stood in the input's object. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The digits after the point of a confidence. */
const DIGITS = 4;

/**
 * The result of one pair as a line of JSON: `id` where there was one; of texts their sentences, `sourceUnits` and
 * `targetUnits`; `beads`, each with `source` and `target` - indices of units from 0 - and its `confidence`; and what else
 * the input's object held, as `extra`. The beads are in the order of the texts; those that cross it come last.
 */
export function corpusRecord(
  result: Exclude<CorpusResult, { readonly kind: 'failed' }>,
  { id, extra }: CorpusRecordHead,
): string {
  return `${JSON.stringify({
    ...(id === undefined ? {} : { id }),
    ...(result.kind === 'units' ? { beads: result.alignment.beads.map(beadOf) } : sentences(result.bitext)),
    ...(extra === undefined ? {} : { extra }),
  })}\n`;
}

/** A pair that failed as a line of JSON: `id`, `error` with a stable `type` and a message for people, `extra`. */
export function failureRecord(
  error: { readonly type: string; readonly message: string },
  { id, extra }: CorpusRecordHead,
): string {
  return `${JSON.stringify({
    ...(id === undefined ? {} : { id }),
    error,
    ...(extra === undefined ? {} : { extra }),
  })}\n`;
}

function beadOf(bead: { source: UnitRange; target: UnitRange; confidence: number }): object {
  return { source: indices(bead.source), target: indices(bead.target), confidence: rounded(bead.confidence) };
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function sentences(bitext: Bitext): object {
  const [source, target] = [firstSegments(bitext.source), firstSegments(bitext.target)];
  const flat = (first: readonly number[], side: readonly SegmentIndex[]): number[] =>
    side.map(({ block, segment }) => first[block]! + segment);
  const beads = segmentBeads(bitext);
  return {
    sourceUnits: textsOf(bitext.source),
    targetUnits: textsOf(bitext.target),
    beads: [...beads.filter((bead) => !bead.crossing), ...beads.filter((bead) => bead.crossing)].map((bead) => ({
      source: flat(source, bead.source),
      target: flat(target, bead.target),
      confidence: rounded(bead.confidence),
    })),
  };
}

function textsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => segmentsOf(block).map((segment) => textOfSegment(block, segment)));
}

function rounded(confidence: number): number {
  return Number(confidence.toFixed(DIGITS));
}
