import type { UnitRange } from './alignment.ts';
import type { Bitext } from './bitext.ts';
import type { Document } from './document.ts';
import { ParalignError } from './errors.ts';
import type { Locale } from './locale.ts';

/** Any number of language versions of one document, each aligned with the pivot. */
export interface Multitext {
  /** The version that all others are aligned with. */
  readonly pivot: Document;
  /** One bitext a further version; each has the pivot as its source. */
  readonly bitexts: readonly Bitext[];
}

/**
 * One row of the table that a person reads: for each version, the indices of its blocks that belong together. A version
 * without a counterpart has an empty list.
 */
export type Row = Readonly<Record<Locale, readonly number[]>>;

/**
 * A multitext of bitexts that share their source document (the same object or an equal one).
 *
 * @throws {ParalignError} `bitext-invalid` when there is none or their sources differ, `locale-same` when two have the
 *   same target locale.
 */
export function createMultitext(bitexts: readonly Bitext[]): Multitext {
  const [first] = bitexts;
  if (first === undefined)
    throw new ParalignError('bitext-invalid', { reason: 'a multitext needs at least one bitext' });
  const locales = new Set<Locale>();
  for (const { source, target } of bitexts) {
    if (source !== first.source && JSON.stringify(source) !== JSON.stringify(first.source))
      throw new ParalignError('bitext-invalid', {
        reason: `the bitext with ${target.locale} has another source document than the one with ${first.target.locale}`,
      });
    if (locales.has(target.locale)) throw new ParalignError('locale-same', { locale: target.locale });
    locales.add(target.locale);
  }
  return Object.freeze({ pivot: first.source, bitexts: Object.freeze([...bitexts]) });
}

/**
 * The rows of a multitext, in the pivot's order. Every block of every version stands in exactly one row.
 *
 * Pivot blocks that any version joins are one row, so that the rows are consistent when the versions disagree. What moved
 * stands in the row of its pivot blocks; an addition stands in a row of its own, after the pivot block it follows in
 * its version.
 */
export function rows(multitext: Multitext): Row[] {
  const locales = [multitext.pivot.locale, ...multitext.bitexts.map((bitext) => bitext.target.locale)];
  const rowOf = joinPivotBlocks(multitext);
  const rowCount = (rowOf.at(-1) ?? -1) + 1;
  const table = Array.from({ length: rowCount }, () => emptyRow(locales));
  rowOf.forEach((row, block) => table[row]![multitext.pivot.locale]!.push(block));
  /** Additions by the number of pivot rows that stand before them. */
  const additions = Array.from({ length: rowCount + 1 }, (): Record<Locale, number[]>[] => []);

  for (const { target, blocks } of multitext.bitexts) {
    for (const bead of blocks.beads) {
      const units = indices(bead.target);
      if (bead.source.to > bead.source.from) table[rowOf[bead.source.from]!]![target.locale]!.push(...units);
      else {
        const before = bead.source.from === 0 ? 0 : rowOf[bead.source.from - 1]! + 1;
        const row = emptyRow(locales);
        row[target.locale]!.push(...units);
        additions[before]!.push(row);
      }
    }
  }
  for (const row of table) for (const locale of locales) row[locale]!.sort((a, b) => a - b);
  return additions.flatMap((added, k) => [...added, ...(k < rowCount ? [table[k]!] : [])]);
}

/** For each pivot block, the number of its row. */
function joinPivotBlocks({ pivot, bitexts }: Multitext): number[] {
  /** Whether block k is in the same row as block k-1. */
  const joined = new Array<boolean>(pivot.blocks.length).fill(false);
  for (const { blocks } of bitexts)
    for (const { source } of blocks.links) for (let k = source.from + 1; k < source.to; k++) joined[k] = true;
  let row = -1;
  return joined.map((isJoined) => (isJoined ? row : (row += 1)));
}

function emptyRow(locales: readonly Locale[]): Record<Locale, number[]> {
  return Object.fromEntries(locales.map((locale) => [locale, [] as number[]]));
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
