import type { RussianCatalogue } from '../catalogue.ts';
import type { cliFiles as english } from '../en-GB/cli-files.ts';

/** The wording of `en-GB/cli-files.ts` in Russian. */
export const cliFiles: RussianCatalogue<typeof english> = {
  'option-encoding':
    'Кодировка файлов, например koi8-r, или файлов на одном языке: ru=koi8-r; без этого параметра – UTF-8, UTF-16 или та, на которую указывают буквы',
  'encoding-assumed':
    '{{file}}: это не UTF-8; судя по буквам, кодировка – {{encoding}}, так файл и прочитан. Если она другая, укажите её: --encoding.',
  'check-example-memory': 'Файл, который уже выровнен: PO, TMX, XLIFF, TSV, CSV, XLSX или JSON Lines',
  'option-needs-two-files': '{{option}} – для двух текстов, а {{file}} уже выровнен. Уберите этот параметр.',
  'pair-summary': 'Сказать, какие файлы – версии одного документа',
  'pair-about':
    'Говорит, какие файлы в папках – версии одного документа: по ссылкам страниц на свои версии (hreflang), по языкам в путях к ним, а где имена ничего не говорят – по числам и именам в текстах. С уверенностью в каждой паре и с тем, что осталось без пары.',
  'argument-pair': 'Папка со всеми языками или по папке на язык',
  'option-pair-source-locale': 'Язык исходных текстов; без этого параметра – первый, какой есть',
  'option-pair-min': 'Уверенность от 0 до 1, ниже которой тексты не считаются парой по содержанию',
  'option-pair-format': 'В каком виде записать пары',
  'pair-example': 'Все документы папки',
  'pair-example-folders': 'Две папки, для программы',
  'pair-min': '«{{value}}» – не уверенность. Укажите число от 0 до 1, например 0.8.',
  'pair-none': 'В папке {{folder}} нет документов. Укажите папку, в которой есть тексты, страницы или субтитры.',
  'pair-by-name': 'по имени',
  'pair-by-content': 'по содержанию',
  'pair-left': 'без пары',
  'pair-count_one': '{{count, number}} пара, без пары: {{left, number}}',
  'pair-count_few': '{{count, number}} пары, без пары: {{left, number}}',
  'pair-count_many': '{{count, number}} пар, без пары: {{left, number}}',
  'pair-count_other': '{{count, number}} пары, без пары: {{left, number}}',
};
