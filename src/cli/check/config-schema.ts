import * as v from 'valibot';
import type { DocumentPatterns, ParalignConfig, RuleLevel } from '../../check/config.ts';
import { patternRule } from '../../check/pattern-rule.ts';
import type { PatternRuleOptions } from '../../check/pattern-rule.ts';
import type { Rule } from '../../check/rule.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Severity } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { CliKey } from '../../report/messages/index.ts';
import type { I18nextInit } from '../../read/i18next/init-options.ts';
import { unknownName, valueText } from './config-problem.ts';
import type { ConfigProblem } from './config-problem.ts';
import { byLocale, encodingAt, list, localeAt } from './config-values.ts';
import { patternProblems } from './pattern-problems.ts';
import { ruleIds } from './run-findings.ts';

/** A config that was looked through: lists are lists, locales are canonical. */
export interface CheckConfig {
  readonly documents: readonly DocumentPatterns[];
  readonly ignore: readonly string[];
  readonly source: Locale;
  readonly targets: readonly Locale[] | undefined;
  readonly severities: Readonly<Record<string, RuleLevel | Readonly<Record<string, RuleLevel>>>>;
  readonly glossary: readonly string[];
  readonly memory: readonly string[];
  readonly since: string | undefined;
  readonly minCompleteness: number | Readonly<Record<string, number>> | undefined;
  readonly encoding: string | Readonly<Record<string, string>> | undefined;
  readonly baseline: string | undefined;
  readonly suppressions: readonly string[];
  readonly reporters: readonly string[];
  readonly failOn: Severity | 'never' | undefined;
  readonly maxWarnings: number | undefined;
  /** How many bytes a document's file may have; what its format says where it is not given. Of the command line only. */
  readonly maxSize?: number;
  readonly i18next: I18nextInit;
  readonly rules: readonly Rule[];
  /** What of the rules is data; the others are functions, of which nobody can say whether they are still the same. */
  readonly patternRules: readonly PatternRuleOptions[];
}

const strings = v.union([v.string(), v.array(v.string())]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const level = v.picklist(['error', 'warning', 'info', 'off']);
const optional = v.exactOptional;
const ruleId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/));

/** A list is no object here, though it has keys too. */
const noList = v.custom<Readonly<Record<string, unknown>>>((given) => !Array.isArray(given));
/** Values by locale or by name. */
const record = <Value extends v.GenericSchema>(
  value: Value,
): v.GenericSchema<unknown, Readonly<Record<string, v.InferOutput<Value>>>> =>
  v.pipe(noList, v.record(v.string(), value));

const separate = v.strictObject({ source: v.string(), target: v.string() });
// No unions: what is wrong is told of the one that was meant.
const patterns = v.lazy((value) => (typeof value === 'object' && value !== null ? separate : v.string()));
const documents = v.lazy((value) => (Array.isArray(value) ? v.array(patterns) : patterns));
const sign = v.pipe(v.string(), v.nonEmpty());
const separator = v.union([sign, v.literal(false)]);
/** As i18next itself has them. */
const i18next: v.GenericSchema<unknown, I18nextInit> = v.pipe(
  noList,
  v.strictObject({
    keySeparator: optional(separator),
    nsSeparator: optional(separator),
    contextSeparator: optional(sign),
    pluralSeparator: optional(sign),
    interpolation: optional(
      v.pipe(
        noList,
        v.strictObject({
          prefix: optional(sign),
          suffix: optional(sign),
          nestingPrefix: optional(sign),
          nestingSuffix: optional(sign),
        }),
      ),
    ),
  }),
);

const shape: v.GenericSchema<unknown, ParalignConfig> = v.strictObject({
  documents,
  ignore: optional(strings),
  source: v.string(),
  targets: optional(v.array(v.string())),
  severities: optional(record(v.union([level, record(level)]))),
  glossary: optional(strings),
  memory: optional(strings),
  since: optional(v.pipe(v.string(), v.nonEmpty())),
  minCompleteness: optional(v.union([share, record(share)])),
  encoding: optional(v.union([v.string(), record(v.string())])),
  baseline: optional(v.pipe(v.string(), v.nonEmpty())),
  suppressions: optional(strings),
  reporters: optional(v.array(v.string())),
  failOn: optional(v.picklist(['error', 'warning', 'info', 'never'])),
  maxWarnings: optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  i18next: optional(i18next),
  rules: optional(
    v.array(
      v.union([
        v.object({
          id: ruleId,
          severity: v.picklist(['error', 'warning', 'info']),
          check: v.custom<Rule['check']>((value) => typeof value === 'function'),
        }),
        v.strictObject({
          id: ruleId,
          severity: optional(v.picklist(['error', 'warning', 'info'])),
          source: optional(v.string()),
          target: optional(v.string()),
          notSource: optional(v.string()),
          notTarget: optional(v.string()),
          ignoreCase: optional(v.boolean()),
          message: v.string(),
        }),
      ]),
    ),
  ),
});

