import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { configKeys, readConfig } from '../../../src/cli/check/config-schema.ts';
import { ruleIds } from '../../../src/cli/check/run-findings.ts';

const schema = JSON.parse(readFileSync('schema/config.json', 'utf8')) as {
  readonly properties: Readonly<Record<string, { readonly description: string; readonly properties?: object }>>;
};
const isValid = new Ajv({ strict: true }).compile(schema);

/** A config with every key, and every shape that a key can have, one way. */
const full = {
  $schema: './node_modules/paralign/schema/config.json',
  documents: ['content/{locale}/**/*.md', { source: 'docs/**/*.md', target: 'docs/{locale}/**/*.md' }],
  ignore: ['**/drafts/**'],
  source: 'en-GB',
  targets: ['ru-RU', 'de'],
  severities: { moved: 'off', 'number-mismatch': { 'ru-RU': 'error', '*': 'warning' } },
  glossary: ['terms.tsv'],
  memory: 'accepted.tmx',
  since: 'main',
  minCompleteness: { 'ru-RU': 1, '*': 0.9 },
  encoding: { 'ru-RU': 'koi8-r' },
  baseline: 'known.json',
  suppressions: 'quiet.json',
  reporters: ['text', 'json=report.json'],
  failOn: 'warning',
  maxWarnings: 20,
  i18next: {
    keySeparator: false,
    nsSeparator: ':',
    contextSeparator: '_',
    pluralSeparator: '_',
    interpolation: { prefix: '{{', suffix: '}}', nestingPrefix: '$t(', nestingSuffix: ')' },
  },
  rules: [
    {
      id: 'cookie',
      severity: 'info',
      source: 'cookie',
      target: 'кук',
      notSource: 'x',
      notTarget: 'y',
      ignoreCase: true,
      message: 'Cookies.',
    },
  ],
};

/** What stands in the place of each value in turn. */
const others: readonly unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  '',
  'error',
  'en',
  'a/{locale}/*.md',
  [],
  ['a/{locale}.md'],
  [3],
  [[]],
  {},
  { '*': 1 },
  { '*': 'off' },
  { '*': 'x' },
  { '*': {} },
  { source: 'a.md' },
  { source: 'a.md', target: '{locale}/a.md' },
  { source: 'a.md', target: 'b.md' },
];

/** Every config that has one value changed, left out, or a key too many, with the path of that. */
function* changed(value: unknown, path: readonly string[] = []): Generator<readonly [path: string, config: unknown]> {
  for (const other of others) yield [`${path.join('.')} = ${JSON.stringify(other)}`, other];
  if (typeof value !== 'object' || value === null) return;
  const own = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(own)) {
    for (const [name, child] of changed(own[key], [...path, key]))
      yield [name, Array.isArray(value) ? value.with(Number(key), child) : { ...own, [key]: child }];
    if (Array.isArray(value)) continue;
    const { [key]: _, ...rest } = own;
    yield [`${[...path, key].join('.')} is left out`, rest];
  }
  if (!Array.isArray(value)) yield [`${path.join('.')} has a key too many`, { ...own, unknown: 'x' }];
}

/** What only a look at a value can tell: whether a word is a locale, an encoding, a rule, an expression. */
const beyondShape = /^config-(?:locale|locale-twice|encoding|rule-unknown|pattern-.*)$/;

describe('the schema of the config', () => {
  test('has every key, with a word on each, and every rule', () => {
    expect(Object.keys(schema.properties)).toEqual(['$schema', ...configKeys]);
    for (const { description } of Object.values(schema.properties)) expect(description).toMatch(/\.$/);
    // Whoever adds a rule adds it there, so that editors know it.
    expect(Object.keys(schema.properties['severities']!.properties!).toSorted()).toEqual(ruleIds([]).toSorted());
  });

  test('takes a config with every key, and so does the command', () => {
    expect(isValid(full), JSON.stringify(isValid.errors)).toBe(true);
    expect(readConfig(full)).toHaveProperty('config');
    expect(Object.keys(full)).toEqual(['$schema', ...configKeys]);
  });

  test('takes and refuses what the command does, whatever is changed', () => {
    let refused = 0;
    for (const [name, config] of changed(full)) {
      // What it says is for editors: the command does not look at it.
      if (name.startsWith('$schema')) continue;
      const read = readConfig(config);
      const keys = 'problems' in read ? read.problems.map(({ key }) => key) : [];
      if (!isValid(config)) {
        expect(keys, name).not.toEqual([]);
        refused += 1;
      } else
        expect(
          keys.filter((key) => !beyondShape.test(key)),
          name,
        ).toEqual([]);
    }
    expect(refused).toBeGreaterThan(500);
  });
});
