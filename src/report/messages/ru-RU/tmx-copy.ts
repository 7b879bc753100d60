import type { tmxCopy as english } from '../en-GB/tmx-copy.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/tmx-copy.ts` in Russian. */
export const tmxCopy: RussianCatalogue<typeof english> = {
  'tmx-copy-summary': 'Прочитать память TMX и записать её заново, строго и по порядку',
  'tmx-copy-about':
    'Читает память TMX 1.1–1.4b в любой кодировке, сжатую gzip или нет, единицу за единицей, и записывает её в UTF-8 в порядке, которого требует DTD. Ничего не теряется: остаются коды, свойства, примечания, любые атрибуты и пробелы в сегментах. О том, что нарушало DTD и исправлено, сообщается в стандартный поток ошибок.',
  'tmx-copy-option-version': 'Записать эту версию TMX; по умолчанию — версию самой памяти',
  'tmx-copy-option-level': '1 — только текст сегментов, 2 — и коды',
  'tmx-copy-option-characters':
    'Что делать с символом, который запрещён в XML: «error» — остановиться, «replace» — записать U+FFFD, «drop» — пропустить',
  'tmx-copy-example': 'Привести в порядок то, что записала другая программа',
  'tmx-copy-option-languages':
    'Оставить коды языков как есть или записать по BCP 47: en_gb как en-GB, iw как he; что не код языка, остаётся',
  'tmx-copy-example-languages': 'Коды языков – как в BCP 47',
  'tmx-copy-example-lenient': 'Спасти то, что читается в повреждённом файле',
  'tmx-copy-example-old': 'Для старой программы, которая не знает кодов',
  'tmx-mended': '{{file}}:{{line}}:{{column}}: исправлено: {{what}}',
  'tmx-mended-more_one': '{{file}}: исправлено ещё {{count, number}} место.',
  'tmx-mended-more_few': '{{file}}: исправлено ещё {{count, number}} места.',
  'tmx-mended-more_many': '{{file}}: исправлено ещё {{count, number}} мест.',
  'tmx-mended-more_other': '{{file}}: исправлено ещё {{count, number}} места.',
  'tmx-mended-order': 'элементы стояли в порядке, которого TMX не допускает; порядок восстановлен',
  'tmx-mended-segment': 'в варианте нет <seg>; записан пустой',
  'tmx-mended-header': 'в файле нет <header>; записан пустой',
  'tmx-mended-body': 'в файле нет <body>; он записан',
};
