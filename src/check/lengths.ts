import type { AlignedBead, CheckContext } from './rule.ts';
import { isUntranslated } from './untranslated-text.ts';

/** What lengths are usual in a document. */
export interface Lengths {
  /** The beads that it was learnt from: both sides have text, and it is translated. */
  readonly beads: readonly AlignedBead[];
  compare(source: string, target: string): LengthComparison;
}

/** How long a translation is, beside what its source makes expect. */
export interface LengthComparison {
  /** In characters. */
  readonly target: number;
  readonly usual: number;
  /** The natural logarithm of how many times as long it is as usual, short texts' less: below 0 it is shorter. */
  readonly off: number;
  /** The same in the document's own spread at such lengths. */
  readonly deviation: number;
}

const known = new WeakMap<CheckContext, Lengths>();

/**
 * How much longer one language is than another differs from text to text, and how freely it was translated differs more:
 * both are learnt from the document itself, robustly, so that the paragraphs at fault do not set the standard.
 */
export function lengthsOf(context: CheckContext): Lengths {
  let made = known.get(context);
  if (made === undefined) {
    const pairs = measure(context);
    const model = learnModel(pairs);
    made = { beads: pairs.map(({ bead }) => bead), compare: (source, target) => compare(model, source, target) };
    known.set(context, made);
  }
  return made;
}

function compare(model: Model, sourceText: string, targetText: string): LengthComparison {
  const target = countCharacters(targetText);
  const usual = model.ratio * countCharacters(sourceText);
  const off = Math.log((target + SOFT) / (usual + SOFT));
  return { target, usual, off, deviation: (off * Math.sqrt(usual + SOFT)) / model.spread };
}

/** So many characters are added to both lengths: between short texts, a word more or less says little. */
const SOFT = 20;
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
    const [source, target] = [countCharacters(bead.source.text), countCharacters(bead.target.text)];
    // What is empty or untranslated is for other rules to report, and shows nothing about translations.
    if (source === 0 || target === 0) return [];
    if (isUntranslated(context, bead) !== undefined) return [];
    return [{ bead, source, target }];
  });
}

function countCharacters(text: string): number {
  return text.replace(/\s{2,}/g, ' ').trim().length;
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
