import { findGaps } from '../gaps.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a paragraph of the target that the source does not have.
 *
 * The place in the source is the gap before the block where its counterpart would stand; `earliest` and `latest` as for
 * `missing`.
 *
 * @example ok
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 *
 * @example bad
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 * ru-RU: Перевод выполнен редакцией.
 * alignment: 1:1 0:1
 * -> target block 1 extra {"text":"Перевод выполнен редакцией."}
 */
export const extra: Rule = {
  id: 'extra',
  severity: 'warning',
  check: (context, report) => {
    for (const { bead, data } of findGaps(context, 'target'))
      report({ source: bead.source.spot(), target: bead.target.spot(), confidence: bead.confidence, data });
  },
};
