import type { RussianCatalogue } from '../catalogue.ts';
import type { cliMemory as english } from '../en-GB/cli-memory.ts';

/** The wording of `en-GB/cli-memory.ts` in Russian. */
export const cliMemory: RussianCatalogue<typeof english> = {
  'tmx-query-summary': 'Найти текст в памяти TMX',
  'tmx-query-about':
    'Ищет в памяти TMX текст или, с --batch, каждую строку стандартного ввода и выводит совпадения, начиная с лучшего: 100% – тот же текст, ниже тексты сравниваются по словам, с учётом чисел, знаков препинания и встроенных кодов. С --format json – по объекту в строке.',
  'tmx-query-example-text': 'Что есть в памяти для слова',
  'tmx-query-example-batch': 'Каждая строка стандартного ввода, для других программ',
  'argument-query': 'Искомый текст; с --batch не указывается',
  'option-memory-source-locale': 'Язык, на котором искать, например en-GB; если такого региона нет, подойдёт любой',
  'option-memory-target-locale': 'Язык переводов, например ru-RU',
  'option-query-batch': 'Искать каждую строку стандартного ввода',
  'option-query-min': 'Наименьшее совпадение, в процентах',
  'option-query-limit': 'Сколько совпадений показывать для одного текста',
  'option-query-format': 'Вид вывода: «text» для людей, «json» для программ',

  'query-text':
    'Укажите либо искомый текст, либо --batch: тогда тексты читаются по одному в строке из стандартного ввода.',
  'query-none': 'нет совпадений от {{min}}%',
  'query-line-long': '{{file}}:{{line}}: в этой строке больше {{most}} МиБ. Ищите предложения или абзацы.',
  'query-line-encoding': '{{file}}:{{line}}: эта строка не в UTF-8. Преобразуйте ввод в UTF-8.',
  'memory-locale-missing': 'Нужно назвать языки памяти. Укажите {{option}}, например en-GB.',
  'memory-language_one': 'Запрошен {{wanted}}; в {{count, number}} единице вместо него {{used}}.',
  'memory-language_few': 'Запрошен {{wanted}}; в {{count, number}} единицах вместо него {{used}}.',
  'memory-language_many': 'Запрошен {{wanted}}; в {{count, number}} единицах вместо него {{used}}.',
  'memory-language_other': 'Запрошен {{wanted}}; в {{count, number}} единицы вместо него {{used}}.',
  'option-not-percent': '«{{value}}» – недопустимое значение {{option}}. Укажите целое число от 1 до 100.',
};
