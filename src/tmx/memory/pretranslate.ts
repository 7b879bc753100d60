import { textOf } from '../model.ts';
import type { MemoryIndex, MemoryMatch } from './memory-index.ts';
import { countWords } from './tokens.ts';

/** The bands that analyses of CAT tools count in. Matches in context are in the first. */
export const COVERAGE_BANDS: readonly ['100', '95-99', '85-94', '75-84', '50-74', 'none'] = [
  '100',
  '95-99',
  '85-94',
  '75-84',
  '50-74',
  'none',
];

export type CoverageBand = (typeof COVERAGE_BANDS)[number];

export interface PretranslateOptions {
  /** The least match that is filled in, in per cent. Default 70. */
  readonly min?: number;
}

/** A segment with what the memory has for it. */
export interface Pretranslation {
  readonly source: string;
  /** The best match of 50% or more, also where it is not good enough to be filled in. */
  readonly match?: MemoryMatch;
  /** The translation, without inline codes; absent where none is good enough. */
  readonly target?: string;
}

/** Matches below this are not looked for: no analysis counts them. */
const LEAST = 50;

/**
 * Fills the segments of a document from a memory: an exact match, in context where there is one, else the best fuzzy one.
 *
 * The segments that stand before and after are known as neighbours; one segment is read ahead.
 */
export async function* pretranslate(
  segments: AsyncIterable<string> | Iterable<string>,
  index: MemoryIndex,
  { min = 70 }: PretranslateOptions = {},
): AsyncGenerator<Pretranslation, void, undefined> {
  let previous: string | undefined;
  let current: string | undefined;
  const fill = (source: string, next: string | undefined): Pretranslation => {
    const neighbours = { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
    const [match] = index.lookup(source, { min: Math.min(LEAST, min), limit: 1, neighbours });
    if (match === undefined) return { source };
    return { source, match, ...(match.percent >= min && { target: textOf(match.target.seg) }) };
  };
  for await (const next of segments) {
    if (current !== undefined) yield fill(current, next);
    previous = current;
    current = next;
  }
  if (current !== undefined) yield fill(current, undefined);
}

/** How much of a document a memory covers: segments and words in each band. */
export interface Coverage {
  readonly band: CoverageBand;
  readonly segments: number;
  readonly words: number;
  /** The share of all words, from 0 to 1. */
  readonly share: number;
}

/** Counts what the bands hold: all of them, in order, the empty ones too. */
export function coverageOf(pretranslations: Iterable<Pretranslation>): Coverage[] {
  const counts = new Map(COVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }]));
  let all = 0;
  for (const { source, match } of pretranslations) {
    const count = counts.get(bandOf(match?.percent ?? 0))!;
    const words = countWords(source);
    count.segments += 1;
    count.words += words;
    all += words;
  }
  return [...counts].map(([band, count]) => ({ band, ...count, share: all === 0 ? 0 : count.words / all }));
}

/** The band of a percentage. */
export function bandOf(percent: number): CoverageBand {
  if (percent >= 100) return '100';
  if (percent >= 95) return '95-99';
  if (percent >= 85) return '85-94';
  if (percent >= 75) return '75-84';
  return percent >= LEAST ? '50-74' : 'none';
}
