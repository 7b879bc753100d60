import type { Range } from '../model/document.ts';
import type { Difference } from './differences.ts';
import type { AlignedBead, Sighting } from './rule.ts';

/** A part of a text that is compared with parts of another. */
export interface MarkedText extends Range {
  /** As it stands. */
  readonly text: string;
}

/** What a rule saw when something stands on one side only: `expected` and `actual`, each marked where it stands. */
export function differenceSighting(bead: AlignedBead, { expected, actual }: Difference<MarkedText>): Sighting {
  return {
    source: bead.source.spot(expected?.from, expected?.to),
    target: bead.target.spot(actual?.from, actual?.to),
    confidence: bead.confidence,
    data: { ...(expected && { expected: expected.text }), ...(actual && { actual: actual.text }) },
  };
}
