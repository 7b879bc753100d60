import type { Alternative, Explanation } from '../align/explain-bead.ts';
import type { UnitRange } from '../model/alignment.ts';
import { segmentsOf } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import { readUnits } from '../model/unit-text.ts';
import type { RowUnit } from '../model/version-view.ts';
import { displayWidth } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import type { Messages, ReportKey } from './messages/index.ts';
import { printable } from './printable.ts';

/** Raised by one whenever a program that reads the old shape would misread the new one. */
const VERSION = 1;

/** What an explanation is about. */
export interface ExplanationTexts {
  readonly source: Document;
  readonly target: Document;
  /** Whether its units are blocks or segments. */
  readonly unit: RowUnit;
}

/**
 * An explanation for a person to read: the bead with its texts, what speaks for it, and what might stand instead. Blocks are
 * numbered from 1; `12.2` is the second sentence of block 12.
 *
 * @param width the columns that a line may take; 80 by default.
 */
export function formatExplanation(
  explanation: Explanation,
  { source, target, unit }: ExplanationTexts,
  messages: Messages,
  { width = 80 }: { readonly width?: number } = {},
): string {
  const names = { source: namesOf(source, unit), target: namesOf(target, unit) };
  const nameBead = (bead: Pick<Alternative, 'source' | 'target' | 'swapped'>): string => {
    const [a, b] = [nameRange(bead.source, names.source), nameRange(bead.target, names.target)];
    if (a === '' || b === '') return messages.report('explain-alone', { units: a || `:${b}` });
    const name = `${a} ↔ ${b}`;
    return bead.swapped ? messages.report('explain-swapped', { bead: name }) : name;
  };
  const head = [
    nameBead(explanation),
    messages.report('explain-probability', { share: explanation.confidence ?? explanation.posterior }),
  ].join('  ');
  const margin = Math.max(displayWidth(source.locale), displayWidth(target.locale));
  const texts = (
    [
      [source, explanation.source],
      [target, explanation.target],
    ] as const
  ).flatMap(([document, range]) => {
    if (range.from === range.to) return [];
    const text = readUnits(document, unit, ' ')(indices(range));
    return [`  ${document.locale.padEnd(margin)} │ ${excerpt(text, undefined, width - margin - 5).before}`];
  });
  const notes = explanation.confidence === undefined ? [`  ${messages.report('explain-unaligned')}`] : [];
  if (explanation.shares.length === 0)
    return `${[head, ...texts, `  ${messages.report('explain-confirmed')}`].join('\n')}\n`;
  const nats = new Intl.NumberFormat(messages.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(messages.locale, { style: 'percent', maximumFractionDigits: 1 });
  const shares = columns([
    ...explanation.shares.map(({ id, nats: value }) => [nameOfEvidence(id, messages), nats.format(value)]),
    [messages.report('explain-total'), nats.format(explanation.total)],
  ]);
  const instead = columns(
    explanation.instead.map((other) => [
      share.format(other.posterior),
      other.total === undefined ? '' : nats.format(other.total),
      nameBead(other),
    ]),
    [true, true, false],
  );
  return [
    [head, ...texts, ...notes],
    [`${messages.report('explain-shares')}:`, ...shares],
    instead.length === 0
      ? [messages.report('explain-nothing')]
      : [`${messages.report('explain-instead')}:`, ...instead],
  ]
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/**
 * An explanation as one JSON text: `version`, `unit`, and what {@link Explanation} holds, units counted from 0. A share of
 * minus infinity is null.
 */
export function explanationJson(explanation: Explanation, unit: RowUnit): string {
  return `${JSON.stringify({ version: VERSION, unit, ...explanation }, null, 2)}\n`;
}

/** What each unit is called. */
function namesOf({ blocks }: Document, unit: RowUnit): string[] {
  return unit === 'block'
    ? blocks.map((_, k) => `${k + 1}`)
    : blocks.flatMap((block, k) => segmentsOf(block).map((_, n) => `${k + 1}.${n + 1}`));
}

function nameRange(range: UnitRange, names: readonly string[]): string {
  return indices(range)
    .map((index) => names[index]!)
    .join(', ');
}

function nameOfEvidence(id: string, messages: Messages): string {
  return isWorded(id) ? messages.report(`evidence-${id}`) : printable(id);
}

type WordedEvidence = Extract<ReportKey, `evidence-${string}`> extends `evidence-${infer Id}` ? Id : never;

const worded: Readonly<Record<WordedEvidence, true>> = {
  length: true,
  words: true,
  kind: true,
  turn: true,
  structure: true,
  size: true,
  'gap-open': true,
  'gap-extend': true,
  'gap-close': true,
};

function isWorded(id: string): id is WordedEvidence {
  return Object.hasOwn(worded, id);
}

/** Rows as lines with their cells one below the other; numbers, which are all but the first by default, end together. */
function columns(rows: readonly (readonly string[])[], toTheEnd: readonly boolean[] = [false, true]): string[] {
  const widths = toTheEnd.map((_, k) => Math.max(0, ...rows.map((row) => displayWidth(row[k]!))));
  return rows.map((row) => {
    const cells = row.map((cell, k) => {
      const space = ' '.repeat(widths[k]! - displayWidth(cell));
      return toTheEnd[k] ? space + cell : cell + space;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
