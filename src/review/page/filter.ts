import type { Severity } from '../../model/finding.ts';
import type { DocumentView } from '../view/document-view.ts';
import type { ReviewRow } from '../view/review-rows.ts';

/** Which rows are shown: those that all of these let through. */
export interface Filter {
  /** A text that one of the versions has, whatever the case of its letters. */
  readonly text: string;
  readonly rule: string;
  readonly severity: Severity | '';
  readonly speaker: string;
  /** The row's confidence is at most this, 0 to 1; 1 lets every row through. */
  readonly confidence: number;
  readonly show: Show;
}

/** Kinds of rows. */
export type Show = 'all' | 'findings' | 'missing' | 'moved' | 'unconfirmed';

export const noFilter: Filter = { text: '', rule: '', severity: '', speaker: '', confidence: 1, show: 'all' };

/** The indices of the rows that a filter lets through, in order. */
export function filterRows(view: DocumentView, filter: Filter): number[] {
  const wanted = testOf(view, filter);
  const found: number[] = [];
  for (const row of view.table.rows) if (wanted(row)) found.push(row.index);
  return found;
}

function testOf(view: DocumentView, filter: Filter): (row: ReviewRow) => boolean {
  const { table, findings } = view;
  const text = fold(filter.text.trim());
  const movedRows = new Set(table.moves.map(({ row }) => row));
  const tests: ((row: ReviewRow) => boolean)[] = [];
  if (filter.rule !== '' || filter.severity !== '')
    tests.push(({ index }) =>
      (findings.byRow.get(index) ?? []).some(
        ({ finding }) =>
          (filter.rule === '' || finding.rule === filter.rule) &&
          (filter.severity === '' || finding.severity === filter.severity),
      ),
    );
  if (filter.confidence < 1)
    tests.push(({ confidence, confirmed }) => !confirmed && (confidence ?? 0) <= filter.confidence);
  if (filter.show === 'findings')
    tests.push(({ index }) => (findings.byRow.get(index) ?? []).some(({ edited }) => !edited));
  if (filter.show === 'missing') tests.push(({ blocks }) => blocks.some(({ length }) => length === 0));
  if (filter.show === 'moved') tests.push(({ index }) => movedRows.has(index));
  if (filter.show === 'unconfirmed') tests.push(({ confirmed }) => !confirmed);
  if (filter.speaker !== '')
    tests.push(({ blocks }) =>
      blocks.some((own, k) => own.some((block) => speakerOf(view, k, block) === filter.speaker)),
    );
  if (text !== '')
    tests.push(({ blocks }) =>
      blocks.some((own, k) => own.some((block) => fold(table.documents[k]!.blocks[block]!.text).includes(text))),
    );
  return (row) => tests.every((test) => test(row));
}

/** All speakers of a document, in the order in which they come. */
export function speakersOf({ table }: DocumentView): string[] {
  const speakers = new Set<string>();
  for (const { blocks } of table.documents)
    for (const { turn } of blocks) if (turn !== undefined && turn.speaker !== '') speakers.add(turn.speaker);
  return [...speakers];
}

function speakerOf({ table }: DocumentView, k: number, block: number): string | undefined {
  return table.documents[k]!.blocks[block]!.turn?.speaker;
}

function fold(text: string): string {
  return text.toLowerCase();
}
