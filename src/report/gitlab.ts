import type { CheckRun } from '../check/check-run.ts';
import { hash } from '../check/fingerprint.ts';
import { escapeControls } from './json.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { reportedOf, wordsOf } from './reported.ts';

const SEVERITIES = { error: 'critical', warning: 'minor', info: 'info' } as const;

/**
 * A run as GitLab's code quality report. A fingerprint stands once in it: of the same finding in several files, the
 * first keeps its own, the others get one that is made of it and their file. What could not be checked is a blocker.
 */
export function gitlabReport(run: CheckRun, messages: Messages): string {
  const used = new Set<string>();
  const unique = (fingerprint: string, ...parts: readonly string[]): string => {
    let own = fingerprint;
    for (let k = 0; used.has(own); k++) own = hash([fingerprint, ...parts, String(k)]);
    used.add(own);
    return own;
  };
  const entries = [
    ...reportedOf(run).map(({ finding, place, file }) => ({
      description: wordsOf(finding, messages),
      check_name: finding.rule,
      fingerprint: unique(finding.fingerprint, file),
      severity: SEVERITIES[finding.severity],
      location: { path: pathOf(file), lines: { begin: place?.line ?? 1 } },
    })),
    ...run.failures.map(({ file, line, message }) => ({
      description: printable(message),
      check_name: 'paralign',
      fingerprint: unique(hash(['failure', file])),
      severity: 'blocker',
      location: { path: pathOf(file), lines: { begin: line ?? 1 } },
    })),
  ];
  return `${escapeControls(JSON.stringify(entries, null, 2))}\n`;
}

/** Paths count from the repository's root; GitLab does not see that `./` is just that. */
function pathOf(file: string): string {
  return printable(file).replace(/^(?:\.\/)+/, '');
}
