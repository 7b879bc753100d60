import { fold } from './transliterate.ts';

/** Of longer words only the beginning is heard: the longest real ones are shorter, and the rest is no word. */
const LONGEST = 48;

/** What is spelt in several ways, and how it is spelt here. The order matters. */
const spellings: readonly (readonly [spelt: RegExp, here: string])[] = [
  [/dzh|dj/g, 'j'],
  [/t(?=i[aeou])/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/([ae])u/g, '$1v'],
  [/sch|sh|sc(?=[eiy])/g, 's'],
  [/tch|ch|kh/g, 'h'],
  [/ck/g, 'k'],
  [/c(?=[eiy])|z/g, 's'],
  [/qu/g, 'kv'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[yj]/g, 'i'],
  [/([a-z])\1+/g, '$1'],
];

/** By word, how it sounds: texts after texts have the same words. */
const known = new Map<string, string>();
/** Where more are kept than a long text has, it begins anew. */
const MOST_KNOWN = 50_000;

/**
 * How words sound, very roughly, whatever language and script they are written in: what is spelt in several ways is spelt in
 * one, so that `function` and `функция`, `automatically` and `автоматически` begin alike.
 *
 * @param words in lower case.
 * @returns for each word letters from a to z; nothing for one whose script is not known.
 */
export function soundsOf(words: readonly string[]): string[] {
  if (known.size > MOST_KNOWN) known.clear();
  const sounds = words.map((word) => known.get(word));
  const unknown = words.filter((_, k) => sounds[k] === undefined);
  if (unknown.length > 0) workOut(unknown).forEach((sound, k) => known.set(unknown[k]!, sound));
  return words.map((word, k) => sounds[k] ?? known.get(word)!);
}

function workOut(words: readonly string[]): string[] {
  // All at once: fourteen replacements for each word would take longer than all the rest.
  const beginnings = words.map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word));
  let sounds = fold(beginnings.join('\n')).replace(/.*[^a-z\n].*/g, '');
  for (const [spelt, here] of spellings) sounds = sounds.replace(spelt, here);
  return sounds.split('\n');
}
