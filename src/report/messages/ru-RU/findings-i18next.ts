import type { RussianCatalogue } from '../catalogue.ts';
import type { findingsI18next as english } from '../en-GB/findings-i18next.ts';

/** The wording of `en-GB/findings-i18next.ts` in Russian. */
export const findingsI18next: RussianCatalogue<typeof english> = {
  'i18next-missing': 'Ключа {{key}} нет в {{targetLocale}}.',
  'i18next-context': 'Ключа {{key}}, формы для контекста, нет в {{targetLocale}}.',
  'i18next-extra_key': 'Ключа {{key}} нет в {{sourceLocale}}.',
  'i18next-extra_plural': 'Форма множественного числа {{key}} в {{targetLocale}} никогда не понадобится.',
  'i18next-type_changed': 'Ключ {{key}} другого типа: в {{sourceLocale}} {{expected}}, здесь {{actual}}.',
  'i18next-array_changed':
    'В массиве {{key}} другое число элементов: в {{sourceLocale}} {{expected, number}}, здесь {{actual, number}}.',
  'i18next-duplicate': 'Ключ {{key}} стоит здесь дважды: значение в строке {{line}} никто не увидит.',
  'i18next-plural_cardinal':
    'У ключа {{key}} нет форм множественного числа, которые нужны в {{locale}}: {{categories}}.',
  'i18next-plural_ordinal':
    'У ключа {{key}} нет форм для порядковых числительных, которые нужны в {{locale}}: {{categories}}.',
  'i18next-rare-plural_cardinal':
    'У ключа {{key}} нет форм множественного числа, которые есть в {{locale}} для больших чисел: {{categories}}.',
  'i18next-rare-plural_ordinal':
    'У ключа {{key}} нет форм для порядковых числительных, которые есть в {{locale}} для больших чисел: {{categories}}.',
  'i18next-interpolation_changed': 'Вместо {{expected}} стоит {{actual}}.',
  'i18next-interpolation_lost': 'В переводе нет {{expected}}.',
  'i18next-interpolation_added': 'В исходном тексте нет {{actual}}.',
  'i18next-format_changed': '{{expected}} подставляется иначе: {{actual}}.',
  'i18next-nesting_unknown': '{{actual}} ссылается на ключ, которого нет в {{targetLocale}}.',
  'i18next-nesting_lost': 'В переводе нет {{expected}}.',
  'i18next-tags_unbalanced': 'У тега {{text}} нет пары в тексте, или он пересекается с другой парой.',
  'i18next-tags_changed': 'Вместо тега {{expected}} стоит {{actual}}.',
  'i18next-tags_lost': 'В переводе нет тега {{expected}}.',
  'i18next-tags_added': 'В исходном тексте нет тега {{actual}}.',
};
