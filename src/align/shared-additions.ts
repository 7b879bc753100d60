import type { UnitRange } from '../model/alignment.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Block, Document } from '../model/document.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { createMultitext } from '../model/multitext.ts';
import type { Row, SharedAdditions } from '../model/multitext.ts';
import { gapOf, pivotRows, rows } from '../model/rows.ts';
import { viewsOf } from '../model/version-view.ts';
import type { RowUnit, VersionView } from '../model/version-view.ts';
import type { Boundary, ConfirmedBead } from './constraints.ts';
import type { Evidence, Unit } from './evidence.ts';
import { joinLinks } from './join-links.ts';
import type { AdditionLink } from './join-links.ts';
import { alignSides } from './sides.ts';

/** Two versions that link their additions with less confidence than this do not share them. */
const LIKELY = 0.5;

/**
 * Finds what several versions add to the pivot alike: blocks, then segments, both those of added blocks and those inside
 * linked blocks.
 *
 * For each two versions, what they have in the same rows of the pivot is taken for known, what they add between two rows is
 * aligned, and the links of all of them are joined, the surest first, as far as they do not contradict one another's order.
 */
export function findShared(bitexts: readonly Bitext[], evidence: readonly Evidence[] | undefined): SharedAdditions {
  // Always in the same order, so that the order in which the versions are given changes nothing.
  const inOrder = [...bitexts].sort((a, b) => (a.target.locale < b.target.locale ? -1 : 1));
  const blocks = sharedOf(inOrder, 'block', evidence, () => true);
  const rowOf = rowsOfSegments(inOrder, { blocks, segments: [] });
  return {
    blocks,
    // Sentences are shared inside what is shared, never across.
    segments: sharedOf(inOrder, 'segment', evidence, (a, i, b, j) => rowOf.get(a)![i] === rowOf.get(b)![j]),
  };
}

/** By version, for each segment, the row that its block stands in. */
function rowsOfSegments(bitexts: readonly Bitext[], shared: SharedAdditions): Map<Locale, number[]> {
  if (bitexts.length === 0) return new Map();
  const table = rows(createMultitext(bitexts, shared));
  return new Map(
    bitexts.map(({ target }) => {
      const rowOf: number[] = [];
      table.forEach((row, k) => row[target.locale]!.forEach((block) => (rowOf[block] = k)));
      return [target.locale, target.blocks.flatMap((block, k) => segmentsOf(block).map(() => rowOf[k]!))];
    }),
  );
}

/** Whether unit `i` of one version may belong with unit `j` of another. */
type MayShare = (a: Locale, i: number, b: Locale, j: number) => boolean;

function sharedOf(
  bitexts: readonly Bitext[],
  unit: RowUnit,
  evidence: readonly Evidence[] | undefined,
  mayShare: MayShare,
): Row[] {
  const [first] = bitexts;
  if (bitexts.length < 2 || first === undefined) return [];
  const views = viewsOf({ bitexts }, unit);
  const pivotLength = unitsOf(first.source, unit).length;
  const rowOf = pivotRows(views, pivotLength);
  const versions = views.map((view, k) => tableOf(view, unitsOf(bitexts[k]!.target, unit), rowOf));
  const links = versions.flatMap((a, k) => versions.slice(k + 1).flatMap((b) => linkAdditions(a, b, rowOf, evidence)));
  const kept = links.filter((link) => {
    const [i, j] = [link.source.units[0]!, link.target.units[0]!];
    const { source, target } = link;
    return (
      source.units.every((one) => mayShare(source.locale, one, target.locale, j)) &&
      target.units.every((one) => mayShare(source.locale, i, target.locale, one))
    );
  });
  return joinLinks(kept);
}

/** A version by rows of the pivot. */
interface VersionTable {
  readonly locale: Locale;
  readonly units: readonly Unit[];
  /** By pivot row, what the version has there. */
  readonly inRow: readonly (readonly number[])[];
  /** By number of pivot rows before them, what it adds. */
  readonly added: ReadonlyMap<number, readonly number[]>;
}

