import { reportLoose } from '../balance.ts';
import { looseQuotes } from '../quotes.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a quotation mark without its partner, where the source has none such.
 *
 * Any style will do, also another than the language's own. Apostrophes, marks for feet, inches and seconds, Hebrew
 * abbreviations and Russian guillemets that close two quotations at once are left alone, and what opens in one paragraph may
 * close in the next. `kind` says whether it is left open or was never opened.
 *
 * @example ok
 * en-GB: “It’s the ‘Idiot’,” she said, “and 5" tall.”
 * ru-RU: «Это роман «Идиот», — сказала она, — "и высотой 5 дюймов".
 *
 * @example bad
 * en-GB: He said, “Good morning,” and sat down.
 * ru-RU: Он сказал: «Доброе утро, — и сел.
 * -> target 11-12 quote-balance {"kind":"unclosed","text":"«"}
 *
 * @example bad
 * en-GB: The word “bead” is meant.
 * ru-RU: Имеется в виду слово звено".
 * -> target 26-27 quote-balance {"kind":"unopened","text":"\""}
 */
export const quoteBalance: Rule = {
  id: 'quote-balance',
  severity: 'warning',
  check: (context, report) => {
    reportLoose(context, report, looseQuotes);
  },
};
