import type { Mark } from './placed-findings.ts';

const SEVERITIES = ['error', 'warning', 'info'] as const;

/**
 * Marks that may lie over one another as parts of the text that do not, in order: each with the worst severity there. A
 * paragraph may have thousands.
 */
export function flatMarks(marks: readonly Mark[]): Mark[] {
  const ends = marks
    .filter(({ from, to }) => from < to)
    .flatMap(({ from, to, severity }) => [
      { at: from, by: 1, severity },
      { at: to, by: -1, severity },
    ])
    .sort((a, b) => a.at - b.at);
  const open = { error: 0, warning: 0, info: 0 };
  const parts: Mark[] = [];
  let last = 0;
  for (const { at, by, severity } of ends) {
    const worst = SEVERITIES.find((one) => open[one] > 0);
    if (worst !== undefined && at > last) parts.push({ from: last, to: at, severity: worst });
    last = at;
    open[severity] += by;
  }
  return parts;
}

/** The parts that lie in a range, or reach into it. */
export function marksIn(parts: readonly Mark[], from: number, to: number): readonly Mark[] {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < parts.length && parts[end]!.from < to) end += 1;
  return parts.slice(low, end);
}
