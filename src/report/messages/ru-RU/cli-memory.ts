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

  'tmx-convert-summary': 'Превратить память TMX в другие форматы и обратно',
  'tmx-convert-about':
    'Читает память и записывает её в другом формате: TMX, таблица со столбцом на язык (CSV, TSV, XLSX), JSON Lines, где сохраняется всё, XLIFF 1.2 («xliff») или 2.1 («xliff2») либо два простых файла строка в строку («moses»). Формат виден по расширению имени; для прочих имён его называют --from и --to. С --format – два языка памяти как битекст, с которым работает paralign.',
  'tmx-convert-example-csv': 'Таблица, которую откроет электронная таблица',
  'tmx-convert-example-back': 'И обратно: языки названы в первой строке',
  'tmx-convert-example-xlsx': 'Таблица Excel для людей; нужен пакет hucre',
  'tmx-convert-example-jsonl': 'Всё, по единице в строке, для других программ',
  'tmx-convert-example-xliff': 'XLIFF 1.2 для программы перевода',
  'tmx-convert-example-moses': 'Два простых файла для обучения: corpus.en-GB и corpus.ru-RU',
  'tmx-convert-example-from-moses': 'Память из двух простых файлов',
  'tmx-convert-example-locales': 'Два языка памяти как битекст',
  'argument-convert': 'Исходный файл или - для стандартного ввода',
  'argument-convert-target': 'С --from moses – файл на другом языке',
  'option-convert-from': 'Что это за файл; без этого решает расширение его имени, иначе «tmx»',
  'option-convert-to': 'Что записать; без этого решает расширение файла вывода',
  'option-convert-source-locale':
    'Язык исходного текста, например en-GB; вместе с --target-locale записываются только единицы, где есть оба',
  'option-convert-target-locale': 'Язык перевода, например ru-RU',
  'option-convert-cells':
    'Что стоит в ячейках таблицы: текст без встроенных кодов («text») или сегменты в записи TMX («tmx»)',
  'option-convert-format':
    'Записать два языка как битекст; без этого битекст – это .tsv и .json из памяти TMX и вывод на экран',
  'option-convert-output':
    'Записать в этот файл или, для -, в стандартный вывод; с --to moses – начало имён двух файлов',
  'convert-format-twice': 'Укажите либо --to для памяти в другом формате, либо --format для битекста.',
  'convert-to-unknown': 'По имени {{file}} нельзя определить формат. Укажите --to, одно из: {{choices}}.',
  'convert-tmx-only': '{{option}} – только для TMX, а это {{format}}. Уберите этот параметр.',
  'convert-files': 'Укажите один файл или, с --from moses, два, строка в строку.',
  'moses-output': 'Записываются два файла. Укажите -o corpus для corpus.en-GB и corpus.ru-RU.',
  'xlsx-output': 'XLSX – не текст, а это терминал. Укажите -o memory.xlsx.',

  'tmx-pretranslate-summary': 'Заполнить документ из памяти TMX и показать, сколько она покрывает',
  'tmx-pretranslate-about':
    'Делит документ на предложения и для каждого берёт то, что есть в памяти: тот же текст, иначе лучшее совпадение от --min. Записывает таблицу, JSON, память или сам текст и выводит, сколько сегментов и слов приходится на каждый уровень совпадений.',
  'tmx-pretranslate-example': 'Таблица: предложение, перевод, совпадение',
  'tmx-pretranslate-example-text': 'Текст, в котором заполнено только точно совпадающее',
  'argument-document': 'Переводимый текст или - для стандартного ввода',
  'argument-memories': 'Файлы TMX, самый важный первым',
  'option-pretranslate-min': 'Наименьшее совпадение, которое подставляется, в процентах',
  'option-placeholder': 'Что стоит в тексте на месте незаполненного предложения; {source} – само предложение',
  'option-pretranslate-format': 'Что записать; без этого решает расширение файла вывода, а на экран выводится «tsv»',
  'option-pretranslate-output':
    'Записать в этот файл или, для -, в стандартный вывод; покрытие тогда идёт в стандартный вывод или в поток ошибок',
  'coverage-match': 'Совпадение',
  'coverage-segments': 'Сегменты',
  'coverage-words': 'Слова',
  'coverage-share': 'Доля',
  'coverage-none': 'нет',
  'coverage-all': 'всего',
};
