import { resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key that is a text on one side, and an object or array on the other: code that asks for the one cannot use the
 * other. What is in it is not reported by itself.
 *
 * @example ok
 * en-GB: {"menu": {"open": "Open a file"}}
 * ru-RU: {"menu": {"open": "Открыть файл"}}
 *
 * @example bad
 * en-GB: {"menu": {"open": "Open a file"}}
 * ru-RU: {"menu": "Открыть файл"}
 * -> target block 0 i18next-type {"key":"menu","expected":"object","actual":"text"}
 */
export const i18nextType: Rule = {
  id: 'i18next-type',
  severity: 'error',
  check: (context, report) => {
    for (const { source, target } of resourcesOf(context)?.types ?? [])
      report({
        source: valueSpot(context, 'source', source),
        target: valueSpot(context, 'target', target),
        data: { key: source.id, expected: source.type, actual: target.type },
      });
  },
};
