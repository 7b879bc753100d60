import type { Document } from '../../model/document.ts';
import { rows } from '../../model/rows.ts';
import { multitextOf } from '../edit/state-of.ts';
import type { EditState } from '../edit/state.ts';
import { crossingOf, linksOf } from './version-links.ts';
import type { BlockLink, VersionLinks } from './version-links.ts';

/** A row of the page: the blocks of each document that belong together. */
export interface ReviewRow {
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** What links to it: made of the id of its first block, so that it stays when other rows change. Each has another. */
  readonly key: string;
  /** For each document, the pivot first, the indices of its blocks; empty where it has none. */
  readonly blocks: readonly (readonly number[])[];
  /** How sure the least sure of its links is; undefined where it has none. */
  readonly confidence: number | undefined;
  /** Whether a person has confirmed all its links, and it has one. */
  readonly confirmed: boolean;
}

/** A block that stands elsewhere in its document than its row does. */
export interface Move {
  /** The version, from 0. */
  readonly version: number;
  readonly link: BlockLink;
  /** The row that it is shown in. */
  readonly row: number;
  /** The row after which its version has it; -1 for its beginning. */
  readonly after: number;
}

/** What a page shows of a document: its rows, and where everything is in them. */
export interface RowTable {
  readonly documents: readonly Document[];
  readonly rows: readonly ReviewRow[];
  /** For each document, the pivot first, the row of each of its blocks. */
  readonly rowOf: readonly Int32Array[];
  /** For each version beside the pivot, its links by the pivot's blocks and by its own. */
  readonly links: readonly VersionLinks[];
  readonly moves: readonly Move[];
}

/** The rows of what is edited, in the order of the pivot. Every block stands in one row. */
export function rowTable(state: EditState): RowTable {
  const documents = [state.pivot, ...state.versions.map(({ document }) => document)];
  const links = state.versions.map((version) => linksOf(version, state.pivot));
  const rowOf = documents.map(({ blocks }) => new Int32Array(blocks.length));
  const table = rows(multitextOf(state)).map((row, index): ReviewRow => {
    const blocks = documents.map(({ locale }) => row[locale]!);
    for (const [k, own] of blocks.entries()) for (const block of own) rowOf[k]![block] = index;
    const { confidence, confirmed } = suretyOf(blocks, links);
    return { index, key: keyOf(documents, blocks), blocks, confidence, confirmed };
  });
  return { documents, rows: table, rowOf, links, moves: movesOf(links, rowOf) };
}

/** How sure the least sure link of a row is, and whether all of them are confirmed. */
function suretyOf(
  blocks: ReviewRow['blocks'],
  links: readonly VersionLinks[],
): { readonly confidence: number | undefined; readonly confirmed: boolean } {
  let least: number | undefined;
  let all = true;
  const see = (link: BlockLink | undefined): void => {
    if (link === undefined) return;
    least = Math.min(least ?? 1, link.confidence);
    all &&= link.confirmed;
  };
  for (const [v, { bySource, byTarget }] of links.entries()) {
    for (const block of blocks[0]!) see(bySource[block]);
    for (const block of blocks[v + 1]!) see(byTarget[block]);
  }
  return { confidence: least, confirmed: least !== undefined && all };
}

/** What stands elsewhere in its document than its row does. */
export function movesOf(links: readonly VersionLinks[], rowOf: readonly Int32Array[]): Move[] {
  return links.flatMap((own, version) =>
    crossingOf(own).map((link): Move => {
      let before = link.target.from - 1;
      while (before >= 0 && own.byTarget[before]?.crossing) before -= 1;
      const rows = rowOf[version + 1]!;
      return { version, link, row: rows[link.target.from]!, after: before < 0 ? -1 : rows[before]! };
    }),
  );
}

/** No two rows have the same: the ids of a document differ, and what comes from an id has no colon. */
function keyOf(documents: readonly Document[], blocks: readonly (readonly number[])[]): string {
  const k = blocks.findIndex((own) => own.length > 0);
  const { locale, blocks: all } = documents[k]!;
  const id = addressOf(all[blocks[k]![0]!]!.id);
  return k === 0 ? id : `${locale}:${id}`;
}

/**
 * An id as it can stand in an address. Half a pair of surrogates, which cannot, is written as its code unit after a tilde; a
 * tilde itself is escaped, so that no id comes out as another, nor as a finding's address, which begins with one.
 */
function addressOf(id: string): string {
  return id
    .split(/(\p{Surrogate}|~)/u)
    .map((part, k) =>
      k % 2 === 0 ? encodeURIComponent(part) : part === '~' ? '%7E' : `~${part.charCodeAt(0).toString(16)}`,
    )
    .join('');
}
