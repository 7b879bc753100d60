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
};
