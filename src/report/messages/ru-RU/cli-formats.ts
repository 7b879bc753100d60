import type { cliFormats as english } from '../en-GB/cli-formats.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/cli-formats.ts` in Russian. */
export const cliFormats: RussianCatalogue<typeof english> = {
  'align-about':
    'Выравнивает текст с его переводом: какие абзацы соответствуют друг другу и какие предложения внутри них. Выводит обзор либо записывает результат: как память переводов (TMX), XLIFF, PO, таблицу (TSV, CSV, XLSX), JSON Lines, JSON, ресурсы i18next, два простых файла строка к строке («moses») или список звеньев. С -o обзор выводится тоже. Если текстов больше двух, каждый выравнивается с первым, а то, что соответствует друг другу, стоит в одной строке таблицы или в одной единице памяти.',
  'align-example-xliff': 'XLIFF 2.1 для программ автоматизированного перевода; без --format – версия 1.2',
  'align-example-i18next': 'Ресурсы для приложения: locales/en-GB/page.json и locales/ru-RU/page.json',
  'option-align-format':
    'Что записать: «xliff» – версия 1.2, «xliff2» – 2.1; без него решает расширение файла вывода, а на экран выводится «text»',
  'option-align-output':
    'Записать в этот файл, сжатый, если имя кончается на .gz, или, для -, в стандартный вывод; для «i18next» это папка, для «moses» – начало имён файлов. Обзор тогда идёт в стандартный вывод или в поток ошибок',
  'i18next-output': 'Записывается по файлу на язык. Укажите для них папку: -o locales запишет {{example}}.',
  'option-check-input':
    'Как читать файлы, см. «paralign align»; или чем является уже выровненный файл, «moses» – два файла строка к строке. Без него решает начало каждого файла, затем его имя',
  'aligned-files': 'С --input {{format}} нужно другое число файлов: два для «moses», один для остальных.',
};
