import type { Block, Document, Furniture } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { placeDirectives, takeDirectives } from './directives.ts';
import { findPageParts } from './furniture.ts';
import { createTurnCounter } from './number-turns.ts';
import { foldLines, groupLines } from './paragraphs.ts';
import { linesOf, placeOf, trimRange } from './source.ts';
import type { Source } from './source.ts';
import { findTurns } from './turns.ts';
import type { Opening } from './turns.ts';

/** Reads running text: paragraphs, and the structure of an interview and of its page where there is one. */
export function readText(source: Source, locale: Locale): Omit<Document, 'locale' | 'origin'> {
  const { lines, opened, found } = takeDirectives(source, linesOf(source));
  const openings = findTurns(source, lines, locale, { strict: false });
  const paragraphs = groupLines(source, lines, (line) => openings.has(line) || opened.has(line)).map((group) => ({
    from: lines[group.from]!.from,
    to: lines[group.to - 1]!.to,
    opening: openings.get(group.from),
    isSingleLine: group.to - group.from === 1,
  }));
  const parts = findPageParts(
    paragraphs.map(({ from, to, opening, isSingleLine }) => ({
      text: source.text.slice(from, to),
      isTurn: opening !== undefined,
      isSingleLine,
    })),
    locale,
  );

  const blocks: Block[] = [];
  const furniture: Furniture[] = [];
  const turns = createTurnCounter();
  const push = (start: number, to: number, opened?: { opening: Opening; from: number }): void => {
    const turn = opened
      ? turns.open(opened.opening, source.text.slice(opened.from, start).normalize('NFC'))
      : turns.current();
    blocks.push({
      id: `p${blocks.length + 1}`,
      kind: 'paragraph',
      text: foldLines(source, start, to).normalize('NFC'),
      place: placeOf(source, start),
      ...(turn === undefined ? {} : { turn }),
    });
  };
  /** A label that stood alone, waiting for the paragraph it belongs to. */
  let waiting: { opening: Opening; from: number; to: number } | undefined;
  const flush = (): void => {
    if (waiting !== undefined) push(waiting.to, waiting.to, waiting);
    waiting = undefined;
  };
  paragraphs.forEach(({ from, to, opening }, k) => {
    const kind = parts.furniture.get(k);
    if (kind !== undefined) {
      furniture.push({ kind, text: foldLines(source, from, to).normalize('NFC'), place: placeOf(source, from) });
      return;
    }
    if (opening === undefined) {
      push(from, to, waiting);
      waiting = undefined;
      return;
    }
    flush();
    const start = trimRange(source.text, from + opening.label.length, to).from;
    if (start === to) waiting = { opening, from, to };
    else push(start, to, { opening, from });
  });
  flush();
  return {
    ...(parts.title === undefined ? {} : { title: parts.title }),
    ...(parts.date === undefined ? {} : { date: parts.date }),
    blocks,
    ...(furniture.length === 0 ? {} : { furniture }),
    ...(found.length === 0 ? {} : { directives: placeDirectives(found, blocks) }),
  };
}
