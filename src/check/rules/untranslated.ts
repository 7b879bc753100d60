import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';
import { isUntranslated } from '../untranslated-text.ts';

/**
 * Reports a paragraph that was left in the source's language: its text is the source's own (`kind` is `same`; white space
 * and quotation marks do not count), or most of its words are words of the source document that the rest of the
 * target document does not have (`kind` is `language`).
 *
 * Text without words, and names, addresses, code and numbers that both languages write alike, are left alone.
 *
 * @example ok
 * en-GB: JavaScript
 * en-GB: 12 April 2016
 * en-GB: See https://example.org/en/news
 * ru-RU: JavaScript
 * ru-RU: 12 April 2016
 * ru-RU: См. https://example.org/en/news
 *
 * @example bad
 * en-GB: Good morning, everybody.
 * ru-RU: Good morning,  everybody.
 * -> target untranslated {"kind":"same","text":"Good morning, everybody."}
 *
 * @example bad
 * en-GB: We shall begin at once, so please take your seats.
 * ru-RU: We shall begin at once, so please take your seats, Иван.
 * -> target untranslated {"kind":"language","text":"We shall begin at once, so please take your seats, Иван."}
 */
export const untranslated: Rule = {
  id: 'untranslated',
  severity: 'error',
  check: (context, report) => {
    for (const bead of context.beads) {
      const { source, target, confidence } = bead;
      if (source.blocks.length === 0 || target.blocks.length === 0) continue;
      const kind = isUntranslated(context, bead);
      if (kind === undefined) continue;
      const data = { kind, text: shorten(target.text) };
      report({ source: source.spot(), target: target.spot(), confidence, data });
    }
  },
};
