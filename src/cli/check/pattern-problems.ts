import type { DocumentPatterns } from '../../check/config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { haveSameWildcards } from './separate-patterns.ts';

/**
 * What is wrong with a pattern of documents, or with two.
 *
 * @param path where it stands in the config.
 */
export function patternProblems(patterns: DocumentPatterns, path: readonly (string | number)[]): ConfigProblem[] {
  if (typeof patterns === 'string') return problemsOf(patterns, path, true);
  const problems = [
    ...problemsOf(patterns.source, [...path, 'source'], false),
    ...problemsOf(patterns.target, [...path, 'target'], true),
  ];
  if (problems.length > 0 || haveSameWildcards(patterns)) return problems;
  return [{ path, key: 'config-pattern-wildcards', data: { source: patterns.source, target: patterns.target } }];
}

function problemsOf(pattern: string, path: readonly (string | number)[], withLocale: boolean): ConfigProblem[] {
  const data = { pattern };
  if (pattern.includes('{locale}') !== withLocale)
    return [{ path, key: withLocale ? 'config-pattern-locale' : 'config-pattern-source', data }];
  return FROM_ROOT.test(pattern) || OTHER_SLASH.test(pattern) ? [{ path, key: 'config-pattern-path', data }] : [];
}

const FROM_ROOT = /^(?:[A-Za-z]:)?[\\/]/;
/** A backslash that takes nothing of its meaning. */
const OTHER_SLASH = /\\(?![[\](){}!*+?@$^|.])/;