/** What each key takes, for the message that says so. */
const expectations = {
  documents: 'config-expects-documents',
  ignore: 'config-expects-patterns',
  source: 'config-expects-locale',
  targets: 'config-expects-locales',
  severities: 'config-expects-severities',
  glossary: 'config-expects-files',
  memory: 'config-expects-files',
  since: 'config-expects-revision',
  minCompleteness: 'config-expects-share',
  encoding: 'config-expects-encoding',
  baseline: 'config-expects-file',
  suppressions: 'config-expects-files',
  reporters: 'config-expects-reporters',
  failOn: 'config-expects-fail-on',
  maxWarnings: 'config-expects-count',
  i18next: 'config-expects-i18next',
  rules: 'config-expects-rules',
} as const satisfies Record<keyof ParalignConfig, CliKey>;

type ConfigKey = keyof typeof expectations;

/** The keys that a config can have. */
export const configKeys: readonly ConfigKey[] = Object.keys(expectations) as ConfigKey[];

/** Looks a config through. All that is wrong with it is found at once. `$schema` is for editors, whatever it says. */
export function readConfig(
  value: unknown,
): { readonly config: CheckConfig } | { readonly problems: readonly ConfigProblem[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [{ path: [], key: 'config-not-object', data: { found: valueText(value) } }] };
  const { $schema: _, ...own } = value as Readonly<Record<string, unknown>>;
  const parsed = v.safeParse(shape, own);
  if (!parsed.success) return { problems: parsed.issues.map((issue) => problemOf(issue, own)) };
  const problems: ConfigProblem[] = [];
  const config = normalise(parsed.output, problems);
  return problems.length > 0 ? { problems } : { config };
}

function problemOf(issue: v.BaseIssue<unknown>, value: unknown): ConfigProblem {
  const path = deepestPath(issue);
  const [first] = path;
  if (first === undefined || !isConfigKey(first))
    return unknownName(path, 'config-key-unknown', String(first), configKeys);
  if (path.length === 1 && !Object.hasOwn(value as object, first))
    return { path: [], key: 'config-key-missing', data: { name: first, expected: expectations[first] } };
  const found = path.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[String(step)], value);
  return { path, key: 'config-value', data: { found: valueText(found), expected: expectations[first] } };
}

/** Of a union, the alternative that got furthest is the one that was meant. */
function deepestPath(issue: v.BaseIssue<unknown>): (string | number)[] {
  const own = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const below = (issue.issues ?? []).map(deepestPath);
  return [...own, ...below.reduce((a, b) => (b.length > a.length ? b : a), [])];
}

function isConfigKey(key: string | number): key is ConfigKey {
  return Object.hasOwn(expectations, key);
}

function normalise(given: ParalignConfig, problems: ConfigProblem[]): CheckConfig {
  const documents = list<DocumentPatterns>(given.documents);
  documents.forEach((pattern, k) => {
    problems.push(...patternProblems(pattern, Array.isArray(given.documents) ? ['documents', k] : ['documents']));
  });
  if (documents.length === 0)
    problems.push({
      path: ['documents'],
      key: 'config-value',
      data: { found: '[]', expected: expectations.documents },
    });
  const source = localeAt(given.source, ['source'], problems);
  const targets = given.targets?.map((tag, k) => localeAt(tag, ['targets', k], problems));
  targets?.forEach((locale, k) => {
    if (locale === '') return;
    if (locale === source || targets.indexOf(locale) < k)
      problems.push({ path: ['targets', k], key: 'config-locale-twice', data: { locale } });
  });
  if (targets?.length === 0)
    problems.push({ path: ['targets'], key: 'config-value', data: { found: '[]', expected: expectations.targets } });
  const patternRules: PatternRuleOptions[] = [];
  const rules = (given.rules ?? []).flatMap((rule, k): Rule[] => {
    if ('check' in rule) return [rule];
    patternRules.push(rule);
    try {
      return [patternRule(rule)];
    } catch (error) {
      const data = error instanceof ParalignError ? error.data : {};
      problems.push({ path: ['rules', k], key: 'config-pattern-rule', data: { pattern: '', reason: '', ...data } });
      return [];
    }
  });
  const ids = ruleIds(rules);
  for (const rule of Object.keys(given.severities ?? {}))
    if (!ids.includes(rule)) problems.push(unknownName(['severities', rule], 'config-rule-unknown', rule, ids));
  return {
    documents,
    ignore: list(given.ignore),
    source,
    targets,
    severities: Object.fromEntries(
      Object.entries(given.severities ?? {}).map(([rule, levels]) => [
        rule,
        byLocale(levels, ['severities', rule], problems),
      ]),
    ),
    glossary: list(given.glossary),
    memory: list(given.memory),
    since: given.since,
    minCompleteness:
      given.minCompleteness === undefined ? undefined : byLocale(given.minCompleteness, ['minCompleteness'], problems),
    encoding: encodingAt(given.encoding, problems),
    baseline: given.baseline,
    suppressions: list(given.suppressions),
    reporters: given.reporters ?? [],
    failOn: given.failOn,
    maxWarnings: given.maxWarnings,
    i18next: given.i18next ?? {},
    rules,
    patternRules,
  };
}
