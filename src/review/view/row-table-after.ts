import type { EditState } from '../edit/state.ts';
import { changedWindow } from './changed-window.ts';
import type { ChangedWindow, Range } from './changed-window.ts';
import { movesOf, rowTable } from './review-rows.ts';
import type { ReviewRow, RowTable } from './review-rows.ts';
import { coveredBy, crossingOf, note } from './version-links.ts';
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
  const rows = {
    // From the very start: what is added before the first paragraph has a row before it.
    from: window.pivot.from === 0 ? 0 : table.rowOf[0]![window.pivot.from]!,
    to: table.rowOf[0]![window.pivot.to] ?? table.rows.length,
  };
  const grown = part.rows.length - (rows.to - rows.from);
  const links = table.links.map((own, v) => linksAfter(table, v, part.links[v]!, window));
  const rowOf = table.rowOf.map((old, k) => rowOfAfter(old, part.rowOf[k]!, shifts[k]!, rows, grown));
  const inside = part.rows.map((row) => ({
    ...row,
    index: row.index + rows.from,
    blocks: row.blocks.map((own, k) => own.map((block) => block + shifts[k]!.from)),
  }));
  const rest = table.rows.slice(rows.to);
  const areSame = grown === 0 && shifts.every(({ by }) => by === 0);
  const tail = areSame ? rest : rest.map((row) => movedRow(row, grown, shifts));
  return {
    documents,
    rows: table.rows.slice(0, rows.from).concat(inside, tail),
    rowOf,
    links,
    moves: movesOf(links, rowOf),
  };
}

/** The rows of a document's blocks after an edit. */
function rowOfAfter(
  old: Int32Array,
  part: Int32Array,
  { from, to, by }: Shift,
  rows: Range,
  grown: number,
): Int32Array {
  const found = new Int32Array(old.length + by);
  found.set(old.subarray(0, from));
  found.set(old.subarray(to), to + by);
  if (grown !== 0) for (let k = 0; k < found.length; k++) if (found[k]! >= rows.to) found[k]! += grown;
  for (let k = 0; k < part.length; k++) found[from + k] = rows.from + part[k]!;
  return found;
}

function movedRow(row: ReviewRow, by: number, shifts: readonly Shift[]): ReviewRow {
  // Named one by one: there are as many as the document has rows.
  const { index, key, blocks, confidence, confirmed } = row;
  const isShifted = shifts.some((shift) => shift.by !== 0);
  return { index: index + by, key, blocks: isShifted ? blocksAfter(blocks, shifts) : blocks, confidence, confirmed };
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
  { documents, links: tables }: RowTable,
  version: number,
  part: VersionLinks,
  { pivot, versions }: ChangedWindow,
): VersionLinks {
  const links = tables[version]!;
  const { before, after } = versions[version]!;
  const by = after.blocks.to - before.blocks.to;
  const { all } = links;
  const onPath = all.length - crossingOf(links).length;
  const [from, to] = [firstFrom(all, onPath, pivot.from), firstFrom(all, onPath, pivot.to)];
  const inside = part.all.map((link) => moved(link, pivot.from, after.blocks.from));
  const rest = all.slice(to, onPath);
  // What crosses the path has its place still, or the window would be the whole text.
  const tail = by === 0 ? rest : rest.map((link) => moved(link, 0, by));
  const nothing = (count: number): undefined[] => new Array<undefined>(count).fill(undefined);
  const exchanged = (
    old: VersionLinks['byTarget'],
    { from: start, to: end }: Range,
    count: number,
  ): (BlockLink | undefined)[] => old.slice(0, start).concat(nothing(count), old.slice(end));
  const bySource = exchanged(links.bySource, pivot, pivot.to - pivot.from);
  const byTarget = exchanged(links.byTarget, before.blocks, after.blocks.to - after.blocks.from);
  for (const link of by === 0 ? inside : inside.concat(tail)) note(link, bySource, byTarget);
  const gone = coveredBy(all.slice(from, to), documents[0]!, documents[version + 1]!);
  return {
    all: all.slice(0, from).concat(inside, tail, all.slice(onPath)),
    bySource,
    byTarget,
    covered: links.covered - gone + part.covered,
  };
}

/** The first of so many links, which are in order, that begins at a block of the pivot or after it. */
function firstFrom(links: readonly BlockLink[], count: number, block: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (links[middle]!.source.from < block) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moved(link: BlockLink, s: number, t: number): BlockLink {
  return {
    ...link,
    source: { from: link.source.from + s, to: link.source.to + s },
    target: { from: link.target.from + t, to: link.target.to + t },
  };
}
