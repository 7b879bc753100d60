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
  const [start, other] = [a.slice(0, length), b.slice(0, length)];
  const most = DIFFERENT * length;
  return lost(start, other) <= most && distance(start, other) <= most;
}

/** The consonants of a word that another has nowhere: it is no nearer than that, which most words are not. */
function lost(a: string, b: string): number {
  let count = 0;
  for (const letter of a) if (!'aeiou'.includes(letter) && !b.includes(letter)) count += 1;
  return count;
}

/** Levenshtein's distance; vowels that stand for one another cost half. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost(a[i - 1]!, b[j - 1]!)));
    row = next;
  }
  return row[b.length]!;
}

function cost(a: string, b: string): number {
  if (a === b) return 0;
  return 'aeiou'.includes(a) && 'aeiou'.includes(b) ? 0.5 : 1;
}
