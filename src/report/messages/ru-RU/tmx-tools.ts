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

  'tmx-argument-memories': 'Файлы TMX; один из них может быть - для стандартного ввода',
  'tmx-option-identity':
    'По чему единицы считаются одной: по тексту и кодам исходного сегмента («source») или по tuid, а без него по исходному сегменту («tuid»)',
  'option-not-size':
    '«{{value}}» – недопустимое значение {{option}}. Укажите число байт, например 500000, 64K, 256M или 2G.',

  'tmx-merge-summary': 'Сделать из нескольких памятей одну',
  'tmx-merge-about':
    'Делает из нескольких памятей переводов одну. Одинаковые единицы становятся одной, с языками всех; та, в которой нет ничего нового, опускается. Заголовок берётся из первого файла, а что говорят заголовки остальных, записывается в примечания. Порядок – тот, в котором единицы встречаются впервые; от --memory-limit он не зависит.',
  'tmx-merge-example': 'Две памяти, без потерь',
  'tmx-merge-example-newest': 'По номерам, а из двух переводов – изменённый последним',
  'tmx-option-merge-policy':
    'Если одна единица переведена по-разному: оставить оба перевода («all»), изменённый последним («newest») или первый («first»)',
  'tmx-merge-done_one': '{{count, number}} единица из {{read}} в файлах ({{files}}), записана в {{file}}',
  'tmx-merge-done_few': '{{count, number}} единицы из {{read}} в файлах ({{files}}), записаны в {{file}}',
  'tmx-merge-done_many': '{{count, number}} единиц из {{read}} в файлах ({{files}}), записаны в {{file}}',
  'tmx-merge-done_other': '{{count, number}} единицы из {{read}} в файлах ({{files}}), записаны в {{file}}',

  'tmx-dedupe-summary': 'Убрать единицы, которые в памяти уже есть',
  'tmx-dedupe-about':
    'Убирает единицы, которые говорят на тех же языках то же, что другая. Даты, примечания и прочие сведения о них не сравниваются. Порядок – тот, в котором единицы встречаются впервые; от --memory-limit он не зависит.',
  'tmx-dedupe-example': 'Точные повторы',
  'tmx-dedupe-example-alike': 'И те, что отличаются только регистром или кодами; оставить самую новую',
  'tmx-option-dedupe-policy': 'Какую оставить: первую («first») или изменённую последней («newest»)',
  'tmx-option-ignore-case': 'Не различать заглавные и строчные буквы',
  'tmx-option-ignore-codes': 'Сравнивать тексты без кодов',
  'tmx-dedupe-done_one': '{{count, number}} единица из {{read}}, записана в {{file}}',
  'tmx-dedupe-done_few': '{{count, number}} единицы из {{read}}, записаны в {{file}}',
  'tmx-dedupe-done_many': '{{count, number}} единиц из {{read}}, записаны в {{file}}',
  'tmx-dedupe-done_other': '{{count, number}} единицы из {{read}}, записаны в {{file}}',

  'tmx-standard-output': 'стандартный вывод',
  'tmx-inexact': '{{file}}: под «{{wanted}}» понимается {{present}}.',
  'tmx-problem': '{{file}}:{{line}}:{{column}}: пропущено: {{message}}',
  'tmx-problems-more_one': '{{file}}: ещё {{count, number}} проблема не показана.',
  'tmx-problems-more_few': '{{file}}: ещё {{count, number}} проблемы не показаны.',
  'tmx-problems-more_many': '{{file}}: ещё {{count, number}} проблем не показаны.',
  'tmx-problems-more_other': '{{file}}: ещё {{count, number}} проблемы не показаны.',
  'tmx-progress': '{{file}}: единиц: {{count}}',
};
