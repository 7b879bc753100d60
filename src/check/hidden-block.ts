import { missesEndMark } from './end-marks.ts';
import { lengthsOf } from './lengths.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { wordPartnersOf } from './word-partners.ts';

/**
 * The log odds that a block at the end of a bead is not in the other side's text are a sum of these, each times its weight.
 * Fitted by logistic regression on paragraphs that were taken out of translations, and others that were merged.
 */
const WEIGHTS = {
  /** How much too long the other side's text is for all of the bead, in the document's own spread. */
  tooLong: 0.74,
  /** How much worse its length fits without the block than with it, at most 6. */
  worse: -0.54,
  /** What is missing of the block's words, of what might be found. */
  lost: 2.71,
  /** What is found of them. */
  found: -1.49,
  /** The log of how unsure the bead is. */
  doubt: 0.94,
  /** Whether the mark that ends it is missing where it would be. */
  mark: 2.23,
  /** The log of how many beads of the document surely join blocks. */
  habit: -0.86,
  constant: 1.2,
};
/** No bead is surer. */
const SUREST = 0.0001;

/**
 * The log odds that a block is not in the text that its bead joins it to.
 *
 * @param side that of the block, on which the bead has several.
 * @param block the first or the last of them.
 * @param habit in how many beads the document surely joins blocks.
 */
export function hiddenOdds(
  context: CheckContext,
  bead: AlignedBead,
  side: 'source' | 'target',
  block: number,
  habit: number,
): number {
  const own = bead[side];
  const otherSide = side === 'source' ? 'target' : 'source';
  const other = bead[otherSide].text;
  const { text } = own.blocks[block - own.from]!;
  const rest = own.blocks
    .filter((_, k) => k !== block - own.from)
    .map((one) => one.text)
    .join('\n');
  const lengths = lengthsOf(context);
  const deviation = (all: string): number =>
    side === 'source' ? lengths.compare(all, other).deviation : -lengths.compare(other, all).deviation;
  const [whole, without] = [deviation(own.text), deviation(rest)];
  const { hoped, found } = wordPartnersOf(context.bitext).account(side, own, text, other, rest);
  const locales = { locale: context[side].locale, otherLocale: context[otherSide].locale };
  return (
    WEIGHTS.constant +
    WEIGHTS.tooLong * whole +
    WEIGHTS.worse * (Math.min(6, Math.abs(without)) - Math.abs(whole)) +
    WEIGHTS.lost * (hoped - found) +
    WEIGHTS.found * found +
    WEIGHTS.doubt * Math.log(Math.max(SUREST, 1 - bead.confidence)) +
    WEIGHTS.mark * missesEndMark({ text, rest, other, ...locales }, block > own.from) +
    WEIGHTS.habit * Math.log(1 + habit)
  );
}
