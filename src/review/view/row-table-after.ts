import type { EditState } from '../edit/state.ts';
import { changedWindow } from './changed-window.ts';
import type { ChangedWindow, Range } from './changed-window.ts';
import { movesOf, rowTable } from './review-rows.ts';
import type { ReviewRow, RowTable } from './review-rows.ts';
import { byUnits } from './version-links.ts';
import type { BlockLink, VersionLinks } from './version-links.ts';

/**
 * The rows of what was edited, made of the rows from before the edit: the same as {@link rowTable} gives, which takes a second
 * for a long document. Only the rows around what changed are found anew; the others are moved along.
 */
export function rowTableAfter(table: RowTable, before: EditState, after: EditState): RowTable {
  const window = changedWindow(before, after);
  if (window === undefined) return rowTable(after);
  const part = rowTable(partOf(after, window));
  const documents = [after.pivot, ...after.versions.map(({ document }) => document)];
  const shifts = shiftsOf(window);
  const firstRow = table.rowOf[0]![window.pivot.from];
  const rows = {
    // A document whose pivot is empty has one window: all of it.
    from: window.pivot.from === 0 ? 0 : firstRow!,
    to: table.rowOf[0]![window.pivot.to] ?? table.rows.length,
  };
  const grown = part.rows.length - (rows.to - rows.from);
  const links = table.links.map((own, v) =>
    linksAfter(own, part.links[v]!, window.pivot, window.versions[v]!, documents[v + 1]!.blocks.length),
  );
  const rowOf = documents.map(({ blocks }, k) => {
    const { from, to, by } = shifts[k]!;
    const found = new Int32Array(blocks.length);
    const old = table.rowOf[k]!;
    for (let n = 0; n < old.length; n++) {
      if (n >= from && n < to) continue;
      found[n < from ? n : n + by] = old[n]! >= rows.to ? old[n]! + grown : old[n]!;
    }
    part.rowOf[k]!.forEach((row, n) => (found[from + n] = rows.from + row));
    return found;
  });
  const isShifted = shifts.some(({ by }) => by !== 0);
  const moved = (row: ReviewRow, by: number): ReviewRow => {
    const { index, key, blocks, confidence, confirmed } = row;
    // Named one by one: there are as many as the document has rows.
    return {
      index: index + by,
      key,
      blocks: isShifted ? blocksAfter(blocks, shifts) : blocks,
      confidence,
      confirmed,
    };
  };
  const inside = part.rows.map((row) => ({
    ...row,
    index: row.index + rows.from,
    blocks: row.blocks.map((own, k) => own.map((block) => block + shifts[k]!.from)),
  }));
  const [head, tail] = [table.rows.slice(0, rows.from), table.rows.slice(rows.to)];
  return {
    documents,
    rows: [...head, ...inside, ...(grown === 0 && !isShifted ? tail : tail.map((row) => moved(row, grown)))],
    rowOf,
    links,
    moves: movesOf(links, rowOf),
  };
}

/** The part of a state that a window shows, as a state of its own. Nothing crosses its paths. */
function partOf({ pivot, versions }: EditState, window: ChangedWindow): EditState {
  return {
    pivot: { locale: pivot.locale, blocks: pivot.blocks.slice(window.pivot.from, window.pivot.to) },
    versions: versions.map(({ document, path }, v) => {
      const { beads, blocks } = window.versions[v]!.after;
      return {
        document: { locale: document.locale, blocks: document.blocks.slice(blocks.from, blocks.to) },
        path: path.slice(beads.from, beads.to),
        crossing: [],
      };
    }),
  };
}

/** For each document, the blocks of the window before the edit, and by how many those after it move. */
interface Shift extends Range {
  readonly by: number;
}

function shiftsOf({ pivot, versions }: ChangedWindow): Shift[] {
  return [
    { ...pivot, by: 0 },
    ...versions.map(({ before, after }) => ({ ...before.blocks, by: after.blocks.to - before.blocks.to })),
  ];
}

function blocksAfter(blocks: ReviewRow['blocks'], shifts: readonly Shift[]): ReviewRow['blocks'] {
  return blocks.map((own, k) => {
    const { to, by } = shifts[k]!;
    return by === 0 ? own : own.map((block) => (block >= to ? block + by : block));
  });
}

/** The links of a version after an edit: those of the window in place of what stood there. */
function linksAfter(
  { all, bySource }: VersionLinks,
  part: VersionLinks,
  pivot: Range,
  { before, after }: ChangedWindow['versions'][number],
  length: number,
): VersionLinks {
  const by = after.blocks.to - before.blocks.to;
  const moved = (link: BlockLink, s: number, t: number): BlockLink => ({
    ...link,
    source: { from: link.source.from + s, to: link.source.to + s },
    target: { from: link.target.from + t, to: link.target.to + t },
  });
  // Those of the path stand in the pivot's order; what crosses it stands after them, and never in the window.
  const isBefore = (link: BlockLink): boolean => link.source.to <= pivot.from;
  const head: BlockLink[] = [];
  const tail: BlockLink[] = [];
  for (const link of all) {
    if (link.crossing) tail.push(link);
    else if (isBefore(link)) head.push(link);
    else if (link.source.from >= pivot.to) tail.push(by === 0 ? link : moved(link, 0, by));
  }
  const inside = part.all.map((link) => moved(link, pivot.from, after.blocks.from));
  return byUnits([...head, ...inside, ...tail], bySource.length, length);
}
