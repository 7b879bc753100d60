import type { cliConfig as english } from '../en-GB/cli-config.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/cli-config.ts` in Russian. */
export const cliConfig: RussianCatalogue<typeof english> = {
  'config-expects-encoding': 'название кодировки, например koi8-r, или объект с одной для каждой локали',
  'config-encoding':
    '«{{path}}» – не кодировка: «{{name}}». Укажите название, например utf-8, windows-1251 или koi8-r.',
  'encoding-assumed-run':
    '{{file}}: это не UTF-8; судя по буквам, кодировка – {{encoding}}, так файл и прочитан. Назовите кодировку в настройках («encoding») или сохраните файл в UTF-8.',
  'config-expects-revision': 'ревизию git, например main или v1.2',
  'since-newer_one':
    '{{count, number}} перевод не сравнивается с {{revision}}: тогда под этим именем не было его самого или исходного текста.',
  'since-newer_few':
    '{{count, number}} перевода не сравниваются с {{revision}}: тогда под этими именами не было их самих или исходных текстов.',
  'since-newer_many':
    '{{count, number}} переводов не сравниваются с {{revision}}: тогда под этими именами не было их самих или исходных текстов.',
  'since-newer_other':
    '{{count, number}} перевода не сравниваются с {{revision}}: тогда под этими именами не было их самих или исходных текстов.',
  'config-pattern-source':
    '«{{path}}» – это {{pattern}}, а у исходных текстов здесь нет локали в пути. Уберите {locale} или дайте один шаблон вместо «source» и «target».',
  'config-pattern-wildcards':
    '«{{path}}»: в {{source}} и {{target}} должны быть одни и те же подстановочные знаки в одном порядке – ** как папка, * и {md,mdx}, – ведь они означают одно и то же в исходном тексте и переводе.',
  'argument-accept-target': 'Перевод: файл',
  'option-accept-locale': 'Без файлов: принять только переводы на эту локаль',
  'option-accept-only':
    'Без файлов: принять только документы, исходный текст или перевод которых находит этот шаблон, например docs/**',
  'option-accept-fail-on':
    'Без файлов: не принимать документы с замечанием этой серьёзности или выше; с «never» принимаются и они; по умолчанию то, что в настройках, иначе «error»',
  'accept-example-config': 'Принять все русские переводы, которые называют настройки',
  'exit-accept-held': 'Сделано, но документы с замечаниями на уровне --fail-on или выше не приняты',
  'accept-memory-config':
    'Скажите, куда записать принятое: назовите в настройках одну память («memory») или укажите --memory accepted.tmx.',
  'accept-needs-files': '{{option}} – для двух файлов. Укажите их или уберите её.',
  'accept-locale-unknown': 'Переводов на {{locale}} нет. Есть: {{locales}}. Укажите одну из этих локалей.',
  'accept-only-none':
    'Шаблон {{pattern}} не находит ни одного документа из настроек. Укажите путь или шаблон, который начинается от этой папки.',
  'accept-run-nothing':
    'Ничего не принято, {{file}} остаётся прежним. Исправьте эти файлы или выберите другие с помощью --only.',
  'accept-run-locale_one':
    '{{locale}}: новых {{added}}, изменённых {{changed}}, прежних {{unchanged}}, исчезнувших {{removed}} – в {{count, number}} документе',
  'accept-run-locale_few':
    '{{locale}}: новых {{added}}, изменённых {{changed}}, прежних {{unchanged}}, исчезнувших {{removed}} – в {{count, number}} документах',
  'accept-run-locale_many':
    '{{locale}}: новых {{added}}, изменённых {{changed}}, прежних {{unchanged}}, исчезнувших {{removed}} – в {{count, number}} документах',
  'accept-run-locale_other':
    '{{locale}}: новых {{added}}, изменённых {{changed}}, прежних {{unchanged}}, исчезнувших {{removed}} – в {{count, number}} документа',
  'accept-run-missing_one': '{{locale}}: {{count, number}} документ без перевода',
  'accept-run-missing_few': '{{locale}}: {{count, number}} документа без перевода',
  'accept-run-missing_many': '{{locale}}: {{count, number}} документов без перевода',
  'accept-run-missing_other': '{{locale}}: {{count, number}} документа без перевода',
  'accept-run-held_one':
    '{{file}} не принят: в нём {{count, number}} замечание, с которым проверка не проходит ({{rules}}). Исправьте его или примите документ всё равно: --fail-on never.',
  'accept-run-held_few':
    '{{file}} не принят: в нём {{count, number}} замечания, с которыми проверка не проходит ({{rules}}). Исправьте их или примите документ всё равно: --fail-on never.',
  'accept-run-held_many':
    '{{file}} не принят: в нём {{count, number}} замечаний, с которыми проверка не проходит ({{rules}}). Исправьте их или примите документ всё равно: --fail-on never.',
  'accept-run-held_other':
    '{{file}} не принят: в нём {{count, number}} замечания, с которыми проверка не проходит ({{rules}}). Исправьте их или примите документ всё равно: --fail-on never.',
  'init-source-needed':
    'Ничто не говорит, на каком языке {{file}}; рядом с ним есть английская версия. Укажите язык: --source, например --source ru.',
};
