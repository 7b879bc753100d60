/** What the check of many documents says, and `paralign init`. Part of {@link cli}. */
export const cliCheck = {
  'check-example-config': 'All documents that paralign.config.json names',
  'check-example-reports': 'The same for people and for programs, and stop at more than ten warnings',
  'argument-check-source':
    'The original: a file, or - for standard input; one that is aligned already stands alone; without files the config is checked',
  'argument-check-target': 'The translation: a file, or - for standard input',
  'option-config': 'The config; without it the nearest one, in this folder or above it',
  'option-max-warnings': 'Exit with 1 where there are more warnings than this',
  'option-check-reporter':
    'How to report; name=file writes it to a file, so that several can be made. By default what the config says, else “text”',
  'option-check-fail-on':
    'Exit with 1 from this severity on; “never” reports and exits with 0; by default what the config says, else “error”',
  'option-baseline': 'Leave out what this file knows; without it what the config says',
  'option-update-baseline': 'Write all that is found to the baseline, so that only what is new fails from then on',
  'option-prune-baseline': 'Take out of the baseline what is mended',
  'option-fix': 'Mend in the translations what can be mended without a person looking, and check what is left',
  'option-changed':
    'Check only documents of which a version changed since this revision of git; without one, since the last commit',
  'option-watch': 'Check again whenever a file changes, until Ctrl-C',
  'option-cache':
    'Keep results, and use those of files that are still the same; so by default, unless the config has rules that are functions',
  'option-no-cache': 'Check everything anew, and keep nothing',
  'option-cache-location': 'The file to keep results in',
  'option-concurrency': 'How many threads; by default as many as the machine can run at a time',

  // A config as a whole.
  'config-missing':
    'There is no config in {{folder}} or above it. Run “paralign init” to have one written, or give two files to check.',
  'config-name': '{{file}} is not what a config can be called. Give one of: {{names}}.',
  'config-empty': '{{file}} is empty. Run “paralign init --force” to have it written.',
  'config-json':
    '{{file}}:{{line}}:{{column}}: this is not JSON. Mend it here, or write the config as a program, in paralign.config.js.',
  'config-json-comma':
    '{{file}}:{{line}}:{{column}}: this is not JSON: no comma may stand after the last value. Take out the comma before this place.',
  'config-json-comment':
    '{{file}}:{{line}}:{{column}}: this is not JSON, which has no comments. Take the comment out, or write the config as a program, in paralign.config.js.',
  'config-failed': '{{file}} cannot be run: {{reason}}. Mend it, and try it with “node {{file}}”.',
  'config-no-default': '{{file}} has no default export. Write: export default { … }.',
  'config-function': '{{file}} exports a function. Export the config itself: export default { … }.',
  'config-typescript':
    '{{file}}: this Node.js ({{version}}) does not read TypeScript. Install jiti (npm install -D jiti), use Node.js 22.18 or newer, or write paralign.config.js.',

  // What is wrong in a config; the file and the place in it stand before them.
  'config-not-object': 'Expected an object with “documents” and “source”, found {{found}}.',
  'config-key-unknown': 'There is no key “{{name}}”. Did you mean “{{suggestion}}”? There are: {{names}}.',
  'config-key-missing': 'The key “{{name}}” is missing. Give {{expected}}.',
  'config-value': '“{{path}}” cannot be {{found}}. Give {{expected}}.',
  'config-pattern-locale':
    '“{{path}}” is {{pattern}}, which does not say where the locale stands. Write {locale} in its place, for example content/{locale}/**/*.md.',
  'config-pattern-path':
    '“{{path}}” is {{pattern}}. Give a path that starts from the folder of the config, with / between folders.',
  'config-locale':
    '“{{path}}” is no known locale: “{{tag}}”. Give a BCP 47 language tag such as en-GB, ru-RU or zh-Hant-TW.',
  'config-locale-twice':
    '“{{path}}” is {{locale}}, which stands there already, or is the source. Name every locale once.',
  'config-rule-unknown': 'There is no rule “{{name}}”. Did you mean “{{suggestion}}”?',
  'config-expects-documents':
    'a pattern such as content/{locale}/**/*.md, an object with the patterns “source” and “target”, or a list of these',
  'config-expects-patterns': 'a pattern such as **/draft/**, or a list of them',
  'config-expects-locale': 'a locale such as en-GB',
  'config-expects-locales': 'a list of locales such as ["ru-RU", "de"], one at least',
  'config-expects-severities':
    'for each rule “error”, “warning”, “info” or “off”, or an object with one of these for each locale',
  'config-expects-files': 'a path, or a list of them',
  'config-expects-file': 'a path',
  'config-expects-share': 'a number from 0 to 1, or an object with one for each locale',
  'config-expects-reporters': 'a list such as ["text", "json=report.json"]',
  'config-expects-fail-on': '“error”, “warning”, “info” or “never”',
  'config-expects-count': 'a whole number from 0',
  'config-pattern-rule':
    '“{{path}}” cannot be used: {{pattern}}: {{reason}}. Give “source” or “target” as JavaScript’s regular expressions have it.',
  'config-expects-rules':
    'a list of rules: each with “id” (small letters and hyphens), “message” and the expressions “source” or “target”; or, in a program, with “id”, “severity” and the function “check”; to change the severity of a rule that paralign has, use “severities”',

  // What the patterns find.
  'documents-none': 'The pattern {{pattern}} finds no document in {{folder}}. Mend the pattern, or take it out.',
  'documents-no-source':
    'No document is in the source locale {{locale}}. There are: {{locales}}. Name one of them as “source”, or mend the patterns.',
  'documents-no-target': 'All documents are in {{locale}}, which is the source. Name “targets”, or mend the patterns.',
  'documents-twice':
    '{{other}} is the {{locale}} version of this document too. Take out one of the two, or leave it out by “ignore”.',
  'documents-passed-over_one':
    '{{count, number}} file was passed over, since what stands in the place of the locale is none: {{names}}. Name “targets”, or leave it out by “ignore”.',
  'documents-passed-over_other':
    '{{count, number}} files were passed over, since what stands in the place of the locale is none: {{names}}. Name “targets”, or leave them out by “ignore”.',

  // git.
  'git-missing': 'git is not installed, and --changed asks it. Install it, or check without --changed.',
  'git-no-repository': '{{folder}} is not in a git repository, and --changed asks it. Check without --changed.',
  'git-revision':
    'git knows no revision {{revision}}. Give a commit, branch or tag; on a build server, fetch it first (fetch-depth: 0).',
  'git-base':
    'git finds no commit that {{revision}} and this branch have in common. On a build server, fetch the whole history (fetch-depth: 0).',
  'git-failed': 'git failed: {{reason}}. Check without --changed.',

  // The run.
  'check-max-warnings_one': 'There is {{count, number}} warning, and at most {{most, number}} may be.',
  'check-max-warnings_other': 'There are {{count, number}} warnings, and at most {{most, number}} may be.',
  'options-exclude': '{{option}} cannot go with {{other}}. Leave out one of the two.',
  'baseline-name': '{{option}} needs a file. Give --baseline paralign-baseline.json, or “baseline” in the config.',
  'baseline-missing':
    'There is no baseline {{file}}. Run “paralign check --update-baseline” to have it written, or mend the path.',
  'baseline-wrote_one': '{{count, number}} finding is known from now on, written to {{file}}.',
  'baseline-wrote_other': '{{count, number}} findings are known from now on, written to {{file}}.',
  'baseline-pruned_one': '{{count, number}} finding that is mended was taken out of {{file}}.',
  'baseline-pruned_other': '{{count, number}} findings that are mended were taken out of {{file}}.',
  'fix-wrote_one': '{{count, number}} place was mended in {{file}}.',
  'fix-wrote_other': '{{count, number}} places were mended in {{file}}.',
  'fix-stdin': 'Standard input cannot be mended. Give the translation as a file, or leave out --fix.',
  'check-watching': 'Waiting for changes. Ctrl-C ends it.',
  'option-not-whole': '“{{value}}” is not a value of {{option}}. Give a whole number from 0.',
  'option-needs-config': '{{option}} is for the documents of a config. Leave out the two files, or the option.',
  'option-needs-files': '{{option}} is for two files. Give them, or say it in the config.',
  'reporter-no-file': 'After “{{name}}=” a path is missing. Write --reporter {{name}}={{name}}.txt.',
  'reporter-same-file': '“{{other}}” and “{{name}}” cannot both go to {{file}}. Give each its own file.',
  'reporter-same-stream':
    '“{{other}}” and “{{name}}” cannot both go to standard output. Give one of them a file: --reporter {{name}}=report.txt.',
  'progress-run': 'Checking: {{done}} of {{of}}',

  // paralign init.
  'init-summary': 'Write a config for the documents of this folder',
  'init-about':
    'Looks for documents and their translations - in a folder a locale, or with the locale in their names, with a source that may have none -, writes paralign.config.json, and says what it found and what to run next. With --ci it writes the file for a build server too. It overwrites nothing.',
  'init-example': 'A config for this folder',
  'init-example-ci': 'The same, and a workflow for GitHub Actions',
  'option-init-source':
    'Locale of the originals, such as en-GB; without it English where there is any, else the one with most files',
  'option-init-ci': 'Write what a build server needs to check the translations',
  'option-force': 'Overwrite files that are there already',
  'init-none':
    'No translated documents were found in {{folder}}: looked for {{kinds}} in folders a locale (content/en/page.md, content/ru/page.md) and with a locale in their names (page.en.md, page.ru.md). Write paralign.config.json by hand: see the guide.',
  'init-source-unknown': 'No document is in {{locale}}. There are: {{locales}}. Give one of them by --source.',
  'init-exists': '{{file}} is there already. Give --force to have it overwritten.',
  'init-found_one': '{{pattern}}: {{count, number}} document ({{locales}})',
  'init-found_other': '{{pattern}}: {{count, number}} documents ({{locales}})',
  'init-gitlab': 'Add to .gitlab-ci.yml:',
} as const;
