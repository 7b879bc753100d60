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
  'argument-accept-target': 'The translation: a file',
  'option-accept-locale': 'Without files: accept only translations in this locale',
  'option-accept-only':
    'Without files: accept only documents whose source or translation this pattern finds, such as docs/**',
  'option-accept-fail-on':
    'Without files: leave out documents with a finding of this severity or above; “never” accepts them too; by default what the config says, else “error”',
  'accept-example-config': 'Accept all Russian translations that the config names',
  'exit-accept-held': 'Done, but documents with findings at or above --fail-on were not accepted',
  'accept-memory-config':
    'Say where to note what is accepted: name one “memory” in the config, or give --memory accepted.tmx.',
  'accept-needs-files': '{{option}} is for two files. Give them, or leave it out.',
  'accept-locale-unknown': 'No document is translated into {{locale}}. There are: {{locales}}. Give one of them.',
  'accept-only-none':
    'The pattern {{pattern}} finds no document of the config. Give a path or pattern that starts from this folder.',
  'accept-run-nothing':
    'Nothing was accepted, and {{file}} is as it was. Mend these files, or leave them out by --only.',
  'accept-run-locale_one':
    '{{locale}}: {{added}} new, {{changed}} changed, {{unchanged}} as before, {{removed}} gone, in {{count, number}} document',
  'accept-run-locale_other':
    '{{locale}}: {{added}} new, {{changed}} changed, {{unchanged}} as before, {{removed}} gone, in {{count, number}} documents',
  'accept-run-missing_one': '{{locale}}: {{count, number}} document has no translation',
  'accept-run-missing_other': '{{locale}}: {{count, number}} documents have no translation',
  'accept-run-held_one':
    '{{file}} was not accepted: it has {{count, number}} finding that fails a check ({{rules}}). Mend it, or accept it all the same: --fail-on never.',
  'accept-run-held_other':
    '{{file}} was not accepted: it has {{count, number}} findings that fail a check ({{rules}}). Mend them, or accept it all the same: --fail-on never.',
  'init-source-needed':
    'Nothing says what language {{file}} is in; there is an English version beside it. Give it by --source, for example --source ru.',
} as const;
