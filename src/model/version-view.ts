import type { Alignment, UnitRange } from './alignment.ts';
import type { Bitext } from './bitext.ts';
import { segmentsOf } from './document.ts';
import type { Document } from './document.ts';
import type { Locale } from './locale.ts';

/** What a row is made of. */
export type RowUnit = 'block' | 'segment';

/** One version of a multitext as its rows see it: units of one kind, counted through the document from 0. */
export interface VersionView {
  readonly locale: Locale;
  /** The length of each unit's text, in UTF-16 code units. */
  readonly lengths: readonly number[];
  /** What belongs to which of the pivot's units, moved or not. */
  readonly links: readonly { readonly source: UnitRange; readonly target: UnitRange; readonly confidence: number }[];
  /** What the pivot does not have, and the number of pivot units that stand before it. */
  readonly additions: readonly { readonly unit: number; readonly before: number }[];
}

/** The versions of a multitext beside its pivot. */
export function viewsOf({ bitexts }: { readonly bitexts: readonly Bitext[] }, unit: RowUnit): VersionView[] {
  return bitexts.map((bitext) => (unit === 'block' ? blockView(bitext) : segmentView(bitext)));
}

/** The length of each unit's text, in UTF-16 code units. */
export function lengthsOf({ blocks }: Document, unit: RowUnit): number[] {
  return unit === 'block'
    ? blocks.map(({ text }) => text.length)
    : blocks.flatMap((block) => segmentsOf(block).map(({ from, to }) => to - from));
}

function blockView({ target, blocks }: Bitext): VersionView {
  return {
    locale: target.locale,
    lengths: lengthsOf(target, 'block'),
    links: blocks.links,
    additions: additionsOf(blocks, 0, 0),
  };
}

function segmentView({ source, target, blocks, segments }: Bitext): VersionView {
  const [a, b] = [startsOf(source), startsOf(target)];
  const links = blocks.links.flatMap((link, k) =>
    segments[k]!.links.map((inner) => ({
      source: shift(inner.source, a[link.source.from]!),
      target: shift(inner.target, b[link.target.from]!),
      confidence: inner.confidence,
    })),
  );
  const inLinks = blocks.links.flatMap((link, k) =>
    additionsOf(segments[k]!, a[link.source.from]!, b[link.target.from]!),
  );
  const inBlocks = additionsOf(blocks, 0, 0).flatMap(({ unit: block, before }) =>
    indices({ from: b[block]!, to: b[block + 1]! }).map((unit) => ({ unit, before: a[before]! })),
  );
  const additions = [...inLinks, ...inBlocks].sort((x, y) => x.unit - y.unit);
  return { locale: target.locale, lengths: lengthsOf(target, 'segment'), links, additions };
}

function additionsOf({ beads }: Alignment, source: number, target: number): { unit: number; before: number }[] {
  return beads
    .filter((bead) => bead.source.from === bead.source.to)
    .flatMap((bead) =>
      indices(bead.target).map((unit) => ({ unit: unit + target, before: bead.source.from + source })),
    );
}

/** By block, the number of segments before it; and of all at the end. */
function startsOf({ blocks }: Document): number[] {
  const starts = [0];
  for (const block of blocks) starts.push(starts.at(-1)! + segmentsOf(block).length);
  return starts;
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}

function shift({ from, to }: UnitRange, by: number): UnitRange {
  return { from: from + by, to: to + by };
}
