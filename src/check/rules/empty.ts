import { emptyCounterparts } from '../gaps.ts';
import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';

/**
 * Reports a paragraph whose counterpart has no text: it is linked with an empty block, or it has no counterpart and an
 * empty block without one stands at the same place. `kind` says which side is empty. An empty block that stands by
 * itself is no more than a blank line.
 *
 * @example ok
 * en-GB: Good morning.
 * en-GB:
 * ru-RU: Доброе утро.
 * ru-RU:
 *
 * @example bad
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU:
 * -> target block 1 empty {"kind":"target","text":"We shall begin at once."}
 *
 * @example bad
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU:
 * alignment: 1:1 1:0 0:1
 * -> target block 1 empty {"kind":"target","text":"We shall begin at once."}
 */
export const empty: Rule = {
  id: 'empty',
  severity: 'error',
  check: (context, report) => {
    for (const { source, target, confidence } of emptyCounterparts(context)) {
      const kind = target.text.trim() === '' ? 'target' : 'source';
      const text = shorten(kind === 'target' ? source.text : target.text);
      report({ source: source.spot(), target: target.spot(), confidence, data: { kind, text } });
    }
  },
};
