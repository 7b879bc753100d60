import type { Severity } from '../../model/finding.ts';
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
 * Puts findings into rows: into that of the translation's block, where it has one, else of the source's.
 *
 * @param original what the rows held when the findings were made: see {@link findingSignatures}. Nothing counts as edited
 *   without it.
 */
export function placeFindings(
  table: RowTable,
  findings: readonly ReviewFinding[],
  original?: readonly string[],
): PlacedFindings {
  const blockOf = blockLookup(table, findings);
  const marks = table.documents.map(() => new Map<number, Mark[]>());
  const all = findings.map((finding, number): PlacedFinding => {
    const row = rowOf(table, finding, blockOf);
    const edited =
      finding.edited === true ||
      (original !== undefined && signatureOf(table, finding, row, blockOf) !== original[number]);
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
export function findingSignatures(table: RowTable, findings: readonly ReviewFinding[]): string[] {
  const blockOf = blockLookup(table, findings);
  return findings.map((finding) => signatureOf(table, finding, rowOf(table, finding, blockOf), blockOf));
}

type BlockLookup = (document: number, id: string) => number | undefined;

/** Blocks by their ids; a table of them is made only where there are findings to place. */
function blockLookup({ documents }: RowTable, findings: readonly ReviewFinding[]): BlockLookup {
  if (findings.length === 0) return () => undefined;
  const tables = documents.map(({ blocks }) => new Map(blocks.map(({ id }, k) => [id, k])));
  return (document, id) => tables[document]?.get(id);
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
function signatureOf(table: RowTable, finding: ReviewFinding, row: number, blockOf: BlockLookup): string {
  const { documents, rows } = table;
  const texts = [
    [0, finding.source],
    [finding.version + 1, finding.target],
  ] as const;
  return JSON.stringify([
    rows[row]?.blocks.map((own, k) => own.map((block) => documents[k]!.blocks[block]!.id)),
    ...texts.map(([k, place]) => {
      const block = place === null || place.block === null ? undefined : blockOf(k, place.block);
      return block === undefined || place?.gap ? null : documents[k]!.blocks[block]!.text;
    }),
  ]);
}
