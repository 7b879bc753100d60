import type { TextPair } from '../../model/text-pair.ts';
import type { Evidence, Side } from '../evidence.ts';
import { tokenize } from '../tokens.ts';
import { normalizeSpace } from './normalize-space.ts';
import { OverlapScorer } from './overlap.ts';

/**
 * A machine translation of one text into the language of the other: how many words the translation of a source stretch
 * shares with the target stretch, or the other way round.
 *
 * Which of the two was translated shows in the pairs: of each pair one side is a unit of a text, white space aside, and the
 * other its translation. Where both were, the translation that more of its text has is looked at. Units without a
 * translation say nothing.
 *
 * Sennrich and Volk (2010) compare a translation with the target by BLEU; here words are weighed by how rare they are, and
 * how often a word is shared is learnt from the pair, since a machine translation may be good or bad.
 */
export function translationEvidence(pairs: readonly TextPair[]): Evidence {
  const bySource = textsBy(pairs, 'source', 'target');
  const byTarget = textsBy(pairs, 'target', 'source');
  return {
    id: 'translation',
    prepare: (source, target) => {
      const a = translate(source, bySource);
      const b = translate(target, byTarget);
      if (a.share === 0 && b.share === 0) return undefined;
      return a.share >= b.share
        ? OverlapScorer.ofWords(a.words, wordsOf(target))
        : OverlapScorer.ofWords(wordsOf(source), b.words);
    },
  };
}

function textsBy(pairs: readonly TextPair[], key: keyof TextPair, value: keyof TextPair): Map<string, string> {
  const texts = new Map<string, string>();
  for (const pair of pairs) {
    const text = normalizeSpace(pair[key]);
    if (text !== '' && !texts.has(text)) texts.set(text, pair[value].trim());
  }
  return texts;
}

function wordsOf({ units }: Side): string[][] {
  return units.map(({ text }) => tokenize(text));
}

interface Translated {
  /** By unit, the words of its translation. */
  readonly words: readonly (readonly string[])[];
  /** Of the units, how many have a translation, 0 to 1. */
  readonly share: number;
}

function translate({ units }: Side, texts: ReadonlyMap<string, string>): Translated {
  const translations = units.map((unit) => texts.get(normalizeSpace(unit.text)) ?? '');
  const words = translations.map((text) => tokenize(text));
  return { words, share: translations.filter((text) => text !== '').length / units.length };
}
