import { readdirSync, readFileSync } from 'node:fs';
import { languageOf } from '../../src/model/locale.ts';
import type { Locale } from '../../src/model/locale.ts';

/** Sentences that were written to be hard to tell apart, in one language. */
export interface SentenceCase {
  readonly locale: Locale;
  readonly sentences: readonly string[];
  /** What stands between two sentences of a paragraph. */
  readonly space: string;
}

const folder = new URL('cases/', import.meta.url);

/** All of `cases/`: one file a locale, one sentence a line. */
export const sentenceCases: readonly SentenceCase[] = readdirSync(folder)
  .sort()
  .map((name) => {
    const locale = name.replace(/\.txt$/, '');
    const sentences = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
    return { locale, sentences, space: ['zh', 'ja'].includes(languageOf(locale)) ? '' : ' ' };
  });

/** How well the boundaries inside a text were found. */
export interface BoundaryScore {
  readonly found: number;
  readonly gold: number;
  readonly right: number;
}

/** Compares the ends of all sentences but the last, as offsets. */
export function scoreBoundaries(found: Iterable<number>, gold: Iterable<number>): BoundaryScore {
  const [a, b] = [new Set(found), new Set(gold)];
  return { found: a.size, gold: b.size, right: [...a].filter((offset) => b.has(offset)).length };
}

/** Where the sentences of a text that was joined of them end, without the last. */
export function joinedEnds(sentences: readonly string[], space: string): number[] {
  let at = 0;
  return sentences.slice(0, -1).map((sentence) => {
    const end = at + sentence.length;
    at = end + space.length;
    return end;
  });
}
