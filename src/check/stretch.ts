import type { UnitRange } from '../model/alignment.ts';
import type { Document } from '../model/document.ts';
import type { Spot, Stretch } from './rule.ts';

/** Some blocks of a document, in a row; or, where the range is empty, the gap before a block. */
export function stretchOf(document: Document, { from, to }: UnitRange): Stretch {
  const blocks = document.blocks.slice(from, to);
  return {
    from,
    to,
    blocks,
    text: blocks.map((block) => block.text).join('\n'),
    spot: (start, end): Spot => {
      if (blocks.length === 0) return { before: from };
      if (start === undefined || end === undefined) return { block: from };
      let offset = 0;
      for (const [k, { text }] of blocks.entries()) {
        if (start <= offset + text.length)
          return { block: from + k, from: start - offset, to: Math.min(end - offset, text.length) };
        offset += text.length + 1;
      }
      return { block: to - 1 };
    },
  };
}
