import type { AlignedBead, CheckContext, Rule } from '../rule.ts';
import { isUntranslated } from '../untranslated-text.ts';

/**
 * Reports a translation that is much shorter or much longer than the source makes expect: half of it may be gone, or
 * another paragraph may have been pasted in. `count` is its length, `usual` what was to be expected, in characters.
 *
 * How much longer one language is than another differs from text to text, and how freely it was translated differs more:
 * both are learnt from the document itself, robustly, so that the paragraphs at fault do not set the standard.
 *
 * @example ok
 * en-GB: Good morning.
 * ru-RU: Доброе утро всем, кто пришёл.
 *
 * @example bad
 * en-GB: The committee met on Monday to look at the budget for the coming year, and it found that the plans for the new library had been left out by mistake. It was agreed to put them back and to meet again before the end of the month, when the figures for the schools would be known.
 * ru-RU: Комитет собрался в понедельник, чтобы рассмотреть бюджет.
 * -> target length-ratio {"kind":"short","count":57,"usual":275}
 */
export const lengthRatio: Rule = {
  id: 'length-ratio',
  severity: 'warning',
  check: (context, report) => {
    const pairs = measure(context);
    const model = learnModel(pairs);
    for (const { bead, source, target } of pairs) {
      const usual = model.ratio * source;
      const off = Math.log((target + SOFT) / (usual + SOFT));
      const deviation = Math.abs(off) / spread(model, source);
      if (deviation < LIMIT || Math.abs(off) < LEAST) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(),
        confidence: bead.confidence,
        data: { kind: off < 0 ? 'short' : 'long', count: target, usual: Math.round(usual) },
      });
    }
  },
};

/** So many characters are added to both lengths: between short texts, a word more or less says little. */
const SOFT = 20;
/** How many times the document's own spread a length must be off. */
const LIMIT = 4.5;
/** And at the least so far off, as a natural logarithm: by three fifths. */
const LEAST = Math.log(1.6);
/** The spread of a middling free translation, and how many pairs of texts it counts for beside what the document shows. */
const PRIOR = { ratio: 1, spread: 2.5, pairs: 8 };
/** No document is translated so evenly that its spread is less. */
const LEAST_SPREAD = 1.8;
/** Times this, the median absolute deviation of a normal distribution is its standard deviation. */
const NORMAL = 1.4826;

interface Pair {
  readonly bead: AlignedBead;
  /** Lengths in characters. */
  readonly source: number;
  readonly target: number;
}

interface Model {
  /** How many characters of the target stand for one of the source. */
  readonly ratio: number;
  /** The spread of the logarithm of a length, times the square root of that length. */
  readonly spread: number;
}

function measure(context: CheckContext): Pair[] {
  return context.beads.flatMap((bead): Pair[] => {
    const [source, target] = [lengthOf(bead.source.text), lengthOf(bead.target.text)];
    // What is empty or untranslated is for other rules to report, and shows nothing about translations.
    if (source === 0 || target === 0) return [];
    if (isUntranslated(context, bead) !== undefined) return [];
    return [{ bead, source, target }];
  });
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, ' ').trim().length;
}

/**
 * Medians, so that up to half of the paragraphs may be at fault, of the document's pairs and as many made-up middling ones
 * as keep a short document from setting a standard of its own.
 */
function learnModel(pairs: readonly Pair[]): Model {
  const average = pairs.reduce((sum, { source }) => sum + source, 0) / pairs.length;
  const ratios = pairs.map(({ source, target }): Weighted => [Math.log(target / source), source]);
  const ratio = Math.exp(weightedMedian([...ratios, [Math.log(PRIOR.ratio), PRIOR.pairs * average]]));
  const deviations = pairs.map(({ source, target }): Weighted => {
    const usual = ratio * source;
    return [Math.abs(Math.log((target + SOFT) / (usual + SOFT))) * Math.sqrt(usual + SOFT), 1];
  });
  const median = weightedMedian([...deviations, [PRIOR.spread / NORMAL, PRIOR.pairs]]);
  return { ratio, spread: Math.max(LEAST_SPREAD, NORMAL * median) };
}

function spread(model: Model, source: number): number {
  return model.spread / Math.sqrt(model.ratio * source + SOFT);
}

type Weighted = readonly [value: number, weight: number];

function weightedMedian(values: readonly Weighted[]): number {
  const sorted = values.toSorted((a, b) => a[0] - b[0]);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let sum = 0;
  for (const [value, weight] of sorted) {
    sum += weight;
    if (sum >= half) return value;
  }
  return 0;
}
