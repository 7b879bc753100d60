import type { Severity } from '../../model/finding.ts';
import type { Document } from '../../model/document.ts';
import type { ReviewFinding, ReviewPlace } from '../data/review-json.ts';
import type { RowTable } from './review-rows.ts';

/** A finding with its place among the rows. */
export interface PlacedFinding {
  readonly finding: ReviewFinding;
  /** Its number among the document's findings, from 0. */
  readonly number: number;
  /** The row that it is shown in; -1 where it is about the document as a whole. */
  readonly row: number;
  /** Whether what it is about has been edited since. */
  readonly edited: boolean;
}

/** A part of a block's text that a finding is about. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
}

/** The findings of a document, placed. */
export interface PlacedFindings {
  readonly all: readonly PlacedFinding[];
  readonly byRow: ReadonlyMap<number, readonly PlacedFinding[]>;
  /** What is marked, by document (the pivot is 0) and block. */
  readonly marks: ReadonlyMap<number, readonly Mark[]>[];
}

/**
 * What a finding was about. The texts are those of the document, not copies: a paragraph may be long, and have thousands of
 * findings.
 */
export interface Signature {
  /** The ids of the blocks in its row. */
  readonly ids: string;
  readonly source: string | undefined;
  readonly target: string | undefined;
}

/**
 * Puts findings into rows: into that of the translation's block, where it has one, else of the source's.
 *
 * @param original what the rows held when the findings were made: see {@link findingSignatures}. Nothing counts as edited
 *   without it.
 */
export function placeFindings(
  table: RowTable,
  findings: readonly ReviewFinding[],
  original?: readonly Signature[],
): PlacedFindings {
  const blockOf = blockLookup(table);
  const marks = table.documents.map(() => new Map<number, Mark[]>());
  const all = findings.map((finding, number): PlacedFinding => {
    const row = rowOf(table, finding, blockOf);
    const edited =
      finding.edited === true ||
      (original !== undefined && !isSame(signatureOf(table, finding, row, blockOf), original[number]!));
    if (!edited)
      for (const [k, place] of [
        [0, finding.source],
        [finding.version + 1, finding.target],
      ] as const) {
        if (place?.from === undefined || place.block === null) continue;
        const block = blockOf(k, place.block);
        if (block === undefined) continue;
        const own = marks[k]!.get(block) ?? [];
        own.push({ from: place.from, to: place.to ?? place.from, severity: finding.severity });
        marks[k]!.set(block, own);
      }
    return { finding, number, row, edited };
  });
  const byRow = new Map<number, PlacedFinding[]>();
  for (const placed of all) {
    const own = byRow.get(placed.row);
    if (own === undefined) byRow.set(placed.row, [placed]);
    else own.push(placed);
  }
  return { all, byRow, marks };
}

/** What the rows of findings hold, to tell later whether that was edited. */
export function findingSignatures(table: RowTable, findings: readonly ReviewFinding[]): Signature[] {
  const blockOf = blockLookup(table);
  return findings.map((finding) => signatureOf(table, finding, rowOf(table, finding, blockOf), blockOf));
}

type BlockLookup = (document: number, id: string) => number | undefined;

function blockLookup({ documents }: RowTable): BlockLookup {
  return (document, id) => indicesOf(documents[document]!.blocks).get(id);
}

const indices = new WeakMap<Document['blocks'], ReadonlyMap<string, number>>();

/** Blocks by their ids. Most edits leave the blocks as they are, of which there may be many. */
function indicesOf(blocks: Document['blocks']): ReadonlyMap<string, number> {
  let found = indices.get(blocks);
  if (found === undefined) {
    found = new Map(blocks.map(({ id }, k) => [id, k]));
    indices.set(blocks, found);
  }
  return found;
}

function rowOf(table: RowTable, { source, target, version }: ReviewFinding, blockOf: BlockLookup): number {
  const places: [number, ReviewPlace | null][] = [
    [version + 1, target],
    [0, source],
  ];
  for (const isGap of [false, true])
    for (const [k, place] of places) {
      if (place === null || place.block === null || (place.gap ?? false) !== isGap) continue;
      const block = blockOf(k, place.block);
      if (block !== undefined) return table.rowOf[k]![block]!;
    }
  return -1;
}

/** The texts that a finding is about, and which blocks stand in its row. */
function signatureOf(table: RowTable, finding: ReviewFinding, row: number, blockOf: BlockLookup): Signature {
  const { documents, rows } = table;
  const textOf = (k: number, place: ReviewPlace | null): string | undefined => {
    const block = place === null || place.block === null || place.gap ? undefined : blockOf(k, place.block);
    return block === undefined ? undefined : documents[k]!.blocks[block]!.text;
  };
  return {
    ids: JSON.stringify(rows[row]?.blocks.map((own, k) => own.map((block) => documents[k]!.blocks[block]!.id))),
    source: textOf(0, finding.source),
    target: textOf(finding.version + 1, finding.target),
  };
}

function isSame(a: Signature, b: Signature): boolean {
  return a.ids === b.ids && a.source === b.source && a.target === b.target;
}
