import type { Block, Directive } from '../model/document.ts';
import { placeOf, trimRange } from './source.ts';
import type { Line, Source } from './source.ts';

/**
 * A comment whose first word begins with `paralign-` and that ends its line. It may go on over several lines. The groups
 * are the rest of that word, and what follows it.
 */
const COMMENT = /<!--\s*paralign-([\w-]*)((?:(?!<!--|-->)[^])*)-->(?=[^\S\n\r]*(?:\r|\n|$))/g;

/** A text's lines without its directives. */
export interface BareLines {
  /** The lines with text, and blank ones; without those that hold nothing but a directive, or part of one. */
  readonly lines: readonly Line[];
  /** The indices in `lines` of those that a directive stands before: a paragraph ends there. */
  readonly opened: ReadonlySet<number>;
  readonly found: ReadonlyArray<Omit<Directive, 'before'>>;
}

/** Takes the directives out of a text's lines. Those at the end of a line are cut off it. */
export function takeDirectives(source: Source, lines: readonly Line[]): BareLines {
  const comments = Array.from(source.text.matchAll(COMMENT), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    name: match[1]!,
    text: match[2]!.trim(),
  }));
  if (comments.length === 0) return { lines, opened: new Set(), found: [] };
  const kept: Line[] = [];
  const opened = new Set<number>();
  let next = 0;
  let isAfter = false;
  for (const line of lines) {
    while (next < comments.length && comments[next]!.to <= line.from) next += 1;
    const comment = comments[next];
    const isTouched = comment !== undefined && comment.from < line.to && line.from < comment.to;
    const { from, to } = isTouched ? trimRange(source.text, line.from, Math.max(line.from, comment.from)) : line;
    if (isTouched && from === to) {
      isAfter = true;
      continue;
    }
    if (isAfter && from < to) opened.add(kept.length);
    // Blank lines around a directive say nothing of how the text is cut into paragraphs: many have a line each.
    kept.push({ from, to, blankBefore: isAfter ? 0 : line.blankBefore });
    if (from < to) isAfter = isTouched;
  }
  return {
    lines: kept,
    opened,
    found: comments.map(({ from, name, text }) => ({ name, text, place: placeOf(source, from) })),
  };
}

/** The directives with the block that each stands before, by the blocks' places. */
export function placeDirectives(found: BareLines['found'], blocks: readonly Block[]): Directive[] {
  return found.map(({ name, text, place }) => {
    const before = blocks.findIndex((block) => block.place !== undefined && block.place.offset > place.offset);
    return { name, text, before: before === -1 ? blocks.length : before, place };
  });
}
