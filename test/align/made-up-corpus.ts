import { shuffle } from '../dice.ts';
import type { Dice } from '../dice.ts';
import type { TextPair } from '../../src/model/text-pair.ts';
import type { IndexBead } from '../bench/score.ts';

/** Two texts in made-up languages, and which of their sentences say the same thing. */
export interface MadeUpCorpus {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly beads: readonly IndexBead[];
  /** All words and what they stand for. */
  readonly terms: readonly TextPair[];
}

export interface MadeUpOptions {
  readonly sentences: number;
  /** The number of words of each language; the k-th is about 1/k as common as the first. */
  readonly words: number;
  /** The share of sentences without counterpart, on each side. */
  readonly missing: number;
}

const SOURCE_LETTERS = 'bdfgklmnprstvz';
const TARGET_LETTERS = 'ბდფგკლმნპრსტვზ';

/**
 * A corpus in which nothing but the words tells what belongs together: each word of one language stands for one of the
 * other, by chance; the words of a sentence come in another order; every sentence is of about one length; the two
 * languages do not share a letter.
 */
export function makeCorpus(dice: Dice, { sentences, words, missing }: MadeUpOptions): MadeUpCorpus {
  const vocabulary = makeWords(dice, words, SOURCE_LETTERS, 'aeiou');
  const translations = shuffle(makeWords(dice, words, TARGET_LETTERS, 'აეიოუ'), dice);
  const source: string[] = [];
  const target: string[] = [];
  const beads: IndexBead[] = [];
  for (let k = 0; k < sentences; k++) {
    const meaning = Array.from({ length: 8 + dice(3) }, () => drawWord(dice, words));
    const lost = dice(1000) / 1000;
    const hasSource = lost >= missing;
    const hasTarget = lost < missing || lost >= 2 * missing;
    beads.push({ source: hasSource ? [source.length] : [], target: hasTarget ? [target.length] : [] });
    if (hasSource) source.push(meaning.map((word) => vocabulary[word]).join(' '));
    if (hasTarget)
      target.push(
        shuffle(meaning, dice)
          .map((word) => translations[word])
          .join(' '),
      );
  }
  const terms = vocabulary.map((word, k) => ({ source: word, target: translations[k]! }));
  return { source, target, beads, terms };
}

/** By Zipf's law: as likely to fall between 1 and 2 as between 2 and 4. */
function drawWord(dice: Dice, words: number): number {
  return Math.min(words - 1, Math.floor(words ** (dice(1_000_000) / 1_000_000)) - 1);
}

/** Different words of two syllables, all of four letters. */
function makeWords(dice: Dice, count: number, consonants: string, vowels: string): string[] {
  const made = new Set<string>();
  while (made.size < count)
    made.add([consonants, vowels, consonants, vowels].map((letters) => letters[dice(letters.length)]).join(''));
  return [...made];
}
