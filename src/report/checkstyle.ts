import type { CheckRun } from '../check/check-run.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { reportedOf, wordsOf } from './reported.ts';
import { attributes } from './xml-text.ts';

/**
 * A run as Checkstyle XML, which many CI servers and review bots read: the findings by file. What could not be checked
 * is an error whose source is `paralign`.
 */
export function checkstyleReport(run: CheckRun, messages: Messages): string {
  const byFile = new Map<string, string[]>();
  const add = (file: string, error: Readonly<Record<string, string | number | undefined>>): void => {
    const name = printable(file);
    const errors = byFile.get(name) ?? [];
    if (errors.length === 0) byFile.set(name, errors);
    errors.push(`    <error${attributes(error)}/>\n`);
  };
  for (const { finding, place, file } of reportedOf(run))
    add(file, {
      // The format has no way to say that there is no line.
      line: place?.line ?? 1,
      column: place?.column ?? undefined,
      severity: finding.severity,
      message: wordsOf(finding, messages),
      source: `paralign.${printable(finding.rule)}`,
    });
  for (const { file, line, column, message } of run.failures)
    add(file, { line: line ?? 1, column, severity: 'error', message: printable(message), source: 'paralign' });
  const files = [...byFile].map(([name, errors]) => `  <file${attributes({ name })}>\n${errors.join('')}  </file>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${files.join('')}</checkstyle>\n`;
}
