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
  if (length < LEAST || Math.abs(a.sound.length - b.sound.length) > ENDING) return false;
  const [start, other] = [a.sound.slice(0, length), b.sound.slice(0, length)];
  const most = DIFFERENT * length;
  return lost(start, other) <= most && distance(start, other) <= most;
}

/** Whether two words are too much alike, or begin too much alike, to be two different names. */
export function isPerhapsCounterpart(a: SoundingWord, b: SoundingWord): boolean {
  if (a.sound === '' || b.sound === '') return true;
  if (areInOneScript(a, b)) return isLetterForLetter(a.sound, b.sound);
  const length = Math.min(a.sound.length, b.sound.length);
  return a.sound[0] === b.sound[0] || distance(a.sound.slice(0, length), b.sound.slice(0, length)) <= PERHAPS * length;
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
