import type { tmxReport as english } from '../en-GB/tmx-report.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/tmx-report.ts` in Russian. */
export const tmxReport: RussianCatalogue<typeof english> = {
  'tmx-units_one': '{{count, number}} единица',
  'tmx-units_few': '{{count, number}} единицы',
  'tmx-units_many': '{{count, number}} единиц',
  'tmx-units_other': '{{count, number}} единицы',
  'tmx-no-language': '(без языка)',
  'tmx-stats-units': 'Единицы',
  'tmx-stats-words': 'Слова',
  'tmx-stats-characters': 'Знаки',
  'tmx-stats-mean': 'Средняя длина',
  'tmx-stats-longest': 'Наибольшая',
  'tmx-stats-duplicates': 'Повторы',
  'tmx-stats-empty': 'Пустые',
  'tmx-stats-untranslated': 'Как исходный',
  'tmx-stats-codes': 'Коды',
  'tmx-diff-added': 'добавлена',
  'tmx-diff-removed': 'удалена',
  'tmx-diff-changed': 'изменена',
  'tmx-diff-count-changed': 'изменено: {{number}}',
  'tmx-diff-count-added': 'добавлено: {{number}}',
  'tmx-diff-count-removed': 'удалено: {{number}}',
  'tmx-diff-count-same': 'без изменений: {{number}}',
};
