import type { Alignment } from '../model/alignment.ts';
import { segmentsOf } from '../model/document.ts';
import type { AlignedBead, CheckContext, Stretch } from './rule.ts';

/** A sentence of a stretch, as its block was segmented. */
export interface Sentence {
  /** Half-open range of the stretch's text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The sentences of a stretch, in order. */
export function sentencesOf({ blocks }: Stretch): Sentence[] {
  let start = 0;
  return blocks.flatMap((block) => {
    const at = start;
    // The blocks' texts are joined by a line feed.
    start += block.text.length + 1;
    return segmentsOf(block).map(({ from, to }) => ({
      from: at + from,
      to: at + to,
      text: block.text.slice(from, to),
    }));
  });
}

/** Sentences of a bead of blocks that stand for each other; or that have no counterpart, where one side is empty. */
export interface SentenceBead {
  readonly source: readonly Sentence[];
  readonly target: readonly Sentence[];
  readonly confidence: number;
}

/** How the sentences inside a bead of blocks are aligned, in order, those that moved last. Empty for a bead with one side only. */
export function sentenceBeads(context: CheckContext, bead: AlignedBead): SentenceBead[] {
  if (bead.source.blocks.length === 0 || bead.target.blocks.length === 0) return [];
  const link = linksOf(context).get(bead.source.from);
  if (link === undefined) return [];
  const sides = { source: sentencesOf(bead.source), target: sentencesOf(bead.target) };
  // The bead may be what is left of a link that blocks were split off from.
  const before = {
    source: countSentences(context, 'source', link.source, bead.source.from),
    target: countSentences(context, 'target', link.target, bead.target.from),
  };
  const own = (side: 'source' | 'target', { from, to }: { from: number; to: number }): Sentence[] =>
    sides[side].slice(Math.max(0, from - before[side]), Math.max(0, to - before[side]));
  return link.alignment.beads
    .map(({ source, target, confidence }) => ({
      source: own('source', source),
      target: own('target', target),
      confidence,
    }))
    .filter(({ source, target }) => source.length + target.length > 0);
}

interface Link {
  /** The first blocks of the link. */
  readonly source: number;
  readonly target: number;
  readonly alignment: Alignment;
}

const known = new WeakMap<CheckContext, ReadonlyMap<number, Link>>();

/** The links of blocks by each of their source blocks. */
function linksOf(context: CheckContext): ReadonlyMap<number, Link> {
  let made = known.get(context);
  if (made === undefined) {
    const links = new Map<number, Link>();
    const { blocks, segments } = context.bitext;
    for (const [k, { source, target }] of blocks.links.entries())
      for (let block = source.from; block < source.to; block++)
        links.set(block, { source: source.from, target: target.from, alignment: segments[k]! });
    known.set(context, (made = links));
  }
  return made;
}

function countSentences(context: CheckContext, side: 'source' | 'target', from: number, to: number): number {
  return context[side].blocks.slice(from, to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
}
