import { gapSpot, resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key that the translation has, but not in the form for a context that the source has: `friend_female` beside
 * `friend`. A language that says it in one way only needs no such form: switch the rule off for it.
 *
 * @example ok
 * en-GB: {"friend": "A friend"}
 * ru-RU: {"friend": "Друг", "friend_female": "Подруга"}
 *
 * @example bad
 * en-GB: {"friend": "A friend", "friend_female": "A girlfriend"}
 * ru-RU: {"friend": "Друг"}
 * -> source block 1 i18next-context {"key":"friend_female"}
 */
export const i18nextContext: Rule = {
  id: 'i18next-context',
  severity: 'error',
  check: (context, report) => {
    for (const { key, value, isContext } of resourcesOf(context)?.missing ?? [])
      if (isContext)
        report({
          source: valueSpot(context, 'source', value),
          target: gapSpot(context, 'source', value),
          data: { key },
        });
  },
};
