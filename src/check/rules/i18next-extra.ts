import { gapSpot, resourcesOf, valueSpot } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a key of a resource of i18next that the source does not have (`kind` is `key`), and a plural form that the
 * translation's language never asks for (`plural`). Forms for counts and contexts that the source has no need of are
 * none: another language may tell apart what it does not.
 *
 * @example ok
 * en-GB: {"friend": "A friend", "files_one": "{{count}} file", "files_other": "{{count}} files"}
 * ru-RU: {"friend": "Друг", "friend_female": "Подруга", "files_zero": "Файлов нет", "files_one": "{{count}} файл", "files_few": "{{count}} файла", "files_many": "{{count}} файлов", "files_other": "{{count}} файла"}
 *
 * @example bad
 * en-GB: {"greeting": "Good morning"}
 * ru-RU: {"greeting": "Доброе утро", "farewell": "До свидания"}
 * -> target block 1 i18next-extra {"kind":"key","key":"farewell"}
 *
 * @example bad
 * en-GB: {"files_one": "{{count}} file", "files_other": "{{count}} files"}
 * de-DE: {"files_one": "{{count}} Datei", "files_few": "{{count}} Dateien", "files_other": "{{count}} Dateien"}
 * -> target block 1 i18next-extra {"kind":"plural","key":"files_few"}
 */
export const i18nextExtra: Rule = {
  id: 'i18next-extra',
  severity: 'warning',
  check: (context, report) => {
    for (const { key, value, category } of resourcesOf(context)?.extra ?? [])
      report({
        source: gapSpot(context, 'target', value),
        target: valueSpot(context, 'target', value),
        data: category === undefined ? { kind: 'key', key } : { kind: 'plural', key: value.id },
      });
  },
};
