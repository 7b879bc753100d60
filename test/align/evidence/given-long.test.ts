/** Long texts that have nothing in common but what is given: it must guide the coarse search too. */
import { describe, expect, it } from 'vitest';
import { alignUnits, defaultEvidence } from '../../../src/align/align.ts';
import type { Evidence } from '../../../src/align/evidence.ts';
import { embeddingEvidence } from '../../../src/align/evidence/embeddings.ts';
import { memoryEvidence } from '../../../src/align/evidence/memory.ts';
import { translationEvidence } from '../../../src/align/evidence/translation.ts';
import { translationPairs } from '../../../src/align/translation-pairs.ts';
import { countRight, f1 } from '../../bench/score.ts';
import { createDice } from '../../dice.ts';
import type { Dice } from '../../dice.ts';
import { indexBeads } from '../index-beads.ts';

/** Of the meanings, the source has all but those of a stretch near its end, the target all but those of one near its beginning. */
const MEANINGS = 620;
const isInSource = (k: number): boolean => k < 430 || k >= 550;
const isInTarget = (k: number): boolean => k < 60 || k >= 190;

const dice = createDice(11);
const numbers = Array.from({ length: MEANINGS }, (_, k) => k);
const salad = {
  source: numbers.map(() => words(dice, 'bdfgklmn')),
  target: numbers.map(() => words(dice, 'ბდფგკლმნ')),
};
const source = salad.source.filter((_, k) => isInSource(k));
const target = salad.target.filter((_, k) => isInTarget(k));
const gold = goldBeads();

/** Words that never come again, of one length. */
function words(roll: Dice, letters: string): string {
  const word = (): string => Array.from({ length: 5 }, () => letters[roll(letters.length)]).join('');
  return Array.from({ length: 8 }, word).join(' ');
}

function goldBeads(): { source: number[]; target: number[] }[] {
  let [i, j] = [0, 0];
  return numbers
    .map((k) => ({ source: isInSource(k) ? [i++] : [], target: isInTarget(k) ? [j++] : [] }))
    .filter((bead) => bead.source.length + bead.target.length > 0);
}

function f1With(evidence: Evidence): number {
  const found = indexBeads(alignUnits(source, target, { evidence: [...defaultEvidence(), evidence] }));
  const { strictPrecision, strictRecall } = countRight(gold, found);
  return f1(strictPrecision, strictRecall);
}

/** The same, but that it says nothing of runs of units. */
function withoutPooled(evidence: Evidence): Evidence {
  return {
    id: evidence.id,
    prepare: (a, b) => {
      const scorer = evidence.prepare(a, b);
      if (scorer === undefined) return undefined;
      return {
        score: scorer.score.bind(scorer),
        addScores: scorer.addScores!.bind(scorer),
        ...(scorer.learn && { learn: scorer.learn.bind(scorer) }),
      };
    },
  };
}

/** A translation of which every third word is wrong. */
const translated = numbers.filter(isInSource).map((k) => salad.target[k]!.replaceAll(/(\S+ \S+) \S+/g, '$1 ჰჰჰჰჰ'));

/** The same vector for both texts of a meaning but for noise. */
function embed(texts: readonly string[]): Float32Array[] {
  const meaning = new Map([...salad.source, ...salad.target].map((text, k) => [text, k % MEANINGS]));
  const noise = createDice(5);
  return texts.map((text) => {
    const own = createDice(1000 + meaning.get(text)!);
    return Float32Array.from({ length: 48 }, () => own(200) - 100 + (noise(120) - 60));
  });
}

describe('a long text is searched where what is given says', () => {
  it.each<[string, Evidence | Promise<Evidence>, number]>([
    ['a machine translation', translationEvidence(translationPairs(source, translated)), 0.97],
    [
      'a memory of every third unit',
      memoryEvidence(
        numbers.filter((k) => k % 3 === 0).map((k) => ({ source: salad.source[k]!, target: salad.target[k]! })),
      ),
      0.7,
    ],
    ['embeddings', embeddingEvidence(embed, source, target), 0.97],
  ])('%s', async (_, given, least) => {
    const evidence = await given;
    const found = f1With(evidence);
    expect(found).toBeGreaterThan(least);
    expect(f1With(withoutPooled(evidence))).toBeLessThan(found - 0.1);
  });
});
