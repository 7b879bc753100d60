import type { Document } from '../../model/document.ts';

/** Two lists of units, as `alignUnits` takes them. */
export interface UnitsPair {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
}

/** Two versions of a document, as `align` takes them. */
export interface DocumentPair {
  readonly source: Document;
  readonly target: Document;
}

/** A pair that could not be read: it keeps its place in the order, and comes out as failed with this error. */
export interface UnreadPair {
  readonly error: Error;
}

/** One pair of a corpus. What else it holds - an id, where it came from - comes out with its result. */
export type CorpusPair = UnitsPair | DocumentPair | UnreadPair;

/** What is worked on: plain data that can be sent to another thread. */
export type PairTexts = UnitsPair | DocumentPair;

export function isUnread(pair: CorpusPair): pair is UnreadPair {
  return !('source' in pair);
}

export function isUnitsPair(pair: PairTexts): pair is UnitsPair {
  return Array.isArray(pair.source);
}

/** The texts of a pair without what else its object holds, which need not be such that it can be sent. */
export function textsOf(pair: PairTexts): PairTexts {
  const { source, target } = pair;
  if (!isUnitsPair(pair)) return { source, target } as DocumentPair;
  const { sourceLocale, targetLocale } = pair;
  return {
    source: pair.source,
    target: pair.target,
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    ...(targetLocale === undefined ? {} : { targetLocale }),
  };
}

/** The length of both sides in UTF-16 code units; 0 for a pair that could not be read or is not a pair at all. */
export function charactersOf(pair: CorpusPair): number {
  if (isUnread(pair)) return 0;
  try {
    const texts = isUnitsPair(pair)
      ? [...pair.source, ...pair.target]
      : [...pair.source.blocks, ...pair.target.blocks].map((block) => block.text);
    return texts.reduce((sum, text) => sum + text.length, 0);
  } catch {
    // A caller without types gave something else; the work on it will say so.
    return 0;
  }
}
