import { gapSpot, resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key of a resource of i18next that the translation does not have: it would show the text of another language, or
 * the key. An array that is missing is reported as a whole, a key with plural forms once.
 *
 * @example ok
 * en-GB: {"greeting": "Good morning", "files_one": "{{count}} file", "files_other": "{{count}} files"}
 * ja-JP: {"greeting": "おはようございます", "files_other": "ファイル{{count}}件"}
 *
 * @example bad
 * en-GB: {"greeting": "Good morning", "menu": {"open": "Open a file"}}
 * ru-RU: {"greeting": "Доброе утро"}
 * -> source block 1 i18next-missing {"key":"menu.open"}
 */
export const i18nextMissing: Rule = {
  id: 'i18next-missing',
  severity: 'error',
  check: (context, report) => {
    for (const { key, value, isContext } of resourcesOf(context)?.missing ?? [])
      if (!isContext)
        report({
          source: valueSpot(context, 'source', value),
          target: gapSpot(context, 'source', value),
          data: { key },
        });
  },
};
