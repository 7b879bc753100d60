import type { Locale } from '../../model/locale.ts';
import { soundsOf } from '../phonetic.ts';
import type { Vocabulary } from './vocabulary.ts';

/** That a source word and a target word may stand for each other: their indices, and how sure that is, 0 to 1. */
export type Anchor = readonly [sourceWord: number, targetWord: number, weight: number];

/** One side's words as anchors see them, by index. */
export interface AnchorSide {
  /** Absent where the caller did not say. */
  readonly locale?: Locale;
  /** Tokens as `tokenize` makes them: stems, `#` with a number's value, marks. */
  readonly words: readonly string[];
  /** Of each word, the most frequent of the forms that it stands for, in lower case and in full. */
  readonly forms: readonly string[];
  /** The number of units that each word stands in. */
  readonly frequency: ArrayLike<number>;
}

/** Finds words of two vocabularies that are known to correspond before anything is learnt. */
export type AnchorSource = (source: AnchorSide, target: AnchorSide) => Iterable<Anchor>;

export function anchorSide(locale: Locale | undefined, { words, forms, frequency }: Vocabulary): AnchorSide {
  return { words, forms, frequency, ...(locale === undefined ? {} : { locale }) };
}

/** The length of a beginning that two words must share; shorter ones are shared by words that have nothing to do with each other. */
const BEGINNING = 4;
/** Weaker likenesses are mostly chance, and there are many. */
const LEAST = 0.2;
/** Of words of one, two and three letters that are the same in both texts. */
const SHORT = [0.3, 0.6, 0.85];
const AGREEMENT = 0.3;

/**
 * Numbers, punctuation, names and cognates: tokens that are the same, and words that sound alike in whatever script they
 * are written.
 *
 * The weights are what was measured: of all pairs of words in aligned texts that are as alike as this, how many stood
 * where the other stood, beyond chance.
 */
export const cognates: AnchorSource = function* (source, target) {
  const same = new Map(target.words.map((word, t) => [word, t]));
  const sounds = soundsOf(target.forms);
  const sourceSounds = soundsOf(source.forms);
  const byBeginning = groupBy(sounds, (sound) => (sound.length >= BEGINNING ? sound.slice(0, BEGINNING) : undefined));
  for (let s = 0; s < source.words.length; s++) {
    const twin = same.get(source.words[s]!);
    if (twin !== undefined)
      yield [s, twin, certaintyOfSame(source.words[s]!) * agreement(source.frequency[s]!, target.frequency[twin]!)];
    const sound = sourceSounds[s]!;
    if (sound.length < BEGINNING) continue;
    for (const t of byBeginning.get(sound.slice(0, BEGINNING)) ?? []) {
      if (t === twin) continue;
      const weight = likeness(sound, sounds[t]!) * agreement(source.frequency[s]!, target.frequency[t]!);
      if (weight >= LEAST) yield [s, t, weight];
    }
  }
};

/** How often tokens that are the same in both texts mean the same. */
function certaintyOfSame(word: string): number {
  const isWord = /^[\p{L}\p{M}]/u.test(word) && !/^\p{Script=Han}/u.test(word);
  return isWord ? (SHORT[word.length - 1] ?? 0.95) : 1;
}

/** How often words mean the same that sound alike from the beginning on. */
function likeness(a: string, b: string): number {
  let common = BEGINNING;
  while (common < a.length && common < b.length && a[common] === b[common]) common++;
  const covered = common / Math.max(a.length, b.length);
  if (common >= 7) return 0.92;
  if (common === 6) return 0.73 + 0.22 * covered;
  if (common === 5) return 0.52 + 0.35 * covered;
  return covered === 1 ? 0.8 : 0.08 + 0.4 * covered ** 2;
}

/** Words that stand for each other are about as frequent, in units. */
export function agreement(a: number, b: number): number {
  return (Math.min(a, b) / Math.max(a, b)) ** AGREEMENT;
}

function groupBy(words: readonly string[], keyOf: (word: string) => string | undefined): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  words.forEach((word, k) => {
    const key = keyOf(word);
    if (key === undefined) return;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [k]);
    else group.push(k);
  });
  return groups;
}
