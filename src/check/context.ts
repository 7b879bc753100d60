import type { UnitRange } from '../model/alignment.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { AlignedBead, CheckContext, Spot, Stretch } from './rule.ts';

/** What the rules look at, made ready from a bitext. */
export function createContext(bitext: Bitext): CheckContext {
  const { source, target, blocks } = bitext;
  const crossing = new Set(blocks.crossing);
  const beads = blocks.beads.map((bead): AlignedBead => ({
    source: stretch(source, bead.source),
    target: stretch(target, bead.target),
    confidence: bead.confidence,
    crossing: crossing.has(bead),
  }));
  return { bitext, source, target, beads };
}

function stretch(document: Document, { from, to }: UnitRange): Stretch {
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
