import type { Rule } from '../rule.ts';
import { blocksWithText } from '../blocks-with-text.ts';

/**
 * Reports a paragraph of the target that stands for several of the source: `count` says for how many.
 *
 * Nothing is lost by it, so it is no more than for the record; where paragraphs are to be kept, give it more weight. A
 * source paragraph of which nothing stands in the target is `missing`, also beside others.
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
 * ru-RU: Доброе утро. Мы начнём сразу.
 * alignment: 2:1
 * -> target merged {"count":2}
 */
export const merged: Rule = {
  id: 'merged',
  severity: 'info',
  check: ({ beads }, report) => {
    for (const { source, target, confidence } of beads) {
      const count = blocksWithText(source);
      if (count > 1 && blocksWithText(target) === 1)
        report({ source: source.spot(), target: target.spot(), confidence, data: { count } });
    }
  },
};
