import { hiddenOdds } from './hidden-block.ts';
import { lengthsOf } from './lengths.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { stretchOf } from './stretch.ts';
import { wordPartnersOf } from './word-partners.ts';
import type { WordPartners } from './word-partners.ts';

type SideName = 'source' | 'target';

/**
 * The beads of a context, looked at once more where the aligner was unsure. What the aligner has to decide paragraph by
 * paragraph, before it knows how sentences and lengths fit over all of the document, can be seen better from here:
 *
 * - A bead that joins several blocks may hide one that has no counterpart at all. A block at its end is split off where
 *   lengths, words and the marks that end sentences say that the other side does without it.
 * - A paragraph without counterpart on one side and one on the other may be the same one, moved. They are linked where
 *   lengths and words fit.
 *
 * Most documents have no such beads, and cost nothing.
 */
export function reconsider(context: CheckContext): readonly AlignedBead[] {
  const partners = (): WordPartners => wordPartnersOf(context.bitext);
  const joins = habit(context);
  const beads = context.beads.flatMap((bead) => {
    const side = joined(bead);
    return side === undefined || bead.confidence > SURE ? [bead] : splitHidden(context, bead, side, joins);
  });
  return linkMoved(context, beads, partners);
}

/** The part of two texts' words that must be accounted for in each other where one is the other, moved. */
const SAME = 0.7;
/** And how many words there must at least be, by which it can be told. */
const LEAST_WORDS = 3;
/** And by how many of the document's own spreads their lengths may differ. */
const SAME_LENGTH = 2.5;
/** So many pairs of paragraphs are looked at; a document of which more is missing was not translated but rewritten. */
const MOST_PAIRS = 2500;

interface Move {
  readonly source: AlignedBead;
  readonly target: AlignedBead;
  readonly share: number;
}

function linkMoved(
  context: CheckContext,
  beads: readonly AlignedBead[],
  partners: () => WordPartners,
): readonly AlignedBead[] {
  const omitted = beads.filter(({ source, target }) => target.blocks.length === 0 && source.text.trim() !== '');
  const added = beads.filter(({ source, target }) => source.blocks.length === 0 && target.text.trim() !== '');
  if (omitted.length === 0 || omitted.length * added.length > MOST_PAIRS) return beads;
  const moves = omitted
    .flatMap((source) => added.map((target) => ({ source, target })))
    .flatMap(({ source, target }): Move[] => {
      const [a, b] = [source.source.text, target.target.text];
      if (Math.abs(lengthsOf(context).compare(a, b).deviation) > SAME_LENGTH) return [];
      const forth = partners().account('source', source.source, a, b);
      const back = partners().account('target', target.target, b, a);
      const share = (forth.found + back.found) / (forth.hoped + back.hoped);
      return forth.hoped + back.hoped >= LEAST_WORDS && share >= SAME ? [{ source, target, share }] : [];
    })
    .sort((a, b) => b.share - a.share);
  const gone = new Set<AlignedBead>();
  const links: AlignedBead[] = [];
  for (const { source, target } of moves) {
    if (gone.has(source) || gone.has(target)) continue;
    gone.add(source).add(target);
    const confidence = Math.min(source.confidence, target.confidence);
    links.push({ source: source.source, target: target.target, confidence, crossing: true });
  }
  return [...beads.filter((bead) => !gone.has(bead)), ...links];
}

/** Beads more sure than this are left as they are. */
const SURE = 0.9999;

/** The side on which a bead joins several blocks to one, if there is one. */
function joined({ source, target, crossing }: AlignedBead): SideName | undefined {
  if (crossing || source.text.trim() === '' || target.text.trim() === '') return undefined;
  if (source.blocks.length > 1 && target.blocks.length === 1) return 'source';
  return target.blocks.length > 1 && source.blocks.length === 1 ? 'target' : undefined;
}

/** Log odds above which a block is split off: a paragraph that was merged is seldom to be called missing. */
const BAR = -0.5;

/** In how many beads the document surely joins blocks. */
function habit({ beads }: CheckContext): number {
  return beads.filter((bead) => joined(bead) !== undefined && bead.confidence > SURE).length;
}

function splitHidden(context: CheckContext, bead: AlignedBead, side: SideName, joins: number): AlignedBead[] {
  const { blocks, from, to } = bead[side];
  const odds = [from, to - 1].map((block) => hiddenOdds(context, bead, side, block, joins));
  const best = odds[1]! > odds[0]! ? 1 : 0;
  if (odds[best]! < BAR || blocks.length < 2) return [bead];
  const other = side === 'source' ? 'target' : 'source';
  const rest = best === 0 ? { from: from + 1, to } : { from, to: to - 1 };
  const alone = best === 0 ? { from, to: from + 1 } : { from: to - 1, to };
  const at = best === 0 ? bead[other].from : bead[other].to;
  const parts: AlignedBead[] = [
    { ...bead, [side]: stretchOf(context[side], alone), [other]: stretchOf(context[other], { from: at, to: at }) },
    { ...bead, [side]: stretchOf(context[side], rest) },
  ];
  return best === 0 ? parts : parts.toReversed();
}
