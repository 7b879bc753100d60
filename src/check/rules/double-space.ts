import { proseOf } from '../prose.ts';
import type { CheckContext, Rule } from '../rule.ts';

/**
 * Reports two or more spaces between words, with one as the mending.
 *
 * A no-break space stays one. Where the source has such a gap in the same paragraph, or the document's author ends sentences with
 * two spaces, they are meant.
 *
 * @example ok
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 *
 * @example bad
 * en-GB: Good morning.
 * ru-RU: Доброе  утро.
 * -> target 6-8 double-space {"count":2}
 */
export const doubleSpace: Rule = {
  id: 'double-space',
  severity: 'warning',
  check: (context, report) => {
    const afterSentences = endsWithTwo(context);
    for (const { source, target } of context.beads) {
      if (gap.test(source.text)) continue;
      for (const { index, 0: spaces } of proseOf(target).matchAll(gaps)) {
        if (afterSentences && /[.!?:…]["”»’)]*$/.test(target.text.slice(0, index))) continue;
        report({
          source: source.spot(),
          target: target.spot(index, index + spaces.length),
          data: { count: spaces.length },
          fix: { text: spaces.includes('\u00a0') ? '\u00a0' : ' ' },
        });
      }
    }
  },
};

const gap = /\S[ \u00a0]{2,}\S/;
const gaps = /(?<=\S)[ \u00a0]{2,}(?=\S)/g;
/** The share of sentence ends with two spaces after them from which on that is how the document is written. */
const HABIT = 0.3;

function endsWithTwo({ target }: CheckContext): boolean {
  let ends = 0;
  let wide = 0;
  for (const { text } of target.blocks)
    for (const [, spaces] of text.matchAll(/[.!?…]["”»’)]*([ \u00a0]+)\p{Lu}/gu)) {
      ends += 1;
      if (spaces!.length > 1) wide += 1;
    }
  return wide > 1 && wide >= HABIT * ends;
}
