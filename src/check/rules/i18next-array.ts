import { resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports an array of a resource of i18next with another number of items than in the source: `expected` and `actual`. Which
 * items are missing or added cannot be known, since they have no names.
 *
 * @example ok
 * en-GB: {"steps": ["Open the box", "Take it out"]}
 * ru-RU: {"steps": ["Откройте коробку", "Выньте его"]}
 *
 * @example bad
 * en-GB: {"steps": ["Open the box", "Take it out"]}
 * ru-RU: {"steps": ["Откройте коробку"]}
 * -> target block 0 i18next-array {"key":"steps","expected":2,"actual":1}
 */
export const i18nextArray: Rule = {
  id: 'i18next-array',
  severity: 'error',
  check: (context, report) => {
    for (const { source, target } of resourcesOf(context)?.arrays ?? [])
      report({
        source: valueSpot(context, 'source', source),
        target: valueSpot(context, 'target', target),
        data: { key: source.id, expected: source.length!, actual: target.length! },
      });
  },
};
