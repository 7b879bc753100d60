import { findGaps } from '../gaps.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a paragraph of the source that has no counterpart.
 *
 * The place in the target is the gap before the block where it is missed. Where the alignment is unsure around it, the
 * data say between which gaps it may be missed: `earliest` and `latest`, as block indices, with their lines where they
 * are known. A paragraph whose counterpart is there but empty is `empty`, one that stands elsewhere is `moved`.
 *
 * @example ok
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU: Мы начнём сразу.
 *
 * @example bad
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * en-GB: Thank you for coming.
 * ru-RU: Доброе утро.
 * ru-RU: Спасибо, что пришли.
 * alignment: 1:1 1:0 1:1
 * -> target before 1 missing {"text":"We shall begin at once."}
 */
export const missing: Rule = {
  id: 'missing',
  severity: 'error',
  check: (context, report) => {
    for (const { bead, data } of findGaps(context, 'source'))
      report({ source: bead.source.spot(), target: bead.target.spot(), confidence: bead.confidence, data });
  },
};
