import type { Vocabulary } from './vocabulary.ts';

/** How many words of a pooled unit are kept, on average, of those that are anchored and of those that are not. */
const WORDS_KEPT = 20;
/** Words that stand in a larger share of the pooled units say little about which unit it is. */
const TOO_COMMON = 0.25;
/** What stands in fewer pooled units cannot be learnt. */
const TOO_RARE = 3;

/**
 * The same words, with runs of units taken as one. So that a run of any length costs what a paragraph costs, only words
 * that tell one run from another are kept: rare ones first, since a word and its translation are about as rare.
 *
 * @param ends pooled unit `k` is units `ends[k]` to `ends[k + 1]`.
 * @param anchored by word, 1 where it has an anchor: such a word tells something however rare it is.
 */
export function poolVocabulary(vocabulary: Vocabulary, ends: Int32Array, anchored: Uint8Array): Vocabulary {
  const count = ends.length - 1;
  const frequency = new Int32Array(vocabulary.size);
  const seen = new Int32Array(vocabulary.size).fill(-1);
  const units = Array.from({ length: count }, (_, k) => {
    const words: number[] = [];
    for (let u = ends[k]!; u < ends[k + 1]!; u++)
      for (const word of vocabulary.units[u]!) {
        if (seen[word] === k) continue;
        seen[word] = k;
        frequency[word]! += 1;
        words.push(word);
      }
    return words;
  });
  const most = Math.max(TOO_RARE, TOO_COMMON * count);
  const highest = [1, 0].map((isAnchored) =>
    highestFrequency(frequency, (word) => anchored[word] === isAnchored, isAnchored ? 1 : TOO_RARE, most, count),
  ) as [number, number];
  const isKept = (word: number): boolean => {
    const f = frequency[word]!;
    return anchored[word] === 1 ? f <= highest[0] : f >= TOO_RARE && f <= highest[1];
  };
  const kept = units.map((words) => Int32Array.from(words.filter(isKept)));
  let total = 0;
  for (const words of kept) total += words.length;
  return {
    ...vocabulary,
    units: kept,
    frequency,
    probability: Float64Array.from(frequency, (f) => f / Math.max(1, total)),
  };
}

/** Up to which frequency words are kept so that there are no more than `WORDS_KEPT` of them in a unit, on average. */
function highestFrequency(
  frequency: Int32Array,
  counts: (word: number) => boolean,
  least: number,
  most: number,
  units: number,
): number {
  const tokens = new Float64Array(Math.floor(most) + 1);
  frequency.forEach((f, word) => {
    if (f >= least && f <= most && counts(word)) tokens[f]! += f;
  });
  let total = 0;
  for (let f = least; f < tokens.length; f++) {
    total += tokens[f]!;
    if (total > WORDS_KEPT * units && f > least) return f - 1;
  }
  return tokens.length - 1;
}
