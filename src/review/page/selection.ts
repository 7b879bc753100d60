import type { UnitRef } from '../edit/actions.ts';
import type { RowTable } from '../view/review-rows.ts';
import { numberOf } from './dom.ts';

/** What a person has selected: a block of a document, a sentence of it, or the gap where a document has nothing. */
export type Selection =
  | {
      readonly kind: 'block';
      /** The document, the pivot is 0. */
      readonly document: number;
      readonly block: number;
      readonly segment?: number;
    }
  | { readonly kind: 'gap'; readonly document: number; readonly row: number };

/** What an element of a row stands for. */
export function selectionOf(element: HTMLElement): Selection | undefined {
  const unit = element.closest<HTMLElement>('.unit');
  if (unit === null) return undefined;
  const document = numberOf(unit, 'd');
  const block = numberOf(unit, 'b');
  const row = numberOf(unit, 'missing');
  if (document === undefined) return undefined;
  if (row !== undefined) return { kind: 'gap', document, row };
  if (block === undefined) return undefined;
  const segment = element.closest<HTMLElement>('[data-s]');
  const index = segment === null ? undefined : numberOf(segment, 's');
  return { kind: 'block', document, block, ...(index !== undefined && { segment: index }) };
}

/** What finds the element of a selection in its row. */
export function selectorOf(selection: Selection): string {
  if (selection.kind === 'gap') return `.unit[data-d="${selection.document}"][data-missing]`;
  const unit = `.unit[data-d="${selection.document}"][data-b="${selection.block}"]`;
  return selection.segment === undefined ? unit : `${unit} [data-s="${selection.segment}"]`;
}

/** The row that a selection stands in; undefined where what was selected is no more. */
export function rowOfSelection({ rowOf, rows }: RowTable, selection: Selection): number | undefined {
  if (selection.kind === 'gap')
    return rows[selection.row]?.blocks[selection.document]?.length === 0 ? selection.row : undefined;
  return rowOf[selection.document]?.[selection.block];
}

/**
 * The unit whose bead an action is about, as the reducer names it. A block of the pivot is in the beads of every version: the
 * first that has a counterpart for it is meant.
 */
export function unitOf({ links }: RowTable, selection: Extract<Selection, { readonly kind: 'block' }>): UnitRef {
  const { document, block, segment } = selection;
  const part = segment === undefined ? {} : { segment };
  if (document > 0) return { version: document - 1, side: 'target', block, ...part };
  const version = Math.max(
    0,
    links.findIndex(({ bySource }) => bySource[block] !== undefined),
  );
  return { version, side: 'source', block, ...part };
}
