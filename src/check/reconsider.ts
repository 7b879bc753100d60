import { stretchOf } from './stretch.ts';
import { lengthsOf } from './lengths.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { learnWordPartners } from './word-partners.ts';
import type { WordPartners } from './word-partners.ts';

type SideName = 'source' | 'target';

/**
 * The beads of a context, looked at once more where the aligner was unsure. What the aligner has to decide paragraph by
 * paragraph, before it knows how sentences and lengths fit over all of the document, can be seen better from here:
 *
 * - A bead that joins several blocks may hide one that has no counterpart at all. A block at its end is split off where
 *   lengths and words say that the other side does without it.
 *
 * Most documents have no such bead, and cost nothing.
 */
export function reconsider(context: CheckContext): readonly AlignedBead[] {
  let partners: WordPartners | undefined;
  return context.beads.flatMap((bead) => {
    const side = joined(bead);
    if (side === undefined || bead.confidence > SURE) return [bead];
    partners ??= learnWordPartners(context.bitext);
    return splitHidden(context, bead, side, partners);
  });
}

/** Beads more sure than this are left as they are. */
const SURE = 0.97;

/** The side on which a bead joins several blocks to one, if there is one. */
function joined({ source, target, crossing }: AlignedBead): SideName | undefined {
  if (crossing || source.text.trim() === '' || target.text.trim() === '') return undefined;
  if (source.blocks.length > 1 && target.blocks.length === 1) return 'source';
  return target.blocks.length > 1 && source.blocks.length === 1 ? 'target' : undefined;
}

/**
 * The log odds that a block at the end of a bead is not in the other side's text are a sum of these, each times its weight.
 * Fitted by logistic regression on paragraphs that were taken out of translations, and others that were merged.
 */
const WEIGHTS = {
  /** How much too long the other side's text is for all of the bead, in the document's own spread. */
  tooLong: -1.1,
  /** How much worse its length fits without the block than with it, at most 6. */
  worse: -0.27,
  /** What is missing of the block's words, of what might be found. */
  lost: 0.58,
  /** What is found of them. */
  found: -1.25,
  /** The log of how unsure the bead is. */
  doubt: 1.16,
  constant: 4.6,
};
/** Log odds above which a block is split off: a paragraph that was merged is seldom to be called missing. */
const BAR = 2.9;

function splitHidden(context: CheckContext, bead: AlignedBead, side: SideName, partners: WordPartners): AlignedBead[] {
  const { blocks, from, to } = bead[side];
  const odds = [from, to - 1].map((block) => oddsOf(context, bead, side, block, partners));
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

function oddsOf(
  context: CheckContext,
  bead: AlignedBead,
  side: SideName,
  block: number,
  partners: WordPartners,
): number {
  const own = bead[side];
  const other = bead[side === 'source' ? 'target' : 'source'].text;
  const text = own.blocks[block - own.from]!.text;
  const rest = own.blocks
    .filter((_, k) => k !== block - own.from)
    .map((one) => one.text)
    .join('\n');
  const { compare } = lengthsOf(context);
  const deviation = (all: string): number =>
    side === 'source' ? compare(all, other).deviation : -compare(other, all).deviation;
  const [whole, without] = [deviation(own.text), deviation(rest)];
  const { hoped, found } = partners.account(side, own, text, other, rest);
  return (
    WEIGHTS.constant +
    WEIGHTS.tooLong * whole +
    WEIGHTS.worse * (Math.min(6, Math.abs(without)) - Math.abs(whole)) +
    WEIGHTS.lost * (hoped - found) +
    WEIGHTS.found * found +
    WEIGHTS.doubt * Math.log(Math.max(0.01, 1 - bead.confidence))
  );
}
