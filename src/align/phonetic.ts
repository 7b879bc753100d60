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

/**
 * How words sound, very roughly, whatever language and script they are written in: what is spelt in several ways is spelt in
 * one, so that `function` and `функция`, `automatically` and `автоматически` begin alike.
 *
 * @param words in lower case.
 * @returns for each word letters from a to z; nothing for one whose script is not known.
 */
export function soundsOf(words: readonly string[]): string[] {
  // All at once: fourteen replacements for each word would take longer than all the rest.
  const beginnings = words.map((word) => (word.length > LONGEST ? word.slice(0, LONGEST) : word));
  let sounds = fold(beginnings.join('\n')).replace(/.*[^a-z\n].*/g, '');
  for (const [spelt, here] of spellings) sounds = sounds.replace(spelt, here);
  return sounds.split('\n');
}
