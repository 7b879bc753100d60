import { lengthsOf } from '../lengths.ts';
import type { Rule } from '../rule.ts';
import { truncationsOf } from '../truncations.ts';

/**
 * Reports a translation that is much shorter or much longer than the source makes expect: half of it may be gone, or
 * another paragraph may have been pasted in. `count` is its length, `usual` what was to be expected, in characters.
 *
 * How much longer one language is than another differs from text to text, and how freely it was translated differs more:
 * both are learnt from the document itself, robustly, so that the paragraphs at fault do not set the standard. A short
 * translation of which `truncated` says what it lacks is left to that rule.
 *
 * @example ok
 * en-GB: Good morning.
 * ru-RU: Доброе утро всем, кто пришёл.
 *
 * @example bad
 * en-GB: The committee met on Monday to look at the budget for the coming year, and it found that the plans for the new library had been left out by mistake. It was agreed to put them back and to meet again before the end of the month, when the figures for the schools would be known.
 * ru-RU: Комитет собрался в понедельник, чтобы рассмотреть бюджет.
 * -> target length-ratio {"kind":"short","count":57,"usual":275}
 */
export const lengthRatio: Rule = {
  id: 'length-ratio',
  severity: 'warning',
  check: (context, report) => {
    const lengths = lengthsOf(context);
    const truncated = truncationsOf(context);
    for (const bead of lengths.beads) {
      const { off, deviation, target, usual } = lengths.compare(bead.source.text, bead.target.text);
      // That a part of it is gone is what `truncated` says, and which.
      if (off < 0 && truncated.has(bead)) continue;
      if (Math.abs(deviation) < (off < 0 ? SHORT : LONG) || Math.abs(off) < LEAST) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(),
        confidence: bead.confidence,
        data: { kind: off < 0 ? 'short' : 'long', count: target, usual: Math.round(usual) },
      });
    }
  },
};

/**
 * How many times the document's own spread a length must be off. More where it is longer: a translator often explains, and
 * on human translations the long ones were right nearly always.
 */
const SHORT = 3.2;
const LONG = 4.5;
/** And at the least so far off, as a natural logarithm: by a half. */
const LEAST = Math.log(1.5);
