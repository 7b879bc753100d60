import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';
import { untranslatedSentences } from '../untranslated-text.ts';

/**
 * Reports a sentence that was left in the source's language in a paragraph that is translated otherwise: it is a
 * sentence of its source paragraph (`kind` is `same`), or most of its words are words of the source document that the rest
 * of the target document does not have (`kind` is `language`). Sentences in a row are one finding.
 *
 * Quotations of a word or two, names, addresses, code and numbers are left alone, as by `untranslated`.
 *
 * @example ok
 * en-GB: Good morning, everybody. The café is called “Good Morning”.
 * ru-RU: Доброе утро всем. Кафе называется «Good Morning».
 * segments: 2:2
 *
 * @example bad
 * en-GB: Good morning, everybody. We shall begin at once with the report.
 * ru-RU: Good morning, everybody. Мы начнём сразу с доклада.
 * segments: 2:2
 * -> target 0-24 partly-untranslated {"kind":"same","text":"Good morning, everybody."}
 */
export const partlyUntranslated: Rule = {
  id: 'partly-untranslated',
  severity: 'error',
  check: (context, report) => {
    for (const bead of context.beads) {
      const { source, target, confidence } = bead;
      if (source.blocks.length === 0 || target.blocks.length === 0) continue;
      for (const { from, to, kind } of untranslatedSentences(context, bead)) {
        const data = { kind, text: shorten(target.text.slice(from, to)) };
        report({ source: source.spot(), target: target.spot(from, to), confidence, data });
      }
    }
  },
};
