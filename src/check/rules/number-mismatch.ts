import { withoutParts } from '../i18next-text.ts';
import { compareNumbers } from '../numbers/compare-numbers.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a number whose value stands on one side only.
 *
 * Values are compared, whatever their order, after each locale's grouping, decimal sign and magnitude words are read:
 * `1,000.5` equals `1 000,5`; `13,000` equals `13 тыс.`. Dates are compared part by part, months by name or number. A number
 * written in words or Roman numerals may match a digit; it never has to. A value that the source has may be said again in the target; where the target has it less often, `kind` is `repeat`; a year need not be repeated. Signs, units and `%` are not compared, nor are
 * numbers in addresses.
 *
 * @example ok
 * en-GB: It costs 1,200 euros.
 * ru-RU: Это стоит 1 200 евро.
 *
 * @example ok
 * en-GB: On 05/03/2024, 1.2m people (25.5%) saw the 3rd film of the 12th century’s 2 heroes, a relic of the 1940s, at 5 pm.
 * ru-RU: 5 марта 2024 г. 1,2 млн человек (25,5 %) увидели третий фильм о двух героях XII века, реликт 40-х годов, в 17:00.
 *
 * @example ok
 * en-GB: Thirteen thousand came.
 * ru-RU: Пришли 13 тысяч человек.
 *
 * @example bad
 * en-GB: It costs 1,200 euros.
 * ru-RU: Это стоит 1 300 евро.
 * -> target 10-15 number-mismatch {"expected":"1200","actual":"1300"}
 *
 * @example bad
 * en-GB: The road, 9 km long, was closed.
 * ru-RU: Дорогу закрыли.
 * -> source 10-11 number-mismatch {"expected":"9"}
 *
 * @example ok
 * en-GB: At 15.30 they paid 2.70 francs for 1 ½ litres.
 * ru-RU: В 15 ч 30 мин они заплатили 2 франка 70 сантимов за 1,5 литра.
 *
 * @example bad
 * en-GB: The first 100 lines, then the next 100 lines.
 * ru-RU: Первые 100 строк, затем следующие строки.
 * -> source 35-38 number-mismatch {"kind":"repeat","expected":"100"}
 *
 * @example bad
 * en-GB: The road was closed.
 * ru-RU: Дорогу закрыли на 3 дня.
 * -> target 18-19 number-mismatch {"actual":"3"}
 */
export const numberMismatch: Rule = {
  id: 'number-mismatch',
  severity: 'warning',
  check: ({ source, target, beads }, report) => {
    // In a resource of i18next, the numbers of components and the options of formats are not the text's.
    const resource = target.resource === undefined ? undefined : source.resource;
    const read = (text: string): string => (resource === undefined ? text : withoutParts(text, resource));
    for (const bead of beads) {
      // Where one side has no text, that is what is wrong, not its numbers.
      if (bead.source.text.trim() === '' || bead.target.text.trim() === '') continue;
      const differences = compareNumbers(read(bead.source.text), source.locale, read(bead.target.text), target.locale);
      const said = new Set<string>();
      for (const { expected, actual, isRepeat } of differences) {
        // The same number lost from a paragraph several times is one fault.
        const fault = `${expected?.value}>${actual?.value}`;
        if (said.has(fault)) continue;
        said.add(fault);
        report({
          source: bead.source.spot(expected?.from, expected?.to),
          target: bead.target.spot(actual?.from, actual?.to),
          confidence: bead.confidence,
          data: {
            ...(isRepeat && { kind: 'repeat' }),
            ...(expected && { expected: expected.value }),
            ...(actual && { actual: actual.value }),
          },
        });
      }
    }
  },
};
