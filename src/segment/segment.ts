import type { Document, Segment } from '../model/document.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { sentenceBoundaries } from './boundaries.ts';

export interface SegmentOptions {
  /** Further abbreviations, with or without their full stop, after which a sentence goes on. */
  readonly abbreviations?: readonly string[];
}

export function segment(text: string, locale: Locale | string, _options: SegmentOptions = {}): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const to of sentenceBoundaries(text, toLocale(locale))) {
    const piece = text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    const end = to - (piece.length - piece.trimEnd().length);
    if (start < end) segments.push({ from: start, to: end });
    from = to;
  }
  return segments;
}

/** The same document with the segments of every block; an empty block has none. */
export function segmentDocument(document: Document, options: SegmentOptions = {}): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, segments: segment(block.text, document.locale, options) })),
  };
}
