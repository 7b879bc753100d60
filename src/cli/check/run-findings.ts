import type { CheckedDocument, CheckedVersion } from '../../check/check-run.ts';
import type { Completeness } from '../../check/completeness.ts';
import { hash } from '../../check/fingerprint.ts';
import type { Rule } from '../../check/rule.ts';
import { builtInRules } from '../../check/rules/index.ts';
import type { Finding, FindingPlace, Severity } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { DocumentPair, FoundFile } from './find-documents.ts';

/** What is found besides what the rules look at, and how much it weighs where the user does not say. */
const runRules = {
  'missing-document': 'error',
  'extra-document': 'warning',
  completeness: 'error',
} as const satisfies Record<string, Severity>;

type RunRuleId = keyof typeof runRules;

/** What is found by `check` and by a baseline besides what the rules look at. */
const otherRules = ['suppression', 'baseline'] as const;

/** Whether a rule is none of `check`'s, which would not know it. */
export function isRunRule(id: string): boolean {
  return Object.hasOwn(runRules, id) || id === 'baseline';
}

/**
 * The ids of all rules that a user can set.
 *
 * @param own rules beside the built-in ones.
 */
export function ruleIds(own: readonly Rule[]): string[] {
  return [...[...builtInRules, ...own].map(({ id }) => id), ...Object.keys(runRules), ...otherRules];
}

/** The weight that a user gives a rule in a locale; undefined where they say nothing. */
export type LevelOf = (rule: string, locale: Locale) => Severity | 'off' | undefined;

/**
 * What there is to say of a document of which one version is not there; undefined where both are.
 */
export function halfDocument(pair: DocumentPair, levelOf: LevelOf): CheckedDocument | undefined {
  const { source, target } = pair;
  const exists = source.exists ? target : source;
  if (source.exists && target.exists) return undefined;
  const rule = source.exists ? 'missing-document' : 'extra-document';
  const place = startOf(source.exists ? source : target);
  const finding = findingOf(rule, target.locale, levelOf, pair.key, {
    source: source.exists ? place : null,
    target: source.exists ? null : place,
    data: { locale: exists.locale, file: exists.file },
  });
  return {
    source: versionOf(source),
    target: versionOf(target),
    findings: finding === undefined ? [] : [finding],
    completeness: undefined,
  };
}

/** The finding that a translation has less of its source than it must; undefined where it has enough. */
export function completenessFinding(
  pair: DocumentPair,
  { covered, total }: Completeness,
  least: number,
  levelOf: LevelOf,
): Finding | undefined {
  if (covered >= least * total) return undefined;
  return findingOf('completeness', pair.target.locale, levelOf, pair.key, {
    source: null,
    target: startOf(pair.target),
    data: { covered, count: total, share: covered / total, least },
  });
}

function findingOf(
  rule: RunRuleId,
  locale: Locale,
  levelOf: LevelOf,
  key: string,
  rest: Pick<Finding, 'source' | 'target' | 'data'>,
): Finding | undefined {
  const severity = levelOf(rule, locale) ?? runRules[rule];
  if (severity === 'off') return undefined;
  // The document as a whole is what it is about, so that is what names it.
  return { rule, severity, confidence: 1, ...rest, fingerprint: hash([rule, locale, key]) };
}

/** The place that a finding about a whole file is shown at. */
function startOf({ locale, file }: FoundFile): FindingPlace {
  return { locale, file, block: 0, line: 1, column: 1 };
}

function versionOf({ locale, file, exists }: FoundFile): CheckedVersion {
  return { locale, file: exists ? file : null, texts: {} };
}
