import type { TextPair } from '../../model/text-pair.ts';
import type { AnchorSource } from './anchors.ts';
import { learnLexicon } from './lexicon.ts';

/** A term of more words than this is a sentence, and in a memory better at home. */
const MOST_TERM_TOKENS = 12;
/** A unit of a memory of more words than this teaches nothing. */
const MOST_UNIT_TOKENS = 80;

/**
 * The terms of a dictionary or glossary as words that are known to correspond, before anything is learnt.
 *
 * A term of one word stands for its translation with full weight, shared between several translations. The words of a
 * longer term share: which stands for which is worked out over all terms (`foreign minister`, `prime minister`). Words are
 * compared by their first letters as everywhere in the aligner, so that inflected forms are found.
 *
 * ```ts
 * wordEvidence([cognates, dictionaryAnchors([{ source: 'cat', target: 'кошка' }])]);
 * ```
 */
export function dictionaryAnchors(terms: readonly TextPair[]): AnchorSource {
  return (source, target) =>
    learnLexicon(terms, source.words, target.words, { doubt: 0, mostTokens: MOST_TERM_TOKENS });
}

/**
 * The words that a translation memory teaches: what stands together in its units more often than by chance.
 *
 * Of a huge memory a part is counted, evenly spread.
 */
export function memoryAnchors(units: readonly TextPair[]): AnchorSource {
  return (source, target) =>
    learnLexicon(units, source.words, target.words, { doubt: 1, mostTokens: MOST_UNIT_TOKENS });
}
