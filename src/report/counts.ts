import type { CheckResult } from '../check/check.ts';
import type { Severity } from '../model/finding.ts';
import type { Messages } from './messages/index.ts';

/** `2 errors, 1 warning`, without what there is none of. */
export function severityCounts({ findings }: CheckResult, messages: Messages): string {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [messages.report(`count-${severity}`, { count })];
  });
  return counts.length === 0 ? messages.report('no-findings') : counts.join(', ');
}

/**
 * `ru-RU: 58 of 58 paragraphs`, a line for each locale; and where more is missing than not, a question that puts the
 * user on the track of what may be wrong with all of it.
 */
export function completenessLines({ completeness, findings }: CheckResult, messages: Messages): string[] {
  return Object.entries(completeness).flatMap(([locale, { covered, total }]) => {
    const missing = findings.filter(({ rule, target }) => rule === 'missing' && target?.locale === locale).length;
    return [
      `${locale}: ${messages.report('covered', { covered, count: total })}`,
      ...(missing > FEW && missing > total / 2 ? [messages.report('mostly-missing')] : []),
    ];
  });
}

/** So few missing paragraphs are read faster than anything said about them. */
const FEW = 3;
