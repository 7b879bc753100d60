import { soundsOf } from '../align/phonetic.ts';
import type { Range } from '../model/document.ts';
import { proseOf } from './prose.ts';
import type { Stretch } from './rule.ts';

/** A word of a text, and how it sounds in whatever script. */
export interface SoundingWord extends Range {
  readonly text: string;
  /** Letters from a to z; empty where its script is not known. */
  readonly sound: string;
  /** Whether it has a capital where no sentence begins. */
  readonly isName: boolean;
}

/** Shorter words sound like too many others. */
const LEAST = 4;
/** Longer words are no names, and would take long to compare. */
const MOST = 60;
/** A word is looked at with so many characters before it. */
const BEFORE = 8;
/** The share of the letters by which two names may differ. */
const DIFFERENT = 0.34;

/** The words of a text that are long enough to be told by their sound. */
export function soundingWords(stretch: Stretch): SoundingWord[] {
  const prose = proseOf(stretch);
  const words = [...prose.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)].filter(([word]) => word.length >= LEAST);
  const sounds = soundsOf(words.map(([word]) => word.toLowerCase().replace(/['’]/g, '')));
  return words.map(({ index, 0: word }, k) => ({
    from: index,
    to: index + word.length,
    text: word,
    sound: sounds[k]!,
    isName: /^\p{Lu}\p{Ll}/u.test(word) && /[\p{L}\p{N},]\s+$/u.test(prose.slice(Math.max(0, index - BEFORE), index)),
  }));
}

/** Whether two words may be the same name in two languages: alike but for an ending and some letters. */
export function soundsAlike(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < LEAST - 1 || length > MOST || Math.abs(a.length - b.length) > 3) return false;
  const most = DIFFERENT * length;
  return lost(a, b, length) <= most && distance(a, b, length) <= most;
}

const A = 'a'.charCodeAt(0);
const VOWELS = [...'aeiou'].reduce((bits, vowel) => bits | bitOf(vowel.charCodeAt(0)), 0);

/** A bit for each letter from a to z. */
function bitOf(letter: number): number {
  return 1 << (letter - A);
}

/**
 * The consonants at the beginning of a word that the beginning of another has nowhere: it is no nearer than that, which most
 * words are not.
 */
function lost(a: string, b: string, length: number): number {
  let there = VOWELS;
  for (let k = 0; k < length; k++) there |= bitOf(b.charCodeAt(k));
  let count = 0;
  for (let k = 0; k < length; k++) if ((there & bitOf(a.charCodeAt(k))) === 0) count += 1;
  return count;
}

/** Levenshtein's distance of the beginnings of two words; vowels that stand for one another cost half. */
function distance(a: string, b: string, length: number): number {
  let [row, next] = rows;
  for (let j = 0; j <= length; j++) row[j] = j;
  for (let i = 1; i <= length; i++) {
    next[0] = i;
    for (let j = 1; j <= length; j++) {
      const changed = row[j - 1]! + cost(a.charCodeAt(i - 1), b.charCodeAt(j - 1));
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, changed);
    }
    [row, next] = [next, row];
  }
  return row[length]!;
}

/** No sound is longer: it is that of the beginning of a word. */
const LONGEST = 255;
const rows: [Float64Array, Float64Array] = [new Float64Array(LONGEST + 1), new Float64Array(LONGEST + 1)];

function cost(a: number, b: number): number {
  if (a === b) return 0;
  return (VOWELS & bitOf(a)) !== 0 && (VOWELS & bitOf(b)) !== 0 ? 0.5 : 1;
}
