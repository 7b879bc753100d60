import { ciSystems } from './init/ci-files.ts';
import { alignedKinds, inputKinds } from './input-kind.ts';
import { checked, done, pairOptions } from './pair-specs.ts';
import type { CommandSpec, OptionSpec } from './spec.ts';

/** What a check can be reported in. Written out, so that the help does not load what words it. */
export const reporterNames: readonly string[] = [
  'text',
  'json',
  'sarif',
  'junit',
  'github',
  'github-summary',
  'gitlab',
  'checkstyle',
  'rdjson',
  'markdown',
  'html',
];

export const failLevels: readonly ['error', 'warning', 'info', 'never'] = ['error', 'warning', 'info', 'never'];

/** What of {@link check} is for the documents of a config and not for two files, by its long name in camel case. */
export const configOptions: Readonly<Record<string, string>> = {
  config: '--config',
  changed: '--changed',
  watch: '--watch',
  cacheLocation: '--cache-location',
  concurrency: '--concurrency',
};

/** What of {@link check} is for two files. */
export const fileOptions: Readonly<Record<string, string>> = {
  sourceLocale: '--source-locale',
  targetLocale: '--target-locale',
  input: '--input',
  select: '--select',
  encoding: '--encoding',
  boundary: '--boundary',
  boundaryHeadings: '--boundary-headings',
  confirmed: '--confirmed',
  dictionary: '--dictionary',
  memory: '--memory',
  translation: '--translation',
};

/** What of {@link check} is for two texts, and not for a file that is aligned already. */
export const textOptions: Readonly<Record<string, string>> = {
  select: '--select',
  encoding: '--encoding',
  i18next: '--i18next',
  boundary: '--boundary',
  boundaryHeadings: '--boundary-headings',
  confirmed: '--confirmed',
  dictionary: '--dictionary',
  memory: '--memory',
  since: '--since',
  translation: '--translation',
};

/** A file that is aligned already can be checked too. */
const checkInput: OptionSpec = {
  flags: '--input <kind>',
  about: 'option-check-input',
  choices: [...inputKinds, ...alignedKinds],
};

export const check: CommandSpec = {
  name: 'check',
  summary: 'check-summary',
  about: 'check-about',
  args: [
    { name: '[source]', about: 'argument-check-source' },
    { name: '[target]', about: 'argument-check-target' },
  ],
  options: [
    ...pairOptions.map((option) => (option.about === 'option-input' ? checkInput : option)),
    { flags: '--since <revision>', about: 'option-since' },
    { flags: '--config <file>', about: 'option-config' },
    { flags: '--reporter <name[=file]>', about: 'option-check-reporter', names: reporterNames, repeated: true },
    { flags: '-o, --output <file>', about: 'option-check-output' },
    { flags: '--fail-on <severity>', about: 'option-check-fail-on', choices: failLevels },
    { flags: '--max-warnings <n>', about: 'option-max-warnings' },
    { flags: '--rule <id=severity>', about: 'option-rule', repeated: true },
    { flags: '--baseline <file>', about: 'option-baseline' },
    { flags: '--update-baseline', about: 'option-update-baseline' },
    { flags: '--prune-baseline', about: 'option-prune-baseline' },
    { flags: '--fix', about: 'option-fix' },
    { flags: '--changed [revision]', about: 'option-changed' },
    { flags: '--watch', about: 'option-watch' },
    { flags: '--cache', about: 'option-cache' },
    { flags: '--no-cache', about: 'option-no-cache' },
    { flags: '--cache-location <file>', about: 'option-cache-location' },
    { flags: '--concurrency <n>', about: 'option-concurrency' },
  ],
  examples: [
    { about: 'check-example-memory', command: 'paralign check ru.po' },
    { about: 'check-example-screen', command: 'paralign check page.en-GB.txt page.ru-RU.txt' },
    {
      about: 'check-example-json',
      command: 'paralign check page.en-GB.txt page.ru-RU.txt --reporter json -o findings.json',
    },
    {
      about: 'check-example-rules',
      command:
        'paralign check page.en-GB.txt page.ru-RU.txt --fail-on warning --rule number-mismatch=error --rule length-ratio=off',
    },
    {
      about: 'check-example-html',
      command: 'paralign check page.en-GB.txt page.ru-RU.txt --reporter text --reporter html=review.html',
    },
    { about: 'check-example-config', command: 'paralign check' },
    {
      about: 'check-example-reports',
      command: 'paralign check --max-warnings 10 --reporter text --reporter json=findings.json',
    },
  ],
  exits: checked,
  load: async () => (await import('./commands/check.ts')).runCheck,
};

export const init: CommandSpec = {
  name: 'init',
  summary: 'init-summary',
  about: 'init-about',
  args: [],
  options: [
    { flags: '--source <locale>', about: 'option-init-source' },
    { flags: '--ci <system>', about: 'option-init-ci', choices: ciSystems },
    { flags: '--force', about: 'option-force' },
  ],
  examples: [
    { about: 'init-example', command: 'paralign init' },
    { about: 'init-example-ci', command: 'paralign init --ci github' },
  ],
  exits: done,
  load: async () => (await import('./commands/init.ts')).runInit,
};
