import { findInterpolations } from '../i18next-text.ts';
import type { Interpolation } from '../i18next-text.ts';
import { partSpot, textPairings } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports what i18next fills in, `{{name}}`, when it stands on one side only. How often does not matter.
 *
 * A plural form may have what any form of the source has. It has to have what the form has that it stands for, but for the
 * count, where it stands for one count only. Formats are for `i18next-format`.
 *
 * @example ok
 * en-GB: {"left_one": "One file of {{total}} is left", "left_other": "{{count}} files of {{total}} are left"}
 * ru-RU: {"left_one": "Остался {{count}} файл из {{total}}", "left_few": "Осталось {{count}} файла из {{total}}", "left_many": "Осталось {{count}} файлов из {{total}}", "left_other": "Осталось {{count}} файла из {{total}}"}
 *
 * @example bad
 * en-GB: {"greeting": "Good morning, {{name}}"}
 * ru-RU: {"greeting": "Доброе утро, {{nmae}}"}
 * -> target 13-21 i18next-interpolation {"expected":"{{name}}","actual":"{{nmae}}"}
 *
 * @example bad
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * ru-RU: {"files_one": "Один файл", "files_few": "{{count}} файла", "files_many": "{{count}} файлов", "files_other": "{{count}} файла"}
 * -> source block 1 0-9 i18next-interpolation {"expected":"{{count}}"}
 */
export const i18nextInterpolation: Rule = {
  id: 'i18next-interpolation',
  severity: 'error',
  check: (context, report) => {
    const resource = context.source.resource ?? {};
    for (const { source, target, forms, isSingleCount } of textPairings(context)) {
      const there = findInterpolations(target.block.text, resource);
      const here = findInterpolations(source.block.text, resource);
      const allowed = new Set(
        forms.flatMap(({ block }) => findInterpolations(block.text, resource)).map(({ name }) => name),
      );
      const isMissing = ({ name }: Interpolation): boolean =>
        !there.some((other) => other.name === name) && !(isSingleCount && name === 'count');
      const lost = onceEach(here.filter(isMissing));
      const added = onceEach(there.filter(({ name }) => !allowed.has(name)));
      for (let k = 0; k < Math.max(lost.length, added.length); k++) {
        const [expected, actual] = [lost[k], added[k]];
        report({
          source: partSpot(source, expected),
          target: partSpot(target, actual),
          data: { ...(expected && { expected: expected.text }), ...(actual && { actual: actual.text }) },
        });
      }
    }
  },
};

function onceEach(all: readonly Interpolation[]): Interpolation[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
