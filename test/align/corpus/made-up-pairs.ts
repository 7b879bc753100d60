import type { UnitsPair } from '../../../src/align/corpus/pair.ts';
import type { IndexBead } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import { makeCorpus } from '../made-up-corpus.ts';

/** Many short texts of one pair of made-up languages, and what belongs together in each. */
export function madeUpPairs(
  seed: number,
  { pairs, sentences }: { pairs: number; sentences: number },
): { pair: UnitsPair; gold: readonly IndexBead[] }[] {
  const whole = makeCorpus(createDice(seed), { sentences: pairs * sentences, words: 150, missing: 0.1 });
  return Array.from({ length: pairs }, (_, k) => {
    const beads = whole.beads.slice(k * sentences, (k + 1) * sentences);
    const first = { source: firstOf(beads, 'source'), target: firstOf(beads, 'target') };
    const side = (name: 'source' | 'target'): string[] =>
      beads.flatMap((bead) => bead[name].map((unit) => whole[name][unit]!));
    return {
      pair: { source: side('source'), target: side('target'), sourceLocale: 'qaa', targetLocale: 'qab' },
      gold: beads.map(({ source, target }) => ({
        source: source.map((unit) => unit - first.source),
        target: target.map((unit) => unit - first.target),
      })),
    };
  });
}

function firstOf(beads: readonly IndexBead[], side: 'source' | 'target'): number {
  return beads.flatMap((bead) => bead[side])[0] ?? 0;
}
