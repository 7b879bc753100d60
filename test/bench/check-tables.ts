import { markdown } from './align-tables.ts';
import type { Rate } from './check-damage.ts';
import type { CheckOutcome, ClassOutcome } from './check-part.ts';
import { faults } from './faults/index.ts';

/** Alarms per 1,000 units on the untouched text, by rule, and together by severity, as a Markdown table. */
export function alarmTable({ units, untouched }: CheckOutcome): string {
  const perThousand = (count: number): string => ((count * 1000) / units).toFixed(1);
  const rows = countBy(untouched.map(({ rule, severity }) => `${rule}|${severity}`)).map(([key, count]) => {
    const [rule, severity] = key.split('|') as [string, string];
    return [rule, severity, `${count}`, perThousand(count)];
  });
  const sums = ['error', 'warning', 'info'].map((severity) => {
    const count = untouched.filter((alarm) => alarm.severity === severity).length;
    return ['together', severity, `${count}`, perThousand(count)];
  });
  return `${units} units, untouched:\n\n${markdown(['rule', 'severity', 'alarms', 'per 1,000'], [...rows, ...sums])}`;
}

/** How each class of faults fared at each rate, as a Markdown table. */
export function faultTable(classes: readonly ClassOutcome[]): string {
  const head = ['fault', 'rate', 'injected', 'exact', 'within 1', 'noticed', 'precision', 'found by'];
  const rows = classes.map(({ name, rate, counts: c }) => [
    name,
    rateName(rate),
    `${c.injected}`,
    share(c.exact, c.injected),
    share(c.withinOne, c.injected),
    share(c.noticed, c.injected),
    share(c.explained, c.explained + c.unexplained),
    faults.find((fault) => fault.name === name)!.rules.join(', '),
  ]);
  const later = faults.filter((fault) => fault.inject === undefined).map(({ name }) => name);
  const note = later.length === 0 ? '' : `\n\nNot measured yet: ${later.join(', ')}.`;
  return markdown(head, rows) + note;
}

/** The findings in untouched text, and per class the faults that were missed and the findings that no fault explains. */
export function exampleText({ untouched, classes }: CheckOutcome): string {
  return [
    '# Untouched text',
    ...untouched.map(({ document, example }) => `${document}\n${example}`),
    ...classes.flatMap(({ name, rate, missed, unexplained }) => [
      ...(missed.length === 0 ? [] : [`# ${name}, ${rateName(rate)}: not found at its place`, ...missed]),
      ...(unexplained.length === 0 ? [] : [`# ${name}, ${rateName(rate)}: not explained`, ...unexplained]),
    ]),
  ].join('\n\n');
}

function rateName(rate: Rate): string {
  return rate === 'one' ? 'one' : `${rate * 100} %`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

function countBy(keys: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
