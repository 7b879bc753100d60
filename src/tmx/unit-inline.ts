import { segmentsOf } from '../model/document.ts';
import type { Block, Document, InlineCode, Range } from '../model/document.ts';
import { readUnits } from '../model/unit-text.ts';
import type { RowUnit } from '../model/version-view.ts';
import { codesOfSegments, moveCodes } from './inline-codes.ts';
import { BLOCK_JOIN } from './structure.ts';

/** A text with its mark-up beside it. */
export interface MarkedText {
  readonly text: string;
  readonly codes: readonly InlineCode[];
}

/** How to read units of a document, counted through it from 0: their text as {@link readUnits} joins it, with its inline codes. */
export function readMarkedUnits(document: Document, unit: RowUnit): (indices: readonly number[]) => MarkedText {
  const readText = readUnits(document, unit, BLOCK_JOIN);
  const places = document.blocks.flatMap((block) => (unit === 'block' ? [wholeOf(block)] : segmentsIn(block)));
  return (indices) => {
    const codes: InlineCode[] = [];
    let end = 0;
    indices.forEach((index, k) => {
      const { block, from, to, codes: own } = places[index]!;
      const before = k > 0 && indices[k - 1] === index - 1 ? places[index - 1] : undefined;
      if (before?.block === block) end += from - before.to;
      else if (k > 0) end += BLOCK_JOIN.length;
      codes.push(...moveCodes(own, end - from));
      end += to - from;
    });
    return { text: readText(indices), codes };
  };
}

interface UnitPlace extends Range {
  readonly block: Block;
  readonly codes: readonly InlineCode[];
}

function wholeOf(block: Block): UnitPlace {
  return { block, from: 0, to: block.text.length, codes: block.codes ?? [] };
}

function segmentsIn(block: Block): UnitPlace[] {
  const segments = segmentsOf(block);
  const codes = codesOfSegments(block.codes ?? [], segments);
  return segments.map(({ from, to }, k) => ({ block, from, to, codes: codes[k]! }));
}
