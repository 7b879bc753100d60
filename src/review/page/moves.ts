import { segmentsOf } from '../../model/document.ts';
import type { DocumentView } from '../view/document-view.ts';
import type { RowList } from './row-list.ts';
import { rowOfSelection } from './selection.ts';
import type { Selection } from './selection.ts';

/** The selection below (1) or above (-1): the next sentence where one is selected, else the next paragraph or gap. */
export function stepRow(view: DocumentView, list: RowList, selection: Selection, by: -1 | 1): Selection | undefined {
  const { table } = view;
  const { document } = selection;
  const row = rowOfSelection(table, selection);
  if (row === undefined) return undefined;
  const { blocks } = table.documents[document]!;
  if (selection.kind === 'block') {
    const { block, segment } = selection;
    const own = table.rows[row]!.blocks[document]!;
    const next = own[own.indexOf(block) + by];
    if (segment !== undefined && segmentsOf(blocks[block]!)[segment + by] !== undefined)
      return { ...selection, segment: segment + by };
    if (next !== undefined) return blockSelection(view, document, next, segment === undefined ? undefined : by);
  }
  const other = list.neighbour(row, by);
  if (other === undefined) return undefined;
  const isSentence = selection.kind === 'block' && selection.segment !== undefined;
  return inRow(view, other, document, by, isSentence);
}

/** The selection in the document to the right (1) or left (-1), in the same row. */
export function stepColumn(view: DocumentView, selection: Selection, by: -1 | 1): Selection | undefined {
  const { table } = view;
  const row = rowOfSelection(table, selection);
  const document = selection.document + by;
  if (row === undefined || table.documents[document] === undefined) return undefined;
  const own = table.rows[row]!.blocks;
  const at = selection.kind === 'block' ? own[selection.document]!.indexOf(selection.block) : 0;
  const block = own[document]![Math.min(at, own[document]!.length - 1)];
  if (block === undefined) return { kind: 'gap', document, row };
  if (selection.kind !== 'block' || selection.segment === undefined) return { kind: 'block', document, block };
  const { length: count } = segmentsOf(table.documents[document].blocks[block]!);
  return { kind: 'block', document, block, ...(count > 0 && { segment: Math.min(selection.segment, count - 1) }) };
}

/** The first thing to select in a row, from above (1) or below (-1). */
export function inRow(
  view: DocumentView,
  row: number,
  document: number,
  by: -1 | 1 = 1,
  isSentence = false,
): Selection {
  const own = view.table.rows[row]!.blocks[document]!;
  const block = by > 0 ? own[0] : own.at(-1);
  if (block === undefined) return { kind: 'gap', document, row };
  return blockSelection(view, document, block, isSentence ? by : undefined);
}

/** A block; with its first (1) or last (-1) sentence where sentences are gone through. */
function blockSelection({ table }: DocumentView, document: number, block: number, sentences?: -1 | 1): Selection {
  const count = segmentsOf(table.documents[document]!.blocks[block]!).length;
  if (sentences === undefined || count === 0) return { kind: 'block', document, block };
  return { kind: 'block', document, block, segment: sentences > 0 ? 0 : count - 1 };
}

/**
 * The finding after (1) or before (-1) a place, among the rows that are shown; those that were edited since are left out.
 *
 * @param at a row and the number of a finding in it; -1 for before the first.
 */
export function stepFinding(
  view: DocumentView,
  shown: ReadonlySet<number>,
  at: { readonly row: number; readonly number: number },
  by: -1 | 1,
): { readonly row: number; readonly number: number } | undefined {
  const open = view.findings.all
    .filter(({ row, edited }) => !edited && shown.has(row))
    .sort((a, b) => a.row - b.row || a.number - b.number);
  const isAfter = (one: { readonly row: number; readonly number: number }): boolean =>
    one.row > at.row || (one.row === at.row && one.number > at.number);
  const isBefore = (one: { readonly row: number; readonly number: number }): boolean =>
    one.row < at.row || (one.row === at.row && one.number < at.number);
  return by > 0 ? open.find(isAfter) : open.findLast(isBefore);
}
