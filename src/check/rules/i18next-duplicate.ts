import { resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a name that stands twice in one object of a resource, on either side: the value on `line` is never seen, since JSON
 * takes the last one.
 *
 * @example ok
 * en-GB: {"open": "Open", "menu": {"open": "Open a file"}}
 * ru-RU: {"open": "Открыть", "menu": {"open": "Открыть файл"}}
 *
 * @example bad
 * en-GB: {"open": "Open a file"}
 * ru-RU: {"open": "Открыть", "open": "Открыть файл"}
 * -> target block 0 i18next-duplicate {"key":"open","line":1}
 */
export const i18nextDuplicate: Rule = {
  id: 'i18next-duplicate',
  severity: 'error',
  check: (context, report) => {
    const resources = resourcesOf(context);
    if (resources === undefined) return;
    for (const side of ['source', 'target'] as const)
      for (const value of resources[side].resource.values)
        for (const { line } of value.replaces ?? [])
          report({ [side]: valueSpot(context, side, value), data: { key: value.id, line } });
  },
};
