import type { Bitext, SegmentIndex } from '../model/bitext.ts';
import { segmentsOf } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import { beadRows } from './beads.ts';

/**
 * A bitext as tab-separated values: one bead a line, with the columns source text, target text, bead (`i,j:k`) and
 * confidence. The first line names them; the texts' columns are called by their locales.
 *
 * Tabs and line breaks inside a text become spaces. What has no counterpart has an empty cell beside it.
 */
export function formatTsv(bitext: Bitext, unit: 'block' | 'segment'): string {
  const rows = beadRows(bitext, unit).map(({ bead, confidence, source, target }) => [
    textOf(bitext.source, source),
    textOf(bitext.target, target),
    bead,
    String(Number(confidence.toFixed(4))),
  ]);
  return [[bitext.source.locale, bitext.target.locale, 'bead', 'confidence'], ...rows]
    .map((cells) => `${cells.map((cell) => cell.replace(/[\t\r\n\u0085\u2028\u2029]+/g, ' ')).join('\t')}\n`)
    .join('');
}

function textOf(document: Document, indices: readonly SegmentIndex[]): string {
  const ranges = new Map<number, { from: number; to: number }>();
  for (const { block, segment } of indices) {
    const { text } = document.blocks[block]!;
    const range = segment === -1 ? { from: 0, to: text.length } : segmentsOf(document.blocks[block]!)[segment]!;
    const before = ranges.get(block);
    // From the first segment to the last as it stands in the text: not every language puts a space between sentences.
    ranges.set(block, before === undefined ? range : { from: Math.min(before.from, range.from), to: range.to });
  }
  return [...ranges].map(([block, { from, to }]) => document.blocks[block]!.text.slice(from, to)).join(' ');
}
