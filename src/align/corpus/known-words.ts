import type { AnchorSource } from '../evidence/anchors.ts';
import type { PairPrior } from './pair-knowledge.ts';

/** What other pairs teach of this pair's words, as a prior of the translation table. */
export function knownWords({ sourceWords, targetWords, source, target, weight }: PairPrior): AnchorSource {
  const byWord = new Map<string, [target: string, weight: number][]>();
  source.forEach((s, k) => {
    const word = sourceWords[s]!;
    const list = byWord.get(word) ?? [];
    byWord.set(word, list);
    list.push([targetWords[target[k]!]!, weight[k]!]);
  });
  return function* (known, others) {
    const place = new Map(others.words.map((word, t) => [word, t]));
    for (const [s, word] of known.words.entries())
      for (const [other, sure] of byWord.get(word) ?? []) {
        const t = place.get(other);
        if (t !== undefined) yield [s, t, sure];
      }
  };
}
