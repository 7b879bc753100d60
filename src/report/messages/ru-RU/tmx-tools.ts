import type { tmxTools as english } from '../en-GB/tmx-tools.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/tmx-tools.ts` in Russian. */
export const tmxTools: RussianCatalogue<typeof english> = {
  'tmx-argument-memory': 'Файл TMX, сжатый gzip или нет, или - для стандартного ввода',
  'tmx-option-lenient':
    'Пропускать единицы, которые нельзя прочитать, с предупреждением о каждой, а не останавливаться на первой',
  'tmx-option-reporter': 'Вид отчёта: «text» для людей, «json» для программ',
  'tmx-option-output':
    'Записать в этот файл или, для -, в стандартный вывод; о сделанном тогда говорится в стандартном выводе или в потоке ошибок',
  'tmx-option-source':
    'Язык исходных текстов, где единицы его не называют; по умолчанию srclang заголовка, а без него первый язык каждой единицы',
  'tmx-option-memory-limit':
    'Сколько держать в оперативной памяти, например 256M или 2G; остальное идёт через временные файлы (TMPDIR)',

  'tmx-stats-summary': 'Сосчитать, что есть в памяти: единицы, слова, повторы',
  'tmx-stats-about':
    'Считает, что есть в памяти переводов на каждом из её языков: единицы, слова, знаки, среднюю и наибольшую длину в знаках, тексты, которые повторяются, сегменты, которые пусты или равны исходному, и коды; и сколько единиц есть в каждой паре языков. Читает память любой длины один раз; оперативной памяти нужно всегда одинаково, кроме примерно 20 байт на каждый новый текст.',
  'tmx-stats-example': 'Для людей',
  'tmx-stats-example-json': 'Для программ',

  'tmx-inexact': '{{file}}: под «{{wanted}}» понимается {{present}}.',
  'tmx-problem': '{{file}}:{{line}}:{{column}}: пропущено: {{message}}',
  'tmx-problems-more_one': '{{file}}: ещё {{count, number}} проблема не показана.',
  'tmx-problems-more_few': '{{file}}: ещё {{count, number}} проблемы не показаны.',
  'tmx-problems-more_many': '{{file}}: ещё {{count, number}} проблем не показаны.',
  'tmx-problems-more_other': '{{file}}: ещё {{count, number}} проблемы не показаны.',
  'tmx-progress': '{{file}}: единиц: {{count}}',
};
