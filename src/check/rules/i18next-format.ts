import { findInterpolations } from '../i18next-text.ts';
import { partSpot, textPairings } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a value that both sides fill in and the translation formats in another way: `{{count, number}}` that lost its
 * format, and `{{- name}}`, which is filled in as it is, against `{{name}}`, which is made safe for HTML. A format's options
 * are the translator's to choose, and so is one that the source does without.
 *
 * @example ok
 * en-GB: {"sum": "{{sum}}, due on {{day, datetime(dateStyle: short)}}"}
 * ru-RU: {"sum": "{{sum, number}}, уплатить {{day, datetime(dateStyle: long)}}"}
 *
 * @example bad
 * en-GB: {"sum": "In all: {{sum, number}}"}
 * ru-RU: {"sum": "Всего: {{sum}}"}
 * -> target 7-14 i18next-format {"expected":"{{sum, number}}","actual":"{{sum}}"}
 *
 * @example bad
 * en-GB: {"by": "By {{- name}}"}
 * ru-RU: {"by": "Автор: {{name}}"}
 * -> target 7-15 i18next-format {"expected":"{{- name}}","actual":"{{name}}"}
 */
export const i18nextFormat: Rule = {
  id: 'i18next-format',
  severity: 'error',
  check: (context, report) => {
    const resource = context.source.resource ?? {};
    for (const { source, target, forms } of textPairings(context)) {
      const there = findInterpolations(target.block.text, resource);
      const here = findInterpolations(source.block.text, resource);
      const inForms = forms.flatMap(({ block }) => findInterpolations(block.text, resource));
      for (const name of new Set(there.map((one) => one.name))) {
        // A name that the form at hand does without may stand in another.
        const own = here.filter((one) => one.name === name);
        const models = own.length > 0 ? own : inForms.filter((one) => one.name === name);
        const actual = there.find(
          (one) =>
            one.name === name &&
            models.length > 0 &&
            !models.some((model) => model.isRaw === one.isRaw && isSameFormat(model.formats, one.formats)),
        );
        if (actual === undefined) continue;
        report({
          source: partSpot(source, own[0]),
          target: partSpot(target, actual),
          data: { expected: models[0]!.text, actual: actual.text },
        });
      }
    }
  },
};

function isSameFormat(expected: readonly string[], actual: readonly string[]): boolean {
  return expected.length === 0 || expected.join() === actual.join();
}
