import type { Locale } from '../../model/locale.ts';
import { fold } from '../tokens.ts';

/** That a source word and a target word may stand for each other: their indices, and how sure that is, 0 to 1. */
export type Anchor = readonly [sourceWord: number, targetWord: number, weight: number];

/**
 * Finds words of two vocabularies that are known to correspond before anything is learnt. The vocabularies are of tokens
 * as `tokenize` makes them.
 */
export type AnchorSource = (
  sourceWords: readonly string[],
  targetWords: readonly string[],
  sourceLocale: Locale | undefined,
  targetLocale: Locale | undefined,
) => Iterable<Anchor>;

/** Shorter beginnings are shared by too many words that have nothing to do with each other. */
const PREFIX = 4;
const PREFIX_WEIGHT = 0.35;

/**
 * Numbers, punctuation, and names and cognates across scripts: tokens that are the same after transliteration, or that
 * share their first four letters.
 */
export const cognates: AnchorSource = function* (sourceWords, targetWords) {
  const byForm = new Map<string, number[]>();
  const byPrefix = new Map<string, number[]>();
  targetWords.forEach((word, t) => {
    const form = fold(word);
    push(byForm, form, t);
    const prefix = prefixOf(form);
    if (prefix !== undefined) push(byPrefix, prefix, t);
  });
  for (const [s, word] of sourceWords.entries()) {
    const form = fold(word);
    const same = byForm.get(form) ?? [];
    for (const t of same) yield [s, t, 1];
    const prefix = prefixOf(form);
    if (prefix === undefined) continue;
    for (const t of byPrefix.get(prefix) ?? []) if (!same.includes(t)) yield [s, t, PREFIX_WEIGHT];
  }
};

function prefixOf(form: string): string | undefined {
  return form.length >= PREFIX && /^[a-z]/.test(form) ? form.slice(0, PREFIX) : undefined;
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
