import type { RussianCatalogue } from '../catalogue.ts';
import type { cliTools as english } from '../en-GB/cli-tools.ts';

/** The wording of `en-GB/cli-tools.ts` in Russian. */
export const cliTools: RussianCatalogue<typeof english> = {
  'completion-summary': 'Записать сценарий автодополнения для оболочки',
  'completion-about':
    'Записывает сценарий, с которым bash, zsh или fish дополняет команды, параметры и их значения. Пока вы набираете, сценарий не запускает никаких программ.',
  'argument-shell': 'bash, zsh или fish',
  'completion-example-bash': 'Bash: со следующего терминала',
  'completion-example-zsh': 'Zsh: в папку из $fpath',
  'completion-example-fish': 'Fish: в его папку дополнений',
  'unknown-shell': '«{{shell}}» – не оболочка, для которой есть автодополнение. Укажите одну из: {{choices}}.',
  'manual-summary': 'Записать страницу руководства',
  'manual-about':
    'Записывает страницу руководства по всем командам для man. Если пакет установлен для всей машины, её показывает «man paralign».',
  'manual-example': 'Прочесть сразу',
  'manual-line': 'выравнивание переводов, их проверка, памяти переводов',
  'manual-name': 'Имя',
  'manual-description': 'Описание',
  'manual-exit-0': 'Сделано, сообщать не о чем.',
  'manual-exit-1': 'Сделано, есть находки не ниже порога.',
  'manual-exit-2': 'Сделать не удалось; почему – в сообщении в стандартном потоке ошибок.',
  'doctor-summary': 'Посмотреть, есть ли всё нужное на машине и в проекте',
  'doctor-about':
    'Смотрит, есть ли то, что нужно команде: Node.js и его данные о языках, память, git, конфигурация и названные в ней документы, папка кэша, пакеты, которые можно добавить. Ничего не меняет.',
  'option-doctor-json': 'Для других программ',
  'doctor-example': 'Что есть и чего нет',
  'doctor-example-json': 'То же, чтобы приложить к сообщению об ошибке',
  'exit-doctor-ok': 'Ничто не помешает',
  'exit-doctor-wrong': 'Что-то помешает',
  'doctor-node': 'paralign {{paralign}} на Node.js {{version}}.',
  'doctor-node-old':
    'Для paralign {{paralign}} нужен Node.js {{least}} или новее, а это {{version}}. Установите более новый.',
  'doctor-locales': 'Данные обо всех языках: ICU {{icu}}, Unicode {{unicode}}.',
  'doctor-locales-small':
    'В этом Node.js нет данных о некоторых языках (ICU {{icu}}). Установите Node.js с полным ICU, как на nodejs.org.',
  'doctor-machine': 'Ядер: {{cores, number}}; память: {{memory, number}} МиБ.',
  'doctor-machine-small':
    'Ядер: {{cores, number}}; память: всего {{memory, number}} МиБ. Для больших памятей переводов укажите --memory-limit.',
  'doctor-git': 'git {{version}}, и это репозиторий: --changed и --since работают.',
  'doctor-git-none': 'git {{version}}, но это не репозиторий: --changed и --since здесь не работают.',
  'doctor-git-missing': 'git не установлен: --changed и --since не работают.',
  'doctor-config_one': '{{file}}: на проверку {{count, number}} пара документов.',
  'doctor-config_few': '{{file}}: на проверку {{count, number}} пары документов.',
  'doctor-config_many': '{{file}}: на проверку {{count, number}} пар документов.',
  'doctor-config_other': '{{file}}: на проверку {{count, number}} пары документов.',
  'doctor-config-none':
    'Ни здесь, ни выше нет конфигурации. Чтобы проверять много документов сразу, выполните «paralign init».',
  'doctor-config-wrong': 'Конфигурацией нельзя пользоваться: {{message}}',
  'doctor-config-some': '{{file}}: проверить можно не всё. {{message}}',
  'doctor-cache': 'Результаты хранятся в {{folder}}.',
  'doctor-cache-closed':
    'Хранить результаты в {{folder}} нельзя: при каждом запуске все документы проверяются заново. Укажите --cache-location.',
  'doctor-package': '{{name}} {{version}} на месте: {{use}}.',
  'doctor-package-none': '{{name}} не установлен; нужен только для этого: {{use}}.',
  'doctor-hucre': 'таблицы в XLSX',
  'doctor-jiti': 'конфигурация на TypeScript',
  'doctor-transformers': 'выравнивание по векторным представлениям предложений',
  'doctor-well': 'Ничто не помешает.',
  'doctor-wrong': 'Исправьте то, что отмечено знаком ✗.',
};
