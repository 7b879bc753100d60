import type { Outcome } from './align-set.ts';
import type { AlignerName } from './aligners.ts';
import { addCounts, calibrationError, f1, noCounts, ratio, RELIABILITY_EDGES } from './score.ts';
import type { Counts, Share } from './score.ts';

/** What one aligner did on one set. */
export interface Result extends Omit<Outcome, 'documents'> {
  readonly set: string;
  readonly aligner: AlignerName;
  readonly counts: Counts;
}

/** The figures of every set and aligner as a Markdown table. */
export function scoreTable(results: readonly Result[]): string {
  const head = [
    'set',
    'aligner',
    'strict P',
    'R',
    'F1',
    'lax P',
    'R',
    'F1',
    'null P',
    'R',
    'moves',
    'false',
    'ECE',
    's',
    'MiB',
  ];
  const rows = results.map(({ set, aligner, counts: c, seconds, memory }) => [
    set,
    aligner,
    figure(ratio(c.strictPrecision)),
    figure(ratio(c.strictRecall)),
    figure(f1(c.strictPrecision, c.strictRecall)),
    figure(ratio(c.laxPrecision)),
    figure(ratio(c.laxRecall)),
    figure(f1(c.laxPrecision, c.laxRecall)),
    figure(ratio(c.nullPrecision)),
    figure(ratio(c.nullRecall)),
    parts(c.movesFound),
    `${c.movesRight.of - c.movesRight.right}`,
    figure(calibrationError(c.reliability)),
    seconds.toFixed(2),
    memory.toFixed(0),
  ]);
  return markdown(head, rows);
}

/** How often beads are right by how sure the aligner was, over all results together, as a Markdown table. */
export function reliabilityTable(results: readonly Result[]): string {
  const { reliability } = results.reduce((sum, { counts }) => addCounts(sum, counts), noCounts);
  const rows = reliability.map((bin, k) => [
    `${RELIABILITY_EDGES[k]!}-${RELIABILITY_EDGES[k + 1]!}`,
    `${bin.of}`,
    figure(bin.of === 0 ? undefined : bin.confidence / bin.of),
    figure(ratio(bin)),
  ]);
  const error = figure(calibrationError(reliability));
  return `${markdown(['confidence', 'beads', 'mean', 'right'], rows)}\n\nExpected calibration error: ${error}`;
}

/** Strict F1 (null precision/recall, moves found) of each set with and without each kind of evidence, as a Markdown table. */
export function ablationTable(results: readonly Result[]): string {
  const aligners = [...new Set(results.map(({ aligner }) => aligner))].filter((name) => name !== 'Gale-Church');
  const sets = [...new Set(results.map(({ set }) => set))];
  const rows = sets.map((set) => [
    set,
    ...aligners.map((aligner) => {
      const result = results.find((one) => one.set === set && one.aligner === aligner);
      if (result === undefined) return '–';
      const { counts: c } = result;
      const nulls = `${figure(ratio(c.nullPrecision))}/${figure(ratio(c.nullRecall))}`;
      return `${figure(f1(c.strictPrecision, c.strictRecall))} (${nulls}${c.movesFound.of === 0 ? '' : `, ${parts(c.movesFound)}`})`;
    }),
  ]);
  return markdown(['set', ...aligners], rows);
}

export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3).replace(/^0/, '');
}

function parts({ right, of }: Share): string {
  return of === 0 ? '–' : `${right}/${of}`;
}
