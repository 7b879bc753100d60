import type { Locale } from '../model/locale.ts';

/** So much text is given to the segmenter at once. */
const WINDOW = 4096;

const segmenters = new Map<Locale, Intl.Segmenter>();

function segmenterOf(locale: Locale): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined)
    segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })));
  return segmenter;
}

/** So many boundaries are taken from a window at most. */
const MAX_FOUND = 256;
/** The Unicode rules look ahead up to the next letter (SB8); beyond so many characters without one, no further. */
const LOOK_AHEAD = 1024;

/**
 * The offsets at which `Intl.Segmenter` lets sentences of a text end, its length last; none for an empty text.
 *
 * V8 copies the whole text for each sentence it yields (1 MB of short sentences takes more than a minute in Node 20), so
 * the text is given to it in windows, each from the last boundary on. Of a window's boundaries those count that what
 * follows the window could not undo; where there is none, the window grows, doubling. So the time stays linear.
 */
export function sentenceBoundaries(text: string, locale: Locale): number[] {
  const segmenter = segmenterOf(locale);
  const boundaries: number[] = [];
  let from = 0;
  let size = WINDOW;
  while (from < text.length) {
    const window = text.slice(from, from + size);
    const isLast = from + size >= text.length;
    const safe = isLast ? window.length : Math.max(findLastLetter(window), window.length - LOOK_AHEAD);
    let last = 0;
    let count = 0;
    for (const { index, segment } of segmenter.segment(window)) {
      const end = index + segment.length;
      if (end > safe || count === MAX_FOUND) break;
      boundaries.push(from + end);
      last = end;
      count += 1;
    }
    from += last;
    size = last === 0 ? size * 2 : WINDOW;
  }
  return boundaries;
}

function findLastLetter(text: string): number {
  for (let k = text.length - 1; k >= 0; k--) if (/\p{L}/u.test(text[k]!)) return k;
  return -1;
}