function tableOf(view: VersionView, units: readonly Unit[], rowOf: readonly number[]): VersionTable {
  const inRow: number[][] = Array.from({ length: (rowOf.at(-1) ?? -1) + 1 }, () => []);
  for (const { source, target } of view.links)
    // For what is learnt here, a link that is cut into several rows belongs to the first.
    for (let k = target.from; k < target.to; k++) inRow[rowOf[source.from]!]!.push(k);
  const added = new Map<number, number[]>();
  for (const { unit, before } of view.additions) {
    const gap = gapOf(before, rowOf);
    added.set(gap, [...(added.get(gap) ?? []), unit]);
  }
  return { locale: view.locale, units, inRow, added };
}

/** The links between what two versions add. */
function linkAdditions(
  a: VersionTable,
  b: VersionTable,
  rowOf: readonly number[],
  evidence: readonly Evidence[] | undefined,
): AdditionLink[] {
  const gaps = new Set([...a.added.keys()].filter((gap) => b.added.has(gap)));
  if (gaps.size === 0) return [];
  const rowCount = (rowOf.at(-1) ?? -1) + 1;
  const confirmed: ConfirmedBead[] = [];
  const boundaries: Boundary[] = [];
  const [source, target] = [new Column(a), new Column(b)];
  for (let row = 0; row <= rowCount; row++) {
    if (gaps.has(row)) {
      boundaries.push({ source: source.units.length, target: target.units.length });
      source.add(a.added.get(row)!, row);
      target.add(b.added.get(row)!, row);
      boundaries.push({ source: source.units.length, target: target.units.length });
    }
    // What only one of the two has teaches nothing.
    if (row === rowCount || a.inRow[row]!.length === 0 || b.inRow[row]!.length === 0) continue;
    confirmed.push({ source: source.join(a.inRow[row]!), target: target.join(b.inRow[row]!) });
  }
  const { alignment } = alignSides(
    { locale: a.locale, units: source.units },
    { locale: b.locale, units: target.units },
    { confirmed, boundaries, ...(evidence && { evidence }) },
  );
  return alignment.links.flatMap((link): AdditionLink[] => {
    const gap = source.gap[link.source.from];
    if (gap === undefined || link.confidence < LIKELY) return [];
    return [
      {
        gap,
        source: { locale: a.locale, units: source.indices.slice(link.source.from, link.source.to) },
        target: { locale: b.locale, units: target.indices.slice(link.target.from, link.target.to) },
        confidence: link.confidence,
      },
    ];
  });
}

/** What is aligned of one version: a unit a row, and a unit an addition. */
class Column {
  readonly units: Unit[] = [];
  /** By unit, the addition that it is, and the rows before it; a row has index -1 and no gap. */
  readonly indices: number[] = [];
  readonly gap: (number | undefined)[] = [];
  readonly #version: VersionTable;

  constructor(version: VersionTable) {
    this.#version = version;
  }

  add(indices: readonly number[], gap: number): void {
    for (const index of indices) {
      this.units.push(this.#version.units[index]!);
      this.indices.push(index);
      this.gap.push(gap);
    }
  }

  /** Adds the units of a row as one. */
  join(indices: readonly number[]): UnitRange {
    const units = indices.map((index) => this.#version.units[index]!);
    const { block } = units[0]!;
    this.units.push({ text: units.map(({ text }) => text).join('\n'), ...(block && { block }) });
    this.indices.push(-1);
    this.gap.push(undefined);
    return { from: this.units.length - 1, to: this.units.length };
  }
}

function unitsOf({ blocks }: Document, unit: RowUnit): Unit[] {
  if (unit === 'block') return blocks.map((block: Block) => ({ text: block.text, block }));
  return blocks.flatMap((block) => segmentsOf(block).map((segment) => ({ text: textOfSegment(block, segment) })));
}
