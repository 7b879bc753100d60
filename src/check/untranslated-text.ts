import { normaliseText } from './fingerprint.ts';
import type { CheckContext } from './rule.ts';
import { wordsOf } from './words.ts';

/** How a text is untranslated: it is the source's text, or it is in the source's language. */
export type Untranslated = 'same' | 'language';

/**
 * Whether a target text was left in the source's language.
 *
 * No language is told by a list: the two documents are their own dictionaries. A word of the text is *foreign* when the
 * source document has it and no other block of the target document does. Names, code, addresses and numbers may well
 * be the same in both languages: they alone never make a text untranslated.
 *
 * @returns undefined where the text is translated or there is nothing to translate.
 */
export function isUntranslated(context: CheckContext, source: string, target: string): Untranslated | undefined {
  const words = wordsOf(target);
  if (words.length === 0) return undefined;
  const { inSource, inTarget, lower } = vocabulariesOf(context);
  const own = new Map<string, number>();
  for (const word of words) own.set(word.toLowerCase(), (own.get(word.toLowerCase()) ?? 0) + 1);
  const foreign = words.filter((word) => {
    const key = word.toLowerCase();
    return inSource.has(key) && (inTarget.get(key) ?? 0) <= own.get(key)!;
  });
  // A word that is never written with a small letter is taken for a name.
  const common = foreign.filter((word) => lower.has(word.toLowerCase()));
  if (normaliseText(source) === normaliseText(target)) {
    // One or two words that do not begin as a sentence or heading does may be names too: of a key, a file, a unit.
    const isLabel = words.length <= 2 && /^[^\p{L}]*\p{Ll}/u.test(target);
    return common.length >= 1 && !isLabel ? 'same' : undefined;
  }
  return common.length >= 4 && foreign.length >= 0.7 * words.length ? 'language' : undefined;
}

interface Vocabularies {
  /** The words of the source document, in lower case. */
  readonly inSource: ReadonlySet<string>;
  /** Those of the source that stand somewhere with a small letter, or whose script has none. */
  readonly lower: ReadonlySet<string>;
  /** How often the target document has a word. */
  readonly inTarget: ReadonlyMap<string, number>;
}

const known = new WeakMap<CheckContext, Vocabularies>();

function vocabulariesOf(context: CheckContext): Vocabularies {
  const old = known.get(context);
  if (old) return old;
  const inSource = new Set<string>();
  const lower = new Set<string>();
  const inTarget = new Map<string, number>();
  for (const { text } of context.source.blocks)
    for (const word of wordsOf(text)) {
      const key = word.toLowerCase();
      inSource.add(key);
      if (word[0] === key[0]) lower.add(key);
    }
  for (const { text } of context.target.blocks)
    for (const word of wordsOf(text)) {
      const key = word.toLowerCase();
      inTarget.set(key, (inTarget.get(key) ?? 0) + 1);
    }
  const made = { inSource, lower, inTarget };
  known.set(context, made);
  return made;
}
