/** What is said of a config: its keys for encodings, older versions and sources without a locale, and `accept` over it. Part of {@link cli}. */
export const cliConfig = {
  'config-expects-encoding': 'the name of an encoding such as koi8-r, or an object with one for each locale',
  'config-encoding': '“{{path}}” is no encoding: “{{name}}”. Give a name such as utf-8, windows-1251 or koi8-r.',
  'encoding-assumed-run':
    '{{file}}: this is not UTF-8; its letters are those of {{encoding}}, and so it was read. Name its “encoding” in the config, or save it as UTF-8.',
  'config-expects-revision': 'a revision of git such as main or v1.2',
  'since-newer_one':
    '{{count, number}} translation is not compared with {{revision}}: it or its source was not there then, under its name.',
  'since-newer_other':
    '{{count, number}} translations are not compared with {{revision}}: they or their sources were not there then, under their names.',
  'config-pattern-source':
    '“{{path}}” is {{pattern}}, and sources have no locale in their paths here. Take {locale} out, or give one pattern in place of “source” and “target”.',
  'config-pattern-wildcards':
    '“{{path}}”: {{source}} and {{target}} must have the same wildcards in the same order - ** as a folder, * and {md,mdx} -, for they stand for the same in a source and its translation.',
} as const;
