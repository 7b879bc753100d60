import type { Block, Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { createTurnCounter } from './number-turns.ts';
import { linesOf, placeOf, trimRange } from './source.ts';
import type { Source } from './source.ts';
import { findTurns } from './turns.ts';

/** Reads one unit a line; nothing is dropped, and nothing but the labels of a plain interview is looked for. */
export function readLines(source: Source, locale: Locale): Pick<Document, 'blocks'> {
  const lines = linesOf(source);
  const openings = findTurns(source, lines, locale, { strict: true });
  const turns = createTurnCounter();
  const blocks = lines.map(({ from, to }, k): Block => {
    const opening = openings.get(k);
    const start = opening === undefined ? from : trimRange(source.text, from + opening.label.length, to).from;
    const label = source.text.slice(from, start).normalize('NFC');
    const turn = opening === undefined ? turns.current() : turns.open(opening, label);
    return {
      id: `p${k + 1}`,
      kind: 'paragraph',
      text: source.text.slice(start, to).normalize('NFC'),
      place: placeOf(source, start),
      ...(turn === undefined ? {} : { turn }),
    };
  });
  return { blocks };
}
