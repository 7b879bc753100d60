import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Alignment, Bead, UnitRange } from '../model/alignment.ts';
import { pairedDocuments } from '../align/resources/pair-resources.ts';
import type { PairedResources } from '../align/resources/pair-resources.ts';
import type { Bitext } from '../model/bitext.ts';
import { segmentsOf } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import type { TextPair } from '../model/text-pair.ts';
import { reconsider } from './reconsider.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { stretchOf } from './stretch.ts';

/** What the rules look at, made ready from a bitext and what the user gives besides. */
export function createContext(
  bitext: Bitext,
  { glossary = [], namespaces = [], accepted = [] }: Given = {},
): CheckContext {
  const { source, target, blocks } = bitext;
  const crossing = new Set(blocks.crossing);
  const inside = new Map(blocks.links.map((link, k) => [link, bitext.segments[k]!]));
  const resources = pairedDocuments(source, target);
  if (resources !== undefined)
    return { bitext, source, target, beads: keyBeads(source, target, resources), glossary, namespaces, accepted };
  const beads = blocks.beads.flatMap((bead): AlignedBead[] => {
    const parts = crossing.has(bead) ? [bead] : splitOff(bead, inside.get(bead), bitext);
    return parts.map((part) => ({
      source: stretchOf(source, part.source),
      target: stretchOf(target, part.target),
      confidence: part.confidence,
      crossing: crossing.has(bead),
    }));
  });
  const context = { bitext, source, target, beads, glossary, namespaces, accepted };
  return { ...context, beads: reconsider(context) };
}

/** What may be given besides the bitext. */
interface Given {
  readonly glossary?: readonly TextPair[];
  readonly namespaces?: readonly Document[];
  readonly accepted?: readonly AcceptedPair[];
}

/**
 * In resources, each text of the target by itself with the one of the source that it stands for: several may be forms of
 * one. A key that one side has alone is no gap in a text.
 */
function keyBeads(source: Document, target: Document, { pairs }: PairedResources): AlignedBead[] {
  const at = (index: number): UnitRange => ({ from: index, to: index + 1 });
  return pairs.map((pair) => ({
    source: stretchOf(source, at(pair.source.index)),
    target: stretchOf(target, at(pair.target.index)),
    confidence: 1,
    crossing: false,
  }));
}

/**
 * A bead that joins several blocks, without those at its ends that no sentence speaks for: each of them is an omission
 * or addition of its own. To an aligner of blocks, half a text may look like a short translation of the whole; where
 * the sentences were looked at, not one of the other half found a counterpart.
 */
function splitOff(bead: Bead, alignment: Alignment | undefined, { source, target }: Bitext): readonly Bead[] {
  if (alignment === undefined || lengthOf(bead.source) + lengthOf(bead.target) < 3) return [bead];
  const left = coveredBlocks(source, bead.source, alignment, 'source');
  const right = coveredBlocks(target, bead.target, alignment, 'target');
  if (left === undefined || right === undefined) return [bead];
  const alone = (side: 'source' | 'target', from: number, to: number, at: number): Bead[] =>
    Array.from({ length: to - from }, (_, k) => {
      const own = { from: from + k, to: from + k + 1 };
      const gap = { from: at, to: at };
      const { confidence } = bead;
      return side === 'source' ? { source: own, target: gap, confidence } : { source: gap, target: own, confidence };
    });
  return [
    ...alone('source', bead.source.from, left.from, bead.target.from),
    ...alone('target', bead.target.from, right.from, left.from),
    { source: left, target: right, confidence: bead.confidence },
    ...alone('source', left.to, bead.source.to, right.to),
    ...alone('target', right.to, bead.target.to, bead.source.to),
  ];
}

/** From the first to the last of the blocks that have a linked sentence, or none at all; undefined where no block has. */
function coveredBlocks(
  document: Document,
  range: UnitRange,
  alignment: Alignment,
  side: 'source' | 'target',
): UnitRange | undefined {
  const linked = new Set<number>();
  for (const link of alignment.links) for (let k = link[side].from; k < link[side].to; k++) linked.add(k);
  let start = 0;
  const covered: number[] = [];
  for (let block = range.from; block < range.to; block++) {
    const end = start + segmentsOf(document.blocks[block]!).length;
    const own = Array.from({ length: end - start }, (_, k) => start + k);
    if (own.length === 0 || own.some((segment) => linked.has(segment))) covered.push(block);
    start = end;
  }
  return covered.length === 0 ? undefined : { from: covered[0]!, to: covered.at(-1)! + 1 };
}

function lengthOf({ from, to }: UnitRange): number {
  return to - from;
}
