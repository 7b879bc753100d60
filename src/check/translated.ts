import type { AlignedBead, CheckContext } from './rule.ts';
import { isUntranslated } from './untranslated-text.ts';

/**
 * The beads in which a text stands for another: where one side has no text, or the target is still in the source's
 * language, that is what is wrong, and other rules say so.
 */
export function translatedBeads(context: CheckContext): AlignedBead[] {
  return context.beads.filter(
    (bead) =>
      bead.source.text.trim() !== '' && bead.target.text.trim() !== '' && isUntranslated(context, bead) === undefined,
  );
}
