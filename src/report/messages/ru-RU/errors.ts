import type { ErrorType } from '../../../model/errors.ts';

/** The templates of `errorTemplates` in Russian, with the same data. */
export const errors: Readonly<Record<ErrorType, string>> = {
  'alignment-invalid': 'Это не выравнивание: {{reason}}.',
  'beads-invalid':
    '{{file}}:{{line}}: «{{text}}» – не звено. Запишите единицы обеих сторон, считая от 0, в виде 3,4:5; для того, чему нет соответствия, одна сторона пуста.',
  'bitext-invalid': 'Из этих частей не складывается битекст: {{reason}}.',
  'boundary-confirmed':
    'Граница {{boundary}} проходит через подтверждённое звено {{bead}} или между двумя его сторонами. Уберите одно из двух.',
  'boundary-crossing': 'Границы {{first}} и {{second}} пересекаются. Уберите одну из них.',
  'boundary-headings':
    'Границей должен быть каждый заголовок{{level}}, но в исходном тексте их {{sourceCount}} (строки {{sourceLines}}), а в переводе {{targetCount}} (строки {{targetLines}}). Исправьте тексты или задайте другие границы.',
  'boundary-marker':
    'Метка {{marker}} должна стоять в обоих текстах одинаковое число раз и хотя бы однажды: в исходном тексте она встречается {{sourceCount}} раз (строки {{sourceLines}}), в переводе {{targetCount}} раз (строки {{targetLines}}). Исправьте тексты или укажите другую метку.',
  'boundary-range':
    'Границы {{boundary}} нет: в текстах {{sourceLength}} и {{targetLength}} единиц. Укажите, перед какими единицами она стоит, считая от 0.',
  'confirmed-overlap':
    'Подтверждённые звенья {{first}} и {{second}} оба занимают единицу {{unit}} (от 0) на стороне {{side}}. Подтвердите одно из них.',
  'confirmed-range':
    'Звена {{bead}} нет: в текстах {{sourceLength}} и {{targetLength}} единиц. Считайте единицы от 0 и назовите их хотя бы с одной стороны.',
  'date-invalid': '«{{text}}» – не дата. Укажите дату в виде 2016-04-12 или 2016-04-12T17:00:00Z.',
  'document-invalid': 'Это не документ: {{reason}}.',
  'explain-apart':
    'О {{bead}} объяснить нечего: эти единицы разделяет граница, подтверждённое звено или блоки, в которых они стоят, и вместе они не рассматривались.',
  'explain-range': 'Звена {{bead}} нет: в текстах {{sourceLength}} и {{targetLength}} единиц. Считайте единицы от 0.',
  'file-binary':
    '{{file}}: это не текстовый файл: в байте {{offset}} (от 0) стоит управляющий символ. Сначала экспортируйте его как простой текст в UTF-8.',
  'file-empty': '{{file}}: в нём нет текста. Укажите файл, где есть хотя бы одна строка текста.',
  'file-encoding':
    '{{file}}:{{line}}: это не {{encoding}}: первый неверный байт – со смещением {{offset}} (от 0). Преобразуйте файл в UTF-8, например: iconv -f windows-1251 -t UTF-8.',
  'gold-outdated':
    '{{file}}: это не тот текст, который был выровнен вручную: {{reason}}. Выровняйте его с помощью align() или составьте новый gold.json.',
  'json-invalid': 'Это не JSON paralign в {{path}}: {{reason}}. Нужно то, что записала toJson().',
  'knowledge-invalid':
    '{{file}}: это не знания, сохранённые paralign: {{reason}}, в {{path}}. Нужно то, что записали --save-knowledge или Knowledge.toJson().',
  'locale-invalid':
    '«{{tag}}» – неизвестная локаль. Укажите языковой тег BCP 47, например en-GB, ru-RU или zh-Hant-TW.',
  'locale-same':
    'И исходный текст, и перевод обозначены как {{locale}}. Укажите две разные локали, например en-GB и ru-RU.',
  'pivot-unknown': 'Опорной версии с локалью {{locale}} нет. Укажите одну из: {{locales}}.',
  'rule-unknown': 'Нет правила «{{rule}}». Возможно, имелось в виду «{{suggestion}}»?',
  'tmx-character':
    'XML 1.0 не допускает символ {{character}} ({{unit}}). Уберите его из текста либо включите замену или удаление.',
  'tmx-invalid': '{{file}}:{{line}}:{{column}}: это XML, но не TMX: {{reason}}.',
  'tmx-language': 'Язык битекста ({{side}}) не определён: {{reason}}. Назовите один из языков памяти: {{languages}}.',
  'tmx-name':
    'В XML ничто не может называться «{{name}}» ({{unit}}). Переименуйте или уберите этот элемент или атрибут.',
  'tmx-structure':
    'Служебные данные paralign повреждены ({{unit}}): {{reason}}. Экспортируйте память заново или прочитайте из неё только пары: structure: false, в командной строке --lean.',
  'xml-bytes':
    '{{file}}: байты со смещением {{offset}} (от 0) не в кодировке {{encoding}}. Сохраните файл в объявленной в нём кодировке.',
  'xml-encoding':
    '{{file}}: объявленная кодировка «{{encoding}}» неизвестна или не совпадает с кодировкой файла. Сохраните файл в UTF-8.',
  'xml-malformed':
    '{{file}}:{{line}}:{{column}}: это не правильно построенный XML: {{reason}}. Исправьте файл или экспортируйте его заново.',
  'xml-refused': '{{file}}:{{line}}:{{column}}: такой XML не принимается: {{reason}}. Уберите это из файла.',
};
