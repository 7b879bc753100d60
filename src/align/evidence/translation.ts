import type { TextPair } from '../../model/text-pair.ts';
import type { Evidence, Scorer, Side, Unit } from '../evidence.ts';
import { tokenize } from '../tokens.ts';
import { normalizeSpace } from './normalize-space.ts';
import { OverlapScorer } from './overlap.ts';

/**
 * A machine translation of one text into the language of the other: how many words the translation of a source stretch
 * shares with the target stretch, or the other way round.
 *
 * Which of the two was translated shows in the pairs: of each pair one side is a unit of a text, white space aside, and the
 * other its translation. Where both texts were translated, both translations are looked at. Units without a translation
 * say nothing.
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
      const scorers: Scorer[] = [];
      const a = translate(source, bySource);
      if (a !== undefined) scorers.push(new OverlapScorer(a, wordsOf(target)));
      const b = translate(target, byTarget);
      if (b !== undefined) scorers.push(new OverlapScorer(wordsOf(source), b));
      const [first, second] = scorers;
      if (first === undefined || second === undefined) return first;
      return both(first, second);
    },
  };
}

function textsBy(pairs: readonly TextPair[], key: keyof TextPair, value: keyof TextPair): Map<string, string> {
  const texts = new Map<string, string>();
  for (const pair of pairs) {
    const text = normalizeSpace(pair[key]);
    if (text !== '' && !texts.has(text)) texts.set(text, pair[value]);
  }
  return texts;
}

function wordsOf({ units }: Side): string[][] {
  return units.map(({ text }) => tokenize(text));
}

/** The words of each unit's translation; undefined where no unit has one. */
function translate({ units }: Side, texts: ReadonlyMap<string, string>): string[][] | undefined {
  let found = false;
  const translationOf = (unit: Unit): string => {
    if (unit.parts !== undefined) return unit.parts.map(translationOf).join('\n');
    const text = texts.get(normalizeSpace(unit.text));
    if (text !== undefined) found = true;
    return text ?? '';
  };
  const words = units.map((unit) => tokenize(translationOf(unit)));
  return found ? words : undefined;
}

/** Two translations say much of the same: the mean of the two. */
function both(first: Scorer, second: Scorer): Scorer {
  return {
    score: (candidate) => (first.score(candidate) + second.score(candidate)) / 2,
    learn: (beads) => {
      first.learn?.(beads);
      second.learn?.(beads);
    },
  };
}
