import type { RussianCatalogue } from '../catalogue.ts';
import type { tmxValidate as english } from '../en-GB/tmx-validate.ts';

export const tmxValidate: RussianCatalogue<typeof english> = {
  'tmx-validate-summary': 'Сообщить обо всех ошибках в файле TMX',
  'tmx-validate-about':
    'Проверяет файл TMX версий 1.1–1.4b, в том числе сжатый gzip, на соответствие XML, определению типа документа его версии и тому, чего сверх этого требует спецификация: парность кодов, языки, даты и другое. Печатает замечания со строкой и столбцом: текстом – первые десять по каждому правилу, в JSON – все; памяти на файл любого размера уходит одинаково.',
  'tmx-validate-example-screen': 'Что не так – на экране',
  'tmx-validate-example-json': 'То же для других программ, в файл; остановиться и на предупреждениях',
  'argument-validate-memory': 'Файл TMX или - для стандартного ввода',
  'exit-validate-problems': 'Сделано, есть замечания уровня --fail-on и выше',
  'exit-validate-failed': 'Прочитать ничего не удалось: файла нет или это вовсе не TMX',
  'validate-progress': 'Проверяется {{file}}',
  'validate-wrote_one': '{{count, number}} замечание, записано в {{file}}',
  'validate-wrote_few': '{{count, number}} замечания, записано в {{file}}',
  'validate-wrote_many': '{{count, number}} замечаний, записано в {{file}}',
  'validate-wrote_other': '{{count, number}} замечания, записано в {{file}}',
  'validate-more_one': '{{rule}}: ещё {{count, number}}, см. --reporter json',
  'validate-more_few': '{{rule}}: ещё {{count, number}}, см. --reporter json',
  'validate-more_many': '{{rule}}: ещё {{count, number}}, см. --reporter json',
  'validate-more_other': '{{rule}}: ещё {{count, number}}, см. --reporter json',
  'validate-clean': 'Замечаний нет.',
};
