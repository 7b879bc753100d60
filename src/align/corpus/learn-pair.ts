import { languageOf } from '../../model/locale.ts';
import { cognates } from '../evidence/anchors.ts';
import type { AnchorSide } from '../evidence/anchors.ts';
import { countWordPairs } from './count-words.ts';
import type { WordBeads } from './learnt-beads.ts';
import { HUNDREDTHS } from './pair-knowledge.ts';
import type { Habits, PairKnowledge, PairPrior, WordPairCounts } from './pair-knowledge.ts';
import { knownWords } from './known-words.ts';

/** The locales of the two sides, where they are known. */
export interface PairLocales {
  readonly source: string | undefined;
  readonly target: string | undefined;
}

/**
 * What a pair teaches that has been aligned: how often its words stand for each other in the beads that are likely.
 *
 * @param prior what was known of its words before.
 */
export function learnPair(
  { sourceWords, targetWords, beads }: WordBeads,
  locales: PairLocales,
  prior: PairPrior | undefined,
): PairKnowledge {
  const total = (side: 'source' | 'target', words: number): Uint32Array => {
    const sums = new Float64Array(words);
    for (const bead of beads) for (const word of bead[side]) sums[word]! += bead.weight;
    return Uint32Array.from(sums, hundredths);
  };
  return {
    sourceLanguage: languageOf(locales.source ?? ''),
    targetLanguage: languageOf(locales.target ?? ''),
    sourceWords,
    targetWords,
    sourceTotal: total('source', sourceWords.length),
    targetTotal: total('target', targetWords.length),
    ...recount({ sourceWords, targetWords, beads }, prior),
    habits: habitsOf({ sourceWords, targetWords, beads }),
  };
}

/** Counts a pair's words by what is known of them now. */
export function recount(beads: WordBeads, prior: PairPrior | undefined): WordPairCounts {
  const [source, target] = [anchorSide(beads, 'source'), anchorSide(beads, 'target')];
  const known = [cognates, ...(prior === undefined ? [] : [knownWords(prior)])].flatMap((anchors) => [
    ...anchors(source, target),
  ]);
  return countWordPairs(beads, known);
}

/** The words of beads as anchors see them; their full forms are not known here. */
function anchorSide({ sourceWords, targetWords, beads }: WordBeads, side: 'source' | 'target'): AnchorSide {
  const words = side === 'source' ? sourceWords : targetWords;
  const frequency = new Int32Array(words.length);
  for (const bead of beads) for (const word of bead[side]) frequency[word]! += 1;
  return { words, forms: words, frequency };
}

function habitsOf({ beads }: WordBeads): Habits {
  const sizes: Record<string, number> = {};
  let source = 0;
  let target = 0;
  for (const { size, length, weight } of beads) {
    const name = size.join(':');
    sizes[name] = (sizes[name] ?? 0) + hundredths(weight);
    source += weight * length[0];
    target += weight * length[1];
  }
  return { sizes, sourceLength: hundredths(source), targetLength: hundredths(target) };
}

function hundredths(count: number): number {
  return Math.round(count * HUNDREDTHS);
}
