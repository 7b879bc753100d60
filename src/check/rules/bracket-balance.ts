import { reportLoose } from '../balance.ts';
import { looseBrackets } from '../brackets.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a bracket without its partner, where the source has none such: round, square, curly and those of all other
 * scripts.
 *
 * Numbered items, faces and half-open ranges are no errors, and what opens in one paragraph may close in the next. `kind`
 * says whether it is left open or was never opened.
 *
 * @example ok
 * en-GB: 1) First (of [two]); 2) second: numbers in [0, 1).
 * ru-RU: а) Первое (из [двух]); б) второе: числа из [0, 1) :-)
 *
 * @example bad
 * en-GB: The budget (and the plans) were late.
 * ru-RU: Бюджет (и планы опоздали.
 * -> target 7-8 bracket-balance {"kind":"unclosed","text":"("}
 *
 * @example bad
 * en-GB: The budget (and the plans) were late.
 * ru-RU: Бюджет и планы) опоздали.
 * -> target 14-15 bracket-balance {"kind":"unopened","text":")"}
 *
 * @example bad
 * en-GB: Custom elements hide it.
 * en-GB: It is written pattern:[01]\d.
 * en-GB: Nobody reads this.
 * en-GB: The root is open.
 * ru-RU: Свои элементы (Custom Elements скрывают это.
 * ru-RU: Это пишется pattern:[01\d.
 * ru-RU: Никто не читает этого.
 * ru-RU: Корень root) открыт.
 * -> target block 0 14-15 bracket-balance {"kind":"unclosed","text":"("}
 * -> target block 1 20-21 bracket-balance {"kind":"unclosed","text":"["}
 * -> target block 3 11-12 bracket-balance {"kind":"unopened","text":")"}
 */
export const bracketBalance: Rule = {
  id: 'bracket-balance',
  severity: 'warning',
  check: (context, report) => {
    reportLoose(context, report, looseBrackets);
  },
};
