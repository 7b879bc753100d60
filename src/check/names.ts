import { soundsOf } from '../align/phonetic.ts';
import { stem } from '../align/tokens.ts';
import type { Range } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { proseOf } from './prose.ts';
import type { Stretch } from './rule.ts';
import { isOwnScript, scriptOf } from './scripts.ts';

/** A word of a text, and how it sounds in whatever script. */
export interface SoundingWord extends Range {
  readonly text: string;
  /** What its forms have in common, in lower case. */
  readonly key: string;
  /** Letters from a to z; empty where its script is not known. */
  readonly sound: string;
  /** Whether it begins with a capital and goes on without. */
  readonly isCapital: boolean;
  /** Whether it has a capital where no sentence begins. */
  readonly isName: boolean;
  /** Whether it is in another script than its language: it stands as it stood in another. */
  readonly isBorrowed: boolean;
}

/** Shorter words sound like too many others. */
const LEAST = 3;
/** Longer words are no names, and would take long to compare. */
const MOST = 60;
/** A word is looked at with so many characters before it. */
const BEFORE = 8;
/** The share of the letters by which two names may differ; and two that are perhaps the same, in a tradition of its own. */
const DIFFERENT = 0.34;
const PERHAPS = 0.6;
/** An ending is no longer than this. */
const ENDING = 3;

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const possessive = /['’]s$/u;

/** The words of a text in a language that are long enough to be told by their sound. */
export function soundingWords(stretch: Stretch, locale: Locale): SoundingWord[] {
  const prose = proseOf(stretch);
  const words = [...prose.matchAll(word)]
    .map(({ index, 0: found }) => ({ from: index, text: found.replace(possessive, '') }))
    .filter(({ text }) => text.length >= LEAST);
  const lower = words.map(({ text }) => text.toLowerCase().replace(/['’]/g, ''));
  const sounds = soundsOf(lower);
  // Looking a language's script up takes longer than all the rest, and a text has words of two or three.
  const scripts = new Map<string, boolean>();
  const isOwn = (text: string): boolean => {
    const script = scriptOf(text);
    if (!scripts.has(script)) scripts.set(script, isOwnScript(text, locale));
    return scripts.get(script)!;
  };
  return words.map(({ from, text }, k) => {
    const isCapital = /^\p{Lu}\p{Ll}/u.test(text);
    return {
      from,
      to: from + text.length,
      text,
      key: stem(lower[k]!),
      sound: sounds[k]!,
      isCapital,
      isName: isCapital && /[\p{L}\p{N},]\s+$/u.test(prose.slice(Math.max(0, from - BEFORE), from)),
      isBorrowed: !isOwn(text),
    };
  });
}

/**
 * Whether two words may be the same name in two languages: alike but for an ending and some letters. A name that is borrowed in
 * its own script is alike but for an ending.
 */
export function isCounterpart(a: SoundingWord, b: SoundingWord): boolean {
  if (a.sound === '' || b.sound === '') return false;
  if (areInOneScript(a, b)) return isLetterForLetter(a.sound, b.sound);
  const length = Math.min(a.sound.length, b.sound.length);
  if (length < LEAST || length > MOST || Math.abs(a.sound.length - b.sound.length) > ENDING) return false;
  const most = DIFFERENT * length;
  return lost(a.sound, b.sound, length) <= most && distance(a.sound, b.sound, length) <= most;
}

/** Whether two words are too much alike, or begin too much alike, to be two different names. */
export function isPerhapsCounterpart(a: SoundingWord, b: SoundingWord): boolean {
  if (a.sound === '' || b.sound === '') return true;
  if (areInOneScript(a, b)) return isLetterForLetter(a.sound, b.sound);
  const length = Math.min(a.sound.length, b.sound.length);
  return a.sound[0] === b.sound[0] || distance(a.sound, b.sound, length) <= PERHAPS * length;
}

/** Whether one of the words is borrowed from the other's language. */
function areInOneScript(a: SoundingWord, b: SoundingWord): boolean {
  return a.isBorrowed !== b.isBorrowed && scriptOf(a.text) === scriptOf(b.text);
}

function isLetterForLetter(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared += 1;
  return shared >= shorter - 1 && Math.abs(a.length - b.length) <= ENDING;
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
