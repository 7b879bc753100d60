import type { cliCheck as english } from '../en-GB/cli-check.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/cli-check.ts` in Russian. */
export const cliCheck: RussianCatalogue<typeof english> = {
  'check-example-config': 'Все документы, которые называет paralign.config.json',
  'check-example-reports': 'То же для людей и для программ; остановиться, если предупреждений больше десяти',
  'argument-check-source':
    'Исходный текст: файл или - (стандартный ввод); файл, который уже выровнен, даётся один; без файлов проверяется то, что в настройках',
  'argument-check-target': 'Перевод: файл или - (стандартный ввод)',
  'option-config': 'Файл настроек; без него берётся ближайший – в этой папке или выше',
  'option-max-warnings': 'Завершиться с кодом 1, если предупреждений больше этого числа',
  'option-check-reporter':
    'Вид отчёта; имя=файл записывает его в файл, так что их может быть несколько. По умолчанию то, что в настройках, иначе «text»',
  'option-check-fail-on':
    'С какой серьёзности завершаться с кодом 1; с «never» код всегда 0; по умолчанию то, что в настройках, иначе «error»',
  'option-baseline': 'Не показывать того, что знает этот файл; без него – то, что в настройках',
  'option-update-baseline': 'Записать всё найденное в базовый список, чтобы ошибкой было только новое',
  'option-prune-baseline': 'Убрать из базового списка исправленное',
  'option-fix': 'Исправить в переводах то, что можно исправить без человека, и проверить оставшееся',
  'option-changed':
    'Проверить только документы, одна из версий которых изменилась после этой ревизии git; если она не названа – после последнего коммита',
  'option-watch': 'Проверять снова при каждом изменении файлов, пока не нажато Ctrl-C',
  'option-cache':
    'Сохранять результаты и брать их для файлов, которые не изменились; так и по умолчанию, если в настройках нет правил-функций',
  'option-no-cache': 'Проверить всё заново и ничего не сохранять',
  'option-cache-location': 'Файл, в котором хранятся результаты',
  'option-concurrency': 'Число потоков; по умолчанию столько, сколько машина выполняет одновременно',

  'config-missing':
    'В папке {{folder}} и выше нет файла настроек. Его создаст «paralign init»; или укажите два файла для проверки.',
  'config-name': '{{file}} – не имя файла настроек. Укажите одно из: {{names}}.',
  'config-empty': 'Файл {{file}} пуст. Его запишет «paralign init --force».',
  'config-json':
    '{{file}}:{{line}}:{{column}}: это не JSON. Исправьте это место или запишите настройки программой, в paralign.config.js.',
  'config-json-comma':
    '{{file}}:{{line}}:{{column}}: это не JSON: после последнего значения запятой быть не может. Уберите запятую перед этим местом.',
  'config-json-comment':
    '{{file}}:{{line}}:{{column}}: это не JSON: в нём не бывает комментариев. Уберите комментарий или запишите настройки программой, в paralign.config.js.',
  'config-failed': '{{file}} не выполняется: {{reason}}. Исправьте его и проверьте командой «node {{file}}».',
  'config-no-default': 'В {{file}} нет экспорта по умолчанию. Напишите: export default { … }.',
  'config-function': '{{file}} экспортирует функцию. Экспортируйте сами настройки: export default { … }.',
  'config-typescript':
    '{{file}}: этот Node.js ({{version}}) не читает TypeScript. Установите jiti (npm install -D jiti), возьмите Node.js 22.18 или новее либо напишите paralign.config.js.',

  'config-not-object': 'Ожидался объект с ключами «documents» и «source», а найдено {{found}}.',
  'config-key-unknown': 'Ключа «{{name}}» нет. Может быть, «{{suggestion}}»? Есть: {{names}}.',
  'config-key-missing': 'Нет ключа «{{name}}». Укажите {{expected}}.',
  'config-value': '«{{path}}» не может быть {{found}}. Укажите {{expected}}.',
  'config-pattern-locale':
    '«{{path}}» – это {{pattern}}, где не сказано, на каком месте стоит локаль. Напишите на её месте {locale}, например content/{locale}/**/*.md.',
  'config-pattern-path':
    '«{{path}}» – это {{pattern}}. Укажите путь, который начинается от папки с настройками, со знаком / между папками.',
  'config-locale':
    '«{{path}}» – неизвестная локаль: «{{tag}}». Укажите языковой тег BCP 47, например en-GB, ru-RU или zh-Hant-TW.',
  'config-locale-twice':
    '«{{path}}» – это {{locale}}, которая там уже есть или является исходной. Назовите каждую локаль один раз.',
  'config-rule-unknown': 'Правила «{{name}}» нет. Может быть, «{{suggestion}}»?',
  'config-expects-documents':
    'шаблон, например content/{locale}/**/*.md, объект с шаблонами «source» и «target» или их список',
  'config-expects-patterns': 'шаблон, например **/draft/**, или список шаблонов',
  'config-expects-locale': 'локаль, например en-GB',
  'config-expects-locales': 'список локалей, например ["ru-RU", "de"], хотя бы одну',
  'config-expects-severities':
    'для каждого правила «error», «warning», «info» или «off» либо объект с одним из этих значений для каждой локали',
  'config-expects-files': 'путь или список путей',
  'config-expects-file': 'путь',
  'config-expects-share': 'число от 0 до 1 или объект с таким числом для каждой локали',
  'config-expects-reporters': 'список, например ["text", "json=report.json"]',
  'config-expects-fail-on': '«error», «warning», «info» или «never»',
  'config-expects-count': 'целое число от 0',
  'config-pattern-rule':
    '«{{path}}» использовать нельзя: {{pattern}}: {{reason}}. Укажите «source» или «target» регулярным выражением JavaScript.',
  'config-expects-rules':
    'список правил: у каждого «id» (строчные буквы и дефисы), «message» и выражения «source» или «target»; либо, в программе, «id», «severity» и функция «check»; серьёзность правил самого paralign задаётся в «severities»',

  'documents-none': 'Шаблон {{pattern}} не находит документов в {{folder}}. Исправьте шаблон или уберите его.',
  'documents-no-source':
    'Нет документов на исходной локали {{locale}}. Есть: {{locales}}. Назовите одну из них как «source» или исправьте шаблоны.',
  'documents-no-target':
    'Все документы – на {{locale}}, а это исходная локаль. Назовите «targets» или исправьте шаблоны.',
  'documents-twice':
    '{{other}} – тоже версия этого документа на {{locale}}. Уберите один из двух или исключите его с помощью «ignore».',
  'documents-passed-over_one':
    'Пропущен {{count, number}} файл: на месте локали стоит не локаль: {{names}}. Назовите «targets» или исключите его с помощью «ignore».',
  'documents-passed-over_few':
    'Пропущено {{count, number}} файла: на месте локали стоит не локаль: {{names}}. Назовите «targets» или исключите их с помощью «ignore».',
  'documents-passed-over_many':
    'Пропущено {{count, number}} файлов: на месте локали стоит не локаль: {{names}}. Назовите «targets» или исключите их с помощью «ignore».',
  'documents-passed-over_other':
    'Пропущено {{count, number}} файла: на месте локали стоит не локаль: {{names}}. Назовите «targets» или исключите их с помощью «ignore».',

  'git-missing': 'git не установлен, а он нужен для --changed. Установите его или проверяйте без --changed.',
  'git-no-repository': '{{folder}} – не в репозитории git, а он нужен для --changed. Проверяйте без --changed.',
  'git-revision':
    'git не знает ревизии {{revision}}. Укажите коммит, ветку или тег; на сервере сборки сначала получите её (fetch-depth: 0).',
  'git-base':
    'git не находит общего коммита {{revision}} и этой ветки. На сервере сборки получите всю историю (fetch-depth: 0).',
  'git-failed': 'Ошибка git: {{reason}}. Проверяйте без --changed.',

  'check-max-warnings_one': '{{count, number}} предупреждение, а допустимо не больше {{most, number}}.',
  'check-max-warnings_few': '{{count, number}} предупреждения, а допустимо не больше {{most, number}}.',
  'check-max-warnings_many': '{{count, number}} предупреждений, а допустимо не больше {{most, number}}.',
  'check-max-warnings_other': '{{count, number}} предупреждения, а допустимо не больше {{most, number}}.',
  'options-exclude': '{{option}} и {{other}} несовместимы. Уберите один из двух.',
  'baseline-name': 'Для {{option}} нужен файл. Укажите --baseline paralign-baseline.json или «baseline» в настройках.',
  'baseline-missing':
    'Нет файла известных замечаний {{file}}. Выполните «paralign check --update-baseline», чтобы записать его, или исправьте путь.',
  'baseline-wrote_one': '{{count, number}} замечание отныне известно, записано в {{file}}.',
  'baseline-wrote_few': '{{count, number}} замечания отныне известны, записаны в {{file}}.',
  'baseline-wrote_many': '{{count, number}} замечаний отныне известны, записаны в {{file}}.',
  'baseline-wrote_other': '{{count, number}} замечания отныне известны, записаны в {{file}}.',
  'baseline-pruned_one': '{{count, number}} исправленное замечание убрано из {{file}}.',
  'baseline-pruned_few': '{{count, number}} исправленных замечания убраны из {{file}}.',
  'baseline-pruned_many': '{{count, number}} исправленных замечаний убраны из {{file}}.',
  'baseline-pruned_other': '{{count, number}} исправленного замечания убрано из {{file}}.',
  'fix-wrote_one': 'Исправлено {{count, number}} место в {{file}}.',
  'fix-wrote_few': 'Исправлено {{count, number}} места в {{file}}.',
  'fix-wrote_many': 'Исправлено {{count, number}} мест в {{file}}.',
  'fix-wrote_other': 'Исправлено {{count, number}} места в {{file}}.',
  'fix-stdin': 'Стандартный ввод исправить нельзя. Укажите перевод файлом или уберите --fix.',
  'check-watching': 'Ожидание изменений. Завершить: Ctrl-C.',
  'option-not-whole': '«{{value}}» – не значение для {{option}}. Укажите целое число от 0.',
  'option-needs-config': '{{option}} – для документов из настроек. Уберите два файла или этот параметр.',
  'option-needs-files': '{{option}} – для двух файлов. Укажите их или скажите это в настройках.',
  'reporter-no-file': 'После «{{name}}=» нет пути. Напишите --reporter {{name}}={{name}}.txt.',
  'reporter-same-file': '«{{other}}» и «{{name}}» не могут идти в один файл {{file}}. Дайте каждому свой.',
  'reporter-same-stream':
    '«{{other}}» и «{{name}}» не могут оба идти в стандартный вывод. Дайте одному файл: --reporter {{name}}=report.txt.',
  'progress-run': 'Проверка: {{done}} из {{of}}',

  'init-summary': 'Написать настройки для документов этой папки',
  'init-about':
    'Ищет документы и их переводы – в папках по локалям или с локалью в имени; у исходных текстов её может не быть, – записывает paralign.config.json и говорит, что найдено и что запустить дальше. С --ci записывает и файл для сервера сборки. Ничего не перезаписывает.',
  'init-example': 'Настройки для этой папки',
  'init-example-ci': 'То же, и сценарий для GitHub Actions',
  'option-init-source':
    'Локаль исходных текстов, например en-GB; без неё – английская, если есть, иначе та, где больше файлов',
  'option-init-ci': 'Записать то, что нужно серверу сборки для проверки переводов',
  'option-force': 'Перезаписать файлы, которые уже есть',
  'init-none':
    'В {{folder}} не найдено переведённых документов: искались {{kinds}} в папках по локалям (content/en/page.md, content/ru/page.md) и с локалью в имени (page.en.md, page.ru.md). Напишите paralign.config.json сами: см. руководство.',
  'init-source-unknown': 'Нет документов на {{locale}}. Есть: {{locales}}. Назовите одну из них с помощью --source.',
  'init-exists': 'Файл {{file}} уже есть. Чтобы перезаписать его, добавьте --force.',
  'init-found_one': '{{pattern}}: {{count, number}} документ ({{locales}})',
  'init-found_few': '{{pattern}}: {{count, number}} документа ({{locales}})',
  'init-found_many': '{{pattern}}: {{count, number}} документов ({{locales}})',
  'init-found_other': '{{pattern}}: {{count, number}} документа ({{locales}})',
  'init-gitlab': 'Добавьте в .gitlab-ci.yml:',
};
