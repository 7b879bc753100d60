import type { Rule } from '../rule.ts';
import { blocksWithText } from '../blocks-with-text.ts';

/**
 * Reports a paragraph of the source for which several of the target stand: `count` says how many.
 *
 * Nothing is lost by it, so it is no more than for the record; where paragraphs are to be kept, give it more weight. A
 * target paragraph that nothing in the source stands for is `extra`, also beside others.
 *
 * @example ok
 * en-GB: Good morning. We shall begin at once.
 * ru-RU: Доброе утро. Мы начнём сразу.
 *
 * @example bad
 * en-GB: Good morning. We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU: Мы начнём сразу.
 * alignment: 1:2
 * -> target split {"count":2}
 */
export const split: Rule = {
  id: 'split',
  severity: 'info',
  check: ({ beads }, report) => {
    for (const { source, target, confidence } of beads) {
      const count = blocksWithText(target);
      if (count > 1 && blocksWithText(source) === 1)
        report({ source: source.spot(), target: target.spot(), confidence, data: { count } });
    }
  },
};
